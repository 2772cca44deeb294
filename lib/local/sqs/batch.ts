import { AwsError } from '../aws-error.ts';
import { queryCode, SqsError } from './sqs-error.ts';

/** SD/quotas-messages. */
const MAX_ENTRIES = 10;
const ENTRY_ID = /^[A-Za-z0-9_-]{1,80}$/;

export interface FailedEntry {
  id: string;
  senderFault: boolean;
  /** The Query protocol's code, in both protocols. */
  code: string;
  message: string;
}

export interface BatchOutcome<Result> {
  successful: (Result & { id: string })[];
  failed: FailedEntry[];
}

/**
 * Refuses a batch that SQS would refuse as a whole: empty, over ten entries, ids that are malformed or not distinct.
 */
export const checkBatch = (entries: readonly { id: string }[]): void => {
  if (entries.length === 0) {
    throw new SqsError('EmptyBatchRequest', 'There should be at least one entry in the request.');
  }
  if (entries.length > MAX_ENTRIES) {
    throw new SqsError(
      'TooManyEntriesInBatchRequest',
      `Maximum number of entries per request are ${MAX_ENTRIES}. You have sent ${entries.length}.`,
    );
  }
  const seen = new Set<string>();
  for (const { id } of entries) {
    if (!ENTRY_ID.test(id)) {
      throw new SqsError(
        'InvalidBatchEntryId',
        'A batch entry id can only contain alphanumeric characters, hyphens and underscores. It can be at most 80 letters long.',
      );
    }
    if (seen.has(id)) throw new SqsError('BatchEntryIdsNotDistinct', `Id ${id} repeated.`);
    seen.add(id);
  }
};

/** Does each entry by itself: one that is refused leaves its neighbours alone. */
export const eachEntry = <Entry extends { id: string }, Result>(
  entries: readonly Entry[],
  perform: (entry: Entry) => Result,
): BatchOutcome<Result> => {
  const outcome: BatchOutcome<Result> = { successful: [], failed: [] };
  for (const entry of entries) {
    try {
      outcome.successful.push({ ...perform(entry), id: entry.id });
    } catch (error) {
      if (!(error instanceof AwsError)) throw error;
      outcome.failed.push({ id: entry.id, senderFault: true, code: queryCode(error), message: error.message });
    }
  }
  return outcome;
};
