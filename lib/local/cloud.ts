import { readAssembly } from './assembly.ts';
import { ComprehendStandIn } from './comprehend/stand-in.ts';
import type { ScheduleDefinition } from './definitions.ts';
import { createQueues, createTables } from './deploy.ts';
import { type LocalDynamo, makeDynamo } from './dynamo.ts';
import { type Endpoint, startEndpoint } from './endpoint.ts';
import { startDeliveries } from './event-source/deliveries.ts';
import { deliverTo } from './events/delivery.ts';
import { EventsStandIn } from './events/stand-in.ts';
import { type ApiServer, openApiServer } from './http-api/server.ts';
import type { Denial } from './iam/denial.ts';
import { checkExecutionRoles, logWrites } from './iam/execution-role.ts';
import { type Call, type Gate, makeGate } from './iam/gate.ts';
import { type Policies, readPolicies } from './iam/policies.ts';
import { Refusals } from './iam/refusals.ts';
import { KmsStandIn } from './kms/stand-in.ts';
import { functionEnvironment } from './lambda/environment.ts';
import { type Invocations, makeFunctionPool } from './lambda/function-pool.ts';
import type { Place } from './resource-identity.ts';
import { readResources, type StackResources } from './resources.ts';
import { openBuckets } from './s3/buckets.ts';
import { makeS3 } from './s3/stand-in.ts';
import type { NotStarted, RunEnd, Waits } from './schedule/asynchronous-run.ts';
import { startClock } from './schedule/clock.ts';
import { findSchedule } from './schedule/run.ts';
import { makeRuns } from './schedule/runs.ts';
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
  /** Takes what is put on event buses, a JSON envelope a line. */
  onEvent?(event: string): void;
  /** Instances of one function at a time, and batches of one mapping, at most; the template's own limits bind as well. */
  maxConcurrency?: number;
  /** What stands in for Comprehend; left out, one without faults. */
  comprehend?: ComprehendStandIn;
  /** Where tables and queues are kept, and come back from; left out, they are gone with the process. Closed by its owner. */
  folder?: StateFolder;
  /** Of the stand-in for KMS: the same again opens what was sealed before. Left out, the folder's, else a random one. */
  kmsSecret?: Buffer;
  /** Told of each call that the stack's policies do not allow, once. */
  onDenied?(denial: Denial): void;
  /** A fault to order: why a schedule cannot invoke its function just now. */
  refuseRun?(schedule: ScheduleDefinition): NotStarted | undefined;
  /** Sits out the waits between the attempts of scheduled runs; left out, they take the minutes they take in AWS. */
  waits?: Waits;
}

/**
 * A stack that runs on this machine, as its template says.
 *
 * Every call is held against the template's policies. A function's access key is its logical id, and stands for its role; a
 * role's own logical id stands for the role, a managed policy's for a user who is given that alone; every other key (`operator`, `deployment`) is an administrator of the account,
 * whom only the policy of a resource can refuse anything.
 */
