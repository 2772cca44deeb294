/** One long poll under way. */
export interface Poll {
  /** Takes messages if there are any, and ends itself when it got some. */
  attempt(): void;
  /** Ends with nothing. */
  giveUp(): void;
}

interface Ending {
  deadline: NodeJS.Timeout;
  signal: AbortSignal | undefined;
}

/** A timer must not fire in the same millisecond again and again while an injected clock stands still. */
const SHORTEST_WAIT_MS = 1;

/**
 * The long polls waiting on one queue, longest waiting first, and the one timer that wakes them when an invisible
 * message falls due. Sends wake them in a microtask, so that ten messages sent together reach one poll together.
 */
export class Polls {
  #waiting = new Map<Poll, Ending>();
  #alarm: NodeJS.Timeout | undefined;
  /** When the alarm was set to go off: a batch taken together shares one due time, and needs one alarm. */
  #alarmAt: number | undefined;
  #announced = false;
  readonly #now: () => number;
  readonly #nextDueAt: () => number | undefined;

  constructor(now: () => number, nextDueAt: () => number | undefined) {
    this.#now = now;
    this.#nextDueAt = nextDueAt;
  }

  begin(poll: Poll, maxMs: number, signal: AbortSignal | undefined): void {
    this.#waiting.set(poll, { deadline: setTimeout(poll.giveUp, maxMs), signal });
    signal?.addEventListener('abort', poll.giveUp);
    if (signal?.aborted) poll.giveUp();
    else poll.attempt();
    this.expect();
  }

  /** Takes a poll out and tells it so; one that has ended already ends no second time. */
  end(poll: Poll, told: () => void): void {
    const ending = this.#waiting.get(poll);
    if (!ending) return;
    this.#waiting.delete(poll);
    clearTimeout(ending.deadline);
    ending.signal?.removeEventListener('abort', poll.giveUp);
    this.expect();
    told();
  }

  /** Something has become visible. */
  announce(): void {
    if (this.#announced || this.#waiting.size === 0) return;
    this.#announced = true;
    queueMicrotask(() => this.#wake());
  }

  /** The next due time may have changed. */
  expect(): void {
    const dueAt = this.#waiting.size === 0 ? undefined : this.#nextDueAt();
    if (dueAt === this.#alarmAt) return;
    clearTimeout(this.#alarm);
    this.#alarmAt = dueAt;
    if (dueAt === undefined) return;
    const wait = Math.max(SHORTEST_WAIT_MS, dueAt - this.#now());
    this.#alarm = setTimeout(() => {
      this.#alarmAt = undefined;
      this.#wake();
    }, wait);
  }

  #wake(): void {
    this.#announced = false;
    for (const poll of [...this.#waiting.keys()]) if (this.#waiting.has(poll)) poll.attempt();
    this.expect();
  }
}
