import type { ScoreClass } from '../message/scale.ts';
import type { Stratum, TallyRow } from './tally-row.ts';

/** Customers by their answer: top, middle, bottom, none. */
export type ByAnswer = readonly [top: number, middle: number, bottom: number, none: number];

/** What was heard of a customer before the invitation: nothing at all, no complaint, or a complaint that was put right or not. */
export type HeardBefore = 'silent' | Stratum;

/** The invited by what was heard of them before, and in which channel and language: by `heardKey`. */
export type HeardCounts = Record<string, ByAnswer>;

const PLACE: Record<ScoreClass | 'none', 0 | 1 | 2 | 3> = { top: 0, middle: 1, bottom: 2, none: 3 };
const NOBODY: ByAnswer = [0, 0, 0, 0];
/** Counts stay small whatever languages upstream names: of further channels and languages nothing is told apart. */
const MOST_GROUPS = 24;

export const heardKey = (heard: HeardBefore, channel = '', language = ''): string =>
  heard === 'silent' || channel === '' ? heard : `${heard}|${channel}|${language}`;

/** What a key of the counts tells. */
export const heardOf = (key: string): { heard: HeardBefore; channel: string; language: string } => {
  const [heard = 'silent', channel = '', language = ''] = key.split('|');
  return { heard: heard as HeardBefore, channel, language };
};

/** Who wrote nothing cannot have been heard to complain: only a writer has a stratum of those who did. */
export const heardAs = (row: TallyRow & { kind: 'survey' }): string => {
  if (!row.wrote && row.stratum === 'no-complaint') return heardKey('silent');
  return heardKey(row.stratum, row.writing?.channel, row.writing?.language);
};

const add = (counts: HeardCounts, key: string, more: ByAnswer): void => {
  const before = counts[key] ?? NOBODY;
  counts[key] = [before[0] + more[0], before[1] + more[1], before[2] + more[2], before[3] + more[3]];
};

/** Counts one of the invited. */
export const countHeard = (counts: HeardCounts, key: string, answer: ScoreClass | 'none'): void => {
  const one: [number, number, number, number] = [0, 0, 0, 0];
  one[PLACE[answer]] = 1;
  add(counts, key, one);
};

/** Adds counts to others. */
export const addHeard = (to: HeardCounts, from: HeardCounts): void => {
  for (const [key, counts] of Object.entries(from)) add(to, key, counts);
};

/** How many they are, answered or not. */
export const invitedIn = ([top, middle, bottom, none]: ByAnswer): number => top + middle + bottom + none;
export const answersIn = ([top, middle, bottom]: ByAnswer): number => top + middle + bottom;

/** The same counts in the order of their keys, the smallest groups beyond `MOST_GROUPS` as of no channel and language. */
export const bounded = (counts: HeardCounts): HeardCounts => {
  const bySize = Object.entries(counts).sort(([a, x], [b, y]) => invitedIn(y) - invitedIn(x) || (a < b ? -1 : 1));
  const kept: HeardCounts = {};
  for (const [i, [key, group]] of bySize.entries())
    add(kept, i < MOST_GROUPS ? key : heardKey(heardOf(key).heard), group);
  return Object.fromEntries(Object.entries(kept).sort(([a], [b]) => (a < b ? -1 : 1)));
};
