import type { GapEntry } from '../../functions/domain/outputs/gap-entry.ts';
import type { TouchpointEntry } from '../../functions/domain/outputs/touchpoint-entry.ts';
import { UNATTRIBUTED } from '../../functions/domain/story/attribution.ts';
import type { RootCause } from '../../functions/domain/why/root-cause.ts';
import {
  type Corrected,
  correctedOf,
  isByComplaints,
  isSurgeJudged,
  knowsInvited,
  type Level,
  type ReportCell,
  type Score,
  type Standing,
  shownNet,
  tooFewOf,
} from './cells.ts';
import { type Html, html, isolated } from './escape.ts';
import { about, counted, percent, range, rate, roughly, whole } from './numbers.ts';

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

/** The surveyed net, or that there is none to tell. */
export const surveyedTold = (score: Score): string => {
  const net = shownNet(score);
  return net === null ? 'no score' : whole(net);
};

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

/** How dark corners differ: by what the surveys themselves show of them. */
export const levelNames: Record<Level, string> = {
  high: 'hidden under a high score',
  middling: 'hidden under a middling score',
  weak: 'openly weak, and hiding more',
};

/** What the surveyed score alone would make one believe. */
const levelSentence = ({ entry, level, middle }: ReportCell): Html | false => {
  const net = shownNet(entry);
  if (!level || net === null || middle === undefined) return false;
  const against = `the middle of all ${metricName(entry.surveyed.metric)} answers, ${whole(middle)}`;
  if (level === 'high') return html` By its score nothing is wrong: ${against}, is not above it.`;
  const below = counted(middle - net, 'point');
  return level === 'weak'
    ? html` That is weak in the open, ${below} below ${against}; more lies beneath.`
    : html` That is ${below} below ${against}.`;
};

/** What silence makes of a score, in the plainest words. */
export const cornerSentence = (cell: ReportCell): Html => {
  const { entry } = cell;
  const corrected = correctedOf(entry);
  const score =
    shownNet(entry) === null
      ? html`Too few answers to tell a score.`
      : html`Surveys say <b>${surveyedTold(entry)}</b>.${levelSentence(cell)}`;
  const had = isByComplaints(entry)
    ? 'Its complaints beyond what is usual counted as unhappy customers'
    : 'Had everybody answered';
  const silent =
    corrected &&
    html` ${had}, it would be about <b>${whole(corrected.net)}</b> (${range(corrected.low, corrected.high)}).`;
  const people = entry.impact && html` ${impactSentence(entry.impact)}`;
  return html`${score}${silent}${people}`;
};

export const impactSentence = ({ perMonth, shown }: { perMonth: number; shown: number }): Html =>
  perMonth < 1
    ? html`By estimate <b>fewer than 1</b> customer a month was brushed off.`
    : html`By estimate <b>${about(perMonth)}</b> ${Math.round(perMonth) === 1 ? 'customer' : 'customers'} a month were brushed off, of whom surveys show <b>${about(shown)}</b>.`;

/** What can be said without knowing what the silent think. */
export const boundsSentence = ({ worst, middle, best, heardExactly, method }: Corrected): string => {
  if (method === 'complaints-per-answer') {
    return `How many kept silent is not known, so that it may lie anywhere from ${whole(worst)} to ${whole(best)}; it is ${whole(middle)} if whoever complained was unhappy, whatever score was given.`;
  }
  const bounds = `Whatever the silent think, it lies between ${whole(worst)} (all of them unhappy) and ${whole(best)} (all happy); it is ${whole(middle)} if the silent who had complained are unhappy and the others like those who answered.`;
  return heardExactly
    ? `${bounds} If complaints were heard without error, the interval would be ${range(heardExactly.low, heardExactly.high)}.`
    : bounds;
};

/** That nothing surges, as far as it is known; the same wherever it is told. */
export const calmTold = (cells: readonly ReportCell[]): string => {
  if (isSurgeJudged(cells)) return 'Nothing is surging.';
  const complained = cells.some(({ entry }) => entry.complaints.customers > 0 || (entry.daily?.length ?? 0) > 0);
  return complained
    ? 'Whether complaints are surging was not worked out: too few days are known.'
    : 'No customer complained unasked in this period: nothing can surge.';
};

/** `13 customers complained in 7 days, 1.4 expected: 12 more (5 to 33), q 0.010`. */
export const surgeTold = ({ surge, size, low, high, qValue }: GapEntry): Html | undefined => {
  if (!surge) return undefined;
  const { customers, days, expected } = surge;
  const more =
    size !== undefined &&
    low !== undefined &&
    high !== undefined &&
    html`: ${roughly(size)} more (${range(low, high, roughly)})`;
  return html`<b>${counted(customers, 'customer')}</b> complained in ${counted(days, 'day')}, <b>${roughly(expected)}</b> expected${more}${qValue !== undefined && `, ${qTold(qValue)}`}`;
};
