import { isAbsolute } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';
import { printJson } from './json-console.ts';

/** What the thread of an instance is started with. */
export interface ThreadStart {
  /** Absolute path of the module that holds the handler. */
  module: string;
  exportName: string;
  logsJson: boolean;
  /** What the context of every invocation says. */
  identity: Record<string, string>;
}

export interface ThreadInvocation {
  requestId: string;
  /** JSON text, as the runtime API of Lambda delivers it. */
  event: string;
  timeoutMilliseconds: number;
}

export interface Failure {
  errorType: string;
  errorMessage: string;
}

export type ThreadMessage =
  | { kind: 'ready' }
  | ({ kind: 'not-started' } & Failure)
  | { kind: 'returned'; payload: string; milliseconds: number }
  | ({ kind: 'threw'; milliseconds: number } & Failure);

type Handler = (event: unknown, context: unknown) => unknown;

const describe = (thrown: unknown): Failure =>
  thrown instanceof Error
    ? { errorType: thrown.name, errorMessage: thrown.message }
    : { errorType: typeof thrown, errorMessage: String(thrown) };

const loadHandler = async ({ module, exportName }: ThreadStart): Promise<Handler> => {
  if (!isAbsolute(module)) throw new Error(`${module} must be an absolute path`);
  const loaded: Record<string, unknown> = await import(pathToFileURL(module).href);
  // A CommonJS bundle shows its exports under `default` where Node cannot name them.
  const handler = loaded[exportName] ?? (loaded.default as Record<string, unknown> | undefined)?.[exportName];
  if (typeof handler !== 'function') throw new Error(`${module} exports no function ${exportName}`);
  return handler as Handler;
};

const serve = async (): Promise<void> => {
  const port = parentPort;
  if (port === null) throw new Error('this module runs in a thread of its own');
  const tell = (message: ThreadMessage): void => port.postMessage(message);
  const start = workerData as ThreadStart;
  let running: string | undefined;
  if (start.logsJson) printJson(() => running);
  let handler: Handler;
  try {
    handler = await loadHandler(start);
  } catch (thrown) {
    tell({ kind: 'not-started', ...describe(thrown) });
    return;
  }

  port.on('message', async ({ requestId, event, timeoutMilliseconds }: ThreadInvocation) => {
    running = requestId;
    const began = performance.now();
    const elapsed = (): number => performance.now() - began;
    const context = {
      ...start.identity,
      functionVersion: '$LATEST',
      awsRequestId: requestId,
      callbackWaitsForEmptyEventLoop: false,
      getRemainingTimeInMillis: () => Math.max(0, Math.floor(timeoutMilliseconds - elapsed())),
    };
    try {
      const payload = JSON.stringify(await handler(JSON.parse(event), context)) ?? 'null';
      tell({ kind: 'returned', payload, milliseconds: elapsed() });
    } catch (thrown) {
      tell({ kind: 'threw', milliseconds: elapsed(), ...describe(thrown) });
    }
  });
  tell({ kind: 'ready' });
};

await serve();
