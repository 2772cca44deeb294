import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { Worker } from 'node:worker_threads';
import type { FunctionDefinition } from '../definitions.ts';
import type { Failure, ThreadInvocation, ThreadMessage, ThreadStart } from './instance-thread.ts';

/** How an invocation ended. `payload` is JSON text; `milliseconds` is the handler's time, without the start. */
export type Outcome =
  | { kind: 'returned'; payload: string; milliseconds: number }
  | ({ kind: 'failed'; milliseconds: number } & Failure);

/** One instance of a function: a thread with an environment of its own, which serves one event at a time. */
export interface Instance {
  /** False once its thread has ended: by timeout, by `process.exit`, by an error nobody caught. */
  readonly alive: boolean;
  invoke(event: string): Promise<Outcome>;
  stop(): Promise<void>;
}

export type LineSink = (line: string) => void;

/** Lambda gives a start 10 seconds, then begins it anew within the first invocation, under the function's timeout. */
const startSeconds = ({ timeoutSeconds }: FunctionDefinition): number => Math.max(10, timeoutSeconds);

const threadStart = (fn: FunctionDefinition): ThreadStart => {
  const dot = fn.handler.lastIndexOf('.');
  const path = join(fn.codeDirectory, fn.handler.slice(0, dot));
  return {
    module: ['.mjs', '.js', '.cjs'].map((extension) => path + extension).find(existsSync) ?? `${path}.mjs`,
    exportName: fn.handler.slice(dot + 1),
    logsJson: fn.logsJson,
    identity: {
      functionName: fn.name,
      invokedFunctionArn: fn.arn,
      memoryLimitInMB: String(fn.memoryMegabytes),
      logGroupName: fn.logGroup,
      logStreamName: 'local',
    },
  };
};

const forwardLines = (stream: Readable, sink: LineSink): void => {
  let begun = '';
  stream.setEncoding('utf8');
  stream.on('data', (chunk: string) => {
    const lines = (begun + chunk).split('\n');
    begun = lines.pop() ?? '';
    for (const line of lines) sink(line);
  });
  stream.on('end', () => begun && sink(begun));
};

/**
 * Room for new objects. Node would take 60 MB and more a thread, several threads share one machine here, and a quarter of it
 * costs a few percent of the time.
 */
const YOUNG_MEGABYTES = 16;

/** Starts an instance. It loads its bundle at once; a bundle that cannot be loaded fails the first invocation. */
export const startInstance = (fn: FunctionDefinition, environment: Record<string, string>, log: LineSink): Instance => {
  const worker = new Worker(new URL('./instance-thread.ts', import.meta.url), {
    workerData: threadStart(fn),
    env: environment,
    // Flags of this process, a test runner's for instance, are not the function's.
    execArgv: [],
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: fn.memoryMegabytes, maxYoungGenerationSizeMb: YOUNG_MEGABYTES },
  });
  forwardLines(worker.stdout, log);
  forwardLines(worker.stderr, log);

  let phase: 'starting' | 'ready' | 'ended' = 'starting';
  let ending: Failure = { errorType: 'Runtime.ExitError', errorMessage: 'the instance has ended' };
  let running: { waiting?: ThreadInvocation; limit: NodeJS.Timeout; settle(outcome: Outcome): void } | undefined;

  const settle = (outcome: Outcome): void => {
    const invocation = running;
    running = undefined;
    if (invocation === undefined) return;
    clearTimeout(invocation.limit);
    invocation.settle(outcome);
  };
  const end = (failure: Failure, milliseconds = 0): void => {
    if (phase === 'ended') return;
    phase = 'ended';
    ending = failure;
    settle({ kind: 'failed', milliseconds, ...failure });
    void worker.terminate();
  };
  const limitTo = (seconds: number): NodeJS.Timeout =>
    setTimeout(() => {
      const errorMessage = `Task timed out after ${seconds.toFixed(2)} seconds`;
      end({ errorType: 'Sandbox.Timedout', errorMessage }, seconds * 1000);
    }, seconds * 1000);
  const hand = (invocation: ThreadInvocation): NodeJS.Timeout => {
    worker.postMessage(invocation);
    return limitTo(fn.timeoutSeconds);
  };

  worker.on('message', (message: ThreadMessage) => {
    switch (message.kind) {
      case 'ready':
        phase = 'ready';
        if (running?.waiting) {
          clearTimeout(running.limit);
          running.limit = hand(running.waiting);
        }
        break;
      case 'returned':
        settle(message);
        break;
      case 'threw':
        settle({ ...message, kind: 'failed' });
        break;
      case 'not-started':
        end({ errorType: message.errorType, errorMessage: message.errorMessage });
        break;
    }
  });
  worker.on('error', (thrown: Error) => end({ errorType: thrown.name, errorMessage: thrown.message }));
  worker.on('exit', (code) => {
    end({ errorType: 'Runtime.ExitError', errorMessage: `the instance ended with exit code ${code}` });
  });

  return {
    get alive() {
      return phase !== 'ended';
    },
    invoke: (event) =>
      new Promise((resolve) => {
        if (phase === 'ended') {
          resolve({ kind: 'failed', milliseconds: 0, ...ending });
          return;
        }
        const timeoutMilliseconds = fn.timeoutSeconds * 1000;
        const invocation: ThreadInvocation = { requestId: randomUUID(), event, timeoutMilliseconds };
        running =
          phase === 'ready'
            ? { limit: hand(invocation), settle: resolve }
            : { limit: limitTo(startSeconds(fn)), settle: resolve, waiting: invocation };
      }),
    stop: async () => {
      end({ errorType: 'Runtime.ExitError', errorMessage: 'the local cloud was stopped' });
      await worker.terminate();
    },
  };
};
