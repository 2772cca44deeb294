import type { QueueDefinition } from '../definitions.ts';
import type { QueueLedger } from '../sqs/ledger.ts';
import type { KnownMessage } from '../sqs/queue/message.ts';
import type { QueueService } from '../sqs/queues.ts';
import type { StateFolder } from './folder.ts';
import type { KeptMessage } from './kept-state.ts';

/**
 * A message as the next run finds it. A receipt that nobody brought to an end ended with the run: it is taken back, or a
 * run killed often enough would send sound messages to the dead letters.
 */
const known = ({ inHand, receivesHere, ...message }: KeptMessage): KnownMessage => ({
  ...message,
  receivesHere: inHand ? receivesHere - 1 : receivesHere,
});

/** Fills the queues of a stack with what the folder has of them, and keeps what happens to them from then on. */
export const keepQueues = (folder: StateFolder, sqs: QueueService, queues: readonly QueueDefinition[]): void => {
  for (const { name } of queues) {
    for (const message of folder.kept.queues.get(name)?.values() ?? []) sqs.restore(name, known(message));
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
