import { cueSheets } from './cues/by-language.ts';
import type { CueSheet } from './cues/cue-sheet.ts';
import { type Phrases, phrasesOf } from './phrases.ts';
import { type Kind, said } from './said.ts';
import { isStop, wordsOf } from './words.ts';

/** How often each kind of cue was found in a text; all zero where the language has no cues. */
export interface Evidence extends Record<Kind, number> {
  angryEmoji: number;
  happyEmoji: number;
  exclamations: number;
  questions: number;
  /** Share of the letters that are capitals, where there are enough to tell shouting from an acronym; else 0. */
  shouting: number;
  words: number;
  /** Cues that speak against: of failure, neglect, conduct, demand, condemnation, shortfall, wish, denied praise. */
  grievances: number;
  /** Cues that speak either way. */
  cues: number;
  /** The whole answer says "nothing". */
  nothing: boolean;
  /** The language has cues, so that a text without any says that there is none. */
  legible: boolean;
}

interface Reader {
  cues: Phrases<keyof CueSheet>;
  nothing: ReadonlySet<string>;
  numerals: ReadonlySet<string>;
}

/** What of a sheet is no cue in a text's midst. */
const WHOLE: ReadonlySet<string> = new Set(['nothing', 'numerals'] satisfies (keyof CueSheet)[]);

const listed = (phrases: string): string[] => phrases.split(/[,\n]/).map((p) => wordsOf(p.trim()).join(' '));

const readerOf = (sheet: CueSheet): Reader => ({
  cues: phrasesOf((Object.entries(sheet) as [keyof CueSheet, string][]).filter(([group]) => !WHOLE.has(group))),
  nothing: new Set(listed(sheet.nothing)),
  numerals: new Set(listed(sheet.numerals)),
});

const readers = new Map(Object.entries(cueSheets).map(([language, sheet]) => [language, readerOf(sheet)]));

const ANGRY = /[😠😡🤬👎😤😒🙄😢😭😞😩😫💩🤮😾🖕]/gu;
const HAPPY = /[😊😀😃😄😁😍🥰😘🙂☺❤💙💚💛💜👍🙏🎉👏🤩😎✨]/gu;
/** Fewer letters than this shout as easily as they abbreviate: judgement. */
const LETTERS_TO_SHOUT = 12;

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

const shoutingOf = (text: string): number => {
  const letters = count(text, /\p{L}/gu);
  return letters < LETTERS_TO_SHOUT ? 0 : count(text, /\p{Lu}/gu) / letters;
};

const readerFor = (language: string): Reader | undefined => readers.get(language.slice(0, 2).toLowerCase());

/** Addresses, handles, and what stands for words that were taken out (REDACTION-1). */
const UNSPOKEN = /https?:\/\/\S+|@\S+|\[(?:email|iban|card|phone)\]/g;

/** A text's words without addresses and handles; numbers are `#`, also those in words where the language has cues. */
export const spokenWords = (text: string, language: string): string[] => {
  const words = wordsOf(text.replace(UNSPOKEN, ' '));
  const numerals = readerFor(language)?.numerals;
  return numerals ? words.map((word) => (numerals.has(word) ? '#' : word)) : words;
};

/**
 * What a text says, cue by cue. `language` is ISO 639-1 or BCP-47; one without cues leaves marks and emoji only.
 *
 * @param words as `spokenWords` reads it
 */
export const evidenceOf = (text: string, language: string, words = spokenWords(text, language)): Evidence => {
  const reader = readerFor(language);
  const spoken = words.filter((word) => !isStop(word));
  const found = said(words, reader?.cues);
  const { failure, neglect, conduct, demand, condemnation, shortfall, wish, deniedPraise } = found;
  const grievances = failure + neglect + conduct + demand + condemnation + shortfall + wish + deniedPraise;
  return {
    ...found,
    grievances,
    cues: grievances + found.praise + found.thanks + found.contentment + found.recurrence + found.deniedGrievance,
    angryEmoji: count(text, ANGRY),
    happyEmoji: count(text, HAPPY),
    exclamations: count(text, /!/g),
    questions: count(text, /\?/g),
    shouting: shoutingOf(text),
    words: spoken.length,
    nothing: reader?.nothing.has(spoken.join(' ')) ?? false,
    legible: reader !== undefined,
  };
};
