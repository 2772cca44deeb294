import { readAssembly } from './assembly.ts';
import { ComprehendStandIn } from './comprehend/stand-in.ts';
import type { QueueDefinition, ScheduleDefinition } from './definitions.ts';
import { drain } from './drain.ts';
import { makeDynamo } from './dynamo.ts';
import { type Authorize, startEndpoint } from './endpoint.ts';
import { type Poller, startPoller } from './event-source/poller.ts';
import { functionEnvironment } from './lambda/environment.ts';
import { type FunctionPool, type Invocations, makeFunctionPool } from './lambda/function-pool.ts';
import type { Place } from './resource-identity.ts';
import { readResources, type StackResources } from './resources.ts';
import { startClock } from './schedule/clock.ts';
import { findSchedule, scheduledEvent } from './schedule/run.ts';
import { LOCAL_ACCOUNT, type QueueDepth, QueueService } from './sqs/queues.ts';
import { createTables } from './tables.ts';

export interface LocalCloudOptions {
  /** Directory of the cloud assembly, `cdk.out`. */
  assembly: string;
  /** Of the endpoint; left out, any free one. */
  port?: number;
  /** Takes what functions print, line by line, with the function's name. */
  log(functionName: string, line: string): void;
  /** Instances of one function at a time, and batches of one mapping, at most; the template's own limits bind as well. */
  maxConcurrency?: number;
  /** What stands in for Comprehend; left out, one without faults. */
  comprehend?: ComprehendStandIn;
  /** Asked before each call. A function's access key is its logical id; the key `deployment` creates the tables. */
  authorize?: Authorize;
}

/** A stack that runs on this machine, as its template says. */
export interface LocalCloud {
  /** Where SQS, DynamoDB and Comprehend answer. */
  readonly endpoint: string;
  /** The stack's outputs, by name. */
  readonly outputs: Readonly<Record<string, string>>;
  /** Table names, by logical id. */
  readonly tables: Readonly<Record<string, string>>;
  /** Queue URLs, by logical id. */
  readonly queues: Readonly<Record<string, string>>;
  /** Resources of the stack that have no effect here, and why. */
  readonly idle: StackResources['idle'];
  /** What each function did so far, by logical id. */
  readonly invocations: Readonly<Record<string, Readonly<Invocations>>>;
  /**
   * Resolves when every queue that feeds a function is empty and nothing runs, without sitting out batching windows and
   * visibility timeouts. Dead letters stay. Throws where messages fail for ever, for want of a dead letter queue.
   */
  drain(): Promise<void>;
  /** Depth of every dead letter queue, by logical id. */
  deadLetters(): { queue: string; messages: number }[];
  /**
   * Runs a schedule, told by its logical id, name or beginning of the logical id, as if it were `at`, with `override` laid
   * over its input. Answers what the function answers; throws where it fails.
   */
  runSchedule(wanted: string, at: Date, override?: object): Promise<unknown>;
  /** Lets the schedules run by the clock of this machine. */
  startSchedules(): void;
  /** Ends everything. What is still in a queue or a table is gone. */
  stop(): Promise<void>;
}

const emptyQueue: QueueDepth = { visible: 0, delayed: 0, inFlight: 0 };

/** Two cores are the least that a machine of today has; more instances than cores only take turns. */
const defaultConcurrency = 2;

const createQueues = (sqs: QueueService, queues: readonly QueueDefinition[]): void => {
  // A redrive policy may only name a queue that is there: those that others name come first.
  const targets = new Set(queues.map(({ redrive }) => redrive?.deadLetterArn));
  for (const queue of [...queues].sort((a, b) => Number(targets.has(b.arn)) - Number(targets.has(a.arn)))) {
    sqs.createQueue(queue.name, {
      VisibilityTimeout: String(queue.visibilityTimeoutSeconds),
      DelaySeconds: String(queue.delaySeconds),
      MessageRetentionPeriod: String(queue.retentionSeconds),
      ...(queue.redrive && {
        RedrivePolicy: JSON.stringify({
          deadLetterTargetArn: queue.redrive.deadLetterArn,
          maxReceiveCount: queue.redrive.maxReceiveCount,
        }),
      }),
    });
  }
};

const by = <T extends { logicalId: string }, V>(items: readonly T[], value: (item: T) => V): Record<string, V> =>
  Object.fromEntries(items.map((item) => [item.logicalId, value(item)]));

const found = <T>(items: readonly T[], fits: (item: T) => boolean, wanted: string): T =>
  items.find(fits) ?? failed(`the stack has no ${wanted}`);

const failed = (reason: string): never => {
  throw new Error(`${reason}.`);
};

