import type { DynamoDBClientConfig } from '@aws-sdk/client-dynamodb';

/**
 * Logs nothing, by not having the methods: for a logger that has them and drops the line, the SDK first copies each input
 * and output, a twentieth of a call's CPU.
 */
const silent = { debug: () => {}, trace: () => {}, warn: () => {} } as unknown as NonNullable<
  DynamoDBClientConfig['logger']
>;

/**
 * How AWS clients are made here. Every call we make takes well under a second; one that hangs must not hold a whole batch
 * until the function is stopped, so it fails after five and is tried again.
 */
export const impatient = {
  logger: silent,
  requestHandler: { connectionTimeout: 1_000, requestTimeout: 5_000, throwOnRequestTimeout: true },
};
