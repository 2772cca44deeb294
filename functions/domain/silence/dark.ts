import type { HiddenPoints } from './compared.ts';

/** Least points that a dark corner hides; smaller ones move no decision. Judgement. */
export const LEAST_POINTS = 5;
/** Of the cells told dark at one look, at most so many are so by chance (Benjamini and Hochberg 1995). */
export const FALSE_DISCOVERY_RATE = 0.1;

/** DARK-1: at a look, a cell is dark where silence is no chance, as its own answers bear out, and hides 5 points or more. */
export const isDark = ({ points, qValue }: Pick<HiddenPoints, 'points'> & { qValue: number }): boolean =>
  qValue <= FALSE_DISCOVERY_RATE && points >= LEAST_POINTS;
