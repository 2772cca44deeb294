import { evidenceOf } from '../../functions/domain/hearing/evidence.ts';
import { termsOf } from '../../functions/domain/hearing/word-weights.ts';
import { fold } from '../../functions/domain/hearing/words.ts';
import type { Source } from './sources.ts';

/** A word, or two that follow one another, of a language; and which way it may speak. */
export interface Term {
  language: string;
  words: string;
  /** 1: it is a cue of grievance, and may not speak against a complaint; -1: of praise, and may not speak for one. */
  sign: -1 | 0 | 1;
}

/** Fewer texts tell nothing of a term. */
const LEAST_TEXTS = 4;
/** An English term that only one origin knows may be its place's, its firm's or its trade's own. */
const LEAST_ORIGINS = { en: 2, other: 1 } as const;

/** Names that the capitals do not tell: one that begins sentences, an invented firm that is also a tag in German. */
const NAMES = new Set(['alex', 'regiozug']);

const WORD = /\p{L}+(?:['’]\p{L}+)?/gu;
const CAPITAL = /^\p{Lu}/u;
/** "I", "I've". */
const FIRST_PERSON = /^I(?:['’]|$)/;
/** What comes before a word that has its capital only from beginning a sentence, a line or a quotation. */
const SENTENCE_BEGINS = /(?:^|[.!?:;…"“”«»(\n*-])\s*['‘]?$/;

/** Words that within a sentence are mostly written with a capital: places, firms, days. German writes all nouns so. */
const namesOf = (texts: readonly string[]): Set<string> => {
  const capitals = new Map<string, number>();
  for (const text of texts) {
    if (text === text.toUpperCase()) continue;
    for (const { 0: word, index } of text.matchAll(WORD)) {
      if (FIRST_PERSON.test(word) || SENTENCE_BEGINS.test(text.slice(0, index))) continue;
      const folded = fold(word).replace(/['’]/, '');
      capitals.set(folded, (capitals.get(folded) ?? 0) + (CAPITAL.test(word) ? 1 : -1));
    }
  }
  return new Set([...capitals].filter(([, balance]) => balance > 0).map(([word]) => word));
};

const signOf = (words: string, language: string): Term['sign'] => {
  const { grievances, praise, contentment } = evidenceOf(words, language);
  if (grievances > 0) return 1;
  return praise + contentment > 0 ? -1 : 0;
};

/** The terms that are in enough texts of enough origins to be weighed, and name nobody; in the same order always. */
export const vocabularyOf = (sources: readonly Source[]): Term[] => {
  const found = new Map<string, Map<string, { texts: number; origins: Set<string> }>>();
  const texts = new Map<string, string[]>();
  for (const { origin, sentences } of sources) {
    for (const { reading } of sentences) {
      const { language, words, text } = reading;
      const terms = found.get(language) ?? new Map<string, { texts: number; origins: Set<string> }>();
      found.set(language, terms);
      const written = texts.get(language) ?? [];
      texts.set(language, written);
      written.push(text);
      for (const term of termsOf(words)) {
        const known = terms.get(term) ?? { texts: 0, origins: new Set() };
        terms.set(term, known);
        known.texts++;
        known.origins.add(origin);
      }
    }
  }
  return [...found.keys()].sort().flatMap((language) => {
    const kind = language === 'en' ? 'en' : 'other';
    const names = language === 'de' ? NAMES : namesOf(texts.get(language) ?? []).union(NAMES);
    return [...(found.get(language) ?? [])]
      .filter(([words, seen]) => {
        const isName = words.split(' ').some((word) => names.has(word));
        return !isName && seen.texts >= LEAST_TEXTS && seen.origins.size >= LEAST_ORIGINS[kind];
      })
      .map(([words]): Term => ({ language, words, sign: signOf(words.replace('^ ', ''), language) }))
      .sort((a, b) => (a.words < b.words ? -1 : 1));
  });
};
