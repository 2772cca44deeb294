import { invalidParameter, SqsError } from '../sqs-error.ts';

/** SQS attributes as the API carries them: every value is text. */
export type QueueAttributes = Record<string, string>;

/** 1 MiB since 2025, for one message and for a whole batch (AWS Compute Blog, 2026-01-29). */
export const MAX_MESSAGE_BYTES = 1_048_576;

/** Where a message goes that was received `maxReceiveCount` times from here and never deleted. */
export interface RedrivePolicy {
  deadLetterTargetArn: string;
  maxReceiveCount: number;
}

/** Numeric attributes: smallest, largest and default value, in seconds or bytes (API reference, SetQueueAttributes). */
const RANGES = new Map<string, readonly [min: number, max: number, fallback: number]>([
  ['VisibilityTimeout', [0, 43_200, 30]],
  ['DelaySeconds', [0, 900, 0]],
  ['MaximumMessageSize', [1024, MAX_MESSAGE_BYTES, MAX_MESSAGE_BYTES]],
  ['MessageRetentionPeriod', [60, 1_209_600, 345_600]],
  ['ReceiveMessageWaitTimeSeconds', [0, 20, 0]],
]);

/** Kept and told back, without effect: nothing here is encrypted, and access is not this module's question. */
const KEPT = new Set([
  'Policy',
  'RedriveAllowPolicy',
  'KmsMasterKeyId',
  'KmsDataKeyReusePeriodSeconds',
  'SqsManagedSseEnabled',
]);

const FIFO_ONLY = new Set(['FifoQueue', 'ContentBasedDeduplication', 'DeduplicationScope', 'FifoThroughputLimit']);

export const defaultAttributes = (): QueueAttributes => ({
  ...Object.fromEntries([...RANGES].map(([name, [, , fallback]]) => [name, String(fallback)])),
  SqsManagedSseEnabled: 'true',
});

/**
 * Throws for the first attribute that SQS would refuse: InvalidAttributeName, InvalidAttributeValue,
 * UnsupportedOperation.
 */
export const checkQueueAttributes = (attributes: QueueAttributes): void => {
  for (const [name, value] of Object.entries(attributes)) {
    const range = RANGES.get(name);
    if (range) {
      const number = Number(value);
      if (value === '' || !Number.isInteger(number) || number < range[0] || number > range[1]) {
        throw new SqsError('InvalidAttributeValue', `Invalid value for the parameter ${name}.`);
      }
    } else if (name === 'RedrivePolicy') {
      redrivePolicyOf({ RedrivePolicy: value });
    } else if (FIFO_ONLY.has(name)) {
      throw new SqsError('UnsupportedOperation', `${name}: the local cloud has standard queues only.`);
    } else if (!KEPT.has(name)) {
      throw new SqsError('InvalidAttributeName', `Unknown Attribute ${name}.`);
    }
  }
};

/** The redrive policy among a queue's attributes; empty text means none, which is how a policy is taken away. */
export const redrivePolicyOf = (attributes: QueueAttributes): RedrivePolicy | undefined => {
  const text = attributes.RedrivePolicy;
  if (!text) return undefined;
  const malformed = (reason: string) =>
    invalidParameter(`Value ${text} for parameter RedrivePolicy is invalid. Reason: ${reason}`);
  let policy: unknown;
  try {
    policy = JSON.parse(text);
  } catch {
    throw malformed('Redrive policy is not a valid JSON map.');
  }
  const { deadLetterTargetArn, maxReceiveCount } = Object(policy) as Partial<Record<keyof RedrivePolicy, unknown>>;
  if (typeof deadLetterTargetArn !== 'string') {
    throw malformed('Redrive policy does not contain mandatory attribute: deadLetterTargetArn.');
  }
  // Templates carry the count as text as often as a number; SQS takes both, from 1 to 1,000.
  const count = Number(maxReceiveCount ?? Number.NaN);
  if (!Number.isInteger(count) || count < 1 || count > 1000) {
    throw malformed('Invalid value for maxReceiveCount: must be an integer from 1 to 1000.');
  }
  return { deadLetterTargetArn, maxReceiveCount: count };
};
