import { normalQuantile } from '../statistics/distributions.ts';
import {
  type AnswerCount,
  type AnswerCounts,
  type Figure,
  type Rates,
  ratesOfCounts,
  tellsRates,
  UNKNOWN,
} from './spread.ts';
import { type Answer, answers, type Group } from './writer.ts';

/** A stratum of the sample with what its labels say. */
export interface LabelledStratum extends Group {
  answer: Answer;
  /** How many customers it has. */
  customers: number;
  /** How many of them were labelled yes or no; those skipped or not read are not among them. */
  labelled: number;
  complaining: number;
}

export interface Measured extends Rates {
  customers: number;
  labelled: number;
}

export interface Estimate {
  all: Measured;
  /** `ownRates`: whether its own labels tell any; else those of the others stand in, with an interval as wide as groups differ. */
  groups: (Group & Measured & { ownRates: boolean })[];
}

/** How far groups lie apart at least, in log-odds: judgement. Around 0.80, two groups of three lie within 0.71 and 0.87. */
const LEAST_APART = 0.5;
/** And at most: of two small groups that happen to differ, nothing is known of how far groups lie apart. Judgement. */
const MOST_APART = 1;
/** A 90 % interval reaches so many standard deviations to either side. */
const REACH = normalQuantile(0.95);

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);

/**
 * What the labels of one answer say, strata together: each label stands for `customers / labelled` of its stratum, and
 * uneven weights count as fewer labels (Kish 1965: (sum of weights)² / sum of their squares). A stratum without labels is
 * taken to be like the others.
 */
const pooledCount = (strata: readonly LabelledStratum[]): AnswerCount => {
  const read = strata.filter(({ labelled }) => labelled > 0);
  const stoodFor = sum(read.map(({ customers }) => customers));
  const squares = sum(read.map(({ customers, labelled }) => customers ** 2 / labelled));
  const labelled = squares === 0 ? 0 : stoodFor ** 2 / squares;
  const share = sum(read.map(({ customers, labelled: n, complaining }) => (customers * complaining) / n)) / stoodFor;
  return {
    customers: sum(strata.map(({ customers }) => customers)),
    labelled,
    complaining: labelled === 0 ? 0 : share * labelled,
  };
};

const countsOf = (strata: readonly LabelledStratum[]): AnswerCounts => {
  const [yes, unsure, no] = answers.map((answer) => pooledCount(strata.filter((one) => one.answer === answer)));
  return { yes, unsure, no } as Record<Answer, AnswerCount>;
};

const pooled = (strata: readonly LabelledStratum[]): Rates => ratesOfCounts(countsOf(strata));

/** A figure as log-odds with their variance, which has no bounds where nothing is known. */
interface LogOdds {
  mean: number;
  variance: number;
}

const logit = (share: number): number => Math.log(share / (1 - share));
const share = (logOdds: number): number => 1 / (1 + Math.exp(-logOdds));

const logOddsOf = ({ value, low, high }: Figure): LogOdds => ({
  mean: logit(value),
  variance: ((logit(high) - logit(low)) / (2 * REACH)) ** 2,
});

const isKnown = ({ variance }: LogOdds): boolean => Number.isFinite(variance);

/** How far groups lie apart beyond what their labels explain (DerSimonian and Laird 1986): a variance, within bounds. */
const varianceBetween = (all: readonly LogOdds[]): number => {
  const groups = all.filter(isKnown);
  const weights = groups.map((group) => 1 / group.variance);
  const total = sum(weights);
  const centre = sum(groups.map(({ mean }, i) => mean * (weights[i] ?? 0))) / total;
  const found = sum(groups.map(({ mean }, i) => (mean - centre) ** 2 * (weights[i] ?? 0)));
  const free = total - sum(weights.map((weight) => weight ** 2)) / total;
  const excess = free > 0 ? (found - (groups.length - 1)) / free : 0;
  return Math.min(MOST_APART ** 2, Math.max(LEAST_APART ** 2, excess));
};

/**
 * CALIBRATION-3: a group's own log-odds and those of the other groups together, each weighed by how firm it is; the others
 * are the less firm the farther groups lie apart. Its own labels never count twice.
 */
const shrunk = (own: LogOdds, others: LogOdds, apart: number): Figure => {
  const precision = 1 / own.variance + 1 / (others.variance + apart);
  const mean = (own.mean / own.variance + others.mean / (others.variance + apart)) / precision;
  const reach = REACH / Math.sqrt(precision);
  return { value: share(mean), low: share(mean - reach), high: share(mean + reach) };
};

/**
 * Moves a figure of all groups alike, in log-odds, as little as lets that of all customers lie among them: small groups share a bias
 * of Jeffreys' half cases, of which the whole has less.
 */
const around = (all: Figure, groups: readonly Figure[]): Figure[] => {
  if (groups.some(({ low, high }) => low <= 0 || high >= 1)) return [...groups];
  const means = groups.map(({ value }) => logit(value));
  const aim = logit(all.value);
  const by = Math.max(0, aim - Math.max(...means)) + Math.min(0, aim - Math.min(...means));
  const moved = (at: number): number => (by === 0 ? at : share(logit(at) + by));
  return groups.map(({ value, low, high }) => ({ value: moved(value), low: moved(low), high: moved(high) }));
};

const counted = (strata: readonly LabelledStratum[]) => ({
  customers: sum(strata.map(({ customers }) => customers)),
  labelled: sum(strata.map(({ labelled }) => labelled)),
});

/**
 * The rates over all customers who wrote, and those of each channel and language; shares are 0 to 1. `UNKNOWN` where nobody who was
 * flagged, or nobody else, is labelled.
 */
export const estimateRates = (strata: readonly LabelledStratum[]): Estimate => {
  const all = { ...pooled(strata), ...counted(strata) };
  const groups = [...Map.groupBy(strata, ({ channel, language }) => JSON.stringify([channel, language]))]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, own]) => {
      const others = strata.filter((stratum) => !own.includes(stratum));
      const [ownRates, othersTell] = [tellsRates(countsOf(own)), tellsRates(countsOf(others))];
      const rest = othersTell ? pooled(others) : ownRates ? undefined : all;
      return { own, ownRates, rates: pooled(own), rest };
    });
  const drawnTogether = (figure: keyof Rates): Figure[] => {
    const apart = varianceBetween(groups.map(({ rates }) => logOddsOf(rates[figure])));
    return around(
      all[figure],
      groups.map(({ rates, rest }) =>
        rest && isKnown(logOddsOf(rest[figure]))
          ? shrunk(logOddsOf(rates[figure]), logOddsOf(rest[figure]), apart)
          : rates[figure],
      ),
    );
  };
  const [sensitivities, falsePositiveRates] = [drawnTogether('sensitivity'), drawnTogether('falsePositiveRate')];
  return {
    all,
    groups: groups.map(({ own, ownRates }, i) => {
      const { channel, language } = own[0] as LabelledStratum;
      return {
        channel,
        language,
        sensitivity: sensitivities[i] ?? UNKNOWN,
        falsePositiveRate: falsePositiveRates[i] ?? UNKNOWN,
        ownRates,
        ...counted(own),
      };
    }),
  };
};
