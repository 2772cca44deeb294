import * as z from 'zod';
import type { MessageAttributes } from './message-attributes.ts';
import { invalidParameter, SqsError } from './sqs-error.ts';

/** A whole number, which the Query protocol brings as text. */
const count = z.coerce.number().int();
const names = z.array(z.string()).default([]);
const textMap = z.record(z.string(), z.string()).default({});

/**
 * `http://127.0.0.1:4566/000000000000/Feedback` -> `Feedback`; whoever reads a URL from another endpoint's run still
 * gets through.
 */
const queueUrl = z.string().transform((url) => url.slice(url.lastIndexOf('/') + 1));

const messageAttributes = z
  .record(
    z.string(),
    z
      .object({ DataType: z.string(), StringValue: z.string().optional(), BinaryValue: z.string().optional() })
      .transform(({ DataType, StringValue, BinaryValue }) => ({
        dataType: DataType,
        stringValue: StringValue,
        binaryValue: BinaryValue,
      })),
  )
  .default({});

const outgoing = {
  MessageBody: z.string(),
  DelaySeconds: count.optional(),
  MessageAttributes: messageAttributes,
  MessageSystemAttributes: messageAttributes,
  MessageGroupId: z.string().optional(),
};

const onQueue = z.object({ QueueUrl: queueUrl });
const onReceipt = { ReceiptHandle: z.string() };
const newVisibility = { VisibilityTimeout: count };
const batchOf = <Shape extends z.ZodRawShape>(shape: Shape) =>
  onQueue.extend({ Entries: z.array(z.object({ Id: z.string(), ...shape })).default([]) });

/** The requests of the actions served, as the JSON protocol names their fields. */
export const requests = {
  CreateQueue: z.object({ QueueName: z.string(), Attributes: textMap }),
  DeleteQueue: onQueue,
  ListQueues: z.object({ QueueNamePrefix: z.string().optional() }),
  ListDeadLetterSourceQueues: onQueue,
  GetQueueUrl: z.object({ QueueName: z.string() }),
  GetQueueAttributes: onQueue.extend({ AttributeNames: names }),
  SetQueueAttributes: onQueue.extend({ Attributes: textMap }),
  PurgeQueue: onQueue,
  SendMessage: onQueue.extend(outgoing),
  SendMessageBatch: batchOf(outgoing),
  ReceiveMessage: onQueue.extend({
    AttributeNames: names,
    MessageSystemAttributeNames: names,
    MessageAttributeNames: names,
    MaxNumberOfMessages: count.optional(),
    VisibilityTimeout: count.optional(),
    WaitTimeSeconds: count.optional(),
  }),
  DeleteMessage: onQueue.extend(onReceipt),
  DeleteMessageBatch: batchOf(onReceipt),
  ChangeMessageVisibility: onQueue.extend({ ...onReceipt, ...newVisibility }),
  ChangeMessageVisibilityBatch: batchOf({ ...onReceipt, ...newVisibility }),
} as const;

export type Action = keyof typeof requests;
export type RequestOf<A extends Action> = z.infer<(typeof requests)[A]>;

/** A message to send in either protocol's request. */
export interface OutgoingRequest {
  MessageBody: string;
  DelaySeconds?: number | undefined;
  MessageAttributes: MessageAttributes;
  MessageSystemAttributes: MessageAttributes;
  MessageGroupId?: string | undefined;
}

export const isAction = (action: string): action is Action => Object.hasOwn(requests, action);

/** Reads a request; throws MissingParameter or InvalidParameterValue naming the field, never its value. */
export const readRequest = <A extends Action>(action: A, request: Record<string, unknown>): RequestOf<A> => {
  const read = requests[action].safeParse(request);
  if (read.success) return read.data as RequestOf<A>;
  const path = (read.error.issues[0]?.path ?? []).map(String);
  const present = path.reduce<unknown>((value, key) => Object(value)[key], request) !== undefined;
  throw present
    ? invalidParameter(`The value of the parameter ${path.join('.')} is invalid.`)
    : new SqsError('MissingParameterException', `The request must contain the parameter ${path.join('.')}.`);
};
