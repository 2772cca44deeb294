import { cueSheets } from '../hearing/cues/by-language.ts';
import { spokenWords } from '../hearing/evidence.ts';
import { listed, type Phrases, phrasesOf } from '../hearing/phrases.ts';
import { fold, isStop } from '../hearing/words.ts';
import { defect } from './causes/defect.ts';
import { causeSheets } from './causes/in-order.ts';
import { denials } from './denials.ts';
import { type CauseLanguage, type CauseRule, causeLanguages, type RootCause } from './root-cause.ts';

/** A cause with what it was told by; `evidence` holds phrases of our sheets as written there, none of the customer's words. */
export interface Cause {
  cause: RootCause;
  rules: string[];
  evidence: string[];
}

/** A phrase as one rule uses it. */
interface Use {
  rule: CauseRule;
  part: 'any' | 'with' | 'unless';
  phrase: string;
}

interface Reader {
  language: CauseLanguage;
  uses: Phrases<Use>;
  denials: Phrases<boolean>;
}

/** A denial reaches this many words on, "no very long queue": judgement. */
const DENIAL_REACH = 2;

const structural = causeSheets.filter(({ cause }) => cause !== 'defect');

const usesOf = (rule: CauseRule, language: CauseLanguage): Use[] =>
  (['any', 'with', 'unless'] as const).flatMap((part) =>
    listed(rule[part]?.[language] ?? '').map((phrase) => ({ rule, part, phrase })),
  );

const readerOf = (language: CauseLanguage): Reader => {
  const numerals = new Set(listed(cueSheets[language]?.numerals ?? '').map(fold));
  // A digit, since a phrase's words are read as a text's are, where only digits become `#`.
  const counted = (phrase: string): string =>
    phrase
      .split(' ')
      .map((word) => (word === '#' || numerals.has(fold(word)) ? '0' : word))
      .join(' ');
  const uses = structural.flatMap(({ rules }) => rules.flatMap((rule) => usesOf(rule, language)));
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

const plain: Cause = { cause: 'defect', rules: defect.rules.map(({ id }) => id), evidence: [] };

/** What one sentence says, added to the evidence of the rules that hold there. */
const settle = (uses: readonly Use[], language: CauseLanguage, evidence: Map<CauseRule, Set<string>>): void => {
  const rulesWith = (part: Use['part']) => new Set(uses.filter((use) => use.part === part).map(({ rule }) => rule));
  const accompanied = rulesWith('with');
  const barred = rulesWith('unless');
  for (const { rule, part, phrase } of uses) {
    if (part !== 'any' || barred.has(rule) || (rule.with?.[language] && !accompanied.has(rule))) continue;
    const phrases = evidence.get(rule);
    if (phrases) phrases.add(phrase);
    else evidence.set(rule, new Set([phrase]));
  }
};

const evidenceIn = (words: readonly string[], reader: Reader): Map<CauseRule, Set<string>> => {
  const evidence = new Map<CauseRule, Set<string>>();
  let uses: Use[] = [];
  let deniedUntil = -1;
  let at = 0;
  const take = (use: Use): void => {
    if (use.part === 'any' && use.rule.deniable && at <= deniedUntil) return;
    uses.push(use);
  };
  for (; at < words.length; at++) {
    const word = words[at] ?? '';
    if (isStop(word)) {
      deniedUntil = -1;
      if (uses.length > 0 && ENDS_SENTENCE.test(word)) {
        settle(uses, reader.language, evidence);
        uses = [];
      }
      continue;
    }
    reader.uses.each(words, at, take);
    const denial = reader.denials.at(words, at);
    if (denial?.value) deniedUntil = at + denial.length - 1 + DENIAL_REACH;
  }
  settle(uses, reader.language, evidence);
  return evidence;
};

/**
 * The root causes that a complaint's words show, in the order of `rootCauses`. DEFECT-1 holds where no other does; empty
 * where the language has no sheets: then nothing can be told.
 *
 * @param words as `spokenWords` reads them
 * @param language ISO 639-1 or BCP-47
 */
export const causesOfWords = (words: readonly string[], language: string): Cause[] => {
  const reader = readers.get(language.toLowerCase().split('-', 1)[0] ?? '');
  if (!reader) return [];
  const evidence = evidenceIn(words, reader);
  if (evidence.size === 0) return [structuredClone(plain)];
  return structural.flatMap(({ cause, rules }) => {
    const met = rules.filter((rule) => evidence.has(rule));
    const phrases = new Set(met.flatMap((rule) => [...(evidence.get(rule) ?? [])]));
    return met.length === 0 ? [] : [{ cause, rules: met.map(({ id }) => id), evidence: [...phrases] }];
  });
};

/** The same for words not yet parted. */
export const causesOf = (text: string, language: string): Cause[] =>
  causesOfWords(spokenWords(text, language), language);
