import type { Gap, GapKind, GapState } from '../gaps/gap.ts';
import { DAY, type Instant, millis } from '../instant.ts';
import type { Complaint, Matter } from '../story/matters.ts';
import { type Action, type ActionKind, actionId } from './action.ts';
import { type Owners, ownerOf } from './owners.ts';
import { dueAt, type PriorityFacts, priorityOf } from './priority.ts';

/** Evidence kept with an action; the rest is found through its gaps. */
const MAX_EVIDENCE = 200;

/** TRIAGE-1: an open gap raises an action, an unheard customer already when suspected: seven days are too long to wait. */
const raises = ({ kind, state }: { kind: GapKind; state: GapState }): boolean =>
  state === 'open' || (kind === 'unheard' && state === 'suspected');

/** What one action is to answer for: the gaps of one matter, or a gap that has none. */
interface Cause {
  kind: ActionKind;
  key: string;
  gaps: Gap[];
  customers: number;
  daysToSecondComplaint?: number | undefined;
  hollowReplies: number;
}

export interface Triage {
  /** The action as it should now be. */
  action: Action;
  /** The version it replaces; absent for a new one. */
  replaces?: number;
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
  return [...Map.groupBy(gaps, (gap) => gap.matterId ?? gap.id)].map(([key, group]) => {
    const matter = matters.find(({ id }) => id === key);
    return {
      kind: 'recover',
      key,
      gaps: group,
      customers: 1,
      daysToSecondComplaint: matter && daysToSecond(matter, complaints),
      hollowReplies: matter?.replies.filter(({ reply }) => reply === 'hollow').length ?? 0,
    };
  });
};

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
  return { gap, priority, parts, points: Object.values(parts).reduce((sum, points) => sum + points, 0) };
};

const about = ({ touchpoint, location }: Gap): string =>
  `${touchpoint ?? 'an unknown touchpoint'}${location === undefined ? '' : ` at ${location}`}`;

const titles: Record<GapKind, (where: string, hollow: boolean) => string> = {
  runaround: (where) => `Sent round in circles over ${where}`,
  unheard: (where) => `Complaint brushed off, then asked to score ${where}`,
  unanswered: (where, hollow) => `Complaint about ${where} ${hollow ? 'got words only' : 'got no answer'}`,
  'cross-channel': (where) => `High score for ${where}, complaint elsewhere not put right`,
  contradiction: (where) => `Score for ${where} and the words beside it disagree`,
  'dark-corner': (where) => `Dark corner: the score of ${where} hides its silence`,
  surge: (where) => `Complaints about ${where} are surging`,
};

const union = (a: readonly string[], b: readonly string[]): string[] => [...new Set([...a, ...b])];

/** The action that answers for a cause already: raised for it, or for evidence it shares (a matter can gain a beginning). */
const answering = (cause: Cause, existing: readonly Action[]): Action | undefined =>
  existing.find(({ id }) => id === actionId(cause.kind, cause.key)) ??
  existing.find(
    (action) =>
      action.kind === cause.kind &&
      action.matterId !== undefined &&
      cause.gaps.some((gap) => gap.matterId !== undefined && gap.facts.some((fact) => action.evidence.includes(fact))),
  );

const triageCause = (cause: Cause, existing: readonly Action[], owners: Owners, asOf: Instant): Triage | undefined => {
  const raising = cause.gaps.filter(raises);
  const ranked = raising.map((gap) => rank(cause, gap)).sort((a, b) => b.points - a.points);
  const [worst] = ranked;
  if (!worst) return undefined;
  const { gap } = worst;
  const owner = ownerOf(owners, { kind: gap.kind, touchpoint: gap.touchpoint, location: gap.location });
  const calendar = owners.calendars[owner.calendar];
  if (!calendar) throw new RangeError(`owners.json: rule ${owner.rule} names a calendar that is not there`);
  const decided = {
    title: titles[gap.kind](about(gap), cause.hollowReplies > 0),
    priority: worst.priority,
    parts: worst.parts,
  };
  const gapIds = raising.map(({ id }) => id).sort();
  const evidence = union(
    [],
    raising.flatMap(({ facts }) => facts),
  ).slice(0, MAX_EVIDENCE);
  const known = answering(cause, existing);
  if (!known) {
    const action: Action = {
      id: actionId(cause.kind, cause.key),
      kind: cause.kind,
      ...decided,
      owner: { team: owner.team, contact: owner.contact },
      openedAt: raising.map(({ decidedBy }) => decidedBy).sort()[0] as Instant,
      raisedAt: asOf,
      dueAt: dueAt(asOf, worst.priority, calendar),
      status: 'open',
      gapIds,
      ...(gap.matterId ? { matterId: gap.matterId } : {}),
      ...(gap.customerId ? { customerId: gap.customerId } : {}),
      ...(gap.touchpoint ? { touchpoint: gap.touchpoint } : {}),
      ...(gap.location ? { location: gap.location } : {}),
      evidence,
      version: 1,
      history: [{ at: asOf, by: 'triage', change: 'raised' }],
    };
    return { action };
  }
  const joined = {
    gapIds: union(known.gapIds, gapIds).sort(),
    evidence: union(known.evidence, evidence).slice(0, MAX_EVIDENCE),
  };
  const more = joined.gapIds.length > known.gapIds.length || joined.evidence.length > known.evidence.length;
  // Priority only rises of itself: what a person has seen as urgent does not become less so because words were added.
  const graver = worst.priority < known.priority;
  if (!more && !graver) return undefined;
  const sooner = graver ? [known.dueAt, dueAt(asOf, worst.priority, calendar)].sort()[0] : known.dueAt;
  const change = [more ? 'evidence joined' : '', graver ? `${known.priority} to ${worst.priority}` : ''];
  const action: Action = {
    ...known,
    ...(graver ? decided : {}),
    ...joined,
    dueAt: sooner ?? known.dueAt,
    version: known.version + 1,
    history: [...known.history, { at: asOf, by: 'triage', change: change.filter(Boolean).join(', ') }],
  };
  return { action, replaces: known.version };
};

/** The actions that a customer's gaps could concern: read these before triage. */
export const actionIdsOf = (gaps: readonly Gap[]): string[] => [
  ...new Set(gaps.filter(raises).map((gap) => actionId('recover', gap.matterId ?? gap.id))),
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
): Triage[] =>
  causesOf(gaps, matters)
    .map((cause) => triageCause(cause, existing, owners, asOf))
    .filter((triage) => triage !== undefined);

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
    { kind: 'fix', key: gap.id, gaps: [gap], customers, hollowReplies: 0 },
    existing ? [existing] : [],
    owners,
    asOf,
  );
