import { DAY, type Day, dayOf, HOUR, instantAt } from '../../../functions/domain/instant.ts';
import { classOf, defaultScales, type Metric, type ScoreClass } from '../../../functions/domain/message/scale.ts';
import { UNATTRIBUTED } from '../../../functions/domain/story/attribution.ts';
import { MATTER_LASTS } from '../../../functions/domain/story/matters.ts';
import { type Cell, cellOf, type Stratum, type TallyRow } from '../../../functions/domain/touchpoints/tally-row.ts';
import type { Random } from './random.ts';
import type { CellType, Voice, WorldSettings } from './world-settings.ts';

export type SurveyRow = TallyRow & { kind: 'survey' };

/** An invitation, with what only the truth knows. */
export interface Asked {
  /** Milliseconds since 1970. */
  at: number;
  metric: Metric;
  /** Of the score, given or not. */
  truly: ScoreClass;
  /** That the customer ever answers; 0 where nobody asked. */
  chance: number;
  bounced: boolean;
  /** As it is folded once all is known; absent where nothing is ever told of it. */
  row?: SurveyRow;
}

/** What a customer did, and what is told of it. */
export interface Journey {
  asked: Asked[];
  /** Rows of complaints, heard ones alone. */
  complaints: TallyRow[];
}

/** How a cell treats its customers for a time. */
export interface Conduct {
  /** Of visits that go wrong. */
  bad: number;
  /** Of complaints, those without a reply; of the others, those with a hollow one. */
  unreplied: number;
  hollow: number;
}

/** What sets a cell apart from others of its world. */
export interface Traits {
  place: Cell;
  type: CellType;
  complain: number;
  chatter: number;
  respond: number;
  conductAt(ms: number): Conduct;
}

/** One thing written about, and what came of it: in truth, and as it is heard and read. */
interface Written {
  at: number;
  complains: boolean;
  heard: boolean;
  /** Absent where it never was. */
  remediedAt?: number;
  readAsRemediedAt?: number;
}

/** A remedy closes what the customer complained of before it at this place (MATTER-1). */
const JOINED = 14 * DAY;
/** Surveys go out a day after the visit; complaints come, and are replied to, before. */
const ASKED_AFTER = DAY;
const COMPLAINED_AFTER = [0.02 * DAY, 0.68 * DAY] as const;
const REPLIED_AFTER = { meanHours: 1.8, spread: 0.9, mostHours: 6 };
/** Moods of 0 to 10: a visit that went well mostly makes a promoter, one that went wrong a detractor. */
const MOOD = { good: { mean: 8.9, spread: 1.3 }, bad: { mean: 2.8, spread: 2 } };

/** Where on each scale a mood lies: people praise more readily on scales of satisfaction. */
const LENIENCE: Record<Metric, number> = { nps: 0, csat: 0.8, ces: 0.4, stars: 0.8 };

/** The class of the score that a mood gives on a metric's own scale. */
export const classOfMood = (metric: Metric, mood: number): ScoreClass => {
  const { min, max } = defaultScales[metric];
  const share = Math.min(1, Math.max(0, (mood + LENIENCE[metric]) / 10));
  return classOf(metric, min + Math.round(share * (max - min)));
};

const stratumOf = (
  written: readonly Written[],
  at: number,
  counts: (one: Written) => boolean,
  remedied: (one: Written) => number | undefined,
): Stratum => {
  const alive = written.filter((one) => counts(one) && one.at < at && at - one.at <= MATTER_LASTS);
  if (alive.some((one) => !((remedied(one) ?? Number.POSITIVE_INFINITY) < at))) return 'brushed-off';
  return alive.length > 0 ? 'remedied' : 'no-complaint';
};

/** What happened before, in truth. */
const trueStratum = (written: readonly Written[], at: number): Stratum =>
  stratumOf(
    written,
    at,
    ({ complains }) => complains,
    ({ remediedAt }) => remediedAt,
  );

/** What a fold would say happened. */
const heardStratum = (written: readonly Written[], at: number): Stratum =>
  stratumOf(
    written,
    at,
    ({ heard }) => heard,
    ({ readAsRemediedAt }) => readAsRemediedAt,
  );

const closeJoined = (written: readonly Written[], last: Written): void => {
  for (const one of written) {
    if (last.at - one.at > JOINED) continue;
    if (last.remediedAt !== undefined) one.remediedAt ??= last.remediedAt;
    if (last.readAsRemediedAt !== undefined) one.readAsRemediedAt ??= last.readAsRemediedAt;
  }
};

/** Writes a customer's rows; each of them has a name of its own. */
const telling = (settings: WorldSettings, place: Cell, customer: string, random: Random) => {
  let told = 0;
  const where = (): Cell => (random.happens(settings.placeless) ? { touchpoint: UNATTRIBUTED } : place);
  return (what: string, ms: number) => {
    const at = instantAt(ms);
    return { ...cellOf(where()), day: dayOf(at), at, key: `${what}#${customer}-${told++}`, customer };
  };
};

/**
 * A customer's visits to one cell, one invitation each.
 *
 * @param visits milliseconds since 1970, in time
 * @param customer a name that no other customer of the world has
 */
