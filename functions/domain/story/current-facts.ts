import { type Fact, type FeedbackFact, isFeedback, isOurReply } from '../message/fact.ts';

/** CORRECTION-1: the highest revision wins; a withdrawal wins over an equal one; then the greater content hash. */
const supersedes = (a: Fact, b: Fact): boolean => {
  if (a.message.revision !== b.message.revision) return a.message.revision > b.message.revision;
  if (a.message.retracted !== b.message.retracted) return a.message.retracted;
  return a.contentHash > b.contentHash;
};

/** The winning revision of every feedback, withdrawals among them, in no particular order. */
export const latestRevisions = (facts: readonly Fact[]): Fact[] => {
  const latest = new Map<string, Fact>();
  for (const fact of facts) {
    const held = latest.get(fact.feedback);
    if (!held || supersedes(fact, held)) latest.set(fact.feedback, fact);
  }
  return [...latest.values()];
};

/** At one instant, as where a gateway tells whole seconds, what we say comes after what was said to us. */
const inTime = (a: FeedbackFact, b: FeedbackFact): number => {
  if (a.message.occurredAt !== b.message.occurredAt) return a.message.occurredAt < b.message.occurredAt ? -1 : 1;
  return Number(isOurReply(a)) - Number(isOurReply(b)) || (a.id < b.id ? -1 : 1);
};

/**
 * The feedbacks that stand in a story, oldest first: corrected, without what was withdrawn, and without what a correction
 * has moved to another customer. The order and number of the facts given make no difference: where a fact is there both as
 * the story's own and as told of another, its own counts.
 */
export const currentFacts = (story: string, facts: readonly Fact[]): FeedbackFact[] =>
  latestRevisions([...facts].sort((a, b) => Number(b.story === story) - Number(a.story === story)))
    .filter(isFeedback)
    .filter((fact) => fact.story === story)
    .sort(inTime);
