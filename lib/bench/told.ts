import type { FleetTold, MonthTold } from './child.ts';
import type { ClockMeasured, RunTaken } from './clock-run.ts';
import type { Traffic } from './metered-table.ts';
import { dollarsOf } from './prices.ts';

const measures = ['reads', 'readUnits', 'writes', 'writeUnits'] as const;

export const fleetTold = ({
  cells,
  cellDays,
  rows,
  seconds,
  bytes,
  heapMegabytes,
  residentMegabytes,
}: FleetTold): string =>
  [
    `${cells} cells, ${cellDays} cell-days of ${rows} rows, in seconds of processor:`,
    ...Object.entries(seconds).map(([part, spent]) => `  ${part} ${spent.toFixed(1)}`),
    `  most heap ${Math.round(heapMegabytes)} MB, resident ${Math.round(residentMegabytes)} MB`,
    `  bytes of a cell's items: day ${bytes.cellDay}, summary ${bytes.summary}, comparison ${bytes.comparison}`,
  ].join('\n');

const each = (units: Traffic, messages: number): string =>
  measures.map((name) => `${name} ${(units[name] / messages).toFixed(2)}`).join(', ');

export const monthTold = ({ messages, cells, all, byFunction }: MonthTold): string =>
  [
    `${messages} feedbacks in 28 days, ${cells} cells, one with 20 %; each: ${each(all, messages)}`,
    ...Object.entries(byFunction).map(([name, units]) => `  ${name}: ${each(units, messages)}`),
  ].join('\n');

/** How much more each feedback of the second month reads and writes than one of the first. */
export const growthTold = (few: MonthTold, many: MonthTold): string =>
  `each feedback, ${many.messages} to ${few.messages}: ${measures
    .map((name) => `${name} ${(many.all[name] / many.messages / (few.all[name] / few.messages)).toFixed(2)}`)
    .join(', ')}`;

const less = (more: Traffic, one: Traffic): Traffic => ({
  reads: more.reads - one.reads,
  readUnits: more.readUnits - one.readUnits,
  writes: more.writes - one.writes,
  writeUnits: more.writeUnits - one.writeUnits,
});

/** What following up costs, by the same month without it. */
export interface FollowingCosts {
  /** Everything else: stories followed up and actions raised, nothing before a clock, nobody told. */
  before: Traffic;
  clock: Traffic;
  /** Of events in DynamoDB; what the bus bills comes on top. */
  events: Traffic;
}

/**
 * Splits what a month read and wrote.
 *
 * @param stories the month in which only stories were followed up
 * @param actions the one in which actions were too, and nobody was told
 * @param whole the one as deployed
 */
export const followingCosts = (stories: MonthTold, actions: MonthTold, whole: MonthTold): FollowingCosts => {
  const before = less(stories.all, stories.clockIndexWrites);
  return { before, clock: less(actions.all, before), events: less(whole.all, actions.all) };
};

/** The costs of a part in words: units and events of 1,000 feedbacks, dollars of a million. */
const costTold = (name: string, units: Traffic, messages: number, events = 0): string => {
  const thousand = (count: number): string => ((1_000 * count) / messages).toFixed(0);
  const told = events > 0 ? `, events ${thousand(events)}` : '';
  const dollars = ((dollarsOf(units, events) * 1e6) / messages).toFixed(2);
  return `  ${name}: readUnits ${thousand(units.readUnits)}, writeUnits ${thousand(units.writeUnits)}${told}; ${dollars} dollars`;
};

export const followingTold = (costs: FollowingCosts, { messages, holds, events, billedEvents }: MonthTold): string => {
  const byType = Object.entries(events).sort(([a], [b]) => (a < b ? -1 : 1));
  return [
    `of ${messages} feedbacks, units and events a thousand, dollars a million:`,
    costTold('without clock and events', costs.before, messages),
    costTold('clock of actions', costs.clock, messages),
    costTold('events', costs.events, messages, billedEvents),
    costTold('survey holds, part of the above', holds, messages),
    `  events by type: ${byType.map(([type, count]) => `${type} ${((1_000 * count) / messages).toFixed(1)}`).join(', ')}`,
  ].join('\n');
};

const runTold = (name: string, run: RunTaken): string =>
  `  ${name}: ${run.processorMilliseconds.toFixed(0)} ms of processor, readUnits ${run.readUnits.toFixed(0)}, writeUnits ${run.writeUnits.toFixed(0)}, changed ${run.changed.toFixed(0)}, events ${run.events.toFixed(0)}`;

export const clockTold = ({ actions, teams, late, byDay, byNight }: ClockMeasured): string =>
  [
    `${actions} actions of ${teams} teams under the clock, a run each quarter of an hour:`,
    runTold('first after ten days', late),
    runTold('by day', byDay),
    runTold('by night', byNight),
  ].join('\n');

/** How much more an action costs a run where there are more of them. */
export const clockGrowthTold = (few: ClockMeasured, many: ClockMeasured): string => {
  const ratio = (run: 'byDay' | 'byNight', name: keyof RunTaken): string =>
    (many[run][name] / many.actions / (few[run][name] / few.actions)).toFixed(2);
  return `each action, ${many.actions} to ${few.actions}: processor by day ${ratio('byDay', 'processorMilliseconds')}, by night ${ratio('byNight', 'processorMilliseconds')}; readUnits by night ${ratio('byNight', 'readUnits')}`;
};
