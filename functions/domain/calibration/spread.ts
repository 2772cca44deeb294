import { betaQuantile } from '../statistics/distributions.ts';
import { type Answer, answers } from './writer.ts';

/** A figure with its 90 % interval. */
export interface Figure {
  value: number;
  low: number;
  high: number;
}

/** How the detector errs, per customer who wrote. */
export interface Rates {
  /** Share of the complaining customers who are flagged. */
  sensitivity: Figure;
  /** Share of the other customers who are flagged. */
  falsePositiveRate: Figure;
}

/** Of the customers with one answer: how many there are, and what labels say of them; labels may count in part. */
export interface AnswerCount {
  customers: number;
  labelled: number;
  complaining: number;
}
export type AnswerCounts = Readonly<Record<Answer, AnswerCount>>;

/** Half of what lies outside the interval. */
const TAIL = 0.05;
/** Points at which the rates are worked out, and steps of each share: twice as many move no third decimal. */
const POINTS = 4096;
const STEPS = 256;

/** x^6 = x + 1: powers of its root fill five dimensions evenly (Roberts, "The unreasonable effectiveness of quasirandom sequences"). */
const ROOT = 1.1347241384015194;

/** The quantiles of a share at the middles of `STEPS` equal parts, after Jeffreys: half a case on either side. */
const quantilesOf = (yes: number, no: number): number[] =>
  Array.from({ length: STEPS }, (_, i) => betaQuantile((i + 0.5) / STEPS, yes + 0.5, no + 0.5));

/** A share of which nothing is known. */
export const UNKNOWN: Figure = { value: 0.5, low: 0, high: 1 };

/**
 * Whether labels tell both sides of a rate: what a flag is worth, and what goes unheard. Where one has none, the prior would speak
 * in its place, and where nobody is unflagged, with great certainty.
 */
export const tellsRates = ({ yes, unsure, no }: AnswerCounts): boolean =>
  yes.labelled > 0 && unsure.labelled + no.labelled > 0;

const figureOf = (values: number[]): Figure => {
  const sorted = values.sort((a, b) => a - b);
  const at = (p: number): number => sorted[Math.floor(p * sorted.length)] ?? Number.NaN;
  return { value: at(0.5), low: at(TAIL), high: at(1 - TAIL) };
};

/**
 * Sensitivity and false-positive rate of labels per answer. Five shares are uncertain, each by Jeffreys' Beta: who is
 * flagged, who of the others leaves the detector unsure, and who complains of the three. The rates are worked out at 4,096
 * fixed points that fill the five dimensions evenly (quasi-Monte Carlo, no chance in it): median, 5th and 95th percentile.
 * `UNKNOWN` both, where labels do not tell them.
 */
export const ratesOfCounts = (counts: AnswerCounts): Rates => {
  if (!tellsRates(counts)) return { sensitivity: UNKNOWN, falsePositiveRate: UNKNOWN };
  const { yes, unsure, no } = counts;
  const complaining = (answer: Answer): number[] => {
    const { labelled, complaining: those } = counts[answer];
    return quantilesOf(those, labelled - those);
  };
  const shares = [
    quantilesOf(yes.customers, unsure.customers + no.customers),
    quantilesOf(unsure.customers, no.customers),
    ...answers.map(complaining),
  ];
  const sensitivities: number[] = [];
  const falsePositiveRates: number[] = [];
  for (let point = 0; point < POINTS; point++) {
    const [flagged = 0, wavering = 0, ofFlagged = 0, ofUnsure = 0, ofNo = 0] = shares.map((quantiles, dimension) => {
      const along = (0.5 + (point + 1) * ROOT ** -(dimension + 1)) % 1;
      return quantiles[Math.floor(along * STEPS)] ?? 0;
    });
    const missedShare = wavering * ofUnsure + (1 - wavering) * ofNo;
    const found = flagged * ofFlagged;
    const missed = (1 - flagged) * missedShare;
    sensitivities.push(found / (found + missed));
    const alarms = flagged - found;
    const quiet = 1 - flagged - missed;
    falsePositiveRates.push(alarms / (alarms + quiet));
  }
  return { sensitivity: figureOf(sensitivities), falsePositiveRate: figureOf(falsePositiveRates) };
};
