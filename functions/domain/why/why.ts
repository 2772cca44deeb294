import type { HeardFact } from '../story/heard-fact.ts';
import type { Cause } from './causes-of.ts';
import { causeIds } from './conduct.ts';
import type { RootCause } from './root-cause.ts';

/** Why something went wrong for a customer, by what was said and what happened. Holds no words of the customer's own. */
export interface Why {
  /** Ids of the taxonomy, what most of the evidence speaks of first. */
  themes: string[];
  causes: RootCause[];
  /** What it was told by: phrases of our own lists that the customer said as well. */
  phrases: string[];
  /** Rules that told the causes, by id. */
  rules: string[];
}

const MAX_PHRASES = 12;

const byFrequency = (names: readonly string[]): string[] => {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  // Sorting is stable: of themes as frequent, the one that the taxonomy has first comes first.
  return [...counts].sort(([, n], [, m]) => m - n).map(([name]) => name);
};

const union = (lists: readonly (readonly string[])[]): string[] => [...new Set(lists.flat())];

/** Several reasons as one, those of the first first; absent where there are none. */
export const joinedWhy = (whys: readonly { [Part in keyof Why]?: Why[Part] | undefined }[]): Why | undefined => {
  if (whys.length === 0) return undefined;
  return {
    themes: union(whys.map(({ themes = [] }) => themes)),
    causes: causeIds(whys.flatMap(({ causes = [] }) => causes.map((cause) => ({ cause })))),
    phrases: union(whys.map(({ phrases = [] }) => phrases)),
    rules: union(whys.map(({ rules = [] }) => rules)).sort(),
  };
};

/**
 * WHY-1: a customer's gap has the themes and causes of the complaints it rests on, and the causes that lie in what happened
 * to them; what is praised beside a complaint is not what went wrong. Where nothing complains, as where a scale was read
 * upside down, of all its words.
 *
 * @param conduct causes by fact id
 */
export const whyOf = (facts: readonly HeardFact[], conduct: ReadonlyMap<string, readonly Cause[]>): Why => {
  const worded = facts.filter(({ complaint }) => complaint !== undefined);
  const complaining = worded.filter(({ complaint }) => complaint?.label !== 'no');
  const told = complaining.length > 0 ? complaining : worded;
  const causes = told.flatMap((heard) => [...heard.causes, ...(conduct.get(heard.fact.id) ?? [])]);
  const ids = causeIds(causes);
  const counted = causes.filter(({ cause }) => ids.includes(cause));
  const phrases = [
    ...counted.flatMap(({ evidence }) => evidence),
    ...told.flatMap(({ spoken }) => spoken?.phrases ?? []),
  ];
  return {
    themes: byFrequency(told.flatMap(({ spoken }) => spoken?.themes ?? [])),
    causes: ids,
    phrases: [...new Set(phrases)].slice(0, MAX_PHRASES),
    rules: [...new Set(counted.flatMap(({ rules }) => rules))].sort(),
  };
};

/** WHY-4: a gap of a touchpoint has the themes and causes of the responses it rests on; it keeps no phrases of theirs. */
export const whyOfResponses = (
  responses: readonly { themes?: readonly string[]; causes?: readonly RootCause[] }[],
): Why => ({
  themes: byFrequency(responses.flatMap(({ themes = [] }) => themes)),
  causes: causeIds(responses.flatMap(({ causes = [] }) => causes.map((cause) => ({ cause })))),
  phrases: [],
  rules: [],
});
