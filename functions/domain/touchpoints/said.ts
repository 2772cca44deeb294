import type { Metric, ScoreClass } from '../message/scale.ts';
import type { RootCause } from '../why/root-cause.ts';

/**
 * Where words are kept; they are told nowhere else, so that they are gone everywhere when they are erased there. Nobody is named: one
 * item tells which story is a speaker's, and without it nothing leads back.
 */
export interface WordsRef {
  /** The customer's keyed hash; where no customer is known, a digest of the story. */
  speaker: string;
  /** Sort key of the fact within its story. */
  fact: string;
}

/** What a feedback with words adds to its touchpoint's day; holds none of the words. */
export interface Said {
  complains: boolean;
  /** The survey asked for what lacks: who complains there was asked to. */
  prompted?: true;
  /** Ids of the taxonomy in force when it was heard. */
  themes: readonly string[];
  causes: readonly RootCause[];
  words: WordsRef;
}

/** A feedback that was drawn for its words to be read. */
export interface Drawn extends WordsRef {
  /** A hash of what upstream named it: the least are drawn, so that every order of counting draws the same. */
  order: string;
}

export type Counts = Record<string, number>;
export type Classes = Record<ScoreClass, number>;

/** Scores that came with words, and those of them that speak of a theme. */
export interface WordedScores {
  all: Classes;
  byTheme: Record<string, Classes>;
  /** Favourable scores whose words nobody asked to complain; absent in days that were added up before they were told. */
  favourable?: Favourable;
}

/** Favourable scores with words that came of their own, and how many of them complain. */
export interface Favourable {
  worded: number;
  complaining: number;
}

/** What was said, added up: of a touchpoint's day, or over a window. */
export interface SaidSum {
  /** Feedbacks that complain, unasked or in answer to a survey. */
  complaints: number;
  /** Complaints by theme and by root cause; one may have several. */
  themes: Counts;
  causes: Counts;
  /** By metric; reviews apart from surveys in stars. */
  scores: Partial<Record<Metric | 'review', WordedScores>>;
  complaining: Drawn[];
  praising: Drawn[];
}

/** Feedbacks drawn of a touchpoint's day: a sum of 28 days stays within what one read returns. */
const DRAWN_A_DAY = { complaining: 25, praising: 5 } as const;

export const nothingSaid = (): SaidSum => ({
  complaints: 0,
  themes: {},
  causes: {},
  scores: {},
  complaining: [],
  praising: [],
});

const count = (counts: Counts, names: readonly string[], by = 1): void => {
  for (const name of names) counts[name] = (counts[name] ?? 0) + by;
};

const noneFavourable = (): Favourable => ({ worded: 0, complaining: 0 });
const noClasses = (): Classes => ({ top: 0, middle: 0, bottom: 0 });

/** What upstream gave one name, as a survey and a text may have, has one order: then where the words are kept decides. */
const inOrder = (a: Drawn, b: Drawn): number => {
  for (const part of ['order', 'fact', 'speaker'] as const) if (a[part] !== b[part]) return a[part] < b[part] ? -1 : 1;
  return 0;
};

/** The least of what was drawn: whoever draws again, from parts of it in any order, draws the same. */
export const leastOf = (drawn: readonly Drawn[], most: number): Drawn[] => [...drawn].sort(inOrder).slice(0, most);

/** Adds a complaint; the score that came with one is added apart. */
export const addComplaint = (sum: SaidSum, { themes, causes, words }: Said, order: string): void => {
  sum.complaints++;
  count(sum.themes, themes);
  count(sum.causes, causes);
  sum.complaining.push({ ...words, order });
};

/** Adds a score that came with words. */
export const addScore = (
  sum: SaidSum,
  metric: Metric | 'review',
  scoreClass: ScoreClass,
  { complains, prompted, themes, words }: Said,
  order: string,
): void => {
  sum.scores[metric] ??= { all: noClasses(), byTheme: {}, favourable: noneFavourable() };
  const { all, byTheme, favourable } = sum.scores[metric] as Required<WordedScores>;
  all[scoreClass]++;
  if (scoreClass === 'top' && !prompted) {
    favourable.worded++;
    if (complains) favourable.complaining++;
  }
  for (const theme of themes) {
    byTheme[theme] ??= noClasses();
    (byTheme[theme] as Classes)[scoreClass]++;
  }
  if (scoreClass === 'top' && !complains) sum.praising.push({ ...words, order });
};

/** Draws, of what was added so far, what is to be read; the same, however often in between. */
export const draw = (sum: SaidSum, most: { complaining: number; praising: number } = DRAWN_A_DAY): SaidSum => ({
  ...sum,
  complaining: leastOf(sum.complaining, most.complaining),
  praising: leastOf(sum.praising, most.praising),
});

const addClasses = (to: Classes, from: Classes): void => {
  for (const scoreClass of ['top', 'middle', 'bottom'] as const) to[scoreClass] += from[scoreClass];
};

/** Adds up what was said on several days, or at several touchpoints. */
export const addUpSaid = (sums: readonly SaidSum[]): SaidSum => {
  const total = nothingSaid();
  for (const { complaints, themes, causes, scores, complaining, praising } of sums) {
    total.complaints += complaints;
    for (const [theme, n] of Object.entries(themes)) count(total.themes, [theme], n);
    for (const [cause, n] of Object.entries(causes)) count(total.causes, [cause], n);
    for (const [metric, { all, byTheme, favourable = noneFavourable() }] of Object.entries(scores) as [
      Metric | 'review',
      WordedScores,
    ][]) {
      total.scores[metric] ??= { all: noClasses(), byTheme: {}, favourable: noneFavourable() };
      const into = total.scores[metric] as Required<WordedScores>;
      addClasses(into.all, all);
      into.favourable.worded += favourable.worded;
      into.favourable.complaining += favourable.complaining;
      for (const [theme, classes] of Object.entries(byTheme)) {
        into.byTheme[theme] ??= noClasses();
        addClasses(into.byTheme[theme] as Classes, classes);
      }
    }
    total.complaining.push(...complaining);
    total.praising.push(...praising);
  }
  return total;
};
