import { randomUUID } from 'node:crypto';
import type * as z from 'zod';
import { AwsError } from './aws-error.ts';
import type { WireAnswer } from './protocol.ts';

/**
 * Reads a request of a service that speaks JSON 1.1.
 *
 * @throws AwsError ValidationException, naming the first missing or mistyped field
 */
export const readRequest = <T>(schema: z.ZodType<T>, request: Record<string, unknown>): T => {
  const result = schema.safeParse(request);
  if (result.success) return result.data;
  const field = String(result.error.issues[0]?.path[0] ?? '');
  throw new AwsError(
    'ValidationException',
    `1 validation error detected: Value at '${field.charAt(0).toLowerCase()}${field.slice(1)}' failed to satisfy constraint: Member must not be null`,
  );
};

/** An answer of such a service. */
export const jsonAnswer = (status: number, fields: object): WireAnswer => ({
  status,
  headers: { 'content-type': 'application/x-amz-json-1.1', 'x-amzn-requestid': randomUUID() },
  body: JSON.stringify(fields),
});
