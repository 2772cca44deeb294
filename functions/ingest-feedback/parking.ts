import type { Instant } from '../domain/instant.ts';
import { type Fact, factSortKey } from '../domain/message/fact.ts';
import type { Scoring } from '../domain/scoring/answers.ts';
import type { ParkReason, UnscorableReason, UnscoredWords } from '../domain/scoring/unscored.ts';

/** What came of a batch's words, by the facts' sort keys. */
export type Heard = Pick<Scoring, 'scored' | 'refused' | 'unavailable'>;

/** Marks of the kept facts whose words have no sentiment. */
export const unscoredAmong = (
  kept: readonly { fact: Fact; backfill: boolean }[],
  { refused, unavailable }: Heard,
  scorer: string,
  since: Instant,
): UnscoredWords[] =>
  kept.flatMap(({ fact, backfill }): UnscoredWords[] => {
    const key = factSortKey(fact);
    const words = { story: fact.story, fact: key, language: fact.language ?? 'und', since, backfill };
    const cannot = refused.get(key);
    if (cannot) return [{ kind: 'unscorable', ...words, reason: cannot, scorer }];
    const not = unavailable.get(key);
    return not ? [{ kind: 'parked', ...words, reason: not.reason, tries: 0 }] : [];
  });

/** How many of a batch's words were set aside for each reason, and the last error that was told of it. */
export const tallyOfReasons = (
  marks: readonly UnscoredWords[],
  { unavailable }: Heard,
): { reason: ParkReason | UnscorableReason; texts: number; error?: string }[] =>
  [...Map.groupBy(marks, ({ reason }) => reason)].map(([reason, same]) => {
    const error = same.map(({ fact }) => unavailable.get(fact)?.error).findLast((name) => name !== undefined);
    return { reason, texts: same.length, ...(error ? { error } : {}) };
  });
