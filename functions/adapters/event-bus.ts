import { setTimeout as timer } from 'node:timers/promises';
import { type EventBridgeClient, PutEventsCommand, type PutEventsRequestEntry } from '@aws-sdk/client-eventbridge';
import { EVENT_SOURCE, type ProductEvent } from '../domain/events/event.ts';
import { chunked, mapConcurrently } from '../runtime/concurrency.ts';
import { DependencyError } from '../runtime/errors.ts';
import type { Bus } from './outbox.ts';

/** Entries of one PutEvents (API reference). */
const ENTRIES_PER_CALL = 10;
/**
 * Bytes of one PutEvents as the EventBridge user guide counts them. 1 MiB is let through since 2026; 256 KB always was, and
 * each 64 KB are billed by themselves.
 */
const BYTES_PER_CALL = 256 * 1024;
/** What a time counts for in that sum (user guide, "Calculating PutEvents event entry size"). */
const TIME_BYTES = 14;
const CALLS_IN_FLIGHT = 4;

/** Entries that a call did not take are given again after a pause that doubles; the SDK only repeats whole calls. */
const ATTEMPTS = 3;
const FIRST_PAUSE_MS = 100;
/**
 * A call that fails whole may have held its function up for three time-outs of five seconds, and there is one for each
 * action that is written: for so long the next are not begun. What they would tell stays with its item, and is told by the
 * clock within a quarter of an hour.
 */
const REST_MS = 60_000;

interface Entry extends PutEventsRequestEntry {
  Source: string;
  DetailType: string;
  Detail: string;
}

const bytesOf = ({ Source, DetailType, Detail }: Entry): number =>
  TIME_BYTES + Buffer.byteLength(Source) + Buffer.byteLength(DetailType) + Buffer.byteLength(Detail);

/** Events of which no two are of one subject: of each the first, of each the second, and so on. */
const roundsOf = (events: readonly ProductEvent[]): ProductEvent[][] => {
  const rounds: ProductEvent[][] = [];
  const met = new Map<string, number>();
  for (const event of events) {
    const round = met.get(event.subject) ?? 0;
    met.set(event.subject, round + 1);
    rounds[round] ??= [];
    rounds[round].push(event);
  }
  return rounds;
};

/** What fits into one call; an entry that is too large for any goes alone, for the bus to refuse. */
const callsOf = (entries: readonly Entry[]): Entry[][] =>
  chunked(entries, ENTRIES_PER_CALL).flatMap((chunk) => {
    const calls: Entry[][] = [];
    let bytes = BYTES_PER_CALL;
    for (const entry of chunk) {
      bytes += bytesOf(entry);
      if (bytes > BYTES_PER_CALL) {
        calls.push([]);
        bytes = bytesOf(entry);
      }
      calls.at(-1)?.push(entry);
    }
    return calls;
  });

/** What the bus answered, as a cause: its name is the code, which a log line tells. */
const refusalOf = (code: string | undefined): Error =>
  Object.assign(new Error('an entry was not taken'), { name: code ?? 'NoAnswer' });

/** Amazon EventBridge behind the outbox. */
export class EventBus implements Bus {
  readonly #client: EventBridgeClient;
  readonly #name: string;
  readonly #now: () => number;
  readonly #random: () => number;
  readonly #pause: (ms: number) => Promise<unknown>;
  #restsUntil = Number.NEGATIVE_INFINITY;

  /**
   * @param name of the bus, or its ARN
   * @param now milliseconds since any one moment
   * @param random from 0 to below 1, for the length of the pauses
   */
  constructor(
    client: EventBridgeClient,
    name: string,
    now: () => number = Date.now,
    random: () => number = Math.random,
    pause: (ms: number) => Promise<unknown> = timer,
  ) {
    this.#client = client;
    this.#name = name;
    this.#now = now;
    this.#random = random;
    this.#pause = pause;
  }

  /**
   * Tells all or throws a DependencyError. No event is given before those of its subject that stand before it were taken, so
   * that what is told of a subject is always its beginning.
   */
  async publish(events: readonly ProductEvent[]): Promise<void> {
    if (this.#now() < this.#restsUntil) throw new DependencyError('event bus: not asked, a call failed just now');
    for (const round of roundsOf(events)) {
      const calls = callsOf(round.map((event) => this.#entryOf(event)));
      await mapConcurrently(calls, CALLS_IN_FLIGHT, (call) => this.#put(call));
    }
  }

  #entryOf(event: ProductEvent): Entry {
    return {
      EventBusName: this.#name,
      Source: EVENT_SOURCE,
      DetailType: event.type,
      Detail: JSON.stringify(event),
      Time: new Date(event.at),
    };
  }

  async #put(entries: readonly Entry[]): Promise<void> {
    let left = [...entries];
    let code: string | undefined;
    for (let tries = 0; tries < ATTEMPTS; tries++) {
      if (tries > 0) await this.#pause(this.#random() * FIRST_PAUSE_MS * 2 ** (tries - 1));
      const answers = await this.#ask(left);
      // In the order of the request (API reference). An id says that an entry was taken, and which; FailedEntryCount, how many.
      code = answers.find(({ EventId }) => EventId === undefined)?.ErrorCode;
      left = left.filter((_, i) => answers[i]?.EventId === undefined);
      if (left.length === 0) return;
    }
    throw new DependencyError(`event bus: ${left.length} of ${entries.length} events not taken`, {
      cause: refusalOf(code),
    });
  }

  async #ask(entries: Entry[]) {
    try {
      const { Entries = [] } = await this.#client.send(new PutEventsCommand({ Entries: entries }));
      return Entries;
    } catch (error) {
      this.#restsUntil = this.#now() + REST_MS;
      throw new DependencyError('event bus: PutEvents failed', { cause: error });
    }
  }
}
