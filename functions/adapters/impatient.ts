/**
 * How AWS clients are made here. Every call we make takes well under a second; one that hangs must not hold a whole batch
 * until the function is stopped, so it fails after five and is tried again.
 */
export const impatient = {
  requestHandler: { connectionTimeout: 1_000, requestTimeout: 5_000, throwOnRequestTimeout: true },
};
