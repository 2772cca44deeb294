import type { Gap } from '../gaps/gap.ts';
import { type Day, dayOf } from '../instant.ts';
import type { Triage } from './action.ts';

/** UTC day on which a gap was decided: of a compared one by the last look that found it, which decides it anew. */
const decidedOn = ({ decidedBy, foundOn }: Gap): Day => foundOn?.at(-1) ?? dayOf(decidedBy);

/**
 * TRIAGE-12: before a day that is set nothing new is raised: neither from gaps all of which were decided before it, nor by a
 * look before it; what was raised already goes on.
 *
 * @param raiseFrom a UTC day; left out, everything may be raised
 * @param gaps those of the action among them; what too few answers raise has none, and goes by the look alone
 * @returns what triage came to, or nothing where that must not be raised
 */
export const raisedFrom = (
  raiseFrom: Day | undefined,
  gaps: readonly Gap[],
  triage: Triage | undefined,
): Triage | undefined => {
  if (!triage || triage.replaces !== undefined || raiseFrom === undefined) return triage;
  const { gapIds, raisedAt } = triage.action;
  const own = gaps.filter(({ id }) => gapIds.includes(id));
  const isOld = own.length > 0 && own.every((gap) => decidedOn(gap) < raiseFrom);
  return dayOf(raisedAt) < raiseFrom || isOld ? undefined : triage;
};
