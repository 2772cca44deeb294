import type { Random } from './random.ts';

/** One cell's complaining customers by day. */
export interface SurgeCell {
  name: string;
  /** On a usual day. */
  rate: number;
  surges: boolean;
  counts: number[];
}

export type SurgeWorld = SurgeCell[];

export interface SurgeWorldSettings {
  cells: number;
  days: number;
  /** Share of the cells that have the bursts. */
  surging: number;
  bursts: readonly { begin: number; days: number; times: number }[];
}

const FLEET_WEEKDAYS = [1.1, 1, 0.95, 1, 1.15, 1.1, 0.7] as const;
/** Of a cell's weekday about the fleet's, in logarithms. */
const OWN_WEEKDAYS = 0.15;
/** What grows slowly is no surge: 30 % in 60 days. */
const TREND_A_DAY = 0.3 / 60;
/** Every so many days nearly nobody is about, and on the next all come. */
const HOLIDAY_EVERY = 40;
/** Sizes of negative binomials: from days twice as wide as they are high to Poisson. */
const SIZES = [1, 2, 5, 20, Number.POSITIVE_INFINITY] as const;

/** Knuth's product of uniforms, in parts of at most 30, where it is still exact. */
export const poisson = (random: Random, mean: number): number => {
  if (mean > 30) return poisson(random, 30) + poisson(random, mean - 30);
  const end = Math.exp(-mean);
  let count = 0;
  for (let product = random.share(); product > end; product *= random.share()) count++;
  return count;
};

/** Marsaglia and Tsang (2000); mean 1, and shape of 1 or more. */
const gammaOfMeanOne = (random: Random, shape: number): number => {
  const d = shape - 1 / 3;
  for (;;) {
    const x = random.normal();
    const v = (1 + x / Math.sqrt(9 * d)) ** 3;
    if (v > 0 && Math.log(1 - random.share()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return (d * v) / shape;
  }
};

const holiday = (day: number): number => {
  const at = day % HOLIDAY_EVERY;
  return at === HOLIDAY_EVERY - 2 ? 0.4 : at === HOLIDAY_EVERY - 1 ? 1.4 : 1;
};

/** A fleet whose days vary as days of cells do: weekdays, noise, a slow trend, holidays. */
export const surgeWorld = (random: Random, { cells, days, surging, bursts }: SurgeWorldSettings): SurgeWorld =>
  Array.from({ length: cells }, (_, i) => {
    const rate = 0.05 * 200 ** random.share();
    const size = random.weighted(SIZES.map((one) => [one, 1] as const));
    const weekdays = FLEET_WEEKDAYS.map((factor) => factor * Math.exp(OWN_WEEKDAYS * random.normal()));
    const surges = random.happens(surging);
    const counts = Array.from({ length: days }, (_, day) => {
      const burst = surges ? bursts.find(({ begin, days: long }) => day >= begin && day < begin + long) : undefined;
      const usual = rate * (weekdays[day % 7] as number) * (1 + TREND_A_DAY * day) * holiday(day);
      const mean = usual * (burst?.times ?? 1);
      return poisson(random, Number.isFinite(size) ? mean * gammaOfMeanOne(random, size) : mean);
    });
    return { name: `cell-${String(i).padStart(5, '0')}`, rate, surges, counts };
  });
