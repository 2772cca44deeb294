import type { Counts } from './counts.ts';

/** How rates of a fleet's cells lie, as a gamma distribution: as if `events` of `exposure` were known of a cell beforehand. */
export type UsualRate = Counts;

/** Jeffreys' prior of a rate, where no fleet is known. */
const NOTHING_KNOWN: UsualRate = { events: 0.5, exposure: 0 };

/**
 * How the rates of cells differ beyond what their counts do by chance, by moments (Buehlmann and Straub 1970, of Poisson
 * counts). Cells that are all alike are worth as much as all of them together.
 *
 * @param cells in any order; those without exposure count for nothing
 */
export const usualRate = (cells: readonly Counts[]): UsualRate => {
  const told = cells
    .filter(({ exposure }) => exposure > 0)
    .sort((a, b) => a.exposure - b.exposure || a.events - b.events);
  const events = told.reduce((sum, cell) => sum + cell.events, 0);
  const exposure = told.reduce((sum, cell) => sum + cell.exposure, 0);
  if (told.length < 2 || events === 0) return NOTHING_KNOWN;
  const mean = events / exposure;
  const squares = told.reduce((sum, cell) => sum + cell.exposure * (cell.events / cell.exposure - mean) ** 2, 0);
  const effective = exposure - told.reduce((sum, cell) => sum + cell.exposure ** 2, 0) / exposure;
  const between = Math.max(0, (squares - (told.length - 1) * mean) / effective);
  const shape = Math.min(events, between === 0 ? events : mean ** 2 / between);
  return { events: shape, exposure: shape / mean };
};

/** A rate as it is expected to be found again, and how many events it is known from. */
export interface ExpectedRate {
  rate: number;
  events: number;
}

/**
 * VERIFY-6: a cell that was picked because its counts were high is expected to fall back towards its fleet by as much as its
 * counts are chance, and never to rise.
 *
 * The mean of the rate when the fleet's spread and the cell's counts are known, which holds whatever the cell was picked for
 * (Robbins 1956; Efron 2011, "Tweedie's formula and selection bias").
 *
 * @param dispersion variance of the counts as a multiple of Poisson's, from 1
 */
export const fallenBack = ({ events, exposure }: Counts, usual: UsualRate, dispersion: number): ExpectedRate => {
  const known = usual.events + events / dispersion;
  const rate = known / (usual.exposure + exposure / dispersion);
  return { rate: events === 0 ? rate : Math.min(rate, events / exposure), events: known };
};
