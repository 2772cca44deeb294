import { normalQuantile } from '../statistics/distributions.ts';
import type { Classes, SaidSum } from '../touchpoints/said.ts';

/**
 * How scores whose words speak of a theme differ from others with words, at the same touchpoint and on the same metric. An
 * association among those who wrote: the theme need not be what moved the score.
 */
export interface ThemeEffect {
  theme: string;
  /** Net points: the net score of those who speak of it less that of the others, -200 to 200. */
  points: number;
  /** 90 % interval, of this theme by itself, as if each score were another customer's. */
  low: number;
  high: number;
  /** Scores that speak of it, and others, at touchpoints that have both. */
  speaking: number;
  others: number;
}

/** EFFECT-2. */
const LEAST_SCORES = 10;
const Z90 = normalQuantile(0.95);

const sizeOf = ({ top, middle, bottom }: Classes): number => top + middle + bottom;
const netOf = (classes: Classes): number => (classes.top - classes.bottom) / sizeOf(classes);

const less = (all: Classes, some: Classes): Classes => ({
  top: all.top - some.top,
  middle: all.middle - some.middle,
  bottom: all.bottom - some.bottom,
});

/** Squares within a stratum, of scores as +1, 0 and -1. */
const squares = (classes: Classes): number => classes.top + classes.bottom - sizeOf(classes) * netOf(classes) ** 2;

interface Stratum {
  speaking: Classes;
  others: Classes;
}

const strataOf = (theme: string, cells: readonly SaidSum[]): Stratum[] =>
  cells.flatMap(({ scores }) =>
    Object.values(scores).flatMap(({ all, byTheme }) => {
      const speaking = byTheme[theme];
      if (!speaking) return [];
      const others = less(all, speaking);
      return sizeOf(others) > 0 ? [{ speaking, others }] : [];
    }),
  );

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);

/**
 * One variance for all strata of those who speak of the theme and one of those who do not, as most strata have a handful of scores;
 * scores are taken as independent. The most that scores can vary, 1, counts as one more of
 * them: where all agree they are not taken for certain, and where each stratum has one, nothing else is known.
 */
const pooledVariance = (groups: readonly Classes[]): number => {
  const free = sum(groups.map(sizeOf)) - groups.length;
  return (sum(groups.map(squares)) + 1) / (free + 1);
};

/**
 * EFFECT-1: the difference within each touchpoint and metric, averaged with the weights of Mantel and Haenszel (n1 n0 / (n1 + n0)),
 * so that a theme of bad touchpoints is not blamed for what else is bad there.
 */
const effectOf = (theme: string, cells: readonly SaidSum[]): ThemeEffect | undefined => {
  const strata = strataOf(theme, cells);
  const speaking = sum(strata.map((stratum) => sizeOf(stratum.speaking)));
  const others = sum(strata.map((stratum) => sizeOf(stratum.others)));
  if (speaking < LEAST_SCORES || others < LEAST_SCORES) return undefined;
  const variance = {
    speaking: pooledVariance(strata.map((stratum) => stratum.speaking)),
    others: pooledVariance(strata.map((stratum) => stratum.others)),
  };
  const weighed = strata.map((stratum) => {
    const [n1, n0] = [sizeOf(stratum.speaking), sizeOf(stratum.others)];
    return {
      weight: (n1 * n0) / (n1 + n0),
      points: netOf(stratum.speaking) - netOf(stratum.others),
      variance: variance.speaking / n1 + variance.others / n0,
    };
  });
  const total = sum(weighed.map(({ weight }) => weight));
  const points = sum(weighed.map(({ weight, points: p }) => weight * p)) / total;
  const error = Math.sqrt(sum(weighed.map(({ weight, variance: v }) => weight ** 2 * v))) / total;
  const within = (value: number): number => 100 * Math.max(-2, Math.min(2, value));
  return {
    theme,
    points: within(points),
    low: within(points - Z90 * error),
    high: within(points + Z90 * error),
    speaking,
    others,
  };
};

/** EFFECT-2: effects of the themes that enough scores speak of, over all touchpoints, by theme. */
export const themeEffects = (themes: readonly string[], cells: readonly SaidSum[]): Map<string, ThemeEffect> =>
  new Map(
    themes.flatMap((theme) => {
      const effect = effectOf(theme, cells);
      return effect ? [[theme, effect] as const] : [];
    }),
  );
