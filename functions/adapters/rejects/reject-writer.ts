import type { Instant } from '../../domain/instant.ts';
import { type Occurrence, REJECT_DAYS, type RejectedMessage, rejectId } from '../../domain/rejects/reject.ts';
import type { DynamoTable } from '../dynamo-table.ts';
import type { BodySealer } from './body-seal.ts';
import { BODY_DAYS, bodyItems, bodyPartition, expiry, occurrenceKey, SEALED } from './reject-items.ts';

/** Keeps what was rejected: one note a message, and one sealed body however often it comes. */
export class RejectWriter {
  readonly #table: DynamoTable;
  readonly #sealer: BodySealer;

  constructor(state: DynamoTable, sealer: BodySealer) {
    this.#table = state;
    this.#sealer = sealer;
  }

  /** The body first: a note without a body could not be sent again. Repeated, it changes nothing. */
  async add(message: RejectedMessage, at: Instant): Promise<void> {
    const { messageId, queue, source, backfill, sentAt, body, reasons } = message;
    const reject = rejectId(queue, body);
    if (!(await this.#keptOn(reject, at))) await this.#keep(reject, body, at);
    const occurrence: Occurrence = {
      reject,
      messageId,
      queue,
      ...(source !== undefined && { source }),
      ...(backfill && { backfill }),
      sentAt,
      rejectedAt: at,
      bytes: Buffer.byteLength(body),
      reasons,
    };
    await this.#table.add({ ...occurrenceKey(occurrence), ...occurrence, expiresAt: expiry(at, REJECT_DAYS) });
    // Somebody may have dropped the body in between, not knowing of this message.
    if (!(await this.#keptOn(reject, at))) await this.#keep(reject, body, at);
  }

  /** Whether the body is there and outlasts an occurrence of now. */
  async #keptOn(reject: string, at: Instant): Promise<boolean> {
    const [kept] = await this.#table.query({
      ConsistentRead: true,
      KeyConditionExpression: 'pk = :pk AND sk = :sk',
      ProjectionExpression: 'expiresAt',
      ExpressionAttributeValues: { ':pk': bodyPartition(reject), ':sk': SEALED },
    });
    return kept !== undefined && (kept.expiresAt as number) >= expiry(at, REJECT_DAYS);
  }

  /** What others seal at the same time is as good: each sealing's parts lie apart, and the last sealed item counts. */
  async #keep(reject: string, body: string, at: Instant): Promise<void> {
    const { item, beyond } = bodyItems(reject, await this.#sealer.seal(body, reject, at), expiry(at, BODY_DAYS));
    for (const part of beyond) await this.#table.put(part);
    await this.#table.put(item);
  }
}
