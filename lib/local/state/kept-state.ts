import * as z from 'zod';

/** An item in DynamoDB's own JSON: `{"pk": {"S": "customer#1"}}`. */
const Item = z.record(z.string(), z.unknown());
export type Item = z.infer<typeof Item>;

/** One item as a write left it; without `item`, gone. `key` tells it from the others of its table. */
const Change = z.object({ table: z.string(), key: z.string(), item: Item.optional() });
export type Change = z.infer<typeof Change>;

/** A message in a queue, with all that a restart must know of it. Times are milliseconds since 1970. */
const KeptMessage = z.object({
  id: z.string(),
  body: z.string(),
  attributes: z.record(
    z.string(),
    z.object({ dataType: z.string(), stringValue: z.string().optional(), binaryValue: z.string().optional() }),
  ),
  senderId: z.string(),
  groupId: z.string().optional(),
  traceHeader: z.string().optional(),
  sentAt: z.number(),
  /** Until then it is delayed. */
  visibleFrom: z.number(),
  firstReceivedAt: z.number().optional(),
  /** Receipts in all queues, and those that count towards the redrive of this one. */
  receives: z.number(),
  receivesHere: z.number(),
  /** Somebody has received it, and it has not been seen since. */
  inHand: z.boolean(),
  deadLetterSourceArn: z.string().optional(),
});
export type KeptMessage = z.infer<typeof KeptMessage>;

/** What happened, in the order in which it happened. The journal is a list of these, and the state a fold of them. */
export const JournalEntry = z.discriminatedUnion('kind', [
  /** One request's writes, which stand or fall together. */
  z.object({ kind: z.literal('written'), changes: z.array(Change) }),
  z.object({ kind: z.literal('sent'), queue: z.string(), message: KeptMessage }),
  z.object({ kind: z.literal('received'), queue: z.string(), ids: z.array(z.string()), at: z.number() }),
  z.object({ kind: z.literal('deleted'), queue: z.string(), id: z.string() }),
  z.object({ kind: z.literal('moved'), from: z.string(), to: z.string(), id: z.string(), sourceArn: z.string() }),
  z.object({ kind: z.literal('purged'), queue: z.string() }),
  /** What a run remembers of itself; the last value of a name stands. */
  z.object({ kind: z.literal('noted'), name: z.string(), value: z.unknown() }),
]);
export type JournalEntry = z.infer<typeof JournalEntry>;

/** Items in one entry of a snapshot: as many as BatchWriteItem takes, for no deeper reason. */
const SNAPSHOT_ITEMS = 25;

const inner = <V>(map: Map<string, Map<string, V>>, name: string): Map<string, V> => {
  const there = map.get(name);
  if (there) return there;
  const made = new Map<string, V>();
  map.set(name, made);
  return made;
};

/** Tables, queues and notes as a journal leaves them. */
export class KeptState {
  /** Items by the name of their table and their key. */
  readonly tables = new Map<string, Map<string, Item>>();
  /** Messages by the name of their queue and their id, in the order of their arrival there. */
  readonly queues = new Map<string, Map<string, KeptMessage>>();
  readonly notes = new Map<string, unknown>();

  apply(entry: JournalEntry): void {
    switch (entry.kind) {
      case 'written':
        for (const { table, key, item } of entry.changes) {
          if (item) inner(this.tables, table).set(key, item);
          else inner(this.tables, table).delete(key);
        }
        return;
      case 'sent':
        inner(this.queues, entry.queue).set(entry.message.id, entry.message);
        return;
      case 'received':
        for (const id of entry.ids) this.#receive(entry.queue, id, entry.at);
        return;
      case 'deleted':
        inner(this.queues, entry.queue).delete(entry.id);
        return;
      case 'moved':
        this.#move(entry.from, entry.to, entry.id, entry.sourceArn);
        return;
      case 'purged':
        this.queues.delete(entry.queue);
        return;
      case 'noted':
        this.notes.set(entry.name, entry.value);
        return;
    }
  }

  /**
   * The run that wrote this has ended, and nobody has a message in hand any more. A receipt that nobody brought to an end is
   * taken back, or a run killed often enough would send sound messages to the dead letters.
   */
  endRun(): void {
    for (const message of [...this.queues.values()].flatMap((messages) => [...messages.values()])) {
      if (message.inHand) message.receivesHere--;
      message.inHand = false;
    }
  }

  /** The shortest journal that comes to this state. */
  *snapshot(): Generator<JournalEntry> {
    for (const [name, value] of this.notes) yield { kind: 'noted', name, value };
    for (const [table, items] of this.tables) {
      const changes = [...items].map(([key, item]) => ({ table, key, item }));
      for (let at = 0; at < changes.length; at += SNAPSHOT_ITEMS) {
        yield { kind: 'written', changes: changes.slice(at, at + SNAPSHOT_ITEMS) };
      }
    }
    for (const [queue, messages] of this.queues) {
      for (const message of messages.values()) yield { kind: 'sent', queue, message };
    }
  }

  #receive(queue: string, id: string, at: number): void {
    const message = inner(this.queues, queue).get(id);
    if (!message) return;
    message.receives++;
    message.receivesHere++;
    message.firstReceivedAt ??= at;
    message.inHand = true;
  }

  #move(from: string, to: string, id: string, sourceArn: string): void {
    const message = inner(this.queues, from).get(id);
    if (!message) return;
    inner(this.queues, from).delete(id);
    inner(this.queues, to).set(id, {
      ...message,
      receivesHere: 0,
      inHand: false,
      visibleFrom: message.sentAt,
      deadLetterSourceArn: sourceArn,
    });
  }
}
