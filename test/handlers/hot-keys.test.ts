import { describe, expect, it } from 'vitest';
import { makeHandler as makeComparison } from '../../functions/compare-touchpoints/handler.ts';
import { makeHandler as makeDetection } from '../../functions/detect-customer-gaps/handler.ts';
import { DAY, HOUR, type Instant, plus, startOf } from '../../functions/domain/instant.ts';
import { STORY_FACTS } from '../../functions/domain/story/reach.ts';
import { makeHandler as makeFollowUp } from '../../functions/follow-up-actions/handler.ts';
import { makeHandler as makeIngest } from '../../functions/ingest-feedback/handler.ts';
import { march, owners, rates, surveyMessage, taxonomy, textMessage, words } from '../builders.ts';
import { catchConsole } from '../runtime/console-lines.ts';
import { batch, plentyOfTime } from '../runtime/deliveries.ts';
import { counted, type Traffic } from './counting.ts';
import { posted, StandInScorer } from './intake.ts';
import { look } from './looking.ts';
import { MemoryStore } from './memory-store.ts';

catchConsole();

type Message = ReturnType<typeof textMessage>;

/** All functions on one store, with what they read and write. */
const makeTraffic = () => {
  const store = new MemoryStore();
  const traffic: Traffic = { reads: 0, writes: 0 };
  let now = march(4, '00:00');
  const shared = {
    now: () => now,
    owners,
    taxonomy,
    scorer: new StandInScorer(),
    customers: { hash: async (customerId: string) => `hash-of-${customerId}` },
    records: store.records,
    rejects: store.rejected,
    units: store.units,
    parked: store.parked,
    addresses: store.records,
    guestDays: store.guestDays,
    guestFacts: store.guestFacts,
    looks: store.looks,
    due: store.due,
    stories: store.folds,
    holds: store.holds.port,
    actions: store.actions,
    touchpoints: store.touchpoints,
  };
  const ingest = makeIngest(counted({ ...shared, facts: store.intake }, traffic));
  const detect = makeDetection(counted({ ...shared, facts: store.facts }, traffic));
  const follow = makeFollowUp(counted(store.followUp(owners), traffic));
  const compare = makeComparison(
    counted({ owners, rates, touchpoints: store.touchpoints, actions: store.actions }, traffic),
  );

  const fold = async (): Promise<void> => {
    for (let sent = store.looksSent.splice(0, 100); sent.length > 0; sent = store.looksSent.splice(0, 100)) {
      await detect(batch(...sent.map(({ story, asOf }, i) => look(`m-${i}`, story, asOf))), plentyOfTime);
    }
  };
  return {
    store,
    traffic,
    setTime: (at: Instant) => {
      now = at;
    },
    take: async (messages: readonly Message[]): Promise<void> => {
      for (let i = 0; i < messages.length; i += 100) {
        const some = messages.slice(i, i + 100);
        await ingest(batch(...some.map((message, j) => posted(`m-${j}`, message))), plentyOfTime);
        await fold();
      }
    },
    follow: async (at: Instant): Promise<void> => {
      await follow({ at }, plentyOfTime);
      await fold();
    },
    compare: (at: Instant) => compare({ at, windowDays: 28 }, plentyOfTime),
  };
};

const perMessage = ({ reads, writes }: Traffic, messages: number) => ({
  reads: reads / messages,
  writes: writes / messages,
});

/** Within 30 % either way, as the messages grow fourfold. */
const expectFlat = (few: { reads: number; writes: number }, many: { reads: number; writes: number }): void => {
  expect(many.reads / few.reads).toBeLessThan(1.3);
  expect(many.writes / few.writes).toBeLessThan(1.3);
};

describe('a shared key with thousands of facts in a day', () => {
  const cost = async (facts: number) => {
    const { traffic, take, follow, setTime, store } = makeTraffic();
    setTime(march(4, '00:00'));
    const every = Math.floor(DAY / facts);
    await take(
      Array.from({ length: facts }, (_, i) =>
        textMessage({
          customerId: 'guest',
          id: `t-${i}`,
          occurredAt: plus(startOf('2026-03-03'), i * every),
          body: i % 3 ? words.question : words.complaint,
          ...(i % 2 ? { interactionId: `visit-${Math.floor(i / 4)}` } : {}),
        }),
      ),
    );
    await follow(march(4, '00:00'));
    expect(store.rows).toHaveLength(facts);
    expect(store.rows.filter(({ kind }) => kind === 'complaint')).toHaveLength(Math.ceil(facts / 3));
    return perMessage(traffic, facts);
  };

  it('costs each of 8,000 what it costs each of 2,000', async () => {
    expectFlat(await cost(2_000), await cost(8_000));
  }, 60_000);
});

describe('a story of 5,000 facts that came day by day', () => {
  it('keeps each of its tally rows, and costs a fact at the end what it cost when it had 1,000', async () => {
    const { traffic, take, setTime, store } = makeTraffic();
    const costs: number[] = [];
    const days = 100;
    for (let day = 0; day < days; day++) {
      const from = plus(startOf('2025-11-01'), day * DAY);
      setTime(plus(from, DAY));
      const before = traffic.reads + traffic.writes;
      await take(
        Array.from({ length: 50 }, (_, i) =>
          surveyMessage({
            id: `s-${day}-${i}`,
            occurredAt: plus(from, i * 60_000),
            status: 'invited',
            score: undefined,
          }),
        ),
      );
      costs.push((traffic.reads + traffic.writes - before) / 50);
    }
    expect(store.rows).toHaveLength(days * 50);
    const [atFirst, atLast] = [costs[STORY_FACTS / 50 + 10], costs.at(-1)] as [number, number];
    expect(atLast / atFirst).toBeLessThan(1.1);
  }, 60_000);
});

describe('a touchpoint-day with a fifth of all traffic', () => {
  /** A day of messages, a fifth of them about one cell, with a comparison each hour. */
  const cost = async (messages: number) => {
    const { traffic, take, compare, setTime, store } = makeTraffic();
    const every = Math.floor(DAY / messages);
    const message = (i: number): Message => {
      const hot = i % 5 === 0;
      const told = {
        customerId: `customer-${i}`,
        touchpoint: hot ? 'delivery' : `touchpoint-${i % 40}`,
        occurredAt: plus(startOf('2026-03-03'), i * every),
      };
      return i % 4 === 0
        ? textMessage({ ...told, id: `t-${i}` })
        : surveyMessage({ ...told, id: `s-${i}`, score: i % 11 });
    };
    for (let hour = 0; hour < 24; hour++) {
      const until = plus(startOf('2026-03-03'), (hour + 1) * HOUR);
      setTime(until);
      const [from, to] = [hour, hour + 1].map((h) => Math.ceil((h * HOUR) / every)) as [number, number];
      await take(Array.from({ length: Math.min(to, messages) - from }, (_, i) => message(from + i)));
      await compare(until);
    }
    const [hot] = store.summaries.filter(({ touchpoint }) => touchpoint === 'delivery');
    expect((hot?.surveyed.n ?? 0) + (hot?.complaints.customers ?? 0)).toBe(messages / 5);
    return { store, traffic, compare, each: perMessage(traffic, messages) };
  };

  it('costs each of 8,000 messages what it costs each of 2,000, hourly comparisons among it', async () => {
    expectFlat((await cost(2_000)).each, (await cost(8_000)).each);
  }, 60_000);

  it('is not read again where nothing came', async () => {
    const { traffic, compare } = await cost(500);
    const before = traffic.reads;
    await compare(march(4, '01:00'));
    expect(traffic.reads - before).toBeLessThan(60);
  });
});