export interface LocalCloud {
  /** Where SQS, DynamoDB, Comprehend, KMS, EventBridge and S3 answer. */
  readonly endpoint: string;
  /** Where the stack's HTTP API answers; absent where it has none. */
  readonly api: string | undefined;
  /** The stack's outputs, by name. */
  readonly outputs: Readonly<Record<string, string>>;
  /** Table names, by logical id. */
  readonly tables: Readonly<Record<string, string>>;
  /** Queue URLs, by logical id. */
  readonly queues: Readonly<Record<string, string>>;
  /** Directories of the functions' bundles, by logical id. */
  readonly bundles: Readonly<Record<string, string>>;
  /** Resources of the stack that have no effect here, and why. */
  readonly idle: StackResources['idle'];
  /** What each function did so far, by logical id. */
  readonly invocations: Readonly<Record<string, Readonly<Invocations>>>;
  /**
   * Resolves when every queue that feeds a function is empty and nothing runs, without sitting out batching windows and
   * visibility timeouts. Dead letters stay. Throws where messages fail for ever, for want of a dead letter queue, and a
   * DeniedError as soon as a function, its mappings, a schedule or a rule of a bus was refused a call.
   */
  drain(): Promise<void>;
  /** As `drain`, but leaves what failed, or was sent with a delay, to its time: no retry is spent sooner than in AWS. */
  catchUp(): Promise<void>;
  /** Depth of every dead letter queue, by logical id. */
  deadLetters(): { queue: string; messages: number }[];
  /**
   * Runs a schedule, told by its logical id, name or beginning of the logical id, as if it were `at`, with `override` laid
   * over its input. Answers what the function answers; throws where it fails, at the first attempt.
   */
  runSchedule(wanted: string, at: Date, override?: object): Promise<unknown>;
  /** As the clock does it: with retries and dead letters. Resolves when the run has come to an end. */
  fireSchedule(wanted: string, at: Date, override?: object): Promise<RunEnd>;
  /** Calls refused under the policies in force, each once. */
  readonly denials: readonly Denial[];
  /** Calls asked for by roles under the policies in force, each once. */
  calls(): Call[];
  /** In force now: at first those of the template. */
  readonly policies: Policies;
  /** Puts other policies in force, and forgets what was refused. Functions go on with the instances they have, as in AWS. */
  exchangePolicies(policies: Policies): void;
  /** Lets every function start afresh with its next event, as a deployment does. */
  renewFunctions(): void;
  /** Lets the schedules run by the clock of this machine. */
  startSchedules(): void;
  /** Ends everything, a drain that waits among it. What no folder keeps is gone. Once is enough. */
  stop(): Promise<void>;
}

/** As Lambda does: whoever looks at the page now and then does not wait for it to start each time. */
const ANSWERING_IDLE_MS = 300_000;

const emptyQueue: QueueDepth = { visible: 0, delayed: 0, inFlight: 0 };

/**
 * Two instances keep each other's waiting time filled, on two cores as well; more hold their own memory each, and all wait
 * for the same tables.
 */
const defaultConcurrency = 2;

const by = <T extends { logicalId: string }, V>(items: readonly T[], value: (item: T) => V): Record<string, V> =>
  Object.fromEntries(items.map((item) => [item.logicalId, value(item)]));

