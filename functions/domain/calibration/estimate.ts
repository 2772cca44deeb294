import { normalQuantile } from '../statistics/distributions.ts';
import { type AnswerCount, type Figure, type Rates, ratesOfCounts } from './spread.ts';
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
  groups: (Group & Measured)[];
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

const pooled = (strata: readonly LabelledStratum[]): Rates => {
  const [yes, unsure, no] = answers.map((answer) => pooledCount(strata.filter((one) => one.answer === answer)));
  return ratesOfCounts({ yes, unsure, no } as Record<Answer, AnswerCount>);
};

/** A figure as log-odds with their variance. */
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

/** How far groups lie apart beyond what their labels explain (DerSimonian and Laird 1986): a variance, within bounds. */
const varianceBetween = (groups: readonly LogOdds[]): number => {
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

const counted = (strata: readonly LabelledStratum[]) => ({
  customers: sum(strata.map(({ customers }) => customers)),
  labelled: sum(strata.map(({ labelled }) => labelled)),
});

/** The rates over all customers who wrote, and those of each channel and language; shares are 0 to 1. */
export const estimateRates = (strata: readonly LabelledStratum[]): Estimate => {
  const all = { ...pooled(strata), ...counted(strata) };
  const groups = [...Map.groupBy(strata, ({ channel, language }) => JSON.stringify([channel, language]))]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, own]) => ({ own, rates: pooled(own), others: strata.filter((stratum) => !own.includes(stratum)) }));
  const apart = (figure: keyof Rates): number => varianceBetween(groups.map(({ rates }) => logOddsOf(rates[figure])));
  const [sensitivityApart, falsePositivesApart] = [apart('sensitivity'), apart('falsePositiveRate')];
  return {
    all,
    groups: groups.map(({ own, rates, others }) => {
      const { channel, language } = own[0] as LabelledStratum;
      const rest = others.length > 0 ? pooled(others) : undefined;
      const drawnTo = (figure: keyof Rates, between: number): Figure =>
        rest ? shrunk(logOddsOf(rates[figure]), logOddsOf(rest[figure]), between) : rates[figure];
      return {
        channel,
        language,
        sensitivity: drawnTo('sensitivity', sensitivityApart),
        falsePositiveRate: drawnTo('falsePositiveRate', falsePositivesApart),
        ...counted(own),
      };
    }),
  };
};
