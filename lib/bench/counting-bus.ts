import type { Bus } from '../../functions/adapters/outbox.ts';
import type { ProductEvent } from '../../functions/domain/events/event.ts';

/** Bytes that count as one event (EventBridge pricing). */
const BILLED_BYTES = 64 * 1024;
/** Entries of one PutEvents (API reference). */
const ENTRIES_PER_CALL = 10;

/** Takes all events, and counts them as EventBridge would bill them. */
export class CountingBus implements Bus {
  /** Events by type. */
  readonly told = new Map<string, number>();
  /** Events as billed: each 64 KB begun of one is one. */
  billed = 0;
  /** At least so many calls. */
  calls = 0;

  async publish(events: readonly ProductEvent[]): Promise<void> {
    this.calls += Math.ceil(events.length / ENTRIES_PER_CALL);
    for (const event of events) {
      this.told.set(event.type, (this.told.get(event.type) ?? 0) + 1);
      this.billed += Math.ceil(Buffer.byteLength(JSON.stringify(event)) / BILLED_BYTES);
    }
  }
}
