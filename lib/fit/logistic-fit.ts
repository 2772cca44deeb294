/** One labelled row: what it is weighed by, whether it is a yes, and how much it counts. */
export interface Row {
  features: readonly number[];
  yes: boolean;
  weight: number;
}

/** Where a weight is believed to be before any row is seen, and the range it may not leave. */
export interface Belief {
  expected: number;
  least: number;
  most: number;
  /** How many rows' worth the belief is held; 0 = not at all. */
  strength: number;
}

const STEPS = 100;
const SWEEPS = 500;
const CLOSE_ENOUGH = 1e-7;

const dot = (a: readonly number[], b: readonly number[]): number => a.reduce((sum, x, i) => sum + x * (b[i] ?? 0), 0);

/** -ln of the probability that a row is what it is; written so that neither side overflows. */
const surprise = (row: Row, weights: readonly number[]): number => {
  const logOdds = dot(row.features, weights) * (row.yes ? -1 : 1);
  return logOdds > 0 ? logOdds + Math.log1p(Math.exp(-logOdds)) : Math.log1p(Math.exp(logOdds));
};

const lossOf = (rows: readonly Row[], beliefs: readonly Belief[], weights: readonly number[]): number =>
  rows.reduce((sum, row) => sum + row.weight * surprise(row, weights), 0) +
  beliefs.reduce((sum, { strength, expected }, i) => sum + (strength / 2) * ((weights[i] ?? 0) - expected) ** 2, 0);

/** Slope and curvature of the loss. */
const derivatives = (rows: readonly Row[], beliefs: readonly Belief[], weights: readonly number[]) => {
  const slope = beliefs.map(({ strength, expected }, i) => strength * ((weights[i] ?? 0) - expected));
  const curvature = beliefs.map(({ strength }, i) => beliefs.map((_, j) => (i === j ? strength : 0)));
  for (const { features, yes, weight } of rows) {
    const p = 1 / (1 + Math.exp(-dot(features, weights)));
    const present = [...features.keys()].filter((i) => features[i] !== 0);
    for (const i of present) {
      const x = features[i] ?? 0;
      slope[i] = (slope[i] ?? 0) + weight * (p - Number(yes)) * x;
      const line = curvature[i] ?? [];
      for (const j of present) line[j] = (line[j] ?? 0) + weight * p * (1 - p) * x * (features[j] ?? 0);
    }
  }
  return { slope, curvature };
};

/** The step that takes a parabola of that slope and curvature to its least value within the ranges, one weight at a time. */
const stepWithin = (
  weights: readonly number[],
  beliefs: readonly Belief[],
  { slope, curvature }: ReturnType<typeof derivatives>,
): number[] => {
  const step = weights.map(() => 0);
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    let moved = 0;
    for (const [i, { least, most }] of beliefs.entries()) {
      const line = curvature[i] ?? [];
      const steepness = line[i] ?? 0;
      if (steepness === 0) continue;
      const old = weights[i] ?? 0;
      const free = old + (step[i] ?? 0) - ((slope[i] ?? 0) + dot(line, step)) / steepness;
      const next = Math.min(most, Math.max(least, free)) - old;
      moved = Math.max(moved, Math.abs(next - (step[i] ?? 0)));
      step[i] = next;
    }
    if (moved < CLOSE_ENOUGH) break;
  }
  return step;
};

/**
 * Logistic regression by Newton's method, each weight kept within its range and drawn to what is believed of it (a ridge
 * regression where 0 is believed). Deterministic; the loss is convex, so where it ends does not depend on where it began.
 */
export const fitLogistic = (rows: readonly Row[], beliefs: readonly Belief[]): number[] => {
  let weights = beliefs.map(({ expected }) => expected);
  let loss = lossOf(rows, beliefs, weights);
  for (let n = 0; n < STEPS; n++) {
    const step = stepWithin(weights, beliefs, derivatives(rows, beliefs, weights));
    let share = 1;
    let next = weights;
    let nextLoss = loss;
    do {
      next = weights.map((weight, i) => weight + share * (step[i] ?? 0));
      nextLoss = lossOf(rows, beliefs, next);
      share /= 2;
    } while (nextLoss > loss && share > CLOSE_ENOUGH);
    const gained = loss - nextLoss;
    if (gained <= 0) break;
    weights = next;
    loss = nextLoss;
    if (gained < CLOSE_ENOUGH) break;
  }
  return weights;
};

/** Mean surprise of rows at given weights, in nats: 0.69 is the toss of a coin. */
export const meanSurprise = (rows: readonly Row[], weights: readonly number[]): number =>
  rows.reduce((sum, row) => sum + row.weight * surprise(row, weights), 0) /
  rows.reduce((sum, { weight }) => sum + weight, 0);
