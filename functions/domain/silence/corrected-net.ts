import { normalQuantile } from '../statistics/distributions.ts';
import {
  type CellStrata,
  complainingShare,
  type Estimate,
  type FleetModel,
  invitedIn,
  LEAST_USUAL,
} from './fleet-model.ts';
import { answersOf, invitedOf, type Layer, pointsOf, type Strata } from './strata.ts';

/** Half of a 90 % interval, in standard errors. */
export const REACH = normalQuantile(0.95);

/**
 * How many expected answers the fleet's ratio of answering counts for, beside a cell's own: judgement. With 2
 * more cells are told falsely, with 10 none fewer (docs/decisions/025).
 */
const FLEET_ANSWERS = 5;

/**
 * What nobody sees: whether among those alike in what they said the unhappy answer less often. The interval allows for it: if a
 * customer's chance of answering goes with `exp(t x)` for x of 1, 0 or -1, the silent's net is `t x spread / 100` points
 * lower (exponential tilting, Scharfstein, Rotnitzky and Robins 1999), and t has a standard deviation of 0.1: the
 * unfavourable answering a fifth less often than the favourable, or more often, is nothing unusual. Judgement: with less, too
 * few intervals hold where few answer and something is unseen (docs/decisions/025).
 */
export const UNSEEN_TILT = 0.1;

/** What is known of a cell and metric under one assumption of how complaints are heard. */
export interface CellEstimate {
  net: number;
  middle: number;
  /** Of the net, without the error of the hearing rates. */
  variance: number;
  /** Of the variance, what more answers of the cell would not narrow. */
  fixedVariance: number;
  isTold: boolean;
  points: number;
  pointsVariance: number;
  /** Points by the cell's own answers alone, and their variance if silence said nothing. */
  ownPoints: number;
  ownVariance: number;
  /** Of each stratum the net of its answers, drawn to the fleet's. */
  nets: Nets;
  /** Brushed off among the invited whose answers are waited for no longer, and those of them who answered. */
  brushedOff: { invited: number; answers: number };
}

interface Nets {
  noComplaint: number;
  remedied: number;
  brushedOff: number;
}

const within = (net: number): number => Math.min(100, Math.max(-100, net));

/** A stratum's net, the cell's own drawn to what the fleet leads to expect: empirical Bayes (Efron and Morris 1975). */
const drawn = (
  layer: Layer,
  expected: number,
  uncertainty: number,
  between: number,
  spread: number,
  design: number,
): Estimate => {
  const n = answersOf(layer);
  if (n <= 0) return { mean: within(expected), variance: between + uncertainty };
  const sampling = spread / n;
  const own = between / (between + sampling);
  return {
    mean: within(own * (pointsOf(layer) / n) + (1 - own) * expected),
    variance: own * sampling * design + (1 - own) ** 2 * uncertainty,
  };
};

const stratumNets = (all: Strata, model: FleetModel, design: number): Record<keyof Nets, Estimate> => {
  const share = complainingShare(all);
  const { noComplaint, remedied, spread } = model;
  const usual = noComplaint.expected(share);
  const helped = remedied.expected(0);
  return {
    noComplaint: drawn(
      all.noComplaint,
      usual,
      noComplaint.uncertainty(share),
      noComplaint.between,
      spread.noComplaint(usual),
      design,
    ),
    remedied: drawn(all.remedied, helped, remedied.uncertainty(0), remedied.between, spread.remedied(helped), design),
    brushedOff: model.brushedOff,
  };
};

/** A cell's ratio of answering, drawn to the fleet's: a gamma prior worth `FLEET_ANSWERS` expected answers. */
const answering = (answers: number, expected: number, fleet: Estimate): Estimate => {
  const known = Math.max(0, answers) + FLEET_ANSWERS * fleet.mean;
  const room = Math.max(0, expected) + FLEET_ANSWERS;
  return { mean: known / room, variance: known / room ** 2 + (FLEET_ANSWERS / room) ** 2 * fleet.variance };
};

/** Of a cell in which next to everybody complained, or nobody answered. */
const UNTOLD: Silence = { isTold: false, points: 0, pointsVariance: 0, ownPoints: 0, ownVariance: 0 };

/**
 * Whether it is chance who answers, by the cell's own answers and by what was heard, rightly or not: customers heard in error
 * answer like others, so that errors of hearing hide silence but make none up. Points by which the answers differ from the
 * invited, and their variance if answers are drawn from these by chance.
 */
const ownSilence = (
  { heard: { remedied, brushedOff } }: Strata,
  answers: number,
  invited: number,
  [toHelped, toHurt]: readonly [number, number],
): { ownPoints: number; ownVariance: number } => {
  const among = (of: 'answers' | 'invited', all: number): number =>
    (remedied[of] * toHelped + brushedOff[of] * toHurt) / all;
  const mean = among('invited', invited);
  const squares = (remedied.invited * toHelped ** 2 + brushedOff.invited * toHurt ** 2) / invited;
  return {
    ownPoints: among('answers', answers) - mean,
    ownVariance: (Math.max(1, squares - mean ** 2) * Math.max(0, 1 - answers / invited)) / answers,
  };
};

interface Silence {
  /** Whether anything can be said of what silence hides. */
  isTold: boolean;
  points: number;
  pointsVariance: number;
  ownPoints: number;
  ownVariance: number;
}

