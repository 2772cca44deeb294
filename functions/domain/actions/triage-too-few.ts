import type { Instant } from '../instant.ts';
import { type Cell, cellKey, cellOf } from '../touchpoints/tally-row.ts';
import { type Action, actionId, type Triage } from './action.ts';
import { joined, ownedBy, raised } from './decision.ts';
import type { Owners } from './owners.ts';
import { priorityOf } from './priority.ts';
import { ended, untouched } from './settle.ts';
import { about } from './titles.ts';

/** Customers who complain at a touchpoint from which it is worth asking more of them; judgement: fewer complain anywhere. */
export const MANY_COMPLAINING = 5;
/** Fewer end it: apart from the above, so that one customer more or less does not open and end it day by day. */
export const FEW_COMPLAINING = 3;

/** What is known of a touchpoint over the window. */
export interface Knowledge {
  /** Answers with a score. */
  answers: number;
  /** Answers that would be enough; 0 where they are. */
  needed: number;
  /** Distinct customers who complained unasked. */
  complaining: number;
  /** Ids of facts in which they did, as evidence. */
  facts: readonly string[];
}

/** The action that too few answers of a touchpoint raise. */
export const askActionId = (cell: Cell): string => actionId('ask', cellKey(cell));

/**
 * TRIAGE-9: a touchpoint whose answers are too few to know it, while at least five customers complain, has one action to
 * ask more of them; nobody having taken it up, it ends when the answers are enough or fewer than three complain.
 *
 * @param existing the action, where it was raised before
 * @throws RangeError where a count is negative or no number
 */
export const triageTooFew = (
  cell: Cell,
  knowledge: Knowledge,
  existing: Action | undefined,
  owners: Owners,
  asOf: Instant,
): Triage | undefined => {
  const { answers, needed, complaining, facts } = knowledge;
  if (![answers, needed, complaining].every((count) => count >= 0)) throw new RangeError('expected counts from 0');
  if (existing && untouched(existing)) {
    if (answers >= needed) return ended(existing, 'resolved', 'there are answers enough', asOf);
    if (complaining < FEW_COMPLAINING) return ended(existing, 'resolved', 'few customers complain', asOf);
  }
  if (answers >= needed || complaining < MANY_COMPLAINING) return undefined;
  // Both are counted, so that nothing about them is doubtful; what they hide is what is to be asked.
  const sure = { complaintProbability: 1, confidence: 1, hollowReplies: 0 };
  const place = cellOf(cell);
  const decision = {
    title: `Too few answers to know ${about(place)}: ${answers} of ${needed} needed, while ${complaining} customers complained`,
    ...priorityOf({ kind: 'too-few', customers: complaining, ...sure }),
    // Whoever would have to fix the place asks, whatever is complained of.
    ...ownedBy(owners, { kind: 'dark-corner', ...place }),
    gapIds: [],
    evidence: facts,
    told: { customers: complaining },
  };
  if (existing) return joined(existing, decision, asOf);
  return raised({ id: askActionId(cell), kind: 'ask', openedAt: asOf, ...place }, decision, asOf);
};
