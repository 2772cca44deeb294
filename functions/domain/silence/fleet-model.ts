import { type RandomEffects, randomEffects } from '../statistics/random-effects.ts';
import { addLayers, answersOf, invitedOf, type Layer, pointsOf, type Strata } from './strata.ts';

/** The strata of one cell and metric. */
export interface CellStrata {
  /** Of all invitations. */
  all: Strata;
  /** Of those whose answers are waited for no longer. */
  waitedFor: Strata;
  /** Design effect of customers who are asked again, at least 1. */
  design: number;
}

/** A mean and how sure it is. */
export interface Estimate {
  mean: number;
  variance: number;
}

/** What the fleet says of one metric: what each cell is drawn to. */
export interface FleetModel {
  noComplaint: RandomEffects;
  remedied: RandomEffects;
  brushedOff: Estimate;
  /** Variance of one score of a stratum around its net. */
  spread: { noComplaint(net: number): number; remedied(net: number): number };
  /** How often the remedied and the brushed off answer, relative to those without a complaint. */
  answering: { remedied: Estimate; brushedOff: Estimate };
}

/** Fewer answers of a cell tell nothing of how cells differ. */
const LEAST_ANSWERS = 5;
/** No cell's scores are all alike beyond what is seen of them. */
const LEAST_SPREAD = 500;

const NET = { worst: -100, best: 100 } as const;

/** A net that lies anywhere from the worst to some other, each as likely: its mean and variance. */
const anywhereBelow = (most: number): Estimate => ({
  mean: (NET.worst + most) / 2,
  variance: Math.max(1, (most - NET.worst) ** 2 / 12),
});

/** Two estimates of one thing, each by how sure it is. */
export const together = (a: Estimate, b: Estimate): Estimate => {
  const variance = 1 / (1 / a.variance + 1 / b.variance);
  return { mean: variance * (a.mean / a.variance + b.mean / b.variance), variance };
};

/** Share of the invited who complained, 0 to 1: what the scores of those who did not go along with. */
export const complainingShare = ({ noComplaint, remedied, brushedOff }: Strata): number => {
  const complained = invitedOf(remedied) + invitedOf(brushedOff);
  return Math.min(1, Math.max(0, complained / (complained + invitedOf(noComplaint))));
};

/** A score is 100, 0 or -100: with a share m in the middle and a net d, it varies by `100² (1 - m) - d²`. */
const spreadAround = (layer: Layer): ((net: number) => number) => {
  const n = answersOf(layer);
  const middle = n > 0 ? Math.min(1, Math.max(0, layer[1] / n)) : 1 / 3;
  return (net) => Math.max(LEAST_SPREAD, 100 ** 2 * (1 - middle) - net ** 2);
};

/** Net of a layer's answers; 0 where there are none. */
const netIn = (layer: Layer): number => (answersOf(layer) > 0 ? pointsOf(layer) / answersOf(layer) : 0);

/** Cells' nets around what is expected of them; variances of scores are taken at what is expected, so in a second pass. */
const netsOf = (
  cells: readonly Strata[],
  stratum: 'noComplaint' | 'remedied',
  least: number,
  spread: (net: number) => number,
): RandomEffects => {
  const groups = (expected: (covariate: number) => number) =>
    cells
      .filter((cell) => answersOf(cell[stratum]) >= least)
      .map((cell) => {
        const covariate = stratum === 'noComplaint' ? complainingShare(cell) : 0;
        const variance = spread(expected(covariate)) / answersOf(cell[stratum]);
        return { mean: netIn(cell[stratum]), variance, covariate };
      });
  const overall = netIn(addLayers(cells.map((cell) => cell[stratum])));
  return randomEffects(groups(randomEffects(groups(() => overall)).expected));
};

/** Of fewer without a complaint, as a share of the invited, next to nothing is known. */
export const LEAST_USUAL = 0.05;

export const invitedIn = ({ noComplaint, remedied, brushedOff }: Strata): number =>
  invitedOf(noComplaint) + invitedOf(remedied) + invitedOf(brushedOff);

/** How often a stratum answers, relative to those without a complaint: one expected answer at their rate is the prior. */
const answeringOf = (cells: readonly CellStrata[], stratum: 'remedied' | 'brushedOff'): Estimate => {
  let [answers, expected] = [1, 1];
  for (const { waitedFor } of cells) {
    // Where next to everybody complained nobody shows how often others would answer.
    if (invitedOf(waitedFor.noComplaint) < LEAST_USUAL * invitedIn(waitedFor)) continue;
    const rate = answersOf(waitedFor.noComplaint) / Math.max(1, invitedOf(waitedFor.noComplaint));
    answers += answersOf(waitedFor[stratum]);
    expected += invitedOf(waitedFor[stratum]) * rate;
  }
  const mean = Math.max(0.01, answers) / Math.max(1, expected);
  return { mean, variance: mean / Math.max(1, expected) };
};

/** Answers that were flagged: of the brushed off, those of who only seemed to complain among them. */
const brushedOffNet = (cells: readonly Strata[], prior: Estimate): Estimate => {
  const layer = addLayers(cells.map(({ brushedOff }) => brushedOff));
  const n = answersOf(layer);
  if (n < 1) return prior;
  // Those heard in error answer as often as others, and their luck stays when their number is taken out.
  const luck = cells.reduce((sum, { variance }) => sum + variance, 0) / Math.max(1, invitedOf(layer));
  const own = { mean: pointsOf(layer) / n, variance: (100 ** 2 * (1 + luck)) / n };
  return together(prior, own);
};

/**
 * SILENCE-4: the nets of those without a complaint lie around a line over how many complain, those of the remedied around one
 * mean, and those of the brushed off lie anywhere from the worst to that of the remedied unless answers say better.
 */
export const fleetModel = (cells: readonly CellStrata[]): FleetModel => {
  const all = cells.map((cell) => cell.all);
  const spread = {
    noComplaint: spreadAround(addLayers(all.map(({ noComplaint }) => noComplaint))),
    remedied: spreadAround(addLayers(all.map(({ remedied }) => remedied))),
  };
  const noComplaint = netsOf(all, 'noComplaint', LEAST_ANSWERS, spread.noComplaint);
  const usual = netIn(addLayers(all.map((cell) => cell.noComplaint)));
  const found = netsOf(all, 'remedied', 1, spread.remedied);
  const remedied = together(
    { mean: found.expected(0), variance: Math.max(1, found.uncertainty(0)) },
    anywhereBelow(usual),
  );
  const brushedOff = brushedOffNet(all, anywhereBelow(remedied.mean));
  return {
    noComplaint,
    remedied: { ...found, expected: () => remedied.mean, uncertainty: () => remedied.variance },
    brushedOff: {
      ...brushedOff,
      mean: Math.max(NET.worst, Math.min(remedied.mean, brushedOff.mean)),
    },
    spread,
    answering: { remedied: answeringOf(cells, 'remedied'), brushedOff: answeringOf(cells, 'brushedOff') },
  };
};