/**
 * SILENCE-5: what silence hides is the sum over strata of (share among answers - share among invited) x net, with the same
 * nets on both sides. Shares among answers follow from how often each stratum answers, drawn to the fleet's.
 */
const silenceIn = (
  { waitedFor, design }: CellStrata,
  nets: Record<keyof Nets, Estimate>,
  { answering: fleet }: FleetModel,
): Silence => {
  const { noComplaint, remedied, brushedOff } = waitedFor;
  const invited = invitedIn(waitedFor);
  const answers = answersOf(noComplaint) + answersOf(remedied) + answersOf(brushedOff);
  if (answers <= 0 || invitedOf(noComplaint) < LEAST_USUAL * invited) return UNTOLD;
  const rate = answersOf(noComplaint) / Math.max(1, invitedOf(noComplaint));
  const share = { remedied: invitedOf(remedied) / invited, brushedOff: invitedOf(brushedOff) / invited };
  const usual = 1 - share.remedied - share.brushedOff;
  const helped = answering(answersOf(remedied), invitedOf(remedied) * rate, fleet.remedied);
  const hurt = answering(answersOf(brushedOff), invitedOf(brushedOff) * rate, fleet.brushedOff);
  const total = usual + share.remedied * helped.mean + share.brushedOff * hurt.mean;
  const among = {
    remedied: (share.remedied * helped.mean) / total,
    brushedOff: (share.brushedOff * hurt.mean) / total,
  };
  const toHelped = nets.remedied.mean - nets.noComplaint.mean;
  const toHurt = nets.brushedOff.mean - nets.noComplaint.mean;
  const points = (among.remedied - share.remedied) * toHelped + (among.brushedOff - share.brushedOff) * toHurt;
  const meanAmong = among.remedied * toHelped + among.brushedOff * toHurt;
  const counting = (waitedFor.variance * design) / invited ** 2;
  const pointsVariance =
    ((share.remedied / total) * (toHelped - meanAmong)) ** 2 * helped.variance * design +
    ((share.brushedOff / total) * (toHurt - meanAmong)) ** 2 * hurt.variance * design +
    (among.remedied - share.remedied) ** 2 * (nets.remedied.variance + nets.noComplaint.variance) +
    (among.brushedOff - share.brushedOff) ** 2 * (nets.brushedOff.variance + nets.noComplaint.variance) +
    counting * ((1 - hurt.mean) * toHurt) ** 2;
  const own = ownSilence(waitedFor, answers, invited, [toHelped, toHurt]);
  return { isTold: true, points, pointsVariance, ...own, ownVariance: Math.max(1e-9, own.ownVariance * design) };
};

/**
 * SILENCE-3: those who answered count as they did, the silent as those of their stratum who answered: prediction of a finite
 * population (Royall 1970; Ghosh and Meeden 1986), so that with every answer known nothing is left to chance.
 */
export const estimateCell = (cell: CellStrata, model: FleetModel): CellEstimate => {
  const { all, design } = cell;
  const nets = stratumNets(all, model, design);
  const layers = [all.noComplaint, all.remedied, all.brushedOff] as const;
  const invited = layers.reduce((sum, layer) => sum + invitedOf(layer), 0);
  const told = layers.reduce((sum, layer) => sum + pointsOf(layer), 0);
  const answers = layers.reduce((sum, layer) => sum + answersOf(layer), 0);
  const silent = Math.max(0, invited - answers);
  // A small one may be below 0: cut there, small cells whose customers write a lot would all seem less happy.
  const [remedied, brushedOff] = [all.remedied[3], all.brushedOff[3]];
  const others = silent - remedied - brushedOff;
  const sum = told + others * nets.noComplaint.mean + remedied * nets.remedied.mean + brushedOff * nets.brushedOff.mean;
  const { spread } = model;
  const apart = (nets.noComplaint.mean - nets.brushedOff.mean) ** 2;
  const fixed =
    brushedOff ** 2 * nets.brushedOff.variance +
    (silent * UNSEEN_TILT * (spread.noComplaint(nets.noComplaint.mean) / 100)) ** 2;
  const variance =
    fixed +
    others ** 2 * nets.noComplaint.variance +
    Math.max(0, others) * spread.noComplaint(nets.noComplaint.mean) +
    remedied ** 2 * nets.remedied.variance +
    Math.max(0, remedied) * spread.remedied(nets.remedied.mean) +
    Math.max(0, brushedOff) * spread.remedied(nets.brushedOff.mean) +
    (all.variance * design * apart * silent) / Math.max(1, invited);
  const { waitedFor } = cell;
  return {
    net: sum / invited,
    middle: (told + others * nets.noComplaint.mean - 100 * (remedied + brushedOff)) / invited,
    variance: variance / invited ** 2,
    fixedVariance: fixed / invited ** 2,
    ...silenceIn(cell, nets, model),
    nets: {
      noComplaint: nets.noComplaint.mean,
      remedied: nets.remedied.mean,
      brushedOff: nets.brushedOff.mean,
    },
    brushedOff: {
      invited: Math.max(0, invitedOf(waitedFor.brushedOff)),
      answers: Math.max(0, answersOf(waitedFor.brushedOff)),
    },
  };
};
