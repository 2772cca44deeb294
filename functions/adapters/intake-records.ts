import { DAY, dayOf, type Instant, millis, plus } from '../domain/instant.ts';
import type { Fact } from '../domain/message/fact.ts';
import { digest, feedbackHome } from '../domain/message/identity.ts';
import type { Rejection } from '../domain/message/rejection.ts';
import type { DynamoTable } from './dynamo-table.ts';

/** How long a rejected message can be looked up. */
const REJECT_DAYS = 14;

/** A message that was not taken, without its words. */
export interface RejectRecord {
  messageId: string;
  queue: string;
  sentAt: Instant;
  bytes: number;
  reasons: Rejection[];
}

/** What intake notes beside the facts: where each feedback lies, and what was rejected. */
export class IntakeRecords {
  readonly #table: DynamoTable;

  constructor(table: DynamoTable) {
    this.#table = table;
  }

  /** One record a delivered message, however often the queue delivers it. */
  async addReject(reject: RejectRecord, at: Instant): Promise<void> {
    const expiresAt = Math.floor(millis(plus(at, REJECT_DAYS * DAY)) / 1000);
    await this.#table.add({ pk: `rejects#${dayOf(reject.sentAt)}`, sk: reject.messageId, ...reject, expiresAt });
  }

  rejectsOf(day: string): Promise<unknown[]> {
    return this.#table.partition(`rejects#${day}`);
  }

  /** Notes which story each feedback lies in, so that a correction finds it; the same note however often it is made. */
  addAddresses(facts: readonly Fact[]): Promise<void> {
    const apart = facts.filter((fact) => fact.story !== feedbackHome(fact.message));
    return this.#table.batchWrite(
      apart.map((fact) => ({ pk: `address#${digest(fact.feedback)}`, sk: fact.story, feedback: fact.feedback })),
    );
  }

  /** The stories that hold a revision of a fact's feedback. */
  async addressesOf(fact: Fact): Promise<string[]> {
    const items = await this.#table.partition(`address#${digest(fact.feedback)}`);
    return items.map(({ sk }) => sk);
  }
}
