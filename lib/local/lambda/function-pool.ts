import type { FunctionDefinition } from '../definitions.ts';
import { type Instance, type LineSink, type Outcome, startInstance } from './instance.ts';

/** What a function did so far. */
export interface Invocations {
  invocations: number;
  /** Invocations that threw, timed out or died. A partial failure of a batch is none. */
  errors: number;
  /** Messages handed over, over all invocations: one that is retried counts each time. */
  records: number;
  /** The handlers' time, over all invocations. */
  milliseconds: number;
}

/** A function and its instances. They start when needed, and are reused until they die. */
export interface FunctionPool {
  readonly definition: FunctionDefinition;
  readonly counters: Readonly<Invocations>;
  /** Runs one event, JSON text, on the next free instance; waits in line where all are busy. */
  invoke(event: string, records?: number): Promise<Outcome>;
  /** Lets no instance there is take another event: the next starts afresh, as after a deployment. */
  renew(): void;
  stop(): Promise<void>;
}

/** Lambda keeps an idle instance for minutes; here all share one machine's memory, and a start takes half a second. */
export const IDLE_MILLISECONDS = 10_000;

const afterTheEnd: Outcome = {
  kind: 'failed',
  errorType: 'Runtime.ExitError',
  errorMessage: 'the local cloud was stopped',
  milliseconds: 0,
};

export const makeFunctionPool = (parts: {
  definition: FunctionDefinition;
  environment: Record<string, string>;
  concurrency: number;
  log: LineSink;
  /** How long an instance with nothing to do stays; left out, `IDLE_MILLISECONDS`. */
  idleMilliseconds?: number;
  /** Told when an instance opens its stream of the log, and when an invocation has written to it. */
  writes: { opened(): void; written(): void };
}): FunctionPool => {
  const { definition, environment, log, writes, idleMilliseconds = IDLE_MILLISECONDS } = parts;
  const concurrency = Math.min(parts.concurrency, definition.reservedConcurrency ?? parts.concurrency);
  const counters: Invocations = { invocations: 0, errors: 0, records: 0, milliseconds: 0 };
  const instances = new Set<Instance>();
  const retired = new Set<Instance>();
  /** Idle instances, the last used last, each with the timer that lets it go. */
  const idle = new Map<Instance, NodeJS.Timeout>();
  const line: ((instance: Instance) => void)[] = [];
  let stopped = false;

  const start = (): Instance => {
    writes.opened();
    const instance = startInstance(definition, environment, log);
    instances.add(instance);
    return instance;
  };

  const claim = (): Instance | Promise<Instance> => {
    for (const [instance, timer] of [...idle].reverse()) {
      idle.delete(instance);
      clearTimeout(timer);
      if (instance.alive) return instance;
      // It died between two events: of an error in work it had left behind.
      instances.delete(instance);
    }
    return instances.size < concurrency ? start() : new Promise((resolve) => line.push(resolve));
  };

  const rest = (instance: Instance): void => {
    const leave = () => {
      idle.delete(instance);
      dismiss(instance);
    };
    idle.set(instance, setTimeout(leave, idleMilliseconds).unref());
  };

  const dismiss = (instance: Instance): void => {
    instances.delete(instance);
    retired.delete(instance);
    void instance.stop();
  };

  const release = (instance: Instance): void => {
    if (retired.has(instance)) dismiss(instance);
    if (!instance.alive) instances.delete(instance);
    const next = line.shift();
    // Once stopped nothing starts any more: who still waits gets an instance that has ended, and with it a failure.
    if (next) next(instance.alive || stopped ? instance : start());
    else if (instance.alive) rest(instance);
  };

  return {
    definition,
    counters,
    invoke: async (event, records = 0) => {
      if (stopped) return afterTheEnd;
      const instance = await claim();
      const outcome = await instance.invoke(event);
      counters.invocations += 1;
      counters.records += records;
      counters.milliseconds += outcome.milliseconds;
      // Lambda writes its report of every invocation, even of one that prints nothing.
      writes.written();
      if (outcome.kind === 'failed') {
        counters.errors += 1;
        log(JSON.stringify({ event: 'invocation.failed', type: outcome.errorType, message: outcome.errorMessage }));
      }
      release(instance);
      return outcome;
    },
    renew: () => {
      for (const instance of instances) retired.add(instance);
      for (const [instance, timer] of idle) {
        clearTimeout(timer);
        dismiss(instance);
      }
      idle.clear();
    },
    stop: async () => {
      stopped = true;
      for (const timer of idle.values()) clearTimeout(timer);
      await Promise.all([...instances].map((instance) => instance.stop()));
    },
  };
};
