import type { Instant } from '../instant.ts';
import type { Counts, SaidSum, WordsRef } from '../touchpoints/said.ts';
import type { Voices, Week } from '../touchpoints/voices.ts';
import {
  countPhrases,
  type DistinctivePhrase,
  distinctivePhrases,
  type Everywhere,
  everywhereOf,
  moreStriking,
  noPhrases,
  type PhraseCounts,
} from './distinctive-phrases.ts';
import { chooseCounterExamples, chooseQuotes, type Voice } from './quotes.ts';
import { type RootCause, rootCauses } from './root-cause.ts';
import { saidPhrases } from './said-phrases.ts';
import { type ThemeEffect, themeEffects } from './theme-effect.ts';

/** How many complaints have a theme or a cause. */
export interface Told<Name extends string = string> {
  name: Name;
  complaints: number;
  /** Of the complaints here, and of those at all other touchpoints, 0 to 1. */
  share: number;
  elsewhere: number | null;
}

/** Why customers complain at a touchpoint, over a window. */
export interface TouchpointWhy {
  asOf: Instant;
  /** Feedbacks that complain, unasked or in answer to a survey. */
  complaints: number;
  themes: Told[];
  causes: Told<RootCause>[];
  /** What these complaints say that others do not; of those that were read. */
  phrases: DistinctivePhrase[];
  weeks: Week[];
  /** Of the themes told, over all touchpoints. */
  effects: ThemeEffect[];
  quotes: WordsRef[];
  counterExamples: WordsRef[];
  /** Complaints whose words were read, for phrases and quotes. */
  read: number;
}

/** WHY-3: rarer themes and causes are not what a touchpoint is about. */
const LEAST_SHARE = 0.1;
const LEAST_COMPLAINTS = 2;
const MOST_THEMES = 6;
const MOST_PHRASES = 8;
const MOST_QUOTES = 3;
const MOST_COUNTER_EXAMPLES = 2;

/** What is known of the whole fleet. */
export interface Fleet {
  complaints: number;
  themes: Counts;
  causes: Counts;
  effects: ReadonlyMap<string, ThemeEffect>;
}

export const fleetOf = (themes: readonly string[], cells: readonly SaidSum[]): Fleet => {
  const fleet = { complaints: 0, themes: {} as Counts, causes: {} as Counts };
  for (const cell of cells) {
    fleet.complaints += cell.complaints;
    for (const kind of ['themes', 'causes'] as const) {
      for (const [name, n] of Object.entries(cell[kind])) fleet[kind][name] = (fleet[kind][name] ?? 0) + n;
    }
  }
  return { ...fleet, effects: themeEffects(themes, cells) };
};

/** Phrases by language: what is said in one is no mark of those who say it in another. */
export type PhrasesByLanguage = Map<string, PhraseCounts>;

/** What complaining customers say at all touchpoints, or the part of it that was read. */
export interface Reference {
  byLanguage: ReadonlyMap<string, Everywhere>;
  /** The greatest order that was read; absent where all was. */
  upTo?: string;
}

export const referenceOf = (phrases: PhrasesByLanguage, upTo?: string): Reference => ({
  byLanguage: new Map([...phrases].map(([language, counts]) => [language, everywhereOf(counts)])),
  ...(upTo === undefined ? {} : { upTo }),
});

/** Counts what complaining customers say, each customer's phrases once. */
export const countVoices = (into: PhrasesByLanguage, voices: readonly Voice[]): void => {
  const languageOf = ({ language }: Voice): string => language.slice(0, 2).toLowerCase();
  for (const ofCustomer of Map.groupBy(voices, (voice) => `${languageOf(voice)} ${voice.speaker}`).values()) {
    const language = languageOf(ofCustomer[0] as Voice);
    const phrases = new Set(ofCustomer.flatMap((voice) => [...saidPhrases(voice.words, voice.language)]));
    if (phrases.size === 0) continue;
    const counts = into.get(language) ?? noPhrases();
    into.set(language, counts);
    countPhrases(counts, phrases);
  }
};

