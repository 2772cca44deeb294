import { words } from './words.ts';

const MINUS = '\u2212';

/** A true minus is as wide as a plus, and is not broken from its number. */
const written = (format: Intl.NumberFormat, n: number): string => format.format(n).replace('-', MINUS);

const { language } = words;
const wholes = new Intl.NumberFormat(language, { maximumFractionDigits: 0, signDisplay: 'negative' });
const nets = new Intl.NumberFormat(language, { maximumFractionDigits: 0, signDisplay: 'exceptZero' });
const tenths = new Intl.NumberFormat(language, { maximumFractionDigits: 1, signDisplay: 'negative' });
const shares = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 });
const rates = new Intl.NumberFormat(language, { minimumFractionDigits: 3, maximumFractionDigits: 3 });

export const whole = (n: number): string => written(wholes, n);

/** A net score, with its sign: +48. */
export const net = (n: number): string => written(nets, n);

/** With one decimal below ten, where a half more or less is a tenth of it. */
export const roughly = (n: number): string => written(Math.abs(n) < 9.95 ? tenths : wholes, n);

/** An estimate: two figures that count, more would be made up. */
export const about = (n: number): string => {
  if (n < 1) return n > 0 ? words.figures.underOne : whole(0);
  const unit = n < 10 ? 1 : 10 ** (Math.floor(Math.log10(n)) - 1);
  return whole(Math.round(n / unit) * unit);
};

/** A share of 0 to 1; what is not none never reads as none, what is not all never as all. */
export const percent = (share: number): string => {
  if (share > 0 && share < 0.005) return words.figures.under(shares.format(0.01));
  if (share < 1 && share >= 0.995) return words.figures.over(shares.format(0.99));
  return shares.format(share);
};

/** Ends of an interval. */
export const range = (low: number, high: number, told: (n: number) => string = whole): string =>
  words.figures.range(told(low), told(high));

/** A false discovery rate. */
export const rate = (q: number): string => (q < 0.001 ? words.figures.under(rates.format(0.001)) : rates.format(q));
