import { type ByAnswer, type HeardCounts, heardOf } from '../touchpoints/heard-counts.ts';

/** The invited by what happened before they were asked. */
export const strata = ['noComplaint', 'remedied', 'brushedOff'] as const;
export type StratumName = (typeof strata)[number];

/** Customers of a stratum by their answer: top, middle, bottom, none. Estimates: a small one may be below 0. */
export type Layer = [top: number, middle: number, bottom: number, none: number];

/** How surely complaints are heard: share of complaining customers heard, share of others who wrote heard as complaining. */
export interface Hearing {
  sensitivity: number;
  falsePositiveRate: number;
}

export type HearingOf = (channel: string, language: string) => Hearing;

/** Customers as they were heard, rightly or not. */
export interface AsHeard {
  invited: number;
  answers: number;
}

export interface Strata extends Record<StratumName, Layer> {
  /** Variance of the number of complainers, as hearing is a matter of chance. */
  variance: number;
  heard: { remedied: AsHeard; brushedOff: AsHeard };
}

const ANSWERS = [0, 1, 2, 3] as const;

export const answersOf = ([top, middle, bottom]: Layer): number => top + middle + bottom;
export const invitedOf = ([top, middle, bottom, none]: Layer): number => top + middle + bottom + none;
/** Sum of the net points of the answers: 100 each at the top, -100 at the bottom. */
export const pointsOf = ([top, , bottom]: Layer): number => 100 * (top - bottom);

interface Group {
  wrote: ByAnswer;
  remedied: ByAnswer;
  brushedOff: ByAnswer;
}

const NOBODY: ByAnswer = [0, 0, 0, 0];

/**
 * SILENCE-2: of those who wrote, `(heard - f x wrote) / (s - f)` complained, in each class of answers and among the silent
 * (Rogan and Gladen 1978), with sensitivity s and false-positive rate f of their channel and language. Who complained of
 * nothing was given no remedy either: what is made up in hearing lies among the brushed off, what was missed on both sides.
 * More cannot have complained than wrote: where more were heard than the sensitivity allows, all of them did.
 */
export const strataOf = (counts: HeardCounts, hearing: HearingOf): Strata => {
  const noComplaint: Layer = [0, 0, 0, 0];
  const remedied: Layer = [0, 0, 0, 0];
  const brushedOff: Layer = [0, 0, 0, 0];
  let variance = 0;
  const asHeard = { remedied: { invited: 0, answers: 0 }, brushedOff: { invited: 0, answers: 0 } };
  const writing = new Map<string, Group & { channel: string; language: string }>();
  for (const key of Object.keys(counts).sort()) {
    const { heard, channel, language } = heardOf(key);
    const count = counts[key] ?? NOBODY;
    if (heard === 'silent') {
      for (const i of ANSWERS) noComplaint[i] += count[i];
      continue;
    }
    const name = `${channel}|${language}`;
    const group = writing.get(name) ?? { channel, language, wrote: NOBODY, remedied: NOBODY, brushedOff: NOBODY };
    const as = heard === 'no-complaint' ? 'wrote' : heard === 'remedied' ? 'remedied' : 'brushedOff';
    writing.set(name, { ...group, [as]: count });
  }
  for (const { channel, language, ...group } of writing.values()) {
    const { sensitivity: s, falsePositiveRate: f } = hearing(channel, language);
    const invited = (counts: ByAnswer): number => counts[0] + counts[1] + counts[2] + counts[3];
    const [remediedAll, brushedOffAll] = [invited(group.remedied), invited(group.brushedOff)];
    const heardAll = remediedAll + brushedOffAll;
    const wroteAll = invited(group.wrote) + heardAll;
    for (const stratum of ['remedied', 'brushedOff'] as const) {
      asHeard[stratum].invited += invited(group[stratum]);
      asHeard[stratum].answers += invited(group[stratum]) - group[stratum][3];
    }
    const beyond = (heardAll - f * wroteAll) / (s - f) > wroteAll;
    let [all, complaining] = [0, 0];
    for (const i of ANSWERS) {
      const heard = group.remedied[i] + group.brushedOff[i];
      const wrote = group.wrote[i] + heard;
      const complained = beyond ? wrote : (heard - f * wrote) / (s - f);
      const helped = beyond ? (wrote * remediedAll) / heardAll : group.remedied[i] / s;
      remedied[i] += helped;
      brushedOff[i] += complained - helped;
      noComplaint[i] += wrote - complained;
      all += wrote;
      complaining += complained;
    }
    const those = Math.min(all, Math.max(0, complaining));
    variance += (s * (1 - s) * those + f * (1 - f) * (all - those)) / (s - f) ** 2;
  }
  return { noComplaint, remedied, brushedOff, variance, heard: asHeard };
};

/** Layers added up. */
export const addLayers = (layers: readonly Layer[]): Layer => {
  const sum: Layer = [0, 0, 0, 0];
  for (const layer of layers) for (const i of ANSWERS) sum[i] += layer[i];
  return sum;
};