/** Starts the stack of a synthesized assembly. Throws on the first resource that could not run here as it would in AWS. */
export const startLocalCloud = async (options: LocalCloudOptions): Promise<LocalCloud> => {
  const { log, maxConcurrency = defaultConcurrency } = options;
  const assembly = readAssembly(options.assembly);
  const sqs = new QueueService({ now: Date.now, region: assembly.region });
  const endpoint = await startEndpoint({
    port: options.port ?? 0,
    sqs,
    dynamo: makeDynamo(),
    comprehend: options.comprehend ?? new ComprehendStandIn(),
    ...(options.authorize && { authorize: options.authorize }),
  });
  const place: Place = {
    endpoint: endpoint.url,
    accountId: LOCAL_ACCOUNT,
    region: assembly.region,
    stackName: assembly.stackName,
  };
  const stack = readResources(assembly, place);
  createQueues(sqs, stack.queues);
  await createTables(place, stack.tables);

  const pools: FunctionPool[] = stack.functions.map((definition) =>
    makeFunctionPool({
      definition,
      environment: functionEnvironment(definition, place),
      concurrency: maxConcurrency,
      log: (line) => log(definition.name, line),
    }),
  );

  let waiting: (() => void)[] = [];
  const settled = (): Promise<void> => new Promise((resolve) => waiting.push(resolve));
  const onSettled = (): void => {
    const told = waiting;
    waiting = [];
    for (const tell of told) tell();
  };

  const mappings = stack.mappings.filter(({ enabled }) => enabled);
  const sourceOf = (arn: string): QueueDefinition => found(stack.queues, (queue) => queue.arn === arn, `queue ${arn}`);
  const pollers: Poller[] = mappings.map((mapping) => {
    const { name: queue } = sourceOf(mapping.queueArn);
    const pool = found(pools, ({ definition }) => definition.name === mapping.functionName, mapping.functionName);
    return startPoller({
      mapping,
      region: place.region,
      concurrency: Math.min(maxConcurrency, mapping.maximumConcurrency ?? maxConcurrency),
      source: {
        receive: (atMost, waitSeconds, signal) => sqs.receiveUpTo(queue, atMost, { waitSeconds }, signal),
        remove: (receiptHandle) => sqs.deleteMessage(queue, receiptHandle),
      },
      invoke: pool.invoke,
      log: (line) => log(pool.definition.name, line),
      onSettled,
    });
  });

  let scheduledRuns = 0;
  const run = async (schedule: ScheduleDefinition, at: Date, override?: object): Promise<unknown> => {
    const pool = found(pools, ({ definition }) => definition.arn === schedule.functionArn, schedule.functionArn);
    scheduledRuns += 1;
    const outcome = await pool.invoke(scheduledEvent(schedule, at, override));
    scheduledRuns -= 1;
    onSettled();
    if (outcome.kind === 'returned') return JSON.parse(outcome.payload);
    throw new Error(`${schedule.logicalId}: ${outcome.errorType}: ${outcome.errorMessage}`);
  };
  let stopClock = (): void => {};

  return {
    endpoint: endpoint.url,
    outputs: stack.outputs,
    tables: by(stack.tables, ({ name }) => name),
    queues: by(stack.queues, ({ url }) => url),
    idle: stack.idle,
    invocations: Object.fromEntries(pools.map(({ definition, counters }) => [definition.logicalId, counters])),
    drain: () => {
      const queues = mappings.map(({ queueArn }) => sourceOf(queueArn).name);
      return drain({ sqs, queues, pollers, settled, running: () => scheduledRuns });
    },
    deadLetters: () => {
      const targets = new Set(stack.queues.map(({ redrive }) => redrive?.deadLetterArn));
      const depths = sqs.depths();
      return stack.queues
        .filter(({ arn }) => targets.has(arn))
        .map(({ logicalId, name }) => {
          const { visible, delayed, inFlight } = depths[name] ?? emptyQueue;
          return { queue: logicalId, messages: visible + delayed + inFlight };
        });
    },
    runSchedule: (wanted, at, override) => run(findSchedule(stack.schedules, wanted), at, override),
    startSchedules: () => {
      stopClock();
      stopClock = startClock(stack.schedules, (schedule, at) => {
        // The function's own log has told the failure; AWS would retry it and then keep it in a dead letter queue.
        run(schedule, at).catch(() => {});
      });
    },
    stop: async () => {
      stopClock();
      for (const poller of pollers) poller.stop();
      await Promise.all(pools.map((pool) => pool.stop()));
      await endpoint.close();
    },
  };
};
