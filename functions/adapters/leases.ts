import type { Instant } from '../domain/instant.ts';
import type { DynamoTable, Key } from './dynamo-table.ts';

const keyOf = (run: string): Key => ({ pk: `lease#${run}`, sk: 'lease' });

/** Who is at work on a scheduled run; one item a run. What a holder that died left is taken over once it has run out. */
export class Leases {
  readonly #table: DynamoTable;

  constructor(state: DynamoTable) {
    this.#table = state;
  }

  /** Takes the lease unless another holds it at `now`. */
  async take(run: string, holder: string, now: Instant, until: Instant): Promise<boolean> {
    const written = await this.#table.put(
      { ...keyOf(run), token: holder, until },
      {
        ConditionExpression: 'attribute_not_exists(pk) OR #until <= :now',
        ExpressionAttributeNames: { '#until': 'until' },
        ExpressionAttributeValues: { ':now': now },
      },
    );
    return written === 'written';
  }

  /** Extends the holder's own lease, run out or not, unless another took it or it was released. */
  async renew(run: string, holder: string, until: Instant): Promise<boolean> {
    const written = await this.#table.put(
      { ...keyOf(run), token: holder, until },
      {
        ConditionExpression: '#token = :holder',
        ExpressionAttributeNames: { '#token': 'token' },
        ExpressionAttributeValues: { ':holder': holder },
      },
    );
    return written === 'written';
  }

  /** Gives the lease back where it is still the holder's. */
  async release(run: string, holder: string): Promise<void> {
    await this.#table.deleteSeen(keyOf(run), holder);
  }
}
