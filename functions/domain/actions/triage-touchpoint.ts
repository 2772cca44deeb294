import { type Gap, gapId } from '../gaps/gap.ts';
import type { Instant } from '../instant.ts';
import { type Cell, cellKey, cellOf } from '../touchpoints/tally-row.ts';
import { joinedWhy } from '../why/why.ts';
import { type Action, actionId, type Told, type Triage } from './action.ts';
import { type Decision, joined, ownedBy, raised } from './decision.ts';
import type { Owners } from './owners.ts';
import { priorityOf } from './priority.ts';
import { titleOf } from './titles.ts';
import { raises } from './triage.ts';

/**
 * TRIAGE-6: a dark corner over several cells joins the action of the cell that most of it lies in. That one may not be dark
 * by itself; then the action is raised there all the same, so that it keeps its place and owner when the cell follows.
 */
export const fixActionId = ({ id, anchor }: Gap): string =>
  actionId('fix', anchor ? gapId('dark-corner', 'cell', cellKey(anchor)) : id);

const placeOf = ({ anchor, touchpoint, location }: Gap): Partial<Cell> =>
  anchor ? cellOf(anchor) : { ...(touchpoint ? { touchpoint } : {}), ...(location ? { location } : {}) };

/**
 * Customers touched, a whole number of at least one: of a dark corner those brushed off in a month, of a surge those of its
 * days, else one for each piece of evidence.
 *
 * @throws RangeError where a figure is negative or no number
 */
const customersOf = ({ kind, facts, impact, surge }: Gap): number => {
  const figures = [impact?.perMonth, impact?.shown, surge?.customers, surge?.expected, surge?.days];
  if (!figures.every((figure = 0) => Number.isFinite(figure) && figure >= 0)) {
    throw new RangeError(`${kind}: expected figures that are numbers from 0`);
  }
  return Math.max(1, Math.ceil(impact?.perMonth ?? surge?.customers ?? facts.length));
};

/** The widest first, whatever order they came in. */
const byReach = (a: Gap, b: Gap): number => customersOf(b) - customersOf(a) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

/** Responses that contradict themselves tell no figures, so more of them join one by one. */
const toldOf = (gap: Gap): Told | undefined =>
  gap.kind === 'contradiction' ? undefined : { gapId: gap.id, customers: customersOf(gap) };

/** TRIAGE-7: how urgent a fix is follows from the most customers that one of its gaps touches, and the surest of them. */
const decide = (widest: Gap, gaps: readonly Gap[], owners: Owners): Decision => {
  const why = joinedWhy(gaps.flatMap(({ why: reason }) => reason ?? []));
  const { priority, parts } = priorityOf({
    kind: widest.kind,
    customers: customersOf(widest),
    complaintProbability: Math.max(...gaps.map(({ confidence }) => confidence)),
    confidence: Math.max(...gaps.map(({ confidence, qValue }) => (qValue === undefined ? confidence : 1 - qValue))),
    hollowReplies: 0,
  });
  return {
    title: titleOf(widest),
    priority,
    parts,
    ...ownedBy(owners, { kind: widest.kind, ...placeOf(widest), theme: why?.themes, cause: why?.causes }),
    gapIds: gaps.map(({ id }) => id),
    evidence: gaps.flatMap(({ facts }) => facts),
    impact: widest.impact,
    told: toldOf(widest),
    latestAt: gaps
      .flatMap(({ history }) => history.findLast(({ state }) => state === 'open')?.at ?? [])
      .sort()
      .at(-1),
  };
};

/**
 * TRIAGE-3: a gap of a cell has one `fix` action, which later evidence joins. The same gaps triaged again change nothing.
 *
 * @param gaps the open gaps of one action, in any order; those that are not open are left out
 * @param existing the action, where it was raised before
 * @throws RangeError where the gaps belong to several actions, or a figure of theirs is negative or no number
 */
export const triageTouchpoint = (
  gaps: readonly Gap[],
  existing: Action | undefined,
  owners: Owners,
  asOf: Instant,
): Triage | undefined => {
  const open = gaps.filter(raises).sort(byReach);
  const [widest] = open;
  if (!widest) return undefined;
  const id = fixActionId(widest);
  if (open.some((gap) => fixActionId(gap) !== id)) throw new RangeError('expected gaps of one action');
  const decision = decide(widest, open, owners);
  if (existing) return joined(existing, decision, asOf);
  const [openedAt = widest.decidedBy] = open.map(({ decidedBy }) => decidedBy).sort();
  return raised({ id, kind: 'fix', openedAt, ...placeOf(widest) }, decision, asOf);
};
