import type { Fact } from '../domain/message/fact.ts';
import type { Scoring } from '../domain/scoring/answers.ts';
import type { Sentiment } from '../domain/scoring/sentiment.ts';
import type { ParkedWords, UnscorableWords, UnscoredWords } from '../domain/scoring/unscored.ts';

/**
 * Runs in which the scorer answered for others and not for these words: five hours of quarters, and it counts as their
 * fault. Otherwise they would be asked for, and maybe billed, for ever.
 */
export const TRIES = 20;

/** What a mark came to. */
export type Outcome =
  /** There is a score: told now, or told before by a run that broke off. */
  | { kind: 'scored'; mark: UnscoredWords; fact: Fact; sentiment?: Sentiment }
  /** The fact expired, was erased, or has no words. */
  | { kind: 'gone'; mark: UnscoredWords }
  /** Marked anew; where that is under another key, `instead` of the mark that was read. */
  | { kind: 'waits'; mark: UnscoredWords; instead?: UnscoredWords };

/**
 * Decides what becomes of a mark.
 *
 * @param known whether the fact had a score already
 */
export const outcomeOf = (
  mark: UnscoredWords,
  fact: Fact | undefined,
  known: boolean,
  { scored, refused, unavailable, halted }: Scoring,
  scorer: string,
): Outcome => {
  if (!fact) return { kind: 'gone', mark };
  const sentiment = scored.get(mark.fact);
  if (known || sentiment) return { kind: 'scored', mark, fact, ...(sentiment ? { sentiment } : {}) };
  const { story, language, since, backfill } = mark;
  const words = { story, fact: mark.fact, language, since, backfill };
  const parkedTries = mark.kind === 'parked' ? mark.tries : 0;
  const setback = unavailable.get(mark.fact);
  const tries = parkedTries + (setback?.reason === 'outage' && halted === undefined && scored.size > 0 ? 1 : 0);
  const cannot = refused.get(mark.fact) ?? (tries >= TRIES ? 'refused' : undefined);
  const instead = (next: ParkedWords | UnscorableWords): Outcome => ({
    kind: 'waits',
    mark: next,
    ...(next.kind === mark.kind && next.kind === 'parked' ? {} : { instead: mark }),
  });
  if (cannot) return instead({ kind: 'unscorable', ...words, reason: cannot, scorer });
  return setback ? instead({ kind: 'parked', ...words, reason: setback.reason, tries }) : { kind: 'gone', mark };
};
