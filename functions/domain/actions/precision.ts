import type { Figure } from '../calibration/spread.ts';
import { type GapKind, gapKinds, kindOfGap } from '../gaps/gap.ts';
import type { Instant } from '../instant.ts';
import { wilsonInterval } from '../statistics/wilson-interval.ts';
import type { Action } from './action.ts';
import { isPersons } from './clock-entry.ts';

/** What people came to say of one action. */
export interface Judgement {
  verdict: 'right' | 'wrong';
  /** When they last said so. */
  at: Instant;
  /** Of the gaps that it answers for, each once; none of an action to ask. */
  kinds: GapKind[];
  /** Whether the complaint that it rests on was one; absent where it rests on none, or nobody said. */
  complaint?: 'right' | 'wrong';
}

/** How many of those judged were wrong. */
export interface Judged {
  judged: number;
  wrong: number;
  /** Share of the judged that were right, 0 to 1, with its 90 % interval (Wilson); absent where none was judged. */
  precision?: Figure;
}

/**
 * How often what was found was so, by those who worked it off.
 *
 * The judged are no random sample of what was found: who labels a false alarm does it because it struck them, and what
 * nobody gets to is not judged at all. The interval tells chance among the judged, not that.
 */
export interface Precision {
  /** Each action once. */
  actions: Judged;
  kinds: Record<GapKind, Judged>;
  /** Of the decision that words complain. */
  complaints: Judged;
}

type Labelled = Pick<Action, 'labels' | 'history' | 'gapIds' | 'matterId'>;

/**
 * LABEL-1: an action is judged wrong by a label, whatever becomes of it, else right by a person who resolved it. That
 * triage or the clock ended it, or that a good word verified it later, says nothing: praise misheard as a complaint is
 * followed by just that.
 */
const verdictOf = ({ labels = [], history, gapIds }: Labelled) => {
  const label = labels.at(-1);
  const said = history.findLast(
    ({ type, ...change }) => type === (label ? 'labelled' : 'resolved') && isPersons(change),
  );
  if (label) return { verdict: 'wrong', at: label.at, gapIds: said?.gapIds ?? gapIds } as const;
  return said && ({ verdict: 'right', at: said.at, gapIds: said.gapIds ?? gapIds } as const);
};

/**
 * LABEL-3: whether a complaint was one is judged by the actions of a matter: wrong where somebody said it was none, right
 * where it was resolved. That only the gap was wrong leaves it open.
 */
const complaintOf = (action: Labelled, verdict: Judgement['verdict']): Pick<Judgement, 'complaint'> => {
  if (action.matterId === undefined) return {};
  if (verdict === 'right') return { complaint: 'right' };
  return action.labels?.some(({ label }) => label === 'not-a-complaint') ? { complaint: 'wrong' } : {};
};

/**
 * What people came to say of an action; nothing where nobody judged it.
 *
 * LABEL-2: an action judges every kind of gap that it answered for when they said so, not what joined it later.
 */
export const judgementOf = (action: Labelled): Judgement | undefined => {
  const said = verdictOf(action);
  if (!said) return undefined;
  const { verdict, at, gapIds } = said;
  const kinds = new Set(gapIds.flatMap((id) => kindOfGap(id) ?? []));
  return { verdict, at, kinds: gapKinds.filter((kind) => kinds.has(kind)), ...complaintOf(action, said.verdict) };
};

const judgedOf = (verdicts: readonly Judgement['verdict'][]): Judged => {
  const judged = verdicts.length;
  const wrong = verdicts.filter((verdict) => verdict === 'wrong').length;
  if (judged === 0) return { judged, wrong };
  const right = judged - wrong;
  return { judged, wrong, precision: { value: right / judged, ...wilsonInterval(right, judged) } };
};

/** How often what was found was so; the same whatever the order of the judgements. */
export const precisionOf = (judgements: readonly Judgement[]): Precision => ({
  actions: judgedOf(judgements.map(({ verdict }) => verdict)),
  kinds: Object.fromEntries(
    gapKinds.map((kind) => [
      kind,
      judgedOf(judgements.flatMap(({ kinds, verdict }) => (kinds.includes(kind) ? [verdict] : []))),
    ]),
  ) as Record<GapKind, Judged>,
  complaints: judgedOf(judgements.flatMap(({ complaint }) => complaint ?? [])),
});
