import { Actions } from '../../functions/adapters/actions.ts';
import { Digests } from '../../functions/adapters/digests.ts';
import { DueMarks } from '../../functions/adapters/due-marks.ts';
import { Outbox } from '../../functions/adapters/outbox.ts';
import { Weeks } from '../../functions/adapters/weeks.ts';
import { type Action, actionId, begun } from '../../functions/domain/actions/action.ts';
import { perform } from '../../functions/domain/actions/life.ts';
import type { Owners } from '../../functions/domain/actions/owners.ts';
import { dueAt, type Priority } from '../../functions/domain/actions/priority.ts';
import type { Team } from '../../functions/domain/actions/team.ts';
import { DAY, type Instant, instantAt, millis, plus } from '../../functions/domain/instant.ts';
import { makeHandler as makeFollowUp } from '../../functions/follow-up-actions/handler.ts';
import { checkedOwnersFile } from '../checked-file.ts';
import { type Random, seeded } from '../eval/study/random.ts';
import { CountingBus } from './counting-bus.ts';
import { type TrafficByPart, totalOf } from './metered-table.ts';
import { UntoldActions } from './untold.ts';
import { WireTable } from './wire-table.ts';

const QUARTER_MS = 15 * 60_000;
/** A Wednesday, when every team is at work, and the night after it, when none is. */
const BY_DAY: Instant = '2026-03-18T10:00:00.000Z';
const BY_NIGHT: Instant = '2026-03-19T02:00:00.000Z';
const RUNS = 4;
/** Within the budget of every team in owners.json: what waits is neither reminded nor escalated, and would cost less. */
const ACTIONS_OF_A_TEAM = 25;
const RAISED_WITHIN_DAYS = 10;
const inTime = { getRemainingTimeInMillis: () => 300_000 };

/** What a run of follow-up-actions takes; of several, the mean, of the processor the middle. */
export interface RunTaken {
  processorMilliseconds: number;
  readUnits: number;
  writeUnits: number;
  changed: number;
  events: number;
}

/** What following so many actions up takes. */
export interface ClockMeasured {
  actions: number;
  teams: number;
  /** The first run after ten days without any. */
  late: RunTaken;
  byDay: RunTaken;
  byNight: RunTaken;
}

/** As many teams as the actions need, each like one of the file's. */
const staffed = (owners: Owners, actions: number): Owners => {
  const teams = Object.values(owners.teams);
  const copies = Array.from({ length: Math.ceil(actions / ACTIONS_OF_A_TEAM) }, (_, i): [string, Team] => {
    const like = teams[i % teams.length] as Team;
    return [`${like.team} ${i}`, { ...like, team: `${like.team} ${i}` }];
  });
  return { ...owners, teams: Object.fromEntries(copies) };
};

const priorityOf = (random: Random): Priority => {
  const share = random.share();
  return share < 0.05 ? 'P1' : share < 0.25 ? 'P2' : share < 0.75 ? 'P3' : 'P4';
};

/** An action that was raised some days before; one in four is in somebody's hands. */
const actionOf = (n: number, team: Team, owners: Owners, random: Random): Action => {
  const raisedAt = instantAt(Math.floor(millis(BY_DAY) - random.between(0, RAISED_WITHIN_DAYS * DAY)));
  const priority = priorityOf(random);
  const calendar = owners.calendars[team.calendar];
  if (!calendar) throw new RangeError(`owners.json: no calendar "${team.calendar}"`);
  const place = { touchpoint: `touchpoint-${n % 8}`, location: `house-${n % 40}` };
  const action = begun(
    {
      id: actionId('recover', `matter-${n}`),
      kind: 'recover',
      title: `Win back a customer: two complaints at ${place.touchpoint}, no remedy`,
      owner: { team: team.team, contact: team.contact },
      priority,
      parts: { severity: 20, customers: 0, secondComplaint: 0, hollowApology: 8, confidence: 7 },
      openedAt: raisedAt,
      raisedAt,
      dueAt: dueAt(raisedAt, priority, calendar),
      status: 'open',
      gapIds: [`unanswered-${n}`],
      matterId: `matter-${n}`,
      customerId: `customer-${n}`,
      ...place,
      evidence: [`fact-${n}-1`, `fact-${n}-2`],
    },
    { at: raisedAt, by: 'triage', type: 'raised', change: 'raised' },
  );
  if (random.share() >= 0.25) return action;
  const done = perform(
    action,
    { kind: 'acknowledge' },
    { id: 'someone', role: 'lead' },
    { version: 1, at: plus(raisedAt, QUARTER_MS), owners },
  );
  return done.kind === 'changed' ? done.action : action;
};

const middleOf = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  return ((sorted[(sorted.length - 1) >> 1] ?? 0) + (sorted[sorted.length >> 1] ?? 0)) / 2;
};

const together = (runs: readonly RunTaken[]): RunTaken => {
  const mean = (name: keyof RunTaken): number => runs.reduce((sum, run) => sum + run[name], 0) / runs.length;
  return {
    processorMilliseconds: middleOf(runs.map(({ processorMilliseconds }) => processorMilliseconds)),
    readUnits: mean('readUnits'),
    writeUnits: mean('writeUnits'),
    changed: mean('changed'),
    events: mean('events'),
  };
};

/** Puts so many actions under the clock, and follows them up: late, then for an hour by day and an hour by night. */
export const followActions = async (actions: number): Promise<ClockMeasured> => {
  const root = new URL('../../', import.meta.url).pathname;
  const owners = staffed(checkedOwnersFile(`${root}owners.json`).content, actions);
  const teams = Object.values(owners.teams);
  const random = seeded(1);
  const traffic: TrafficByPart = new Map();
  const state = new WireTable('state', traffic);
  const stored = new UntoldActions(state);
  for (let n = 0; n < actions; n++) {
    await stored.putAction(actionOf(n, teams[n % teams.length] as Team, owners, random), undefined);
  }
  const bus = new CountingBus();
  const outbox = new Outbox(state, bus);
  const follow = makeFollowUp({
    owners,
    due: new DueMarks(state),
    looks: { send: async () => undefined },
    actions: new Actions(state, outbox),
    digests: new Digests(state, outbox),
    weeks: new Weeks(state, outbox),
    outbox,
  });
  const run = async (at: Instant): Promise<RunTaken> => {
    traffic.clear();
    const told = bus.billed;
    const started = process.cpuUsage();
    const { actions: ticked } = await follow({ at }, inTime);
    const { user, system } = process.cpuUsage(started);
    if (!ticked || ticked.left > 0) throw new RangeError('a run did not come to all actions');
    const { readUnits, writeUnits } = totalOf(traffic.values());
    return {
      processorMilliseconds: (user + system) / 1000,
      readUnits,
      writeUnits,
      changed: ticked.changed + ticked.queued + ticked.promoted,
      events: bus.billed - told,
    };
  };
  const hourFrom = async (from: Instant): Promise<RunTaken> => {
    const runs: RunTaken[] = [];
    for (let i = 1; i <= RUNS; i++) runs.push(await run(plus(from, i * QUARTER_MS)));
    return together(runs);
  };
  const late = await run(BY_DAY);
  const byDay = await hourFrom(BY_DAY);
  // What fell due in the evening is followed up before the night is looked at.
  await run(BY_NIGHT);
  return { actions, teams: teams.length, late, byDay, byNight: await hourFrom(BY_NIGHT) };
};
