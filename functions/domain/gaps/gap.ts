import type { Day, Instant } from '../instant.ts';
import { digest } from '../message/identity.ts';
import type { Impact } from '../silence/compared.ts';
import type { Place } from '../story/attribution.ts';
import type { HeardFact } from '../story/heard-fact.ts';
import type { Invitation } from '../story/invitations.ts';
import type { Matter } from '../story/matters.ts';
import type { Verdict } from '../story/verdict.ts';
import type { Cell } from '../touchpoints/tally-row.ts';
import type { Why } from '../why/why.ts';

export const customerGapKinds = ['unanswered', 'unheard', 'contradiction', 'cross-channel', 'runaround'] as const;
export const gapKinds = [...customerGapKinds, 'dark-corner', 'surge'] as const;
export type GapKind = (typeof gapKinds)[number];

export const gapStates = ['suspected', 'open', 'cleared'] as const;
export type GapState = (typeof gapStates)[number];

/** One turn in a gap's life, at the time of the event that brought it. */
export interface Turn {
  state: GapState;
  at: Instant;
}

/** How many customers complain in the days of a surge. */
export interface SurgeFigures {
  /** Length of the span, up to the last look. */
  days: number;
  /** Distinct complaining customers a day, added over the span. */
  customers: number;
  /** Of these, those whom the cell's history and weekdays explain; not a whole number. */
  expected: number;
}

/** A stored disagreement between what is measured and what is said. */
export interface Gap {
  id: string;
  kind: GapKind;
  /** Of a `touchpoint` at all its locations only the touchpoint is named, of a `location` only the location. */
  scope: 'customer' | 'cell' | 'touchpoint' | 'location';
  touchpoint?: string;
  location?: string;
  customerId?: string;
  /** Evidence, as fact ids in time order. */
  facts: string[];
  state: GapState;
  openedAt: Instant;
  /** Event time of the fact that decided it; an action counts its age from here. */
  decidedBy: Instant;
  history: Turn[];
  matterId?: string;
  /** Absent in gaps that were found before it was told. */
  why?: Why;
  /** Probability, 0 to 1, that what it rests on is what it seems; of several facts, the surest. */
  confidence: number;
  /** Of a compared cell, as are those below: of a dark corner points of net, of a surge customers over those expected. */
  size?: number;
  low?: number;
  high?: number;
  /** False discovery rate, 0 to 1, at which it would just be told. */
  qValue?: number;
  /** Of a dark corner. */
  impact?: Impact;
  surge?: SurgeFigures;
  /** Days of the looks, among the last, at which it was found. */
  foundOn?: Day[];
  /** Of a gap over several cells, the one whose action it joins; as it was when the gap first appeared. */
  anchor?: Cell;
}

/** Everything a rule may look at. Rules know nothing after `asOf`. */
export interface StoryView {
  story: string;
  customerId: string;
  heard: readonly HeardFact[];
  invitations: readonly Invitation[];
  matters: readonly MatterView[];
  asOf: Instant;
}

/** A matter with what became of each of its complaints. */
export interface MatterView {
  matter: Matter;
  verdicts: readonly Verdict[];
}

/** A gap of a customer, or the time when one may come to be although nothing more happens. */
export interface Finding {
  gaps: Gap[];
  /** Times after `asOf` at which the rule must be asked again. */
  due: Instant[];
}

export type GapRule = (view: StoryView) => Finding;

export const gapId = (kind: GapKind, ...parts: readonly string[]): string => `${kind}-${digest(...parts)}`;

/** The kind of a gap by its id, which begins with it; `undefined` where no gap has such an id. */
export const kindOfGap = (id: string): GapKind | undefined => gapKinds.find((kind) => id.startsWith(`${kind}-`));

const inTimeOrder = (facts: readonly HeardFact[]): string[] => [
  ...new Set(
    [...facts]
      .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.fact.id < b.fact.id ? -1 : 1))
      .map((heard) => heard.fact.id),
  ),
];

/** Makes a customer's gap from its turns (in time order, the first opening or suspecting it). */
export const customerGap = (found: {
  id: string;
  kind: GapKind;
  customerId: string;
  place: Place;
  facts: readonly HeardFact[];
  decidedBy: HeardFact;
  turns: readonly [Turn, ...Turn[]];
  confidence: number;
  matter?: Matter;
}): Gap => ({
  id: found.id,
  kind: found.kind,
  scope: 'customer',
  ...found.place,
  customerId: found.customerId,
  facts: inTimeOrder(found.facts),
  state: (found.turns.at(-1) as Turn).state,
  openedAt: found.turns[0].at,
  decidedBy: found.decidedBy.at,
  history: [...found.turns],
  confidence: found.confidence,
  ...(found.matter ? { matterId: found.matter.id } : {}),
});

/** The surest of several complaints. */
export const surest = (facts: readonly HeardFact[]): number =>
  Math.max(0, ...facts.map((heard) => heard.complaint?.probability ?? 0));
