import type { TouchpointEntry } from '../../functions/domain/outputs/touchpoint-entry.ts';
import { UNATTRIBUTED } from '../../functions/domain/story/attribution.ts';
import type { RootCause } from '../../functions/domain/why/root-cause.ts';
import { type Corrected, correctedOf, knowsInvited, type Score, type Standing, tooFewOf } from './cells.ts';
import { type Html, html, isolated } from './escape.ts';
import { about, counted, percent, range, rate, whole } from './numbers.ts';

export const touchpointName = (touchpoint: string): Html =>
  touchpoint === UNATTRIBUTED ? html`touchpoint not told` : isolated(touchpoint);

export const locationName = (location: string): Html =>
  location === UNATTRIBUTED ? html`location not told` : isolated(location);

/** `delivery at Millfield`. */
export const where = ({ touchpoint, location }: { touchpoint: string; location: string }): Html =>
  location === UNATTRIBUTED
    ? html`${touchpointName(touchpoint)}, location not told`
    : html`${touchpointName(touchpoint)} at ${isolated(location)}`;

/** The same without markup, for names of pictures. */
export const whereTold = ({ touchpoint, location }: { touchpoint: string; location: string }): string =>
  `${touchpoint === UNATTRIBUTED ? 'touchpoint not told' : touchpoint}${location === UNATTRIBUTED ? ', location not told' : ` at ${location}`}`;

/** Themes are told by their ids, which are words with hyphens. */
export const themeName = (id: string): string => id.replaceAll('-', ' ');

export const causeNames: Record<RootCause, string> = {
  unowned: 'nobody owns it: passed around, no reply',
  silo: 'silos: told two things, story told again',
  'broken-promise': 'broken promise: offered or agreed, not delivered',
  'no-human': 'no human: stuck with a machine or form',
  'excluding-design': 'excluding design: some customers cannot use it',
  'process-over-empathy': 'process over empathy: rigid rule, cold staff',
  'cost-cutting': 'cost cutting: too few people, service removed',
  outdated: 'outdated: old site, equipment or method',
  defect: 'plain defect, nothing structural showing',
};

const metricNames: Record<NonNullable<TouchpointEntry['surveyed']['metric']>, string> = {
  nps: 'NPS',
  csat: 'CSAT',
  ces: 'CES',
  stars: 'stars',
};

export const metricName = (metric: TouchpointEntry['surveyed']['metric']): string =>
  metric ? metricNames[metric] : '–';

export const standingNames: Record<Standing, string> = {
  dark: 'dark corner',
  suspected: 'suspected',
  weak: 'openly weak',
  plain: 'nothing found',
  'too-few': 'too few answers',
  uncorrected: 'not corrected',
};

/** `120 answers of 800 invited, 15 %`. */
export const answersOf = (score: Score): string => {
  const { n, invited, responseRate } = score.surveyed;
  if (!knowsInvited(score)) return `${counted(n, 'answer')}, invitations not known`;
  return `${counted(n, 'answer')} of ${whole(invited)} invited${responseRate === null ? '' : `, ${percent(responseRate)}`}`;
};

/** The same, shorter: `120 of 803 answered, 15 %`. */
export const answeredTold = (score: Score): string => {
  const { n, invited, responseRate } = score.surveyed;
  if (!knowsInvited(score) || responseRate === null) return answersOf(score);
  return `${whole(n)} of ${whole(invited)} answered, ${percent(responseRate)}`;
};

export const surveyedTold = ({ surveyed }: Score): string => (surveyed.net === null ? 'no score' : whole(surveyed.net));

/** `31 (24 to 38)`. */
export const correctedTold = ({ net, low, high }: Corrected): string => `${whole(net)} (${range(low, high)})`;

export const tooFewTold = (score: Score): string | undefined => {
  const few = tooFewOf(score);
  return few && `too few: ${counted(few.needed, 'answer')} would be enough`;
};

/** All of a score's figures in a sentence, for whoever hears the page instead of seeing it. */
export const scoreTold = (score: Score): string => {
  const corrected = correctedOf(score);
  const told = [`Surveyed ${surveyedTold(score)}, ${answersOf(score)}`, tooFewTold(score) ?? ''];
  if (corrected) {
    told.push(
      `Corrected ${whole(corrected.net)}, 90 % interval ${range(corrected.low, corrected.high)}`,
      `Worst ${whole(corrected.worst)}, best ${whole(corrected.best)}`,
    );
  }
  if (score.gap) told.push(`Hidden ${hiddenTold(score.gap)}`);
  return `${told.filter(Boolean).join('. ')}.`;
};

export const hiddenTold = ({ points, low, high }: { points: number; low: number; high: number }): string =>
  `${counted(points, 'point')} (${range(low, high)})`;

export const qTold = (q: number): string => (q < 0.001 ? 'q under 0.001' : `q ${rate(q)}`);

/** What silence makes of a score, in the plainest words. */
export const cornerSentence = (entry: TouchpointEntry): Html => {
  const corrected = correctedOf(entry);
  const score = html`Surveys say <b>${surveyedTold(entry)}</b>.`;
  const silent =
    corrected &&
    (corrected.method === 'silence'
      ? html` Had everybody answered, it would be about <b>${whole(corrected.net)}</b> (${range(corrected.low, corrected.high)}).`
      : html` By its complaints per answer it is about <b>${whole(corrected.net)}</b> (${range(corrected.low, corrected.high)}).`);
  const people = entry.impact && html` ${impactSentence(entry.impact)}`;
  return html`${score}${silent}${people}`;
};

export const impactSentence = ({ perMonth, shown }: { perMonth: number; shown: number }): Html =>
  perMonth < 1
    ? html`<b>Fewer than 1</b> customer a month was brushed off.`
    : html`About <b>${about(perMonth)}</b> ${Math.round(perMonth) === 1 ? 'customer' : 'customers'} a month were brushed off, of whom surveys show <b>${about(shown)}</b>.`;

/** What can be said without knowing what the silent think. */
export const boundsSentence = ({ worst, middle, best, heardExactly }: Corrected): string => {
  const bounds = `Whatever the silent think, it lies between ${whole(worst)} (all of them unhappy) and ${whole(best)} (all happy); it is ${whole(middle)} if the silent who had complained are unhappy and the others like those who answered.`;
  return heardExactly
    ? `${bounds} If complaints were heard without error, the interval would be ${range(heardExactly.low, heardExactly.high)}.`
    : bounds;
};
