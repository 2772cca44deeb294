import { expect, it } from 'vitest';
import type { Action, Triage } from '../../../functions/domain/actions/action.ts';
import { promoted, queued, turnsOf } from '../../../functions/domain/actions/board.ts';
import { isOver } from '../../../functions/domain/actions/clock-entry.ts';
import { type Command, type Person, perform } from '../../../functions/domain/actions/life.ts';
import type { Owners } from '../../../functions/domain/actions/owners.ts';
import { settle } from '../../../functions/domain/actions/settle.ts';
import { triageCustomer } from '../../../functions/domain/actions/triage.ts';
import { HOUR, type Instant, plus } from '../../../functions/domain/instant.ts';
import type { Fact } from '../../../functions/domain/message/fact.ts';
import { type Random, seeded } from '../../../lib/eval/study/random.ts';
import { complains, fold, gap, invited, march, replies } from '../../builders.ts';
import { borneOut, HistoryStore } from './history-store.ts';
import { nightOwls } from './working.ts';

const HISTORIES = 10_000;
const STEPS = 30;

const people: Person[] = [
  { id: 'kim', role: 'lead' },
  { id: 'lee', role: 'owner', team: 'Delivery' },
  { id: 'max', role: 'reader' },
];

const one = <T>(random: Random, all: readonly T[]): T => all[Math.floor(random.share() * all.length)] as T;

const commandOf = (random: Random): Command =>
  one<Command>(random, [
    { kind: 'acknowledge' },
    { kind: 'resolve', reason: 'sent a new one' },
    { kind: 'dismiss', reason: 'a test order' },
    { kind: 'reassign', team: one(random, ['Care', 'Delivery']), reason: 'theirs' },
    { kind: 'reopen', reason: 'the customer called' },
    { kind: 'label', label: one(random, ['not-a-complaint', 'wrong-gap'] as const) },
  ]);

/** What triage would make of the facts known by a time, of the actions as they were when it read them. */
const triageOf = (facts: readonly Fact[], existing: readonly Action[], asOf: Instant): Triage[] => {
  const { gaps, matters } = fold(facts, { asOf });
  const threads = matters.map(({ matter }) => matter);
  return triageCustomer(gaps, threads, existing, nightOwls, asOf);
};

/** Teams with room for one. */
const crowded: Owners = {
  ...nightOwls,
  teams: Object.fromEntries(Object.entries(nightOwls.teams).map(([name, team]) => [name, { ...team, budget: 1 }])),
};

/** The facts that a customer may tell, in time: complaints about two things, replies and an invitation. */
const stories: Fact[][] = (() => {
  const about = (touchpoint: string) => ({ touchpoint, location: undefined });
  return [
    [complains(march(2)), complains(march(5)), invited(march(6)), complains(march(9))],
    [complains(march(2)), replies(march(2, '11:00'), 'hollow'), complains(march(3)), complains(march(12))],
    [complains(march(2)), complains(march(4), about('billing')), replies(march(6), 'hollow'), complains(march(8))],
    [complains(march(2)), replies(march(4), 'remedy'), complains(march(6)), invited(march(7))],
    ['billing', 'returns', 'checkout', 'billing', 'delivery'].map((step, i) => complains(march(2 + i), about(step))),
  ];
})();

/**
 * One life: a story told bit by bit, in any order and again and again, people with old screens, a clock that is skipped,
 * late or runs twice at once, processes that die, and a bus that is down at times.
 */
