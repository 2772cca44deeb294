import type { Progress } from '../domain/exports/plan.ts';
import type { DynamoTable, Key } from './dynamo-table.ts';

const KEY: Key = { pk: 'export', sk: 'progress' };

/** How far the export of the day has come; written under the lease of the run alone. */
export class ExportProgress {
  readonly #table: DynamoTable;

  constructor(state: DynamoTable) {
    this.#table = state;
  }

  async read(): Promise<Progress | undefined> {
    const item = await this.#table.get(KEY);
    return item?.progress as Progress | undefined;
  }

  async write(progress: Progress): Promise<void> {
    await this.#table.put({ ...KEY, progress });
  }
}
