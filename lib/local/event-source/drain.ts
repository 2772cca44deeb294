import { setImmediate as nextTurn } from 'node:timers/promises';
import type { QueueService } from '../sqs/queues.ts';
import type { Poller } from './poller.ts';

/** The mapped queues and what takes from them. */
export interface Drained {
  sqs: QueueService;
  /** Names of the queues that must become empty. */
  queues: string[];
  pollers: readonly Poller[];
  /** Resolves when a batch or a scheduled run has ended. */
  settled(): Promise<void>;
  /** Runs that no queue has asked for. */
  running(): number;
  /** Aborted when deliveries stop: nothing more will be drained then. */
  stopped: AbortSignal;
  /** Leaves what waits for its time, a message that failed among it, to its time. */
  leavesWaiting: boolean;
}

/** SQS lets a redrive policy wait for a thousand receipts at most: what is not gone by then never will be. */
const mostReceipts = 1000;

/**
 * Resolves when the queues are empty and nothing runs. Windows and visibility timeouts are not sat out: a batch goes when
 * its queue has nothing more for it, and when nothing is left but waiting, the clock of the queues moves on. Throws where
 * messages fail for ever, for want of a dead letter queue, and where deliveries are stopped meanwhile.
 */
export const drain = async (drained: Drained): Promise<void> => {
  const { sqs, queues, pollers, settled, running, stopped, leavesWaiting } = drained;
  const depth = () => {
    const depths = sqs.depths();
    const of = queues.map((name) => depths[name] ?? { visible: 0, delayed: 0, inFlight: 0 });
    const sum = (state: 'visible' | 'delayed' | 'inFlight') => of.reduce((total, each) => total + each[state], 0);
    return { visible: sum('visible'), waiting: sum('delayed') + sum('inFlight') };
  };

  for (const poller of pollers) poller.hurry(true);
  try {
    let fewestWaiting = Number.POSITIVE_INFINITY;
    let fruitless = 0;
    for (;;) {
      // A turn later every message that was received has reached its batch: only then does "idle" mean idle.
      await nextTurn();
      stopped.throwIfAborted();
      if (running() > 0 || pollers.some((poller) => !poller.idle)) {
        await settled();
        continue;
      }
      const { visible, waiting } = depth();
      if (visible > 0) continue;
      if (waiting === 0 || leavesWaiting) return;
      fruitless = waiting < fewestWaiting ? 0 : fruitless + 1;
      fewestWaiting = Math.min(fewestWaiting, waiting);
      if (fruitless > mostReceipts * waiting) {
        throw new Error(
          `${waiting} messages in ${queues.join(', ')} fail again and again: give them a dead letter queue.`,
        );
      }
      sqs.fastForward();
    }
  } finally {
    for (const poller of pollers) poller.hurry(false);
  }
};
