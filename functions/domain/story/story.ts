import { contradiction } from '../gaps/contradiction.ts';
import { crossChannel } from '../gaps/cross-channel.ts';
import type { Gap, GapRule, MatterView } from '../gaps/gap.ts';
import { runaround } from '../gaps/runaround.ts';
import { unanswered } from '../gaps/unanswered.ts';
import { unheard } from '../gaps/unheard.ts';
import { DAY, dayOf, type Instant, plus, startOf } from '../instant.ts';
import { type Fact, factSortKey } from '../message/fact.ts';
import { customerOf } from '../message/identity.ts';
import type { Sentiment } from '../scoring/sentiment.ts';
import type { TallyRow } from '../touchpoints/tally-row.ts';
import { attribution } from './attribution.ts';
import { currentFacts } from './current-facts.ts';
import { type HeardFact, hear } from './heard-fact.ts';
import { invitationsOf } from './invitations.ts';
import { lastComplaint, MATTER_LASTS, mattersOf } from './matters.ts';
import { tallyRowsOf } from './tally.ts';
import { type AddWorkingHours, verdictOn } from './verdict.ts';

/** A fold reads at most so many of a story's newest facts. */
export const STORY_FACTS = 500;
/** And reaches back no further. */
export const STORY_DAYS = 180;

const rules: readonly GapRule[] = [unanswered, unheard, contradiction, crossChannel, runaround];

/** What a fold is made from: the facts of one story, however they came. */
export interface StoryInput {
  story: string;
  facts: readonly Fact[];
  /** By a fact's sort key. */
  sentiments: ReadonlyMap<string, Sentiment>;
  /** Nothing later is looked at. */
  asOf: Instant;
  addWorkingHours: AddWorkingHours;
  /** Keyed hash of the customer; absent for stories without one. */
  customerHash?: string;
}

export interface StoryFold {
  /** How this fold ranks among those of the same story; a lesser one never overwrites a greater. */
  order: string;
  /** The earliest time the fold looked at. */
  horizon: Instant;
  heard: HeardFact[];
  matters: MatterView[];
  gaps: Gap[];
  rows: TallyRow[];
  /** Surveys to this customer are on hold until then. */
  holdUntil?: Instant;
  /** When the fold will come out different although nothing more is said. */
  dueAt?: Instant;
}

/** The start of what a fold as of some time looks at: a whole day, so that it moves once a day. */
export const horizonOf = (asOf: Instant): Instant => startOf(dayOf(plus(asOf, -STORY_DAYS * DAY)));

/** The facts a fold looks at, each once: the newest up to its time and back to its horizon. */
export const lookedAt = (facts: readonly Fact[], asOf: Instant): Fact[] => {
  const horizon = horizonOf(asOf);
  const near = facts.filter(({ message: { occurredAt } }) => occurredAt >= horizon && occurredAt <= asOf);
  return [...new Map(near.map((fact) => [factSortKey(fact), fact]))]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .slice(-STORY_FACTS)
    .map(([, fact]) => fact);
};

/**
 * STORY-1: a fold of more facts wins over one of fewer, a later one over an earlier; what lies behind the horizon is no
 * longer counted, so a later horizon goes first. Text that sorts.
 */
const orderOf = (horizon: Instant, facts: number, asOf: Instant): string =>
  `${horizon}#${String(facts).padStart(6, '0')}#${asOf}`;

/**
 * Folds one story: the same facts give the same matters, gaps and rows, whatever their order and however often they came.
 */
export const foldStory = (input: StoryInput): StoryFold => {
  const { story, asOf } = input;
  const read = lookedAt(input.facts, asOf);
  // Corrections and withdrawals count as read: what they make room for was still not looked at.
  const oldest = read.length < STORY_FACTS ? undefined : read[0]?.message.occurredAt;
  const horizon = oldest ?? horizonOf(asOf);
  const facts = currentFacts(story, read);
  const placed = attribution(facts);
  const heard = facts.map((fact) => hear(fact, placed(fact), input.sentiments.get(factSortKey(fact))));
  const invitations = invitationsOf(heard);
  const customerId = customerOf(story);
  const matters: MatterView[] = (customerId === undefined ? [] : mattersOf(story, customerId, heard)).map((matter) => ({
    matter,
    verdicts: matter.complaints.map((complaint) =>
      verdictOn(complaint, matter, invitations, input.addWorkingHours, asOf),
    ),
  }));
  const view = customerId === undefined ? undefined : { story, customerId, heard, invitations, matters, asOf };
  const findings = view ? rules.map((rule) => rule(view)) : [];
  const open = matters.map(({ matter }) => matter).filter((matter) => !matter.remedy);
  const holds = open.map((matter) => plus(lastComplaint(matter).lastAt, MATTER_LASTS)).sort();
  const holdUntil = holds.at(-1);
  const teller = {
    story,
    heard,
    matters: matters.map(({ matter }) => matter),
    ...(input.customerHash ? { customer: input.customerHash } : {}),
  };
  const dueAt = findings.flatMap(({ due }) => due).sort()[0];
  return {
    order: orderOf(horizon, read.length, asOf),
    horizon,
    heard,
    matters,
    gaps: findings.flatMap(({ gaps }) => gaps),
    rows: tallyRowsOf(teller, invitations),
    ...(holdUntil !== undefined && holdUntil > asOf ? { holdUntil } : {}),
    ...(dueAt ? { dueAt } : {}),
  };
};
