import type { Gap, GapKind, GapState } from '../gaps/gap.ts';
import { DAY, type Instant, millis } from '../instant.ts';
import { UNATTRIBUTED } from '../story/attribution.ts';
import { type Complaint, complaintFacts, type Matter } from '../story/matters.ts';
import { joinedWhy } from '../why/why.ts';
import { type Action, type ActionKind, actionId, type Triage } from './action.ts';
import { type Owners, ownerOf } from './owners.ts';
import { dueAt, type Priority, type PriorityFacts, type PriorityParts, priorityOf } from './priority.ts';
import { endedByTriage } from './settle.ts';

/** Evidence kept with an action; the rest is found through its gaps. */
const MAX_EVIDENCE = 200;

/** TRIAGE-1: an open gap raises an action, an unheard customer already when suspected: seven days are too long to wait. */
export const raises = ({ kind, state }: { kind: GapKind; state: GapState }): boolean =>
  state === 'open' || (kind === 'unheard' && state === 'suspected');

/** What one action is to answer for: the gaps of one matter, or a gap that has none. */
interface Cause {
  kind: ActionKind;
  key: string;
  gaps: Gap[];
  /** Fact ids of the matter's complaints; none where there is no matter. */
  complaints: readonly string[];
  customers: number;
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
      kind: 'recover',
      key,
      gaps: group,
      complaints: matter ? complaintFacts(matter).map(({ fact }) => fact.id) : [],
      customers: 1,
      daysToSecondComplaint: matter && daysToSecond(matter, complaints),
      replies: matter?.replies.length ?? 0,
      hollowReplies: matter?.replies.filter(({ reply }) => reply === 'hollow').length ?? 0,
    };
  });
};

const pointsOf = (parts: PriorityParts): number => Object.values(parts).reduce((sum, points) => sum + points, 0);

const rank = (cause: Cause, gap: Gap) => {
  const facts: PriorityFacts = {
    kind: gap.kind,
    customers: cause.customers,
    complaintProbability: gap.confidence,
    confidence: gap.confidence,
    hollowReplies: cause.hollowReplies,
    daysToSecondComplaint: cause.daysToSecondComplaint,
  };
  const { priority, parts } = priorityOf(facts);
  return { gap, priority, parts, points: pointsOf(parts) };
};

const gotOf = ({ hollowReplies, replies }: Cause): Got => {
  if (hollowReplies > 0) return 'got words only';
  return replies > 0 ? 'got no help' : 'got no answer';
};

const about = ({ touchpoint = UNATTRIBUTED, location }: Gap): string =>
  `${touchpoint === UNATTRIBUTED ? 'an unknown touchpoint' : touchpoint}${location === undefined ? '' : ` at ${location}`}`;

/** What the customer got so far, where it was no remedy. */
type Got = 'got words only' | 'got no help' | 'got no answer';

const titles: Record<GapKind, (where: string, got: Got) => string> = {
  runaround: (where) => `Sent round in circles over ${where}`,
  unheard: (where) => `Complaint brushed off, then asked to score ${where}`,
  unanswered: (where, got) => `Complaint about ${where} ${got}`,
  'cross-channel': (where) => `High score for ${where}, complaint elsewhere not put right`,
  contradiction: (where) => `Score for ${where} and the words beside it disagree`,
  'dark-corner': (where) => `Dark corner: the score of ${where} hides its silence`,
  surge: (where) => `Complaints about ${where} are surging`,
};

const union = (a: readonly string[], b: readonly string[]): string[] => [...new Set([...a, ...b])];

/**
 * The action that answers for a cause already: raised for it, or left over by a matter that is no more and whose complaints
 * it took over, as when a matter gains an earlier beginning. What else they share, such as a survey, makes two matters none.
 */
const answering = (cause: Cause, existing: readonly Action[], leftOver: readonly Action[]): Action | undefined =>
  existing.find(({ id }) => id === actionId(cause.kind, cause.key)) ??
  leftOver.find(({ evidence }) => cause.complaints.some((fact) => evidence.includes(fact)));

/** What triage makes of a cause as of now: the decision that a new action starts with, and a known one is held against. */
interface Decision {
  gap: Gap;
  title: string;
  priority: Priority;
  parts: PriorityParts;
  points: number;
  owner: Action['owner'];
  dueAt: Instant;
  gapIds: string[];
  evidence: string[];
}

