import type { Instant } from '../instant.ts';

/**
 * SCORING-1: words that cannot be scored now wait, each with its reason, and are scored later; until then they have no
 * sentiment, which is never "neutral".
 *
 * `throttled`: the scorer has too much to do. `outage`: it fails, cannot be reached, or will not take our requests, which a
 * repair heals as well. `ceiling`: the day's units are spent. `no-time`: the batch ended first, with nothing gone wrong.
 */
export const parkReasons = ['throttled', 'outage', 'ceiling', 'no-time'] as const;
export type ParkReason = (typeof parkReasons)[number];

/** SCORING-2: what this scorer cannot score, for its language or for itself, waits for another scorer alone. */
export const unscorableReasons = ['unsupported-language', 'refused'] as const;
export type UnscorableReason = (typeof unscorableReasons)[number];

/** Why a text was not scored now, with the name of the last error where there was one. */
export interface Setback {
  reason: ParkReason;
  error?: string;
}

/**
 * Names under which AWS says "too many requests". Comprehend's model declares none of them for its sentiment calls
 * (service model 2017-11-27), so they are told by name.
 */
const throttling = /^(?:Throttling|ThrottledException|TooManyRequests|RequestLimitExceeded|SlowDown)/;

/** The reason behind an error's name: all that is no throttling is an outage, missing rights and broken requests included. */
export const reasonOfError = (name: string): 'throttled' | 'outage' => (throttling.test(name) ? 'throttled' : 'outage');

interface WordsOfAFact {
  story: string;
  /** Sort key of the fact in its story. */
  fact: string;
  /** BCP-47; `und` where nobody can tell. */
  language: string;
  /** When it was set aside. */
  since: Instant;
  /** Whether it came as history, which is folded when the clock comes to it. */
  backfill: boolean;
}

/** A fact whose words are to be scored as soon as that can be. */
export interface ParkedWords extends WordsOfAFact {
  kind: 'parked';
  reason: ParkReason;
  /** Runs in which the scorer answered for others and not for these. */
  tries: number;
}

/** A fact whose words a scorer cannot score. */
export interface UnscorableWords extends WordsOfAFact {
  kind: 'unscorable';
  reason: UnscorableReason;
  /** Scorer and version that cannot. */
  scorer: string;
}

export type UnscoredWords = ParkedWords | UnscorableWords;
