import { format } from 'node:util';

const levels = { trace: 'TRACE', debug: 'DEBUG', log: 'INFO', info: 'INFO', warn: 'WARN', error: 'ERROR' } as const;

const messageOf = (values: unknown[]): object => {
  const [only] = values;
  if (values.length > 1 || typeof only !== 'object' || only === null) return { message: format(...values) };
  if (!(only instanceof Error)) return { message: only };
  const stackTrace = only.stack?.split('\n').slice(1) ?? [];
  return { message: { errorType: only.name, errorMessage: only.message, stackTrace } };
};

/**
 * Makes the console print one JSON object a call, as Lambda does for a function whose log format is JSON (Lambda developer
 * guide, "Using Lambda advanced logging controls with Node.js").
 */
export const printJson = (requestId: () => string | undefined): void => {
  for (const [method, level] of Object.entries(levels)) {
    const stream = level === 'ERROR' ? process.stderr : process.stdout;
    console[method as keyof typeof levels] = (...values: unknown[]) => {
      const head = { timestamp: new Date().toISOString(), level, requestId: requestId() };
      stream.write(`${JSON.stringify({ ...head, ...messageOf(values) })}\n`);
    };
  }
};
