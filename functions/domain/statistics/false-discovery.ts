/**
 * q-values by Benjamini and Hochberg (1995): the false discovery rate at which each test would just be reported.
 *
 * @param pValues one a test, 0 to 1, of all `tests` that were made; those left out count as not rejected
 * @param tests how many tests were made, at least as many as there are p-values
 * @returns in the order given, 0 to 1
 */
export const qValues = (pValues: readonly number[], tests: number = pValues.length): number[] => {
  const ranked = pValues.map((p, i) => ({ p, i })).sort((a, b) => a.p - b.p || a.i - b.i);
  const q = new Array<number>(pValues.length).fill(1);
  let least = 1;
  for (let rank = ranked.length; rank > 0; rank--) {
    const { p, i } = ranked[rank - 1] as { p: number; i: number };
    // In this order a q-value is never a rounding below its p-value.
    least = Math.min(least, p * (tests / rank));
    q[i] = least;
  }
  return q;
};