const toldOf = <Name extends string>(
  names: readonly Name[],
  here: Counts,
  complaints: number,
  fleet: Counts,
  fleetComplaints: number,
): Told<Name>[] => {
  const others = fleetComplaints - complaints;
  // The fleet was counted a little before: what came to be said here since must not make a share less than none.
  const shareOfOthers = (n: number): number => Math.min(1, Math.max(0, n / others));
  return names
    .map((name) => {
      const n = here[name] ?? 0;
      return {
        name,
        complaints: n,
        share: n / complaints,
        elsewhere: others > 0 ? shareOfOthers((fleet[name] ?? 0) - n) : null,
      };
    })
    .filter(({ complaints: n, share }) => n >= Math.min(LEAST_COMPLAINTS, complaints) && share >= LEAST_SHARE)
    .sort((a, b) => b.complaints - a.complaints || (a.name < b.name ? -1 : 1));
};

const ref = ({ speaker, fact }: Voice): WordsRef => ({ speaker, fact });

/**
 * WHY-2: a touchpoint's themes and causes are those of its complaints, most complaints first, `defect` of those in which nothing
 * structural shows. Known before any words are read.
 */
export const subjectsOf = (
  { complaints, themes, causes }: SaidSum,
  fleet: Pick<Fleet, 'complaints' | 'themes' | 'causes'>,
): Pick<TouchpointWhy, 'themes' | 'causes'> => {
  if (complaints === 0) return { themes: [], causes: [] };
  return {
    themes: toldOf(Object.keys(themes), themes, complaints, fleet.themes, fleet.complaints).slice(0, MOST_THEMES),
    causes: toldOf(rootCauses, causes, complaints, fleet.causes, fleet.complaints),
  };
};

const countsOf = (voices: readonly Voice[]): PhrasesByLanguage => {
  const counts: PhrasesByLanguage = new Map();
  countVoices(counts, voices);
  return counts;
};

const distinctiveIn = (complaining: readonly Voice[], { byLanguage, upTo }: Reference): DistinctivePhrase[] => {
  const all = countsOf(complaining);
  const mine = upTo === undefined ? all : countsOf(complaining.filter(({ order }) => order <= upTo));
  return [...all].flatMap(([language, here]) => {
    const everywhere = byLanguage.get(language);
    return everywhere ? distinctivePhrases(here, everywhere, mine.get(language) ?? noPhrases()) : [];
  });
};

/**
 * Why customers complain at a touchpoint: counted over all complaints, quoted from those that were read.
 *
 * @param complaining the touchpoint's complaints that were read
 * @param praising the same of words under a favourable score that do not complain
 * @param reference what is said elsewhere, these complaints among it
 */
export const whyOfTouchpoint = (
  { asOf, said, weeks }: Voices,
  complaining: readonly Voice[],
  praising: readonly Voice[],
  fleet: Fleet,
  reference: Reference,
): TouchpointWhy => {
  const { themes, causes } = subjectsOf(said, fleet);
  const phrases = distinctiveIn(complaining, reference).sort(moreStriking).slice(0, MOST_PHRASES);
  const shares = new Map(Object.entries(said.themes).map(([theme, n]) => [theme, n / Math.max(1, said.complaints)]));
  const leading = new Map(themes.map(({ name, share }) => [name, share]));
  const z = new Map(phrases.map((one) => [one.phrase, one.z]));
  return {
    asOf,
    complaints: said.complaints,
    themes,
    causes,
    phrases,
    weeks,
    effects: themes.flatMap(({ name }) => fleet.effects.get(name) ?? []),
    quotes: chooseQuotes(complaining, shares, z, MOST_QUOTES).map(ref),
    counterExamples: chooseCounterExamples(praising, leading, MOST_COUNTER_EXAMPLES).map(ref),
    read: complaining.length,
  };
};
