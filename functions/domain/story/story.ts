import { contradiction } from '../gaps/contradiction.ts';
import { crossChannel } from '../gaps/cross-channel.ts';
import type { Gap, GapRule, MatterView } from '../gaps/gap.ts';
import { runaround } from '../gaps/runaround.ts';
import { unanswered } from '../gaps/unanswered.ts';
import { unheard } from '../gaps/unheard.ts';
import { type Day, dayOf, type Instant } from '../instant.ts';
import { type Fact, factSortKey } from '../message/fact.ts';
import { customerOf, digest } from '../message/identity.ts';
import type { Sentiment } from '../scoring/sentiment.ts';
import type { TallyRow } from '../touchpoints/tally-row.ts';
import { conductOf } from '../why/conduct.ts';
import type { Taxonomy } from '../why/taxonomy.ts';
import { whyOf } from '../why/why.ts';
import { attribution } from './attribution.ts';
import { currentFacts } from './current-facts.ts';
import { firstReplies } from './first-replies.ts';
import { guestDaysAmong } from './guests.ts';
import { hear } from './hear.ts';
import type { HeardFact } from './heard-fact.ts';
import { type HeldMatter, heldBy } from './hold.ts';
import { invitationsOf } from './invitations.ts';
import { mattersOf } from './matters.ts';
import { horizonOf, lookedAt, STORY_FACTS, withinReach } from './reach.ts';
import { tallyRowsOf } from './tally.ts';
import { type AddWorkingHours, verdictOn } from './verdict.ts';

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
  taxonomy: Taxonomy;
  /** Keyed hash of the customer; absent for stories without one. */
  customerHash?: string;
  /** Days known for guest days, from the first day that the fold may look at on. */
  guestDays?: readonly Day[];
}

export interface StoryFold {
  /** How this fold ranks among those of the same story; a lesser one never overwrites a greater. */
  order: string;
  /** The earliest time the fold looked at. */
  horizon: Instant;
  /** Known or found: what was said on them is told in other stories. */
  guestDays: readonly Day[];
  heard: HeardFact[];
  matters: MatterView[];
  gaps: Gap[];
  rows: TallyRow[];
  /** What stands for the story in the rows. */
  speaker: string;
  /** Matters that hold surveys to this customer back, in the order in which they began. */
  held: HeldMatter[];
  /** When the fold will come out different although nothing more is said. */
  dueAt?: Instant;
}

/**
 * STORY-1: of the same day, a fold that knows of more guest days wins, then one that looks less far back, then one of more
 * facts, then one of more scores, then the later; a fold of a later day before all, for what lies behind its horizon no longer counts. Text that
 * sorts.
 */
const orderOf = (asOf: Instant, guestDays: number, horizon: Instant, facts: number, scores: number): string =>
  [dayOf(horizonOf(asOf)), padded(guestDays, 3), horizon, padded(facts, 6), padded(scores, 6), asOf].join('#');

const padded = (count: number, digits: number): string => String(count).padStart(digits, '0');

/**
 * Folds one story: the same facts give the same matters, gaps and rows, whatever their order and however often they came.
 */
export const foldStory = (input: StoryInput): StoryFold => {
  const { story, asOf } = input;
  const found = guestDaysAmong(story, withinReach(input.facts, asOf)).keys();
  const guestDays = [...new Set([...(input.guestDays ?? []), ...found])].sort();
  const isOfGuestDay = ({ message }: Fact): boolean => guestDays.includes(dayOf(message.occurredAt));
  const read = lookedAt(input.facts, asOf, guestDays);
  // Corrections and withdrawals count as read: what they make room for was still not looked at.
  const ordinary = read.filter((fact) => !isOfGuestDay(fact));
  const oldest = ordinary.length < STORY_FACTS ? undefined : ordinary[0]?.message.occurredAt;
  const horizon = oldest ?? horizonOf(asOf);
  const facts = currentFacts(story, read).filter((fact) => !isOfGuestDay(fact));
  const placed = attribution(facts);
  const replies = firstReplies(facts);
  const heard = facts.map((fact) =>
    hear(fact, placed(fact), input.taxonomy, input.sentiments.get(factSortKey(fact)), replies.get(fact.id)),
  );
  const invitations = invitationsOf(heard);
  const customerId = customerOf(story);
  const matters: MatterView[] = (customerId === undefined ? [] : mattersOf(story, customerId, heard)).map((matter) => ({
    matter,
    verdicts: matter.complaints.map((complaint) =>
      verdictOn(complaint, matter, invitations, input.addWorkingHours, asOf),
    ),
  }));
  const view = customerId === undefined ? undefined : { story, customerId, heard, invitations, matters, asOf };
  const conduct = conductOf(matters);
  const byId = new Map(heard.map((one) => [one.fact.id, one]));
  const explained = (gap: Gap): Gap => ({
    ...gap,
    why: whyOf(
      gap.facts.flatMap((id) => byId.get(id) ?? []),
      conduct,
    ),
  });
  const findings = view ? rules.map((rule) => rule(view)) : [];
  const held = heldBy(
    matters.map(({ matter }) => matter),
    asOf,
  );
  const speaker = input.customerHash ?? digest(story);
  const teller = {
    story,
    heard,
    matters: matters.map(({ matter }) => matter),
    speaker,
    ...(input.customerHash ? { customer: input.customerHash } : {}),
  };
  const [dueAt] = [...findings.flatMap(({ due }) => due), ...held.map(({ until }) => until)].sort();
  return {
    order: orderOf(asOf, guestDays.length, horizon, read.length, heard.filter(({ sentiment }) => sentiment).length),
    horizon,
    guestDays,
    heard,
    matters,
    gaps: findings.flatMap(({ gaps }) => gaps).map(explained),
    rows: tallyRowsOf(teller, invitations),
    speaker,
    held,
    ...(dueAt ? { dueAt } : {}),
  };
};
