import * as z from 'zod';
import type { GapKind } from '../gaps/gap.ts';
import type { Instant } from '../instant.ts';
import { addBusinessHours, type BusinessCalendar } from './business-calendar.ts';
import { weights } from './priority-weights.ts';

export const Priority = z.enum(['P1', 'P2', 'P3', 'P4']);
export type Priority = z.infer<typeof Priority>;

const points = (part: keyof typeof weights) => z.int().min(0).max(weights[part]);

/** The points of each part, whole numbers, so that what is stored adds up to what was decided. */
export const PriorityParts = z.object({
  severity: points('severity').describe('kind of gap, times the probability of the complaint'),
  customers: points('customers').describe('customers touched; half at 10, all at 100'),
  secondComplaint: points('secondComplaint').describe('a second complaint soon after the first'),
  hollowApology: points('hollowApology').describe('half for one hollow reply, all for two'),
  confidence: points('confidence').describe('how sure it is that the gap is there'),
});
export type PriorityParts = z.infer<typeof PriorityParts>;

/** What makes an action urgent: a gap, or answers too few to know of one. */
type Reason = GapKind | 'too-few';

/**
 * Share of the severity's points by kind; judgement. Worst is what goes on although it was told again and again; little a
 * score that disagrees with its own comment, which may be a slip of the finger; least where nobody knows yet that anything
 * is wrong but what some complain of.
 */
const severityOf: Record<Reason, number> = {
  runaround: 1,
  unheard: 0.85,
  'dark-corner': 0.8,
  unanswered: 0.75,
  'cross-channel': 0.6,
  surge: 0.6,
  contradiction: 0.3,
  'too-few': 0.2,
};

/** Each tenfold counts the same, as staff time does not grow with the customers of one cause; a hundred is all. */
const reachOf = (customers: number): number => Math.min(1, Math.log10(Math.max(1, customers)) / 2);

/** As long as complaints at one touchpoint join one matter. */
const SOON_DAYS = 14;
/** As long as a matter holds surveys back: after that two complaints are two stories. */
const FORGOTTEN_DAYS = 60;

/** All of it within 14 days, fading evenly to nothing at 60. */
const soonness = (days: number | undefined): number =>
  days === undefined ? 0 : Math.min(1, Math.max(0, (FORGOTTEN_DAYS - days) / (FORGOTTEN_DAYS - SOON_DAYS)));

/** What the priority of an action is made of. */
export interface PriorityFacts {
  kind: Reason;
  /** Distinct customers touched; anonymous ones as one each. Of a dark corner in a month, of a surge in its days. */
  customers: number;
  /** 0 to 1: of the surest complaint in the evidence. */
  complaintProbability: number;
  /** 0 to 1: that the gap is there; of a compared cell 1 - q. */
  confidence: number;
  /** Days from a complaint to the next of the same customer, the shortest in the evidence; absent where none came. */
  daysToSecondComplaint?: number | undefined;
  /** Replies that apologise, thank or promise and mend nothing. */
  hollowReplies: number;
}

/** Points from which a priority is given; below the last it is P4. Set by the cases in this file's test. */
const thresholds = [
  { priority: 'P1', points: 50 },
  { priority: 'P2', points: 40 },
  { priority: 'P3', points: 20 },
] as const;

const requireRange = (name: keyof PriorityFacts, value: number, max: number): void => {
  if (!(value >= 0 && value <= max)) throw new RangeError(`${name}: expected 0 to ${max}`);
};

/** The priority that so many points in all come to. */
const priorityAt = (total: number): Priority => thresholds.find(({ points }) => total >= points)?.priority ?? 'P4';

/**
 * PRIORITY-1: what failed again after it was said to be done weighs as a second complaint that follows at once: all its
 * points, whatever else there is.
 */
export const failedAgain = (parts: PriorityParts): { priority: Priority; parts: PriorityParts } => {
  const worse = { ...parts, secondComplaint: weights.secondComplaint };
  return { priority: priorityAt(pointsOf(worse)), parts: worse };
};

/** The points of all parts together. */
export const pointsOf = (parts: PriorityParts): number => Object.values(parts).reduce((sum, points) => sum + points, 0);

/**
 * How soon an action must be done, and the parts it was decided from, 0 to 100 points in all.
 *
 * @throws RangeError where a probability lies outside 0 to 1 or a count or time is negative
 */
export const priorityOf = (facts: PriorityFacts): { priority: Priority; parts: PriorityParts } => {
  requireRange('complaintProbability', facts.complaintProbability, 1);
  requireRange('confidence', facts.confidence, 1);
  requireRange('customers', facts.customers, Number.POSITIVE_INFINITY);
  requireRange('hollowReplies', facts.hollowReplies, Number.POSITIVE_INFINITY);
  requireRange('daysToSecondComplaint', facts.daysToSecondComplaint ?? 0, Number.POSITIVE_INFINITY);
  const part = (name: keyof typeof weights, share: number): number => Math.round(weights[name] * share);
  const parts: PriorityParts = {
    severity: part('severity', severityOf[facts.kind] * facts.complaintProbability),
    customers: part('customers', reachOf(facts.customers)),
    secondComplaint: part('secondComplaint', soonness(facts.daysToSecondComplaint)),
    hollowApology: part('hollowApology', Math.min(1, facts.hollowReplies / 2)),
    confidence: part('confidence', facts.confidence),
  };
  return { priority: priorityAt(pointsOf(parts)), parts };
};

/**
 * Business hours to do it in, by the owner's calendar: one, two, five and ten working days of eight hours, fewer days
 * where the calendar's are longer.
 */
export const deadlineHours: Record<Priority, number> = { P1: 8, P2: 16, P3: 40, P4: 80 };

/** When an action is due, counted from when it was raised: what is found late is not born overdue. */
export const dueAt = (raisedAt: Instant, priority: Priority, calendar: BusinessCalendar): Instant =>
  addBusinessHours(raisedAt, deadlineHours[priority], calendar);
