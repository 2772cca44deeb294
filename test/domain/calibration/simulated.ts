import type { Sample } from '../../../functions/domain/calibration/draw.ts';
import type { LabelledStratum } from '../../../functions/domain/calibration/estimate.ts';
import type { Answer, Group, Writer } from '../../../functions/domain/calibration/writer.ts';

/** Numbers from 0 to 1 that look like chance, the same for the same seed (mulberry32). */
export const chances = (seed: number) => {
  let state = seed;
  return (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
};

export interface Town extends Partial<Group> {
  customers: number;
  /** Of the customers, who complain. */
  complaining: number;
  sensitivity: number;
  falsePositiveRate: number;
}

export interface Townsman {
  writer: Writer;
  complains: boolean;
}

/** The detector is unsure of half of the complaints it misses, and of an eighth of the rest; its probabilities say little. */
const answerTo = (complains: boolean, town: Town, chance: () => number): Answer => {
  if (chance() < (complains ? town.sensitivity : town.falsePositiveRate)) return 'yes';
  return chance() < (complains ? 0.5 : 0.125) ? 'unsure' : 'no';
};

const PROBABILITY = { yes: 0.8, unsure: 0.4, no: 0.1 };

/** Customers who wrote, with what only the truth knows. */
export const peopleOf = (town: Town, seed: number): Townsman[] => {
  const chance = chances(seed);
  const { channel = 'sms', language = 'en' } = town;
  return Array.from({ length: town.customers }, (_, i) => {
    const complains = chance() < town.complaining;
    const answer = answerTo(complains, town, chance);
    const story = `customer#${channel} ${language} ${i}`;
    return { complains, writer: { story, channel, language, texts: [], answer, probability: PROBABILITY[answer] } };
  });
};

/** The strata of a sample as somebody labels them who is always right. */
export const labelledBy = (people: readonly Townsman[], { strata, customers }: Sample): LabelledStratum[] => {
  const truth = new Map(people.map(({ writer, complains }) => [writer, complains]));
  return strata.map(({ drawn, ...stratum }, i) => ({
    ...stratum,
    labelled: drawn,
    complaining: customers.filter((one) => one.stratum === i && truth.get(one.writer)).length,
  }));
};