const live = (seed: number): HistoryStore => {
  const random = seeded(seed, 1);
  const store = new HistoryStore();
  const facts = one(random, stories);
  /** Reads that are still to be written. */
  const held: Triage[][] = [];
  let now = march(2, '12:00');

  const write = (triaged: readonly Triage[]): void => {
    for (const triage of triaged) store.put(triage, random.happens(0.15));
  };
  const later = (triaged: Triage[]): void => {
    if (random.happens(0.2)) held.push(triaged);
    else write(triaged);
  };

  const told = (): Fact[] => {
    const known = facts.filter(({ message }) => message.occurredAt <= now);
    // A fold may see less than all: of an earlier time, or before the rest has come.
    return random.happens(0.3) ? known.filter(() => random.happens(0.6)) : known;
  };
  const steps: (() => void)[] = [
    () => later(triageOf(told(), store.all(), now)),
    () => {
      const action = one(random, store.all());
      if (!action) return;
      const person = one(random, people);
      const version = random.happens(0.8) ? action.version : Math.max(1, action.version - 1);
      const done = perform(action, commandOf(random), person, { version, at: now, owners: nightOwls });
      if (done.kind !== 'changed') return;
      // Nobody's change is made on an old screen, nor by who may not.
      expect(version).toBe(action.version);
      expect(person.role === 'lead' || person.team === action.owner.team).toBe(true);
      const change = done.action.history.at(-1);
      if (store.put({ action: done.action, replaces: action.version }, random.happens(0.15)) && change) {
        store.promised.push({ id: action.id, change });
      }
    },
    () => {
      write(held.shift() ?? []);
      const turns = turnsOf(store.entries(), crowded, now);
      const turned = store.all().flatMap((action) => {
        const next = turns.queue.includes(action.id) ? queued(action, now) : undefined;
        const back = turns.promote.includes(action.id) ? promoted(action, now) : undefined;
        return next || back ? [{ action: (next ?? back) as Action, replaces: action.version }] : [];
      });
      write(turned);
      // Two runs that see the same, or one that dies half-way, come to what one run comes to.
      const [seen, again] = [store.due(now), store.due(now)];
      write(random.happens(0.2) ? seen.slice(0, 1) : seen);
      write(again);
      write(store.due(now));
      store.expectOnTime(now);
    },
    () => {
      const action = one(random, store.all());
      if (action) later([borneOut(action, now) ?? []].flat());
    },
    () => {
      const action = one(random, store.all());
      if (!action) return;
      const gaps = action.gapIds.map((id) => gap({ id, state: 'cleared' }));
      later([settle(action, gaps, new Set(action.gapIds), now) ?? []].flat());
    },
    () => {
      store.isBusDown = !store.isBusDown;
    },
  ];
  for (let i = 0; i < STEPS; i++) {
    now = plus(now, (random.happens(0.1) ? random.between(200, 500) : random.between(0, 40)) * HOUR);
    one(random, steps)();
  }
  for (const triaged of held) write(triaged);
  store.isBusDown = false;
  for (const action of store.all()) store.tell(action);
  return store;
};

it(`ten thousand lives keep one owner, one deadline, every change and every event in sequence`, () => {
  const seen = { actions: 0, changes: 0, promised: 0, escalated: 0, reopened: 0, queued: 0, unconfirmed: 0 };
  for (let seed = 1; seed <= HISTORIES; seed++) {
    const store = live(seed);
    store.expectToldInSequence();
    store.expectPromisesKept();
    store.expectNoDoubles();
    seen.promised += store.promised.length;
    for (const { history } of store.all()) {
      seen.actions++;
      seen.changes += history.length;
      seen.escalated += history.filter(({ type }) => type === 'escalated').length;
      seen.reopened += history.filter(({ type }) => type === 'reopened').length;
      seen.queued += history.filter(({ type }) => type === 'queued').length;
      seen.unconfirmed += history.filter(({ type }) => type === 'unconfirmed').length;
    }
  }
  // That the lives were lives: a generator that gave nothing would prove nothing.
  for (const count of Object.values(seen)) expect(count).toBeGreaterThan(HISTORIES / 100);
}, 120_000);

it('told once more, an old story opens nothing that people ended', () => {
  for (let seed = 1; seed <= 500; seed++) {
    const store = live(seed);
    const facts = stories.flat().filter(({ message }) => message.occurredAt <= march(2, '11:00'));
    const ended = store.all().filter((action) => isOver(action) && action.history.at(-1)?.by === 'kim');
    for (const { action } of triageOf(facts, ended, march(30))) {
      const before = ended.find(({ id }) => id === action.id);
      if (before) expect(action.status).toBe(before.status);
    }
  }
});
