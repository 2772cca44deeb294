import type { Annotation } from '../domain/analysts/annotation.ts';
import type { DynamoTable, Key } from './dynamo-table.ts';

/** As many as a read answers in one go, at some 600 bytes each: one megabyte (DynamoDB developer guide). */
export const MOST_ANNOTATIONS = 1000;

const PARTITION = 'annotations';

/** Ids begin with the day, so that they sort by it. */
const keyOf = (id: string): Key => ({ pk: PARTITION, sk: id });

/** What people noted beside the figures; few, and so all in one place. */
export class Annotations {
  readonly #table: DynamoTable;

  constructor(state: DynamoTable) {
    this.#table = state;
  }

  /** The oldest day first. */
  async all(): Promise<Annotation[]> {
    return (await this.#table.partition(PARTITION)).map(({ annotation }) => annotation as Annotation);
  }

  async of(id: string): Promise<Annotation | undefined> {
    return (await this.#table.get(keyOf(id)))?.annotation as Annotation | undefined;
  }

  /**
   * Keeps a remark; one of the same id stays as it is. Of many who write at once some may get in beyond the most.
   *
   * @returns the remark that is kept under the id, or nothing where there is no room
   */
  async add(annotation: Annotation): Promise<Annotation | undefined> {
    const kept = await this.all();
    const there = kept.find(({ id }) => id === annotation.id);
    if (there) return there;
    if (kept.length >= MOST_ANNOTATIONS) return undefined;
    const written = await this.#table.add({ ...keyOf(annotation.id), annotation });
    return written === 'written' ? annotation : this.of(annotation.id);
  }

  /** One that is not there is no fault. */
  remove(id: string): Promise<void> {
    return this.#table.delete(keyOf(id));
  }
}
