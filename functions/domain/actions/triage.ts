import type { Gap, GapKind, GapState } from '../gaps/gap.ts';
import { DAY, type Instant, millis } from '../instant.ts';
import { type Complaint, complaintFacts, lastComplaint, type Matter } from '../story/matters.ts';
import { joinedWhy } from '../why/why.ts';
import { type Action, actionId, type Triage } from './action.ts';
import { type Decision, joined, ownedBy, raised } from './decision.ts';
import type { Owners } from './owners.ts';
import { pointsOf, priorityOf } from './priority.ts';
import { type Got, titleOf } from './titles.ts';

/** TRIAGE-1: an open gap raises an action, an unheard customer already when suspected: seven days are too long to wait. */
export const raises = ({ kind, state }: { kind: GapKind; state: GapState }): boolean =>
  state === 'open' || (kind === 'unheard' && state === 'suspected');

/** What one action is to answer for: the gaps of one matter, or a gap that has none. */
interface Cause {
  key: string;
  gaps: Gap[];
  /** Fact ids of the matter's complaints; none where there is no matter. */
  complaints: readonly string[];
  latestAt: Instant;
  daysToSecondComplaint?: number | undefined;
  replies: number;
  hollowReplies: number;
}

const daysBetween = (a: Complaint, b: Complaint): number => (millis(b.at) - millis(a.lastAt)) / DAY;

/** Days from one complaint of a customer to the next, the shortest that ends in this matter. */
const daysToSecond = (matter: Matter, all: readonly Complaint[]): number | undefined => {
  const waits = all.flatMap((complaint, i) => {
    const before = all[i - 1];
    return before && matter.complaints.includes(complaint) ? [Math.max(0, daysBetween(before, complaint))] : [];
  });
  return waits.length > 0 ? Math.min(...waits) : undefined;
};

const causesOf = (gaps: readonly Gap[], matters: readonly Matter[]): Cause[] => {
  const complaints = matters.flatMap((matter) => matter.complaints).sort((a, b) => (a.at < b.at ? -1 : 1));
  return [...Map.groupBy(gaps.filter(raises), (gap) => gap.matterId ?? gap.id)].map(([key, group]) => {
    const matter = matters.find(({ id }) => id === key);
    return {
      key,
      gaps: group,
      complaints: matter ? complaintFacts(matter).map(({ fact }) => fact.id) : [],
      latestAt: matter
        ? lastComplaint(matter).lastAt
        : (group
            .map(({ decidedBy }) => decidedBy)
            .sort()
            .at(-1) ?? ''),
      daysToSecondComplaint: matter && daysToSecond(matter, complaints),
      replies: matter?.replies.length ?? 0,
      hollowReplies: matter?.replies.filter(({ reply }) => reply === 'hollow').length ?? 0,
    };
  });
};

const rank = (cause: Cause, gap: Gap) => {
  const { priority, parts } = priorityOf({
    kind: gap.kind,
    customers: 1,
    complaintProbability: gap.confidence,
    confidence: gap.confidence,
    hollowReplies: cause.hollowReplies,
    daysToSecondComplaint: cause.daysToSecondComplaint,
  });
  return { gap, priority, parts, points: pointsOf(parts) };
};

const gotOf = ({ hollowReplies, replies }: Cause): Got => {
  if (hollowReplies > 0) return 'got words only';
  return replies > 0 ? 'got no help' : 'got no answer';
};

/**
 * The action that answers for a cause already: raised for it, or left over by a matter that is no more and whose complaints
 * it took over, as when a matter gains an earlier beginning. What else they share, such as a survey, makes two matters none.
 */
const answering = (cause: Cause, existing: readonly Action[], leftOver: readonly Action[]): Action | undefined =>
  existing.find(({ id }) => id === actionId('recover', cause.key)) ??
  leftOver.find(({ evidence }) => cause.complaints.some((fact) => evidence.includes(fact)));

/** The gravest of a cause's gaps, and what it makes of the action. */
const decide = (cause: Cause, owners: Owners): { gap: Gap; decision: Decision } | undefined => {
  const [worst] = cause.gaps.map((gap) => rank(cause, gap)).sort((a, b) => b.points - a.points);
  if (!worst) return undefined;
  const { gap, priority, parts } = worst;
  const why = joinedWhy([gap, ...cause.gaps.filter((one) => one !== gap)].flatMap(({ why: reason }) => reason ?? []));
  const { kind, touchpoint, location } = gap;
  const decision = {
    title: titleOf(gap, gotOf(cause)),
    priority,
    parts,
    ...ownedBy(owners, { kind, touchpoint, location, theme: why?.themes, cause: why?.causes }),
    gapIds: cause.gaps.map(({ id }) => id),
    evidence: cause.gaps.flatMap(({ facts }) => facts),
    latestAt: cause.latestAt,
  };
  return { gap, decision };
};

const triageCause = (cause: Cause, known: Action | undefined, owners: Owners, asOf: Instant): Triage | undefined => {
  const decided = decide(cause, owners);
  if (!decided) return undefined;
  const { gap, decision } = decided;
  if (known) return joined(known, decision, asOf);
  const [openedAt = gap.decidedBy] = cause.gaps.map(({ decidedBy }) => decidedBy).sort();
  return raised({ ...gap, id: actionId('recover', cause.key), kind: 'recover', openedAt }, decision, asOf);
};

/** The actions that a customer's gaps could concern, raised or not: read these before triage. */
export const actionIdsOf = (gaps: readonly Gap[]): string[] => [
  ...new Set(gaps.map((gap) => actionId('recover', gap.matterId ?? gap.id))),
];

/**
 * TRIAGE-2: one `recover` action for each matter of a customer that has a raising gap, and for each raising gap without a
 * matter; gaps that come later join it. The same gaps triaged again change nothing.
 *
 * @param existing the actions of this customer
 */
export const triageCustomer = (
  gaps: readonly Gap[],
  matters: readonly Matter[],
  existing: readonly Action[],
  owners: Owners,
  asOf: Instant,
): Triage[] => {
  const standing = new Set(matters.map(({ id }) => id));
  const leftOver = existing.filter(({ matterId }) => matterId !== undefined && !standing.has(matterId));
  return causesOf(gaps, matters).flatMap((cause) => {
    const known = answering(cause, existing, leftOver);
    // Of the matters that one fell apart into the first takes its action over, the others get their own.
    if (known && leftOver.includes(known)) leftOver.splice(leftOver.indexOf(known), 1);
    return triageCause(cause, known, owners, asOf) ?? [];
  });
};
