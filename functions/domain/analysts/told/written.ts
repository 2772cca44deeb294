import { customerWords, type Fact, isStaffNote } from '../../message/fact.ts';
import { quotableNote } from '../../why/staff-notes.ts';
import type { Words } from '../answers.ts';

type Written = Words['words'][number];

/** What a customer, or we to a customer, or staff of a customer wrote, redacted and whole; `undefined` where nobody did. */
export const written = ({ message }: Fact): string | undefined =>
  customerWords(message) ?? ('body' in message && message.kind === 'text' ? message.body : undefined);

/** The same, but of notes by staff only those that may be quoted. */
export const writtenForOwners = (fact: Fact): string | undefined =>
  isStaffNote(fact.message) ? quotableNote(fact.message) : written(fact);

/** Bytes of words of one answer: Lambda answers with 6 MB at most (Lambda quotas), and much else is told beside them. */
const MOST_BYTES = 4_000_000;

/**
 * The words of facts, by fact, in their order; of more than fit an answer the last.
 *
 * @param most entries
 */
export const wordsOfFacts = (
  facts: readonly Fact[],
  most: number,
  tell: (fact: Fact) => string | undefined,
): Written[] => {
  const words: Written[] = [];
  let left = MOST_BYTES;
  for (const fact of facts.toReversed()) {
    const text = tell(fact);
    if (text === undefined) continue;
    left -= Buffer.byteLength(JSON.stringify(text));
    if (left < 0 || words.length === most) break;
    words.unshift({ fact: fact.id, text });
  }
  return words;
};
