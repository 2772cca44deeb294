import { EventBridgeClient, PutEventsCommand, type PutEventsRequestEntry } from '@aws-sdk/client-eventbridge';
import { mockClient } from 'aws-sdk-client-mock';
import * as fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { EventBus } from '../../functions/adapters/event-bus.ts';
import type { ProductEvent } from '../../functions/domain/events/event.ts';
import { DependencyError, errorKind } from '../../functions/runtime/errors.ts';
import { digestMade } from './told.ts';

const bridge = mockClient(EventBridgeClient);
const pauses: number[] = [];
let now = 0;
const makeBus = () =>
  new EventBus(
    new EventBridgeClient({ region: 'us-east-1' }),
    'told',
    () => now,
    () => 0.5,
    async (ms) => pauses.push(ms),
  );

/** An event of a subject; `words` makes it larger. */
const told = (subject: string, sequence = 1, words = ''): ProductEvent =>
  digestMade({ subject, sequence }, { contact: `${subject}${words}` });

const asTaken = (Entries: PutEventsRequestEntry[] = []) => ({
  FailedEntryCount: 0,
  Entries: Entries.map((_, i) => ({ EventId: String(i) })),
});
const takesAll = () => bridge.on(PutEventsCommand).callsFake(({ Entries }) => asTaken(Entries));
const calls = (): PutEventsRequestEntry[][] =>
  bridge.commandCalls(PutEventsCommand).map(({ args: [{ input }] }) => input.Entries ?? []);
const eventsIn = (entries: readonly PutEventsRequestEntry[]): ProductEvent[] =>
  entries.map(({ Detail = '' }) => JSON.parse(Detail));
const failure = (published: Promise<void>) =>
  published.then(
    () => undefined,
    (error: Error) => error,
  );

beforeEach(() => {
  bridge.reset();
  pauses.length = 0;
  now += 3_600_000;
});

describe('events that are published', () => {
  it('come from us, under their type and at their time, whole', async () => {
    takesAll();
    const event = told('a');
    await makeBus().publish([event]);
    expect(calls()).toEqual([
      [
        {
          EventBusName: 'told',
          Source: 'dark-corners',
          DetailType: event.type,
          Detail: JSON.stringify(event),
          Time: new Date(event.at),
        },
      ],
    ]);
  });

  it('are none where nothing is to be told', async () => {
    await makeBus().publish([]);
    expect(bridge.calls()).toEqual([]);
  });

  it('go ten a call, and fewer where they are large', async () => {
    takesAll();
    await makeBus().publish(Array.from({ length: 23 }, (_, i) => told(`small ${i}`)));
    expect(calls().map(({ length }) => length)).toEqual([10, 10, 3]);
    bridge.resetHistory();
    await makeBus().publish(Array.from({ length: 5 }, (_, i) => told(`large ${i}`, 1, 'ü'.repeat(50_000))));
    expect(calls().map(({ length }) => length)).toEqual([2, 2, 1]);
    bridge.resetHistory();
    await makeBus().publish([told('a'), told('too large', 1, 'x'.repeat(300_000)), told('b')]);
    expect(calls().map(({ length }) => length)).toEqual([1, 1, 1]);
  });

  it('are never two of a subject in one call, and of each the earlier first, whatever is not taken', async () => {
    const sequences = fc.array(fc.integer({ min: 1, max: 14 }), { maxLength: 6 });
    const refusals = fc.array(fc.boolean(), { minLength: 200, maxLength: 200 });
    await fc.assert(
      fc.asyncProperty(sequences, refusals, async (lengths, refused) => {
        bridge.reset();
        const taken: ProductEvent[] = [];
        let asked = 0;
        bridge.on(PutEventsCommand).callsFake(({ Entries = [] }: { Entries?: PutEventsRequestEntry[] }) => {
          const answers = Entries.map((entry) => {
            if (refused[asked++ % refused.length]) return { ErrorCode: 'ThrottlingException' };
            taken.push(...eventsIn([entry]));
            return { EventId: String(asked) };
          });
          return { FailedEntryCount: answers.filter(({ ErrorCode }) => ErrorCode).length, Entries: answers };
        });
        const events = lengths.flatMap((length, subject) =>
          Array.from({ length }, (_, i) => told(`subject ${subject}`, i + 1)),
        );
        const error = await failure(makeBus().publish(events));
        for (const call of calls()) {
          const subjects = eventsIn(call).map(({ subject }) => subject);
          expect(new Set(subjects).size).toBe(subjects.length);
        }
        for (const [, of] of Map.groupBy(taken, ({ subject }) => subject)) {
          expect(of.map(({ sequence }) => sequence)).toEqual(of.map((_, i) => i + 1));
        }
        if (!error) expect(taken).toHaveLength(events.length);
      }),
    );
  });
});

describe('an entry that the bus does not take', () => {
  const refusing = (code: string, times: number) => {
    let left = times;
    bridge.on(PutEventsCommand).callsFake(({ Entries = [] }: { Entries?: PutEventsRequestEntry[] }) => {
      const answers = Entries.map((entry) =>
        eventsIn([entry])[0]?.subject === 'b' && left-- > 0 ? { ErrorCode: code } : { EventId: 'taken' },
      );
      return { FailedEntryCount: answers.filter(({ ErrorCode }) => ErrorCode).length, Entries: answers };
    });
  };

  it('is given again alone, after pauses that grow', async () => {
    refusing('ThrottlingException', 2);
    await makeBus().publish([told('a'), told('b'), told('c')]);
    expect(calls().map((call) => eventsIn(call).map(({ subject }) => subject))).toEqual([
      ['a', 'b', 'c'],
      ['b'],
      ['b'],
    ]);
    expect(pauses).toEqual([50, 100]);
  });

  it('fails the whole in the end, which names the code and nobody', async () => {
    refusing('InternalFailure', 99);
    const error = await failure(makeBus().publish([told('a'), told('b')]));
    expect(error).toEqual(new DependencyError('event bus: 1 of 2 events not taken'));
    expect(errorKind(error)).toBe('DependencyError/InternalFailure');
    expect(calls()).toHaveLength(3);
  });

  it('is also one of which nothing was answered', async () => {
    bridge.on(PutEventsCommand).resolves({ FailedEntryCount: 0, Entries: [] });
    expect(await failure(makeBus().publish([told('a')]))).toBeInstanceOf(DependencyError);
  });
});

describe('a bus that is out', () => {
  const cause = Object.assign(new Error('customer#1'), { name: 'TimeoutError' });

  it('fails with the cause, and without naming anybody', async () => {
    bridge.on(PutEventsCommand).rejects(cause);
    const error = await failure(makeBus().publish([told('a')]));
    expect(error).toEqual(new DependencyError('event bus: PutEvents failed'));
    expect(error?.cause).toBe(cause);
  });

  it('is not asked again for a minute, so that it holds up nobody', async () => {
    bridge.on(PutEventsCommand).rejects(cause);
    const bus = makeBus();
    for (let i = 0; i < 3; i++) expect(await failure(bus.publish([told('a')]))).toBeInstanceOf(DependencyError);
    expect(calls()).toHaveLength(1);
    takesAll();
    now += 60_000;
    await bus.publish([told('a')]);
    expect(calls()).toHaveLength(2);
  });
});
