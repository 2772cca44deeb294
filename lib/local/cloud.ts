import { availableParallelism } from 'node:os';
import { readAssembly } from './assembly.ts';
import { ComprehendStandIn } from './comprehend/stand-in.ts';
import type { ScheduleDefinition } from './definitions.ts';
import { createQueues, createTables } from './deploy.ts';
import { type LocalDynamo, makeDynamo } from './dynamo.ts';
import { type Authorize, type Endpoint, startEndpoint } from './endpoint.ts';
import { startDeliveries } from './event-source/deliveries.ts';
import { KmsStandIn } from './kms/stand-in.ts';
import { functionEnvironment } from './lambda/environment.ts';
import { type Invocations, makeFunctionPool } from './lambda/function-pool.ts';
import type { Place } from './resource-identity.ts';
import { readResources, type StackResources } from './resources.ts';
import { startClock } from './schedule/clock.ts';
import { findSchedule, scheduledEvent } from './schedule/run.ts';
import { LOCAL_ACCOUNT, type QueueDepth, QueueService } from './sqs/queues.ts';
import type { StateFolder } from './state/folder.ts';
import { keepQueues } from './state/kept-queues.ts';
import { keepTables } from './state/kept-tables.ts';
import { checkSameStack } from './state/same-stack.ts';

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
  /** Where tables and queues are kept, and come back from; left out, they are gone with the process. Closed by its owner. */
  folder?: StateFolder;
  /** Of the stand-in for KMS: the same again opens what was sealed before. Left out, the folder's, else a random one. */
  kmsSecret?: Buffer;
  /** Asked before each call. A function's access key is its logical id; the key `deployment` creates the tables. */
  authorize?: Authorize;
}

/** A stack that runs on this machine, as its template says. */
export interface LocalCloud {
  /** Where SQS, DynamoDB, Comprehend and KMS answer. */
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
  /** Ends everything, a drain that waits among it. What no folder keeps is gone. Once is enough. */
  stop(): Promise<void>;
}

const emptyQueue: QueueDepth = { visible: 0, delayed: 0, inFlight: 0 };

/**
 * Beside the core that queues and tables are served on, an instance a core; two at most, as each holds its own memory and
 * all wait for the same tables.
 */
const defaultConcurrency = Math.min(2, Math.max(1, availableParallelism() - 1));

const by = <T extends { logicalId: string }, V>(items: readonly T[], value: (item: T) => V): Record<string, V> =>
  Object.fromEntries(items.map((item) => [item.logicalId, value(item)]));

/** Starts the stack of a synthesized assembly. Throws on the first resource that could not run here as it would in AWS. */
export const startLocalCloud = async (options: LocalCloudOptions): Promise<LocalCloud> => {
  const { log, maxConcurrency = defaultConcurrency, folder } = options;
  const assembly = readAssembly(options.assembly);
  const sqs = new QueueService({ now: Date.now, region: assembly.region });
  const dynamo = makeDynamo();
  const kms = new KmsStandIn(options.kmsSecret ?? folder?.secret('kms'));
  const endpoint = await startEndpoint({
    port: options.port ?? 0,
    sqs,
    dynamo,
    comprehend: options.comprehend ?? new ComprehendStandIn(),
    kms,
    ...(options.authorize && { authorize: options.authorize }),
  });
  try {
    const place: Place = {
      endpoint: endpoint.url,
      accountId: LOCAL_ACCOUNT,
      region: assembly.region,
      stackName: assembly.stackName,
    };
    const stack = readResources(assembly, place);
    if (folder) checkSameStack(folder, stack);
    createQueues(sqs, stack.queues);
    if (folder) keepQueues(folder, sqs, stack.queues);
    for (const { arn } of stack.keys) kms.createKey(arn);
    await createTables(place, stack.tables);
    if (folder) await keepTables(folder, dynamo, stack.tables);
    return runStack({ stack, place, sqs, dynamo, endpoint, log, maxConcurrency });
  } catch (error) {
    // Left open, the port would keep the process of whoever asked alive.
    await endpoint.close();
    throw error;
  }
};

interface Deployed {
  stack: StackResources;
  place: Place;
  sqs: QueueService;
  dynamo: LocalDynamo;
  endpoint: Endpoint;
  log: LocalCloudOptions['log'];
  maxConcurrency: number;
}

const runStack = ({ stack, place, sqs, dynamo, endpoint, log, maxConcurrency }: Deployed): LocalCloud => {
  const pools = stack.functions.map((definition) =>
    makeFunctionPool({
      definition,
      environment: functionEnvironment(definition, place),
      concurrency: maxConcurrency,
      log: (line) => log(definition.name, line),
    }),
  );
  const deliveries = startDeliveries({ stack, sqs, pools, region: place.region, maxConcurrency, log });

  const run = async (schedule: ScheduleDefinition, at: Date, override?: object): Promise<unknown> => {
    const pool = pools.find(({ definition }) => definition.arn === schedule.functionArn);
    if (pool === undefined)
      throw new Error(`${schedule.logicalId}: the stack has no function ${schedule.functionArn}.`);
    const outcome = await deliveries.counting(pool.invoke(scheduledEvent(schedule, at, override)));
    if (outcome.kind === 'returned') return JSON.parse(outcome.payload);
    throw new Error(`${schedule.logicalId}: ${outcome.errorType}: ${outcome.errorMessage}`);
  };
  let stopClock = (): void => {};
  let stopping: Promise<void> | undefined;

  return {
    endpoint: endpoint.url,
    outputs: stack.outputs,
    tables: by(stack.tables, ({ name }) => name),
    queues: by(stack.queues, ({ url }) => url),
    idle: stack.idle,
    invocations: Object.fromEntries(pools.map(({ definition, counters }) => [definition.logicalId, counters])),
    drain: deliveries.drain,
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
    stop: () => {
      stopping ??= (async () => {
        stopClock();
        deliveries.stop();
        await Promise.all(pools.map((pool) => pool.stop()));
        await endpoint.close();
        await dynamo.settled();
      })();
      return stopping;
    },
  };
};
