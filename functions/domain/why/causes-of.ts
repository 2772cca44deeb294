import { spokenWords } from '../hearing/evidence.ts';
import { type Phrases, phrasesOf } from '../hearing/phrases.ts';
import { isStop } from '../hearing/words.ts';
import { causeSheets } from './causes/in-order.ts';
import { countedIn } from './counted.ts';
import { denials } from './denials.ts';
import { type CauseLanguage, type CauseRule, causeLanguages, type RootCause } from './root-cause.ts';
import { type Held, type SaidUse, settle, type Use } from './rules-held.ts';
import { phrasesIn } from './wordings.ts';

/**
 * A cause with what it was told by; `evidence` holds phrases of our sheets, parted by `…` where one follows another, and
 * none of the customer's words.
 */
export interface Cause {
  cause: RootCause;
  rules: string[];
  evidence: string[];
}

interface Reader {
  language: CauseLanguage;
  uses: Phrases<Use>;
  denials: Phrases<boolean>;
}

/** A denial reaches this many words on, "no very long queue": judgement. */
const DENIAL_REACH = 2;

const usesOf = (rule: CauseRule, language: CauseLanguage): Use[] =>
  (['any', 'with', 'followedBy', 'unless'] as const).flatMap((part) =>
    phrasesIn(rule[part]?.[language] ?? '', language).map((phrase) => ({ rule, part, phrase })),
  );

const readerOf = (language: CauseLanguage): Reader => {
  const counted = countedIn(language);
  const uses = causeSheets.flatMap(({ rules }) => rules.flatMap((rule) => usesOf(rule, language)));
  const { denying, sparing } = denials[language];
  return {
    language,
    uses: phrasesOf(uses.map((use) => [use, counted(use.phrase)] as const)),
    denials: phrasesOf([
      [true, denying],
      [false, sparing],
    ]),
  };
};

const readers = new Map<string, Reader>(causeLanguages.map((language) => [language, readerOf(language)]));

const ENDS_SENTENCE = /^[.!?\n…]$/;

const heldIn = (words: readonly string[], reader: Reader): Held => {
  const held: Held = new Map();
  let said: SaidUse[] = [];
  let waiting: SaidUse[] = [];
  let deniedUntil = -1;
  let at = 0;
  const take = (use: Use): void => {
    if (use.part === 'any' && use.rule.deniable && at <= deniedUntil) return;
    said.push({ use, at });
  };
  for (; at < words.length; at++) {
    const word = words[at] ?? '';
    if (isStop(word)) {
      deniedUntil = -1;
      // A sentence of which no rule has a word does not part two that have.
      if (said.length > 0 && ENDS_SENTENCE.test(word)) {
        waiting = settle(said, waiting, reader.language, held);
        said = [];
      }
      continue;
    }
    reader.uses.each(words, at, take);
    const denial = reader.denials.at(words, at);
    if (denial?.value) deniedUntil = at + denial.length - 1 + DENIAL_REACH;
  }
  settle(said, waiting, reader.language, held);
  return held;
};

/** One who says a thing so often means that, and says other things by the way: judgement, held against labels. */
const PHRASES_THAT_LEAVE_ASIDES = 3;

const withoutAsides = (causes: Cause[]): Cause[] => {
  const most = Math.max(...causes.map(({ evidence }) => evidence.length));
  return most < PHRASES_THAT_LEAVE_ASIDES ? causes : causes.filter(({ evidence }) => evidence.length > 1);
};

/**
 * The root causes that a complaint's words show, in the order of `rootCauses`; `defect` only where no other shows. Empty
 * where the words name no failure, only a verdict, and where the language has no sheets: then nothing can be told.
 *
 * @param words as `spokenWords` reads them
 * @param language ISO 639-1 or BCP-47
 */
export const causesOfWords = (words: readonly string[], language: string): Cause[] => {
  const reader = readers.get(language.toLowerCase().split('-', 1)[0] ?? '');
  if (!reader) return [];
  const held = heldIn(words, reader);
  if (held.size === 0) return [];
  const causes = causeSheets.flatMap(({ cause, rules }) => {
    const met = rules.filter((rule) => held.has(rule));
    const phrases = new Set(met.flatMap((rule) => [...(held.get(rule) ?? [])]));
    return met.length === 0 ? [] : [{ cause, rules: met.map(({ id }) => id), evidence: [...phrases] }];
  });
  return causes.length === 1 ? causes : withoutAsides(causes.filter(({ cause }) => cause !== 'defect'));
};

/** The same for words not yet parted. */
export const causesOf = (text: string, language: string): Cause[] =>
  causesOfWords(spokenWords(text, language), language);
