import type { OwnerFacts, Owners } from '../owners.ts';
import { type Condition, conditions, meets } from './file.ts';

/** A condition that does not hold. */
export interface Unmet {
  condition: Condition;
  /** One of these would do. */
  wanted: readonly string[];
  /** None where nothing is known of it. */
  known: readonly string[];
}

/** What a rule says to an action: it takes it where nothing is unmet. */
export interface Verdict {
  /** Index in the file, as in the pointer `/rules/3`. */
  rule: number;
  team: string;
  unmet: Unmet[];
}

/** What the rules say in turn, down to the one that takes the action; `ownerOf` gives the team of the last. */
export const verdictsOf = ({ rules, fallback }: Owners, facts: OwnerFacts): Verdict[] => {
  const all = [...rules, { ...fallback, when: undefined }].map(
    ({ team, when = {} }, rule): Verdict => ({
      rule,
      team,
      unmet: conditions.flatMap((condition) =>
        meets(when[condition], facts[condition])
          ? []
          : [{ condition, wanted: when[condition] ?? [], known: [facts[condition] ?? []].flat() }],
      ),
    }),
  );
  return all.slice(0, all.findIndex(({ unmet }) => unmet.length === 0) + 1);
};
