/**
 * An estimate of a count as its interval bears it, which is rarely narrower than a tenth: two figures from ten on, whole numbers
 * below. Rounded once: 1.459 is 1, not 1.5 and so 2.
 *
 * @param count from 0
 */
export const twoFigures = (count: number): number => {
  const unit = count < 10 ? 1 : 10 ** (Math.floor(Math.log10(count)) - 1);
  return Math.round(count / unit) * unit;
};