export const journeyOf = (
  settings: WorldSettings,
  traits: Traits,
  visits: readonly number[],
  customer: string,
  random: Random,
): Journey => {
  const voice = random.weighted(settings.voices.map((one) => [one, one.share] as const));
  // Rates are per customer: whoever is heard once is heard again.
  const heard = {
    complaint: random.happens(voice.sensitivity),
    chatter: random.happens(voice.falsePositiveRate),
  };
  const ownMood = random.normal();
  const tell = telling(settings, traits.place, customer, random);
  const written: Written[] = [];
  const journey: Journey = { asked: [], complaints: [] };

  const write = (visit: number, complains: boolean, conduct: Conduct): void => {
    const at = visit + random.between(...COMPLAINED_AFTER);
    const one: Written = { at, complains, heard: complains ? heard.complaint : heard.chatter };
    const replied =
      at + HOUR * Math.min(REPLIED_AFTER.mostHours, random.lognormal(REPLIED_AFTER.meanHours, REPLIED_AFTER.spread));
    if (complains && !random.happens(conduct.unreplied)) {
      const remedied = !random.happens(conduct.hollow);
      if (remedied) one.remediedAt = replied;
      const misread = random.happens(remedied ? settings.misread.remedies : settings.misread.hollow);
      if (remedied !== misread) one.readAsRemediedAt = replied;
    }
    if (!complains && one.heard && random.happens(settings.chatterRemedied)) one.readAsRemediedAt = replied;
    closeJoined(written, one);
    written.push(one);
    if (one.heard) journey.complaints.push({ kind: 'complaint', ...tell('complaint', at) });
  };

  const experiences = visits.map((visit): Experience => {
    const conduct = traits.conductAt(visit);
    const bad = random.happens(conduct.bad);
    const { mean, spread } = bad ? MOOD.bad : MOOD.good;
    const before = trueStratum(written, visit);
    const luck = Math.sqrt(settings.ownMood) * ownMood + Math.sqrt(1 - settings.ownMood) * random.normal();
    let mood = mean + spread * luck - (before === 'brushed-off' ? settings.grudge : 0);
    const complains = random.happens(bad ? traits.complain : settings.complainAnyway);
    if (complains || random.happens(traits.chatter)) write(visit, complains, conduct);
    if (bad && complains && written.at(-1)?.remediedAt !== undefined) mood += settings.recover;
    return { at: visit + ASKED_AFTER, mood, silentlyUnhappy: bad && !complains };
  });
  // Once all is written: of two visits within a day, the second may be complained of before the first is asked about.
  for (const experience of experiences)
    journey.asked.push(ask(settings, { ...experience, traits, written, voice, tell, asked: journey.asked }, random));
  return journey;
};

interface Experience {
  /** When the customer is asked about it. */
  at: number;
  mood: number;
  silentlyUnhappy: boolean;
}

interface Asking extends Experience {
  traits: Traits;
  written: readonly Written[];
  voice: Voice;
  /** Earlier invitations. */
  asked: readonly Asked[];
  tell(what: string, ms: number): ReturnType<ReturnType<typeof telling>>;
}

/** As a fold tells it. */
const AGAIN = 28 * DAY;

const askedBefore = ({ asked, at }: Asking, metric: Metric): { askedBefore?: Day } => {
  const last = asked.findLast((before) => before.metric === metric && at - before.at < AGAIN);
  return last ? { askedBefore: dayOf(instantAt(last.at)) } : {};
};

/** Nobody's answer is certain. */
const MOST_CERTAIN = 0.95;

const chanceOf = (settings: WorldSettings, { traits, mood, silentlyUnhappy, written, at }: Asking): number => {
  const stratum = trueStratum(written, at);
  const { brushedOff, remedied, silentUnhappy } = settings.answering;
  const relative =
    stratum === 'brushed-off' ? brushedOff : stratum === 'remedied' ? remedied : silentlyUnhappy ? silentUnhappy : 1;
  const byMood = Math.exp(settings.answeringByMood * (mood - MOOD.good.mean));
  return Math.min(MOST_CERTAIN, traits.respond * relative * byMood);
};

const ask = (settings: WorldSettings, asking: Asking, random: Random): Asked => {
  const { mood, written, voice, at, tell } = asking;
  const metric = random.weighted(settings.metrics);
  const stratum = heardStratum(written, at);
  const held = stratum === 'brushed-off' && random.happens(settings.held);
  const bounced = !held && random.happens(settings.bounced);
  const chance = held ? 0 : chanceOf(settings, asking);
  const truly = classOfMood(metric, mood);
  const answers = !bounced && random.happens(chance);
  const answeredAt = at + DAY * random.lognormal(settings.lag.meanDays, settings.lag.spread);
  const asked: Asked = { at, metric, truly, chance, bounced };
  if (!answers && !settings.invitationsKnown) return asked;
  const wrote = written.some((one) => one.at < at && at - one.at <= MATTER_LASTS);
  asked.row = {
    kind: 'survey',
    ...tell('survey', settings.invitationsKnown ? at : answeredAt),
    metric,
    class: answers ? truly : 'none',
    stratum,
    wrote,
    ...(wrote ? { writing: { channel: voice.channel, language: voice.language } } : {}),
    held,
    bounced,
    ...(answers ? { answeredAt: instantAt(answeredAt) } : {}),
    ...(settings.invitationsKnown ? {} : { unasked: true as const }),
    ...askedBefore(asking, metric),
  };
  return asked;
};
