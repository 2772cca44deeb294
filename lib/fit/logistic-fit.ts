/** What a row is weighed by: columns that are not 0, in any order, each once. */
export type Features = readonly (readonly [column: number, value: number])[];

/** One labelled row: what it is weighed by, whether it is a yes, and how much it counts. */
export interface Row {
  features: Features;
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
/** Weights are kept to two decimals. */
const CLOSE_ENOUGH = 1e-5;
/** A row that is as good as sure keeps a little curvature, so that no step runs away. */
const LEAST_DOUBT = 1e-4;

/** Log-odds of a yes. */
export const logOddsOf = (row: Row, weights: readonly number[]): number =>
  row.features.reduce((sum, [column, value]) => sum + value * (weights[column] ?? 0), 0);

/** -ln of the probability that a row is what it is; written so that neither side overflows. */
const surprise = (row: Row, weights: readonly number[]): number => {
  const against = logOddsOf(row, weights) * (row.yes ? -1 : 1);
  return against > 0 ? against + Math.log1p(Math.exp(-against)) : Math.log1p(Math.exp(against));
};

const lossOf = (rows: readonly Row[], beliefs: readonly Belief[], weights: readonly number[]): number =>
  rows.reduce((sum, row) => sum + row.weight * surprise(row, weights), 0) +
  beliefs.reduce((sum, { strength, expected }, i) => sum + (strength / 2) * ((weights[i] ?? 0) - expected) ** 2, 0);

/** One column's rows and values; most columns are words, and most rows have few of them. */
interface Column {
  rows: Int32Array;
  values: Float64Array;
}

const columnsOf = (rows: readonly Row[], n: number): Column[] => {
  const found = Array.from({ length: n }, () => ({ rows: [] as number[], values: [] as number[] }));
  for (const [i, { features }] of rows.entries()) {
    for (const [column, value] of features) {
      found[column]?.rows.push(i);
      found[column]?.values.push(value);
    }
  }
  return found.map((column) => ({ rows: Int32Array.from(column.rows), values: Float64Array.from(column.values) }));
};

/** Slope and curvature of the loss along each row's log-odds. */
const derivatives = (rows: readonly Row[], weights: readonly number[]) => {
  const chances = rows.map((row) => 1 / (1 + Math.exp(-logOddsOf(row, weights))));
  return {
    slopes: Float64Array.from(rows, ({ yes, weight }, i) => weight * ((chances[i] ?? 0) - Number(yes))),
    curvatures: Float64Array.from(rows, ({ weight }, i) => {
      const chance = chances[i] ?? 0;
      return weight * Math.max(LEAST_DOUBT, chance * (1 - chance));
    }),
  };
};

/**
 * The weights at which a parabola of those slopes and curvatures has its least value within the ranges, found one weight
 * at a time; `slopes` is moved along.
 */
const parabolasLeast = (
  columns: readonly Column[],
  beliefs: readonly Belief[],
  from: readonly number[],
  { slopes, curvatures }: ReturnType<typeof derivatives>,
): number[] => {
  const weights = [...from];
  const steepness = columns.map(({ rows, values }, i) =>
    rows.reduce((sum, row, k) => sum + (curvatures[row] ?? 0) * (values[k] ?? 0) ** 2, beliefs[i]?.strength ?? 0),
  );
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    let moved = 0;
    for (const [i, { expected, least, most, strength }] of beliefs.entries()) {
      const steep = steepness[i] ?? 0;
      const column = columns[i];
      if (steep === 0 || !column) continue;
      const { rows, values } = column;
      const old = weights[i] ?? 0;
      let slope = strength * (old - expected);
      for (let k = 0; k < rows.length; k++) slope += (slopes[rows[k] ?? 0] ?? 0) * (values[k] ?? 0);
      const step = Math.min(most, Math.max(least, old - slope / steep)) - old;
      if (step === 0) continue;
      weights[i] = old + step;
      for (let k = 0; k < rows.length; k++) {
        const row = rows[k] ?? 0;
        slopes[row] = (slopes[row] ?? 0) + (curvatures[row] ?? 0) * (values[k] ?? 0) * step;
      }
      moved = Math.max(moved, Math.abs(step));
    }
    if (moved < CLOSE_ENOUGH) break;
  }
  return weights;
};

/**
 * Logistic regression by Newton's method, each weight kept within its range and drawn to what is believed of it (a ridge
 * regression where 0 is believed). Deterministic; the loss is convex, so where it ends does not depend on where it began.
 */
export const fitLogistic = (rows: readonly Row[], beliefs: readonly Belief[]): number[] => {
  const columns = columnsOf(rows, beliefs.length);
  let weights = beliefs.map(({ expected }) => expected);
  let loss = lossOf(rows, beliefs, weights);
  for (let n = 0; n < STEPS; n++) {
    const aim = parabolasLeast(columns, beliefs, weights, derivatives(rows, weights));
    let share = 1;
    let next = weights;
    let nextLoss = loss;
    do {
      next = weights.map((weight, i) => weight + share * ((aim[i] ?? 0) - weight));
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
