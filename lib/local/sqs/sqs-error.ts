import { AwsError } from '../aws-error.ts';

/**
 * The refusals of SQS: the shape's status and the older code that the Query protocol and the header
 * x-amzn-query-error still use. Statuses and codes are those of the service model (awsQueryError traits of
 * @aws-sdk/client-sqs 3.1169.0). The last four are not modelled: their shapes' names are assumed, which no SDK
 * notices, as it goes by the older code there.
 */
const REFUSALS = {
  QueueDoesNotExist: [400, 'AWS.SimpleQueueService.NonExistentQueue'],
  QueueNameExists: [400, 'QueueAlreadyExists'],
  EmptyBatchRequest: [400, 'AWS.SimpleQueueService.EmptyBatchRequest'],
  TooManyEntriesInBatchRequest: [400, 'AWS.SimpleQueueService.TooManyEntriesInBatchRequest'],
  BatchEntryIdsNotDistinct: [400, 'AWS.SimpleQueueService.BatchEntryIdsNotDistinct'],
  BatchRequestTooLong: [400, 'AWS.SimpleQueueService.BatchRequestTooLong'],
  InvalidBatchEntryId: [400, 'AWS.SimpleQueueService.InvalidBatchEntryId'],
  ReceiptHandleIsInvalid: [404, 'ReceiptHandleIsInvalid'],
  MessageNotInflight: [400, 'AWS.SimpleQueueService.MessageNotInflight'],
  UnsupportedOperation: [400, 'AWS.SimpleQueueService.UnsupportedOperation'],
  OverLimit: [403, 'OverLimit'],
  InvalidAttributeName: [400, 'InvalidAttributeName'],
  InvalidAttributeValue: [400, 'InvalidAttributeValue'],
  InvalidMessageContents: [400, 'InvalidMessageContents'],
  InvalidParameterValueException: [400, 'InvalidParameterValue'],
  MissingParameterException: [400, 'MissingParameter'],
  InvalidActionException: [400, 'InvalidAction'],
  AccessDeniedException: [403, 'AccessDenied'],
} as const satisfies Record<string, readonly [status: number, queryCode: string]>;

export type Refusal = keyof typeof REFUSALS;

/** An expected refusal of SQS in AWS's words. */
export class SqsError extends AwsError {
  constructor(refusal: Refusal, message: string) {
    super(refusal, message, REFUSALS[refusal][0]);
  }
}

/** The Query protocol's code of an error: `QueueDoesNotExist` -> `AWS.SimpleQueueService.NonExistentQueue`. */
export const queryCode = (error: AwsError): string =>
  error.shape in REFUSALS ? REFUSALS[error.shape as Refusal][1] : error.shape;

/**
 * The shape's full name in the JSON protocol. Modelled shapes live in the service's namespace, the others in the
 * framework's.
 */
export const jsonType = (error: AwsError): string =>
  `${error.shape.endsWith('Exception') ? 'com.amazon.coral.service' : 'com.amazonaws.sqs'}#${error.shape}`;

export const invalidParameter = (message: string): SqsError => new SqsError('InvalidParameterValueException', message);