const decide = (cause: Cause, owners: Owners, asOf: Instant): Decision | undefined => {
  const raising = cause.gaps.filter(raises);
  const [worst] = raising.map((gap) => rank(cause, gap)).sort((a, b) => b.points - a.points);
  if (!worst) return undefined;
  const { gap, priority, parts, points } = worst;
  const why = joinedWhy([gap, ...raising.filter((one) => one !== gap)].flatMap(({ why: reason }) => reason ?? []));
  const owner = ownerOf(owners, {
    kind: gap.kind,
    touchpoint: gap.touchpoint,
    location: gap.location,
    theme: why?.themes,
    cause: why?.causes,
  });
  const calendar = owners.calendars[owner.calendar];
  if (!calendar) throw new RangeError(`owners.json: rule ${owner.rule} names a calendar that is not there`);
  const facts = raising.flatMap((one) => one.facts);
  return {
    gap,
    title: titles[gap.kind](about(gap), gotOf(cause)),
    priority,
    parts,
    points,
    owner: { team: owner.team, contact: owner.contact },
    dueAt: dueAt(asOf, priority, calendar),
    gapIds: raising.map(({ id }) => id).sort(),
    evidence: union([], facts).slice(0, MAX_EVIDENCE),
  };
};

const raised = (cause: Cause, decision: Decision, asOf: Instant): Triage => {
  const { gap, points: _, ...decided } = decision;
  const { matterId, customerId, touchpoint, location } = gap;
  const action: Action = {
    id: actionId(cause.kind, cause.key),
    kind: cause.kind,
    ...decided,
    openedAt:
      cause.gaps
        .filter(raises)
        .map(({ decidedBy }) => decidedBy)
        .sort()[0] ?? gap.decidedBy,
    raisedAt: asOf,
    status: 'open',
    ...(matterId ? { matterId } : {}),
    ...(customerId ? { customerId } : {}),
    ...(touchpoint ? { touchpoint } : {}),
    ...(location ? { location } : {}),
    version: 1,
    history: [{ at: asOf, by: 'triage', change: 'raised' }],
  };
  return { action };
};

const graverBy = (from: Priority, to: Priority): string => (from === to ? 'graver' : `graver: ${from} to ${to}`);

/**
 * TRIAGE-4: what joins an action may make it graver, never less grave; then it takes the graver title, priority and the
 * earlier deadline, and as long as nobody has taken it up, the owner of the graver kind.
 */
const joined = (known: Action, decision: Decision, asOf: Instant): Triage | undefined => {
  const gapIds = union(known.gapIds, decision.gapIds).sort();
  const evidence = union(known.evidence, decision.evidence).slice(0, MAX_EVIDENCE);
  const more = gapIds.length > known.gapIds.length || evidence.length > known.evidence.length;
  const graver = decision.points > pointsOf(known.parts);
  const again = endedByTriage(known);
  if (!more && !graver && !again) return undefined;
  const { title, parts, owner } = decision;
  const priority = decision.priority < known.priority ? decision.priority : known.priority;
  const sooner = decision.dueAt < known.dueAt && priority < known.priority ? decision.dueAt : known.dueAt;
  const change = [
    again ? 'opened again' : '',
    more ? 'evidence joined' : '',
    graver ? graverBy(known.priority, priority) : '',
  ];
  const action: Action = {
    ...known,
    ...(graver ? { title, priority, parts } : {}),
    ...(graver && known.status === 'open' ? { owner } : {}),
    ...(again ? { status: 'reopened' as const } : {}),
    gapIds,
    evidence,
    dueAt: sooner,
    version: known.version + 1,
    history: [...known.history, { at: asOf, by: 'triage', change: change.filter(Boolean).join(', ') }],
  };
  return { action, replaces: known.version };
};

const triageCause = (cause: Cause, known: Action | undefined, owners: Owners, asOf: Instant): Triage | undefined => {
  const decision = decide(cause, owners, asOf);
  if (!decision) return undefined;
  return known ? joined(known, decision, asOf) : raised(cause, decision, asOf);
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

/** The action that a gap of a cell raises. */
export const fixActionId = (gap: Gap): string => actionId('fix', gap.id);

/** TRIAGE-3: a gap of a cell raises one `fix` action; more evidence joins it. */
export const triageCell = (
  gap: Gap,
  customers: number,
  existing: Action | undefined,
  owners: Owners,
  asOf: Instant,
): Triage | undefined =>
  triageCause(
    { kind: 'fix', key: gap.id, gaps: [gap], complaints: [], customers, replies: 0, hollowReplies: 0 },
    existing,
    owners,
    asOf,
  );
