/** Chance that is the same for the same seed. */
export interface Random {
  /** From 0 up to, not including, 1. */
  share(): number;
  /** Whether something of this probability happens. */
  happens(probability: number): boolean;
  between(low: number, high: number): number;
  /** Normal, of mean 0 and standard deviation 1. */
  normal(): number;
  /** Normal in its logarithm, where `spread` is the standard deviation; of a given mean. */
  lognormal(mean: number, spread: number): number;
  /** One of several, each as likely as its weight. */
  weighted<T>(choices: readonly (readonly [choice: T, weight: number])[]): T;
}

/** mulberry32 (Ettinger 2017, public domain): a state of 32 bits, enough for worlds of a million customers. */
const mulberry32 = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
};

/** Neighbouring seeds and parts start far apart: the last step of MurmurHash3 (Appleby, public domain). */
const scattered = (seed: number): number => {
  let mixed = seed | 0;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
};

/** @param part what of the seed's world it is for, so that a cell comes out the same however many others there are */
export const seeded = (seed: number, part = 0): Random => {
  const share = mulberry32(scattered(scattered(seed) + part));
  const normal = () => Math.sqrt(-2 * Math.log(1 - share())) * Math.cos(2 * Math.PI * share());
  return {
    share,
    normal,
    happens: (probability) => share() < probability,
    between: (low, high) => low + (high - low) * share(),
    lognormal: (mean, spread) => mean * Math.exp(spread * normal() - (spread * spread) / 2),
    weighted: (choices) => {
      let left = share() * choices.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [choice, weight] of choices) {
        left -= weight;
        if (left < 0) return choice;
      }
      return (choices.at(-1) as (typeof choices)[number])[0];
    },
  };
};
