/** What one group shows: a mean, how sure it is, and what it may depend on. */
export interface GroupMean {
  mean: number;
  /** Of the mean, from its own sampling; above 0. */
  variance: number;
  /** Of the group, such as how many complain there. */
  covariate: number;
}

/** How groups' means lie: on a line over the covariate, and apart from it beyond sampling. */
export interface RandomEffects {
  /** The mean that is expected at a covariate. */
  expected(covariate: number): number;
  /** Variance of `expected`, from its own estimation. */
  uncertainty(covariate: number): number;
  /** Variance of groups' true means around the line. */
  between: number;
}

/** Fewer groups tell no line: then all are expected alike. */
const ENOUGH_FOR_A_LINE = 8;
/** How far groups are taken to lie apart where few are known; among many it counts for nothing. */
export interface UsualBetween {
  /** Variance of groups' true means. */
  between: number;
  /** Of so many groups. */
  weight: number;
}

/** 15 points of net, with the weight of two groups: judgement. */
const OF_NETS: UsualBetween = { between: 15 ** 2, weight: 2 };
const BISECTIONS = 50;

interface Line {
  intercept: number;
  slope: number;
  /** Covariances of the two. */
  varIntercept: number;
  varSlope: number;
  covariance: number;
  /** Weighted squares of what is left. */
  left: number;
}

const residual = (group: GroupMean, { intercept, slope }: Pick<Line, 'intercept' | 'slope'>): number =>
  group.mean - intercept - slope * group.covariate;

const fitted = (groups: readonly GroupMean[], between: number, sloped: boolean): Line => {
  let [w, wx, wxx, wy, wxy] = [0, 0, 0, 0, 0];
  for (const { mean, variance, covariate } of groups) {
    const weight = 1 / (variance + between);
    w += weight;
    wx += weight * covariate;
    wxx += weight * covariate * covariate;
    wy += weight * mean;
    wxy += weight * covariate * mean;
  }
  const determinant = w * wxx - wx * wx;
  const line =
    sloped && determinant > 1e-12 * w * wxx
      ? {
          intercept: (wxx * wy - wx * wxy) / determinant,
          slope: (w * wxy - wx * wy) / determinant,
          varIntercept: wxx / determinant,
          varSlope: w / determinant,
          covariance: -wx / determinant,
        }
      : { intercept: wy / w, slope: 0, varIntercept: 1 / w, varSlope: 0, covariance: 0 };
  let left = 0;
  for (const group of groups) left += residual(group, line) ** 2 / (group.variance + between);
  return { ...line, left };
};

/**
 * Means of groups as draws around a line, the variance between them by Paule and Mandel (1982): the one at which the
 * weighted squares of what is left equal their degrees of freedom (as a regression: DerSimonian and Kacker 2007; as a model
 * of small areas: Fay and Herriot 1979). Below eight groups the line is level. Of no groups nothing is expected: 0, with
 * bounds as wide as nets are.
 */
export const randomEffects = (groups: readonly GroupMean[], usual: UsualBetween = OF_NETS): RandomEffects => {
  if (groups.length === 0) return { expected: () => 0, uncertainty: () => 100 ** 2, between: usual.between };
  const sloped =
    groups.length >= ENOUGH_FOR_A_LINE && groups.some(({ covariate }) => covariate !== groups[0]?.covariate);
  const free = groups.length - (sloped ? 2 : 1);
  let [low, high] = [0, 200 ** 2];
  if (fitted(groups, 0, sloped).left <= free) high = 0;
  for (let i = 0; i < BISECTIONS && high > low; i++) {
    const middle = (low + high) / 2;
    if (fitted(groups, middle, sloped).left > free) low = middle;
    else high = middle;
  }
  const between = (usual.weight * usual.between + free * high) / (usual.weight + free);
  const line = fitted(groups, between, sloped);
  return {
    expected: (covariate) => line.intercept + line.slope * covariate,
    uncertainty: (covariate) => line.varIntercept + 2 * covariate * line.covariance + covariate ** 2 * line.varSlope,
    between,
  };
};
