import { digest } from '../message/identity.ts';
import { type Answer, answers, type Group, type Writer } from './writer.ts';

/** Customers of one channel and language of whom the detector says the same. */
export interface Stratum extends Group {
  answer: Answer;
  /** How many there are. */
  customers: number;
  /** How many of them are drawn: each had the chance `drawn / customers`. */
  drawn: number;
}

export interface Drawn {
  writer: Writer;
  /** Index into `strata`. */
  stratum: number;
}

export interface Sample {
  strata: Stratum[];
  /** In the order in which they are to be labelled, which tells nothing of the strata. */
  customers: Drawn[];
}

/** Fewer in a stratum say next to nothing of it; many strata must do with less, so that half goes where it serves most. */
const LEAST_A_STRATUM = 3;
/** What the detector is sure of is still looked at: it may be wrong there, and only a label shows it. */
const LEAST_DOUBT = 0.02;

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);
const mean = (numbers: readonly number[]): number => sum(numbers) / Math.max(1, numbers.length);

/**
 * How much a label of each answer narrows the rates, by Neyman's allocation: a class of N customers of whom a share p
 * complains adds N² p(1-p)/n to the variance of a total. Of flagged customers both the complainers (of sensitivity) and the
 * others (of the false-positive rate) are such totals, of the rest those who were missed and those rightly left alone; each
 * weighs by the square of its size, as in the variance of the logarithm of a ratio. The detector's own probabilities stand
 * for p: wrong ones cost width, never truth.
 */
const worthOf = (writers: readonly Writer[]): ReadonlyMap<Answer, number> => {
  const classes = answers.map((answer) => {
    const those = writers.filter((writer) => writer.answer === answer);
    const share = mean(those.map(({ probability }) => probability));
    return { answer, n: those.length, p: Math.min(1 - LEAST_DOUBT, Math.max(LEAST_DOUBT, share)) };
  });
  const totals = (flagged: boolean) => {
    const those = classes.filter(({ answer, n }) => (answer === 'yes') === flagged && n > 0);
    const complain = sum(those.map(({ n, p }) => n * p));
    return complain ** -2 + (sum(those.map(({ n }) => n)) - complain) ** -2;
  };
  return new Map(
    classes.map(({ answer, n, p }) => [answer, n === 0 ? 0 : n * Math.sqrt(p * (1 - p) * totals(answer === 'yes'))]),
  );
};

/** Shares out so many, the least to each first and then one by one where most is owed; none gets more than it holds. */
const allotted = (sizes: readonly number[], worth: readonly number[], most: number): number[] => {
  const least = Math.min(LEAST_A_STRATUM, Math.floor(most / 2 / Math.max(1, sizes.length)));
  const given = sizes.map((size) => Math.min(size, least));
  for (let left = most - sum(given); left > 0; left--) {
    let neediest = -1;
    let owed = 0;
    for (const [i, size] of sizes.entries()) {
      const got = given[i] ?? 0;
      const claim = (worth[i] ?? 0) / (got + 1);
      if (got < size && claim > owed) [neediest, owed] = [i, claim];
    }
    if (neediest < 0) break;
    given[neediest] = (given[neediest] ?? 0) + 1;
  }
  return given;
};

/**
 * CALIBRATION-2: draws customers by channel, language and the detector's answer, each of a stratum with the same known
 * chance. The same customers and seed give the same sample, in whatever order the customers come.
 *
 * @param most customers to draw, 1 or more
 */
export const drawSample = (writers: readonly Writer[], { most, seed }: { most: number; seed: string }): Sample => {
  const lot = (purpose: string, { story, channel, language }: Writer): string =>
    digest(seed, purpose, story, channel, language);
  const worth = worthOf(writers);
  const strata = [
    ...Map.groupBy(writers, ({ channel, language, answer }) => JSON.stringify([channel, language, answer])),
  ]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, members]) => members);
  const given = allotted(
    strata.map((members) => members.length),
    strata.map((members) => {
      const answer = members[0]?.answer ?? 'no';
      const all = sum(strata.filter(([first]) => first?.answer === answer).map(({ length }) => length));
      return ((worth.get(answer) ?? 0) * members.length) / all;
    }),
    most,
  );
  const byLot = (purpose: string, drawn: readonly Drawn[]): Drawn[] =>
    drawn
      .map((one) => ({ one, at: lot(purpose, one.writer) }))
      .sort((a, b) => (a.at < b.at ? -1 : 1))
      .map(({ one }) => one);
  const drawn = strata.flatMap((members, stratum) =>
    byLot(
      'draw',
      members.map((writer) => ({ writer, stratum })),
    ).slice(0, given[stratum]),
  );
  return {
    strata: strata.map((members, i) => {
      const { channel, language, answer } = members[0] as Writer;
      return { channel, language, answer, customers: members.length, drawn: given[i] ?? 0 };
    }),
    customers: byLot('order', drawn),
  };
};
