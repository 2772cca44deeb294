import type { Action, Label as ActionLabelled } from '../actions/action.ts';
import type { Instant } from '../instant.ts';
import { type Label, labelOf } from './writer.ts';

/** A person's word, given while working actions off, that a text is no complaint. */
export interface SaidBefore {
  at: Instant;
  by: string;
}

const isLater = (a: SaidBefore, b: SaidBefore | undefined): boolean =>
  b === undefined || a.at > b.at || (a.at === b.at && a.by > b.by);

const lastNo = (labels: readonly ActionLabelled[] = []): ActionLabelled | undefined =>
  labels.findLast(({ label }) => label === 'not-a-complaint');

/**
 * Facts that a label "not a complaint" speaks of, with who said so last: the evidence of a customer's matter, which whoever
 * labels has before them. Of a touchpoint's gap up to a hundred facts are evidence; one click on those judges none.
 *
 * @returns by fact id, the same whatever the order of the actions
 */
export const saidBefore = (
  actions: readonly Pick<Action, 'labels' | 'evidence' | 'matterId'>[],
): Map<string, SaidBefore> => {
  const said = new Map<string, SaidBefore>();
  for (const { labels, evidence, matterId } of actions) {
    const no = matterId === undefined ? undefined : lastNo(labels);
    if (!no) continue;
    const { at, by } = no;
    for (const fact of evidence) if (isLater({ at, by }, said.get(fact))) said.set(fact, { at, by });
  }
  return said;
};

/** A customer as a sheet has them: their rows. */
export interface OnSheet {
  rows: readonly string[];
}

/** Labels of customers, and how many rest on what was said before. */
export interface LabelledSheet {
  labels: (Label | undefined)[];
  /** Customers labelled by what was said before. */
  taken: number;
  /** Customers whom it would have labelled, further down than the sheet is labelled. */
  left: number;
}

/**
 * CALIBRATION-4: what somebody said of a drawn text before stands where nobody writes a label now, as far as the sheet is
 * labelled from the top without a gap. All of it is "no", and of customers who were flagged: taken from further down it
 * would be too large a share of what is labelled, and left out from above, too small. As the sheet's order is drawn by
 * chance, what it is labelled down to is as random a sample as the whole.
 *
 * @param customers in the order of the sheet
 * @param written by row, what the sheet says now
 * @param before rows of which somebody said "no" before
 */
export const labelsOfSheet = (
  customers: readonly OnSheet[],
  written: ReadonlyMap<string, Label | undefined>,
  before: ReadonlySet<string>,
): LabelledSheet => {
  const own = customers.map(({ rows }) => labelOf(rows.map((row) => written.get(row))));
  const all = customers.map(({ rows }) =>
    labelOf(rows.map((row) => written.get(row) ?? (before.has(row) ? 'no' : undefined))),
  );
  const gap = all.indexOf(undefined);
  const isWritten = ({ rows }: OnSheet): boolean => rows.some((row) => written.get(row) !== undefined);
  // What was said before may go on below the last written label: how far nobody looked.
  const end = gap < 0 ? all.length : customers.slice(0, gap).findLastIndex(isWritten) + 1;
  const isTaken = (i: number): boolean => own[i] === undefined && all[i] !== undefined;
  return {
    labels: own.map((label, i) => (i < end ? all[i] : label)),
    taken: all.filter((_, i) => i < end && isTaken(i)).length,
    left: all.filter((_, i) => i >= end && isTaken(i)).length,
  };
};
