import { createHash } from 'node:crypto';
import { COMPLAINS_FROM, CONTENT_UP_TO, decideComplaint, REPLY_RATIOS } from './complaint.ts';
import { complaintWeights, start } from './complaint-weights.ts';
import { cueSheets } from './cues/by-language.ts';
import { modelProbes } from './model-probes.ts';
import { OPT_OUT } from './opt-out.ts';
import { GOOD, LACKING } from './question.ts';
import { replySheets } from './replies/by-language.ts';
import wordWeights from './word-weights.json' with { type: 'json' };

/** Probabilities are told to so many places: machines may differ in the last bits of a logarithm. */
const PLACES = 6;

/** The same for objects whose keys stand in another order. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_key, v: unknown) =>
    typeof v === 'object' && v !== null && !Array.isArray(v)
      ? Object.fromEntries(Object.entries(v).sort(([a], [b]) => (a < b ? -1 : 1)))
      : v,
  );

/** A short name of all that decides: `complaint-3f9a2c`. */
export const modelNameOf = (parts: Readonly<Record<string, unknown>>): string =>
  `complaint-${createHash('sha256').update(canonical(parts)).digest('hex').slice(0, 6)}`;

/** What decides whether a customer complains: words, weights, bounds and what our replies count; and, as code cannot be hashed, what it makes of the probes. */
export const complaintParts = () => ({
  weights: complaintWeights,
  start,
  words: wordWeights,
  complainsFrom: COMPLAINS_FROM,
  contentUpTo: CONTENT_UP_TO,
  cues: cueSheets,
  replies: { ratios: REPLY_RATIOS, sheets: replySheets },
  optOut: [...OPT_OUT],
  questions: { lacking: [...LACKING], good: [...GOOD] },
  probes: modelProbes.map((heard) => decideComplaint(heard).probability.toFixed(PLACES)),
});

/** The version of the complaint decision; another one errs otherwise, so rates that were measured name theirs. */
export const complaintModel = modelNameOf(complaintParts());
