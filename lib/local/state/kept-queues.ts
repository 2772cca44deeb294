import type { QueueDefinition } from '../definitions.ts';
import type { QueueLedger } from '../sqs/ledger.ts';
import type { QueueService } from '../sqs/queues.ts';
import type { StateFolder } from './folder.ts';

/** Fills the queues of a stack with what the folder has of them, and keeps what happens to them from then on. */
export const keepQueues = (folder: StateFolder, sqs: QueueService, queues: readonly QueueDefinition[]): void => {
  for (const { name } of queues) {
    for (const { inHand: _, ...message } of folder.kept.queues.get(name)?.values() ?? []) sqs.restore(name, message);
  }
  folder.kept.queues.clear();
  sqs.keepIn(ledgerOf(folder, new Set(queues.map(({ name }) => name))));
};

/** Queues that somebody makes by hand are the run's own, and go with it. */
const ledgerOf = (folder: StateFolder, names: ReadonlySet<string>): QueueLedger => ({
  sent: (queue, { id, body, attributes, senderId, groupId, traceHeader, sentAt }, delaySeconds) => {
    if (!names.has(queue)) return;
    const message = {
      id,
      body,
      attributes,
      senderId,
      groupId,
      traceHeader,
      sentAt,
      visibleFrom: sentAt + delaySeconds * 1000,
      receives: 0,
      receivesHere: 0,
      inHand: false,
    };
    folder.append({ kind: 'sent', queue, message });
  },
  received: (queue, ids, at) => {
    if (names.has(queue)) folder.append({ kind: 'received', queue, ids: [...ids], at });
  },
  deleted: (queue, id) => {
    if (names.has(queue)) folder.append({ kind: 'deleted', queue, id });
  },
  moved: (from, to, id, sourceArn) => {
    if (names.has(from)) folder.append({ kind: 'moved', from, to, id, sourceArn });
  },
  purged: (queue) => {
    if (names.has(queue)) folder.append({ kind: 'purged', queue });
  },
});
