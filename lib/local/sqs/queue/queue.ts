import { defaultAttributes, type QueueAttributes, type RedrivePolicy, redrivePolicyOf } from './attributes.ts';
import { DueHeap } from './due-heap.ts';
import { Line } from './line.ts';
import type { StoredMessage } from './message.ts';
import { type Poll, Polls } from './polls.ts';

/** SD/quotas-messages: a standard queue gives out no more than this until some are deleted. */
const MAX_IN_FLIGHT = 120_000;

export interface QueueDepth {
  visible: number;
  delayed: number;
  inFlight: number;
}

/**
 * One standard queue. Visible messages stand in a line; delayed and invisible ones wait in a heap by due time and
 * join the line when somebody looks and their time has come. So a message costs a logarithm at most, however many
 * there are.
 */
export class Queue {
  readonly name: string;
  readonly arn: string;
  readonly createdAt: number;
  modifiedAt: number;
  attributes: QueueAttributes;

  #redrive: RedrivePolicy | undefined;
  #messages = new Map<string, StoredMessage>();
  #line = new Line<StoredMessage>();
  #waiting = new DueHeap<StoredMessage>();
  #counts: QueueDepth = { visible: 0, delayed: 0, inFlight: 0 };
  readonly #polls: Polls;
  readonly #now: () => number;

  constructor(name: string, arn: string, attributes: QueueAttributes, now: () => number) {
    this.name = name;
    this.arn = arn;
    this.#now = now;
    this.createdAt = this.modifiedAt = now();
    this.attributes = { ...defaultAttributes(), ...attributes };
    this.#redrive = redrivePolicyOf(this.attributes);
    this.#polls = new Polls(now, () => this.nextDueAt());
  }

  get redrive(): RedrivePolicy | undefined {
    return this.#redrive;
  }

  change(attributes: QueueAttributes): void {
    this.attributes = { ...this.attributes, ...attributes };
    this.#redrive = redrivePolicyOf(this.attributes);
    this.modifiedAt = this.#now();
  }

  /** A numeric attribute. */
  limit(name: string): number {
    return Number(this.attributes[name]);
  }

  get isFull(): boolean {
    return this.#counts.inFlight >= MAX_IN_FLIGHT;
  }

  /** When the next delayed or invisible message falls due, milliseconds since 1970; `undefined` where none waits. */
  nextDueAt(): number | undefined {
    return this.#waiting.first()?.dueAt;
  }

  depth(): QueueDepth {
    this.releaseUntil(this.#now());
    return { ...this.#counts };
  }

  add(message: StoredMessage, delaySeconds: number): void {
    this.#messages.set(message.id, message);
    if (delaySeconds > 0) this.#hold(message, 'delayed', this.#now() + delaySeconds * 1000);
    else this.#show(message);
  }

  /**
   * Takes up to `max` messages out of sight, all until the same moment. One that has used up its receipts goes to
   * `deadLetter` instead, which answers false where there is nowhere to go: it is then handed out once more, not lost.
   */
  take(max: number, visibilitySeconds: number, deadLetter: (message: StoredMessage) => boolean): StoredMessage[] {
    const now = this.#now();
    this.releaseUntil(now);
    const taken: StoredMessage[] = [];
    while (taken.length < max && !this.isFull) {
      const message = this.#line.shift();
      if (!message) break;
      if (message.state !== 'visible') continue;
      if (this.#redrive && message.receivesHere >= this.#redrive.maxReceiveCount) {
        this.#forget(message);
        if (deadLetter(message)) continue;
        this.#messages.set(message.id, message);
      } else {
        this.#counts.visible--;
      }
      message.receives++;
      message.receivesHere++;
      message.firstReceivedAt ??= now;
      taken.push(message);
      if (visibilitySeconds > 0) this.#hold(message, 'inFlight', now + visibilitySeconds * 1000);
    }
    // Visibility 0 puts a message straight back; only after the loop, or one receipt would take the same message twice.
    if (visibilitySeconds === 0) for (const message of taken) this.#show(message);
    return taken;
  }

  /** Takes those that can be seen longest away until so many are left to see; answers which. */
  dropOldest(left: number): StoredMessage[] {
    const dropped: StoredMessage[] = [];
    while (this.#counts.visible > left) {
      const message = this.#line.shift();
      if (!message) break;
      if (message.state !== 'visible') continue;
      this.#forget(message);
      dropped.push(message);
    }
    return dropped;
  }

  find(id: string): StoredMessage | undefined {
    this.releaseUntil(this.#now());
    return this.#messages.get(id);
  }

  delete(message: StoredMessage): void {
    this.#forget(message);
  }

  /** Sets anew when a message in flight is seen again. */
  postpone(message: StoredMessage, seconds: number): void {
    this.#waiting.remove(message);
    this.#counts.inFlight--;
    if (seconds > 0) this.#hold(message, 'inFlight', this.#now() + seconds * 1000);
    else this.#show(message);
  }

  purge(): void {
    this.#messages.clear();
    this.#line = new Line();
    this.#waiting = new DueHeap();
    this.#counts = { visible: 0, delayed: 0, inFlight: 0 };
  }

  /** Shows everything that falls due up to that time. */
  releaseUntil(time: number): void {
    for (let message = this.#waiting.first(); message && message.dueAt <= time; message = this.#waiting.first()) {
      this.#waiting.remove(message);
      if (message.state !== 'gone') this.#counts[message.state]--;
      this.#show(message);
    }
  }

  /**
   * Tries to take now and whenever something turns up, until `maxMs` have passed or the signal aborts: then nothing.
   */
  poll<T>(take: () => T[], maxMs: number, signal: AbortSignal | undefined): Promise<T[]> {
    return new Promise((resolve) => {
      const poll: Poll = {
        attempt: () => {
          const taken = take();
          if (taken.length > 0) this.#polls.end(poll, () => resolve(taken));
        },
        giveUp: () => this.#polls.end(poll, () => resolve([])),
      };
      this.#polls.begin(poll, maxMs, signal);
    });
  }

  #show(message: StoredMessage): void {
    message.state = 'visible';
    this.#counts.visible++;
    this.#line.push(message);
    this.#polls.announce();
  }

  #hold(message: StoredMessage, state: 'delayed' | 'inFlight', dueAt: number): void {
    message.state = state;
    message.dueAt = dueAt;
    this.#counts[state]++;
    this.#waiting.add(message);
    this.#polls.expect();
  }

  #forget(message: StoredMessage): void {
    if (message.place >= 0) this.#waiting.remove(message);
    if (message.state !== 'gone') this.#counts[message.state]--;
    message.state = 'gone';
    this.#messages.delete(message.id);
  }
}
