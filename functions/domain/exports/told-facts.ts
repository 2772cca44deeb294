import type { Instant } from '../instant.ts';
import { type Fact, type FeedbackFact, factSortKey, isFeedback } from '../message/fact.ts';
import { type FactEntry, factEntry } from '../outputs/fact-entry.ts';
import type { Sentiment } from '../scoring/sentiment.ts';
import { attribution, type Place } from '../story/attribution.ts';
import { currentFacts } from '../story/current-facts.ts';
import { firstReplies } from '../story/first-replies.ts';
import { hear } from '../story/hear.ts';
import type { HeardFact } from '../story/heard-fact.ts';
import { lookedAt } from '../story/reach.ts';
import type { Taxonomy } from '../why/taxonomy.ts';

/** The facts of a story, with what a scorer said of them by the fact's sort key. */
export interface ReadStory {
  story: string;
  facts: readonly Fact[];
  sentiments: ReadonlyMap<string, Sentiment>;
}

/** How facts are heard. */
export interface Hearing {
  taxonomy: Taxonomy;
  asOf: Instant;
  /** Who scored, as a reader should know it. */
  scorer: string;
}

/** A fact with its entry. */
export interface ToldFact {
  fact: Fact;
  entry: FactEntry;
}

/** One fact an id: of two contents under one id the greater hash counts, as in every fold. */
const distinct = (facts: readonly Fact[]): Fact[] => {
  const byId = new Map<string, Fact>();
  for (const fact of facts) {
    const held = byId.get(fact.id);
    if (!held || fact.contentHash > held.contentHash) byId.set(fact.id, fact);
  }
  return [...byId.values()].sort((a, b) => (factSortKey(a) < factSortKey(b) ? -1 : 1));
};

/**
 * The entries of a story's own facts: those up to `asOf` are heard where they belong in the story, later ones by themselves.
 *
 * @param isMeant which are told; all are heard beside each other
 */
export const toldFacts = (
  { story, facts, sentiments }: ReadStory,
  { taxonomy, asOf, scorer }: Hearing,
  isMeant: (fact: Fact) => boolean = () => true,
): ToldFact[] => {
  const upToNow = facts.filter(({ message }) => message.occurredAt <= asOf);
  const looked = lookedAt(upToNow, asOf);
  const seen = new Set(looked);
  const current = currentFacts(story, looked);
  const asFolded = attribution(current);
  const replies = firstReplies(current);
  const asAWhole = attribution(currentFacts(story, upToNow));
  /** As the last fold placed it; what that fold no longer looks at, by the whole story. */
  const placed = (fact: FeedbackFact): Place => (seen.has(fact) ? asFolded : asAWhole)(fact);
  const heard = (fact: Fact): HeardFact | undefined =>
    isFeedback(fact)
      ? hear(fact, placed(fact), taxonomy, sentiments.get(factSortKey(fact)), replies.get(fact.id))
      : undefined;
  return distinct(facts.filter((fact) => fact.story === story))
    .filter(isMeant)
    .map((fact) => ({ fact, entry: factEntry(fact, heard(fact), scorer) }));
};
