import type { DynamoDBClientConfig } from '@aws-sdk/client-dynamodb';

/**
 * Logs nothing, by not having the methods: for a logger that has them and drops the line, the SDK first copies each input
 * and output, a twentieth of a call's CPU.
 */
const silent = { debug: () => {}, trace: () => {}, warn: () => {} } as NonNullable<DynamoDBClientConfig['logger']>;

/** What makes a call cheap: nothing is logged, and what handles a command is put together once, not at each call. */
export const lean = { logger: silent, cacheMiddleware: true };

/**
 * How AWS clients are made here. Every call we make takes well under a second; one that hangs must not hold a whole batch
 * until the function is stopped, so it fails after five and is tried again.
 */
export const impatient = {
  ...lean,
  requestHandler: { connectionTimeout: 1_000, requestTimeout: 5_000, throwOnRequestTimeout: true },
};
