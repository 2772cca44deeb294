import type { Fact } from '../domain/message/fact.ts';
import { digest, feedbackHome } from '../domain/message/identity.ts';
import type { DynamoTable } from './dynamo-table.ts';

/** What intake notes beside the facts: where each feedback lies. */
export class IntakeRecords {
  readonly #table: DynamoTable;

  constructor(table: DynamoTable) {
    this.#table = table;
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
