import { setTimeout as pause } from 'node:timers/promises';
import type { FunctionDefinition, MappingDefinition } from '../definitions.ts';
import type { FunctionPool } from '../lambda/function-pool.ts';
import type { StackResources } from '../resources.ts';
import type { QueueService } from '../sqs/queues.ts';
import { drain } from './drain.ts';
import { type Poller, startPoller } from './poller.ts';

/** All event source mappings of a stack at work. */
export interface Deliveries {
  /** Resolves when every mapped queue is empty and nothing runs, see `drain`; throws the signal's reason once it aborts. */
  drain(givingUp?: AbortSignal, leavesWaiting?: boolean): Promise<void>;
  /** Lets a drain wait for a run that no queue has asked for. */
  counting<T>(run: Promise<T>): Promise<T>;
  stop(): void;
}

export interface DeliveriesParts {
  stack: StackResources;
  sqs: QueueService;
  pools: readonly FunctionPool[];
  region: string;
  /** Batches of one mapping at a time, at most. */
  maxConcurrency: number;
  log(functionName: string, line: string): void;
  /** Whether Lambda may do this to a queue, by ARN, under the function's role. */
  mayCall(fn: FunctionDefinition, action: string, queueArn: string): boolean;
}

/** What Lambda calls to take messages in: their receipt, and the queue's depth, by which it scales. */
const receiving = ['sqs:ReceiveMessage', 'sqs:GetQueueAttributes'];

/** A mapping that may not take messages asks again after so long: soon, so that a grant restored is noticed. */
const REFUSED_PAUSE_MS = 100;

/** Starts delivering for each mapping that is enabled. Throws where one names a queue or function the stack lacks. */
export const startDeliveries = (parts: DeliveriesParts): Deliveries => {
  const { stack, sqs, pools, region, maxConcurrency, log, mayCall } = parts;
  let waiting: (() => void)[] = [];
  const onSettled = (): void => {
    const told = waiting;
    waiting = [];
    for (const tell of told) tell();
  };

  const ends = (mapping: MappingDefinition) => {
    const queue = stack.queues.find(({ arn }) => arn === mapping.queueArn)?.name;
    const pool = pools.find(({ definition }) => definition.name === mapping.functionName);
    if (queue !== undefined && pool !== undefined) return { mapping, queue, pool };
    throw new Error(`${mapping.logicalId}: the stack lacks ${queue ? mapping.functionName : mapping.queueArn}.`);
  };
  const mapped = stack.mappings.filter(({ enabled }) => enabled).map(ends);

  const pollers: Poller[] = mapped.map(({ mapping, queue, pool }) =>
    startPoller({
      mapping,
      region,
      concurrency: Math.min(maxConcurrency, mapping.maximumConcurrency ?? maxConcurrency),
      source: {
        receive: async (atMost, waitSeconds, signal) => {
          // All are asked, not the first refused alone, so that every grant that lacks is told.
          const refused = receiving.filter((action) => !mayCall(pool.definition, action, mapping.queueArn));
          if (refused.length === 0) return sqs.receiveUpTo(queue, atMost, { waitSeconds }, signal);
          await pause(Math.min(waitSeconds * 1000, REFUSED_PAUSE_MS), undefined, { signal }).catch(() => undefined);
          return [];
        },
        remove: (receiptHandle) => {
          if (mayCall(pool.definition, 'sqs:DeleteMessage', mapping.queueArn)) sqs.deleteMessage(queue, receiptHandle);
        },
      },
      invoke: pool.invoke,
      log: (line) => log(pool.definition.name, line),
      onSettled,
    }),
  );

  let runs = 0;
  const stopping = new AbortController();
  return {
    drain: (givingUp, leavesWaiting = false) => {
      givingUp?.addEventListener('abort', onSettled, { once: true });
      return drain({
        leavesWaiting,
        sqs,
        queues: mapped.map(({ queue }) => queue),
        pollers,
        settled: () => new Promise((resolve) => waiting.push(resolve)),
        running: () => runs,
        stopped: givingUp ? AbortSignal.any([stopping.signal, givingUp]) : stopping.signal,
      });
    },
    counting: async (run) => {
      runs += 1;
      try {
        return await run;
      } finally {
        runs -= 1;
        onSettled();
      }
    },
    stop: () => {
      stopping.abort(new Error('The local cloud was stopped.'));
      for (const poller of pollers) poller.stop();
      onSettled();
    },
  };
};
