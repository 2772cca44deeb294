import { invalidParameter } from './sqs-error.ts';

/** How to receive; absent numbers are the queue's own, for `max` one. */
export interface ReceiveOptions {
  /** 1 to 10. */
  max?: number | undefined;
  /** Seconds out of sight, 0 to 43,200 (12 hours). */
  visibilityTimeout?: number | undefined;
  /** 0 to 20. */
  waitSeconds?: number | undefined;
}

/** 12 hours (API reference, ReceiveMessage). */
export const MAX_VISIBILITY_SECONDS = 43_200;
/** SD/quotas-queues. */
const MAX_WAIT_SECONDS = 20;
const MAX_RECEIVED = 10;

/** Throws InvalidParameterValue for a number outside its range. */
export const checkReceive = (options: ReceiveOptions): void => {
  within('MaxNumberOfMessages', options.max, 1, MAX_RECEIVED);
  within('VisibilityTimeout', options.visibilityTimeout, 0, MAX_VISIBILITY_SECONDS);
  within('WaitTimeSeconds', options.waitSeconds, 0, MAX_WAIT_SECONDS);
};

const within = (parameter: string, value: number | undefined, min: number, max: number): void => {
  if (value === undefined || (Number.isInteger(value) && value >= min && value <= max)) return;
  throw invalidParameter(
    `Value ${value} for parameter ${parameter} is invalid. Reason: Must be between ${min} and ${max}, if provided.`,
  );
};
