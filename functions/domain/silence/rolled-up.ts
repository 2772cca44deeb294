import { normalTail } from '../statistics/distributions.ts';
import { qValues } from '../statistics/false-discovery.ts';
import { type Cell, cellKey } from '../touchpoints/tally-row.ts';
import type { Own } from './chance.ts';
import type { GroupComparison, HiddenPoints, Impact } from './compared.ts';
import { LEAST_POINTS } from './dark.ts';

/** A cell that tells a gap, to be rolled up with others. */
export interface Member {
  cell: Cell;
  /** The invited. */
  weight: number;
  gap: HiddenPoints;
  own: Own;
  impact: Impact;
}

const sum = (members: readonly Member[], figure: (member: Member) => number): number =>
  members.reduce((total, member) => total + figure(member), 0);

/** A group's points, its own and their variance: cells by their invited, each independent of the others. */
const rolledUp = (members: readonly Member[]) => {
  const weight = sum(members, (member) => member.weight);
  const mean = (figure: (member: Member) => number) =>
    sum(members, (member) => (member.weight / weight) * figure(member));
  const spread = (figure: (member: Member) => number) =>
    Math.sqrt(sum(members, (member) => ((member.weight / weight) * figure(member)) ** 2));
  const points = mean(({ gap }) => gap.points);
  const own = mean((member) => member.own.points) / spread((member) => Math.sqrt(member.own.variance));
  return {
    points,
    // What all cells share, the rates of hearing and the fleet's nets, errs the same way in each: ends are averaged.
    low: points - mean(({ gap }) => gap.points - gap.low),
    high: points + mean(({ gap }) => gap.high - gap.points),
    pValue: normalTail(own),
  };
};

const compareGroup = (scope: GroupComparison['scope'], name: string, members: readonly Member[]) => {
  const ordered = [...members].sort(
    (a, b) => b.weight * b.gap.points - a.weight * a.gap.points || (cellKey(a.cell) < cellKey(b.cell) ? -1 : 1),
  );
  const [largest, ...others] = ordered as [Member, ...Member[]];
  const rest = rolledUp(others);
  return {
    scope,
    name,
    largest: largest.cell,
    gap: { ...rolledUp(ordered), pValue: rest.points >= LEAST_POINTS ? rest.pValue : 1 },
    impact: {
      perMonth: sum(members, ({ impact }) => impact.perMonth),
      shown: sum(members, ({ impact }) => impact.shown),
    },
  };
};

/**
 * SILENCE-9: a touchpoint over its locations and a location over its touchpoints, of two cells or more, so that what is
 * everywhere but small in each is seen. What one dark cell explains is not everywhere: whether it is chance is asked of the
 * others alone, and they must hide as much as a dark cell does.
 */
export const compareGroups = (members: readonly Member[]): GroupComparison[] => {
  const byTouchpoint = Map.groupBy(members, ({ cell }) => cell.touchpoint);
  const byLocation = Map.groupBy(
    members.filter(({ cell }) => cell.location !== undefined),
    ({ cell }) => cell.location as string,
  );
  const groups = [
    ...[...byTouchpoint].map(([name, of]) => ({ scope: 'touchpoint' as const, name, of })),
    ...[...byLocation].map(([name, of]) => ({ scope: 'location' as const, name, of })),
  ]
    .filter(({ of }) => of.length > 1)
    .sort((a, b) => (a.scope + a.name < b.scope + b.name ? -1 : 1))
    .map(({ scope, name, of }) => compareGroup(scope, name, of));
  const q = qValues(groups.map(({ gap }) => gap.pValue));
  return groups.map((group, i) => ({ ...group, gap: { ...group.gap, qValue: q[i] ?? 1 } }));
};
