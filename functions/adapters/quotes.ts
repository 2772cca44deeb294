import { customerWords } from '../domain/message/fact.ts';
import type { Quoted } from '../domain/outputs/why.ts';
import type { TouchpointSummary } from '../domain/touchpoints/comparison.ts';
import type { WordsRef } from '../domain/touchpoints/said.ts';
import { quotableNote } from '../domain/why/staff-notes.ts';
import type { TouchpointWhy } from '../domain/why/touchpoint-why.ts';
import type { StoredFacts } from './facts.ts';
import type { Touchpoints } from './touchpoints.ts';

/** Longer ones are cut. */
const QUOTED_CHARACTERS = 300;

const cut = (text: string): string => {
  const characters = [...text.replace(/\s+/g, ' ').trim()];
  return characters.length <= QUOTED_CHARACTERS
    ? characters.join('')
    : `${characters.slice(0, QUOTED_CHARACTERS - 1).join('')}…`;
};

/** What quotes are drawn from. */
export interface QuotedOf {
  summary: TouchpointSummary;
  why?: TouchpointWhy | undefined;
}

/** Reads the words that are to be quoted of touchpoints, where they are kept. */
export class Quotes {
  readonly #facts: StoredFacts;
  readonly #touchpoints: Touchpoints;

  constructor(facts: StoredFacts, touchpoints: Touchpoints) {
    this.#facts = facts;
    this.#touchpoints = touchpoints;
  }

  async of(touchpoints: readonly QuotedOf[]): Promise<Quoted> {
    const refs: WordsRef[] = touchpoints.flatMap(({ summary: { coverage }, why }) => [
      ...(why ? [...why.quotes, ...why.counterExamples] : []),
      ...('notes' in coverage ? coverage.notes.newest.map(({ words }) => words) : []),
    ]);
    const found = await this.#facts.at(await this.#touchpoints.inStories(refs));
    const texts = new Map(
      found.flatMap(({ ref, fact }) => {
        const text = customerWords(fact.message) ?? quotableNote(fact.message);
        return text === undefined
          ? []
          : [[JSON.stringify([ref.speaker, ref.fact]), { fact: fact.id, text: cut(text) }]];
      }),
    );
    return ({ speaker, fact }) => texts.get(JSON.stringify([speaker, fact]));
  }
}
