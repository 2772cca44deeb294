/** Numbers from 0 to 1 that look random and are the same for the same seed: mulberry32 (Ettinger 2017, public domain). */
export const seeded = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
};

/** All of them, in another order (Fisher and Yates). */
export const shuffled = <T>(items: readonly T[], random: () => number): T[] => {
  const turned = [...items];
  for (let i = turned.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [turned[i], turned[j]] = [turned[j] as T, turned[i] as T];
  }
  return turned;
};
