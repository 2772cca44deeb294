import { invalidParameter, SqsError } from './sqs-error.ts';

const QUEUE_NAME = /^[A-Za-z0-9_-]{1,80}$/;

/** Throws the refusal SQS gives for a name that no standard queue can have. */
export const checkQueueName = (name: string): void => {
  if (name.endsWith('.fifo')) {
    throw new SqsError('UnsupportedOperation', 'The local cloud has standard queues only.');
  }
  if (!QUEUE_NAME.test(name)) {
    throw invalidParameter('Can only include alphanumeric characters, hyphens, or underscores. 1 to 80 in length');
  }
};
