import { DAY, dayOf, HOUR, type Instant, plus } from '../../functions/domain/instant.ts';
import type { Cell, Group, TallyRow, Writing } from '../../functions/domain/touchpoints/tally-row.ts';
import type { Random } from '../eval/study/random.ts';

const TOUCHPOINTS = ['arrival', 'booking', 'check-out', 'dining', 'housekeeping', 'invoice', 'pool', 'shuttle'];
const LANGUAGES = ['en', 'de', 'es'] as const;
const CHANNELS = ['sms', 'email', 'chat'] as const;
const SEGMENTS = ['family', 'business'] as const;
const THEMES = ['waiting', 'billing', 'staff', 'cleanliness'] as const;
/** A middling house: some invitations, a complaint every other day and a few other texts. */
const INVITATIONS_A_DAY = 5;
const COMPLAINTS_A_DAY = 0.5;
const WORDS_A_DAY = 1;
const ANSWERING = { usual: 0.25, brushedOff: 0.05 };

export const cellAt = (index: number): Cell => ({
  touchpoint: TOUCHPOINTS[index % TOUCHPOINTS.length] as string,
  location: `house-${Math.floor(index / TOUCHPOINTS.length) + 1}`,
});

const oneOf = <T>(choices: readonly T[], random: Random): T =>
  choices[Math.floor(random.share() * choices.length)] as T;

/** How many of something with this mean come: whole ones, and one more as often as the rest says. */
const about = (mean: number, random: Random): number =>
  Math.floor(mean) + Number(random.happens(mean - Math.floor(mean)));

/** The rows that folds write of one cell's day; of days before the window only complaints make a difference. */
export const rowsOfDay = (index: number, since: Instant, inWindow: boolean, random: Random): TallyRow[] => {
  const place = { ...cellAt(index), day: dayOf(since) };
  const isDark = index % 8 === 0;
  const complaining = isDark ? 3 * COMPLAINTS_A_DAY : COMPLAINTS_A_DAY;
  let written = 0;
  const told = () => {
    const id = `${index}-${place.day}-${written++}`;
    return { ...place, at: plus(since, Math.floor(random.between(0, DAY))), key: `row#${id}`, customer: `c${id}`, id };
  };
  const group = (): Group => ({ language: oneOf(LANGUAGES, random), segment: oneOf(SEGMENTS, random) });
  const writing = (): Writing => ({ channel: oneOf(CHANNELS, random), language: oneOf(LANGUAGES, random) });
  const complaint = (): TallyRow => {
    const { id, ...row } = told();
    const themes = [oneOf(THEMES, random)];
    const said = { complains: true, themes, causes: ['defect'] as const, words: { speaker: row.customer, fact: id } };
    const worded = writing();
    return { ...row, kind: 'complaint', said, worded, told: { fact: id, at: row.at, probability: random.share() } };
  };
  const words = (): TallyRow => {
    const { id: _, ...row } = told();
    return { ...row, kind: 'words', worded: writing() };
  };
  const survey = (): TallyRow => {
    const { id, ...row } = told();
    const wrote = random.happens(isDark ? 0.4 : 0.2);
    const complained = wrote && random.happens(0.5);
    const brushedOff = complained && random.happens(isDark ? 0.9 : 0.2);
    const stratum = brushedOff ? 'brushed-off' : complained ? 'remedied' : 'no-complaint';
    const answers = random.happens(brushedOff ? ANSWERING.brushedOff : ANSWERING.usual);
    const favourable = random.happens(brushedOff ? 0.1 : complained ? 0.4 : 0.7);
    const answeredAt = plus(row.at, Math.floor(random.lognormal(18 * HOUR, 0.8)));
    return {
      ...row,
      kind: 'survey',
      metric: random.happens(0.7) ? 'nps' : 'csat',
      stratum,
      wrote,
      ...(wrote ? { writing: writing() } : {}),
      ...(brushedOff ? { brushedOff: { fact: id, at: row.at, probability: random.share() } } : {}),
      held: false,
      bounced: false,
      group: group(),
      ...(answers
        ? { class: favourable ? 'top' : oneOf(['middle', 'bottom'], random), answeredAt }
        : { class: 'none' }),
    };
  };
  const times = (mean: number, row: () => TallyRow): TallyRow[] => Array.from({ length: about(mean, random) }, row);
  return [
    ...times(complaining, complaint),
    ...(inWindow ? [...times(WORDS_A_DAY, words), ...times(INVITATIONS_A_DAY, survey)] : []),
  ];
};