/** Starts the stack of a synthesized assembly. Throws on the first resource that could not run here as it would in AWS. */
export const startLocalCloud = async (options: LocalCloudOptions): Promise<LocalCloud> => {
  const { folder } = options;
  const assembly = readAssembly(options.assembly);
  const sqs = new QueueService({ now: Date.now, region: assembly.region });
  const dynamo = makeDynamo();
  const s3 = makeS3();
  const kms = new KmsStandIn(options.kmsSecret ?? folder?.secret('kms'));
  const events = new EventsStandIn({
    now: Date.now,
    region: assembly.region,
    accountId: LOCAL_ACCOUNT,
    onEvent: options.onEvent,
  });
  // The policies are read once the endpoint has the address that they name; nobody calls before.
  let gate: Gate | undefined;
  const endpoint = await startEndpoint({
    port: options.port ?? 0,
    sqs,
    dynamo,
    s3,
    comprehend: options.comprehend ?? new ComprehendStandIn(),
    kms,
    events,
    authorize: async (call) => gate?.authorize(call),
  });
  let api: ApiServer | undefined;
  try {
    const hasApi = Object.values(assembly.template.Resources).some(({ Type }) => Type === 'AWS::ApiGatewayV2::Api');
    api = hasApi ? await openApiServer() : undefined;
    const place: Place = {
      endpoint: endpoint.url,
      ...(api && { api: api.url }),
      accountId: LOCAL_ACCOUNT,
      region: assembly.region,
      stackName: assembly.stackName,
    };
    const stack = readResources(assembly, place);
    const policies = readPolicies(assembly.template, place);
    checkExecutionRoles(stack.functions, policies, place);
    const refusals = new Refusals();
    gate = makeGate({
      policies,
      stack,
      place,
      onDenied: (denial) => {
        refusals.take(denial);
        options.onDenied?.(denial);
      },
    });
    if (folder) checkSameStack(folder, stack);
    createQueues(sqs, stack.queues);
    if (folder) keepQueues(folder, sqs, stack.queues);
    for (const { arn } of stack.keys) kms.createKey(arn);
    events.open(stack.buses, stack.rules, deliverTo(sqs, gate));
    openBuckets(s3, stack.buckets, folder?.path);
    await createTables(place, stack.tables);
    if (folder) await keepTables(folder, dynamo, stack.tables);
    return runStack({ stack, place, sqs, dynamo, endpoint, api, policies, gate, refusals, options });
  } catch (error) {
    // Left open, the ports would keep the process of whoever asked alive.
    await api?.close();
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
  api: ApiServer | undefined;
  policies: Policies;
  gate: Gate;
  refusals: Refusals;
  options: LocalCloudOptions;
}

const runStack = (deployed: Deployed): LocalCloud => {
  const { stack, place, sqs, dynamo, endpoint, api, policies, gate, refusals, options } = deployed;
  const { log, maxConcurrency = defaultConcurrency } = options;
  const answering = new Set(stack.apis.flatMap(({ routes }) => routes.map(({ functionArn }) => functionArn)));
  const pools = stack.functions.map((definition) =>
    makeFunctionPool({
      definition,
      ...(answering.has(definition.arn) && { idleMilliseconds: ANSWERING_IDLE_MS }),
      environment: functionEnvironment(definition, place),
      concurrency: maxConcurrency,
      log: (line) => log(definition.name, line),
      writes: logWrites(definition, gate, place),
    }),
  );
  const deliveries = startDeliveries({
    stack,
    sqs,
    pools,
    region: place.region,
    maxConcurrency,
    log,
    mayCall: (fn, action, resource) => gate.asFunction(fn, { action, resource }) === undefined,
  });
  const runs = makeRuns({
    pools,
    gate,
    sqs,
    counting: deliveries.counting,
    refuse: options.refuseRun,
    waits: options.waits,
  });
  const [definition] = stack.apis;
  if (api && definition) {
    const bySignature = (accessKeyId: string, resource: string) =>
      gate.asSigner(accessKeyId, { action: 'execute-api:Invoke', resource });
    api.serve({ definition, pools, place, bySignature });
  }
  let inForce = policies;
  let stopClock = (): void => {};
  let stopping: Promise<void> | undefined;

  return {
    endpoint: endpoint.url,
    api: api?.url,
    outputs: stack.outputs,
    tables: by(stack.tables, ({ name }) => name),
    queues: by(stack.queues, ({ url }) => url),
    bundles: by(stack.functions, ({ codeDirectory }) => codeDirectory),
    idle: stack.idle,
    invocations: Object.fromEntries(pools.map(({ definition, counters }) => [definition.logicalId, counters])),
    drain: () => deliveries.drain(refusals.signal),
    catchUp: () => deliveries.drain(refusals.signal, true),
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
    runSchedule: (wanted, at, override) => runs.once(findSchedule(stack.schedules, wanted), at, override),
    fireSchedule: (wanted, at, override) => runs.asScheduled(findSchedule(stack.schedules, wanted), at, override),
    get policies() {
      return inForce;
    },
    get denials() {
      return gate.denials;
    },
    calls: gate.calls,
    exchangePolicies: (next) => {
      inForce = next;
      refusals.forget();
      gate.exchange(next);
    },
    renewFunctions: () => {
      for (const pool of pools) pool.renew();
    },
    startSchedules: () => {
      stopClock();
      stopClock = startClock(stack.schedules, (schedule, at) => {
        const tell = (event: string, fields: object) => log(schedule.name, JSON.stringify({ event, ...fields }));
        runs.asScheduled(schedule, at).then(
          // What failed and was kept is told by the function's own log and the dead letter queue.
          (end) => end.kind === 'lost' && tell('run.lost', { by: end.by, attempts: end.attempts }),
          // A stop cuts waits short; anything else is a bug of the local cloud.
          (error: unknown) => stopping ?? tell('run.broken', { error: String(error) }),
        );
      });
    },
    stop: () => {
      stopping ??= (async () => {
        stopClock();
        await api?.close();
        runs.stop();
        deliveries.stop();
        await Promise.all(pools.map((pool) => pool.stop()));
        await endpoint.close();
        await dynamo.settled();
      })();
      return stopping;
    },
  };
};
