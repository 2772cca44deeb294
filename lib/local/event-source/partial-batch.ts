/** What becomes of the messages of a batch: the succeeded are deleted, the failed wait for their visibility timeout. */
export type BatchVerdict = { kind: 'judged'; failed: ReadonlySet<string> } | { kind: 'batch-failed'; reason: string };

const nothingFailed: BatchVerdict = { kind: 'judged', failed: new Set() };

const batchFailed = (reason: string): BatchVerdict => ({ kind: 'batch-failed', reason });

/**
 * Reads a function's response as Lambda does for a mapping that reports batch item failures (Lambda developer guide,
 * "Handling errors for an SQS event source"). An empty response is a success: so is one whose outer key is misspelt,
 * for to Lambda it is empty. A list that cannot be trusted fails the whole batch.
 */
export const judgeBatch = (response: unknown, messageIds: ReadonlySet<string>): BatchVerdict => {
  if (response === null || response === undefined) return nothingFailed;
  if (typeof response !== 'object') return batchFailed('the response is no JSON object');
  const failures: unknown = 'batchItemFailures' in response ? response.batchItemFailures : undefined;
  if (failures === null || failures === undefined) return nothingFailed;
  if (!Array.isArray(failures)) return batchFailed('batchItemFailures is no list');

  const failed = new Set<string>();
  for (const item of failures as unknown[]) {
    const id = typeof item === 'object' && item !== null && 'itemIdentifier' in item ? item.itemIdentifier : undefined;
    if (typeof id !== 'string' || id === '') return batchFailed('an item of batchItemFailures has no itemIdentifier');
    if (!messageIds.has(id)) return batchFailed('an itemIdentifier names no message of the batch');
    failed.add(id);
  }
  return { kind: 'judged', failed };
};
