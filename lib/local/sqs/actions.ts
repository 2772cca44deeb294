import type { CallContext } from '../protocol.ts';
import type { BatchOutcome, FailedEntry } from './batch.ts';
import {
  attributesMd5,
  chosenAttributes,
  type MessageAttribute,
  type MessageAttributes,
} from './message-attributes.ts';
import {
  LOCAL_ACCOUNT,
  type OutgoingMessage,
  type QueueService,
  type ReceivedMessage,
  type SentMessage,
} from './queues.ts';
import { type Action, isAction, type OutgoingRequest, type RequestOf, readRequest } from './requests.ts';
import { SqsError } from './sqs-error.ts';

/** `http://127.0.0.1:4566`, `Feedback` -> `http://127.0.0.1:4566/000000000000/Feedback`. */
export const queueUrl = (endpoint: string, name: string): string => `${endpoint}/${LOCAL_ACCOUNT}/${name}`;

/** Performs one action on a request in the JSON protocol's shape and answers in it; throws SqsError. */
export const performAction = async (
  sqs: QueueService,
  action: string,
  request: Record<string, unknown>,
  context: CallContext,
): Promise<Record<string, unknown>> => {
  if (!isAction(action)) {
    throw new SqsError('InvalidActionException', `The action ${action} is not served by the local SQS.`);
  }
  return await perform(action, actions[action], sqs, request, context);
};

type Perform<A extends Action> = (
  sqs: QueueService,
  request: RequestOf<A>,
  context: CallContext,
) => Record<string, unknown> | Promise<Record<string, unknown>>;

const perform = <A extends Action>(
  action: A,
  act: Perform<A>,
  sqs: QueueService,
  request: Record<string, unknown>,
  context: CallContext,
) => act(sqs, readRequest(action, request), context);

const actions: { [A in Action]: Perform<A> } = {
  CreateQueue(sqs, { QueueName, Attributes }, { endpoint }) {
    sqs.createQueue(QueueName, Attributes);
    return { QueueUrl: queueUrl(endpoint, QueueName) };
  },
  DeleteQueue(sqs, { QueueUrl }) {
    sqs.deleteQueue(QueueUrl);
    return {};
  },
  ListQueues(sqs, { QueueNamePrefix }, { endpoint }) {
    return { QueueUrls: sqs.listQueues(QueueNamePrefix).map((name) => queueUrl(endpoint, name)) };
  },
  // The lower-case name is AWS's own.
  ListDeadLetterSourceQueues(sqs, { QueueUrl }, { endpoint }) {
    return { queueUrls: sqs.deadLetterSources(QueueUrl).map((name) => queueUrl(endpoint, name)) };
  },
  GetQueueUrl(sqs, { QueueName }, { endpoint }) {
    sqs.requireQueue(QueueName);
    return { QueueUrl: queueUrl(endpoint, QueueName) };
  },
  GetQueueAttributes(sqs, { QueueUrl, AttributeNames }) {
    return { Attributes: chosen(sqs.getQueueAttributes(QueueUrl), AttributeNames) };
  },
  SetQueueAttributes(sqs, { QueueUrl, Attributes }) {
    sqs.setQueueAttributes(QueueUrl, Attributes);
    return {};
  },
  PurgeQueue(sqs, { QueueUrl }) {
    sqs.purgeQueue(QueueUrl);
    return {};
  },
  SendMessage(sqs, request, { accessKeyId }) {
    return sentFields(sqs.sendMessage(request.QueueUrl, outgoing(request, accessKeyId)), request);
  },
  SendMessageBatch(sqs, { QueueUrl, Entries }, { accessKeyId }) {
    const outcome = sqs.sendMessageBatch(
      QueueUrl,
      Entries.map((entry) => ({ id: entry.Id, ...outgoing(entry, accessKeyId) })),
    );
    const requestOf = new Map(Entries.map((entry) => [entry.Id, entry]));
    return batchFields(outcome, (sent) => sentFields(sent, requestOf.get(sent.id)));
  },
  async ReceiveMessage(sqs, request, { signal }) {
    const messages = await sqs.receive(
      request.QueueUrl,
      {
        max: request.MaxNumberOfMessages,
        visibilityTimeout: request.VisibilityTimeout,
        waitSeconds: request.WaitTimeSeconds,
      },
      signal,
    );
    const systemNames = [...request.AttributeNames, ...request.MessageSystemAttributeNames];
    // AWS leaves the list out when it has nothing to give.
    if (messages.length === 0) return {};
    return {
      Messages: messages.map((message) => receivedFields(message, systemNames, request.MessageAttributeNames)),
    };
  },
  DeleteMessage(sqs, { QueueUrl, ReceiptHandle }) {
    sqs.deleteMessage(QueueUrl, ReceiptHandle);
    return {};
  },
  DeleteMessageBatch(sqs, { QueueUrl, Entries }) {
    const entries = Entries.map(({ Id, ReceiptHandle }) => ({ id: Id, receiptHandle: ReceiptHandle }));
    return batchFields(sqs.deleteMessageBatch(QueueUrl, entries), () => ({}));
  },
  ChangeMessageVisibility(sqs, { QueueUrl, ReceiptHandle, VisibilityTimeout }) {
    sqs.changeMessageVisibility(QueueUrl, ReceiptHandle, VisibilityTimeout);
    return {};
  },
  ChangeMessageVisibilityBatch(sqs, { QueueUrl, Entries }) {
    const entries = Entries.map(({ Id, ReceiptHandle, VisibilityTimeout }) => ({
      id: Id,
      receiptHandle: ReceiptHandle,
      visibilityTimeout: VisibilityTimeout,
    }));
    return batchFields(sqs.changeMessageVisibilityBatch(QueueUrl, entries), () => ({}));
  },
};

const outgoing = (request: OutgoingRequest, senderId: string | undefined): OutgoingMessage => ({
  body: request.MessageBody,
  delaySeconds: request.DelaySeconds,
  attributes: request.MessageAttributes,
  groupId: request.MessageGroupId,
  traceHeader: request.MessageSystemAttributes.AWSTraceHeader?.stringValue,
  senderId,
});

const sentFields = (sent: SentMessage, request: OutgoingRequest | undefined): Record<string, unknown> => ({
  MessageId: sent.messageId,
  MD5OfMessageBody: sent.md5OfBody,
  MD5OfMessageAttributes: sent.md5OfAttributes,
  MD5OfMessageSystemAttributes: attributesMd5(request?.MessageSystemAttributes ?? {}),
});

const receivedFields = (
  message: ReceivedMessage,
  systemNames: readonly string[],
  attributeNames: readonly string[],
): Record<string, unknown> => {
  const system = chosen(message.attributes, systemNames);
  const own = chosenAttributes(message.messageAttributes, attributeNames);
  return {
    MessageId: message.messageId,
    ReceiptHandle: message.receiptHandle,
    MD5OfBody: message.md5OfBody,
    Body: message.body,
    ...(Object.keys(system).length > 0 ? { Attributes: system } : {}),
    // The digest covers what is handed over, not what was sent: the SDK compares it with what it sees.
    ...(Object.keys(own).length > 0
      ? { MD5OfMessageAttributes: attributesMd5(own), MessageAttributes: attributeFields(own) }
      : {}),
  };
};

const attributeFields = (attributes: MessageAttributes): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(attributes).map(([name, { dataType, stringValue, binaryValue }]: [string, MessageAttribute]) => [
      name,
      { DataType: dataType, StringValue: stringValue, BinaryValue: binaryValue },
    ]),
  );

const batchFields = <Result>(
  outcome: BatchOutcome<Result>,
  fields: (result: Result & { id: string }) => Record<string, unknown>,
): Record<string, unknown> => ({
  Successful: outcome.successful.map((result) => ({ Id: result.id, ...fields(result) })),
  Failed: outcome.failed.map(({ id, senderFault, code, message }: FailedEntry) => ({
    Id: id,
    SenderFault: senderFault,
    Code: code,
    Message: message,
  })),
});

/** The attributes asked for by name; `All` for every one. */
const chosen = (attributes: Record<string, string>, names: readonly string[]): Record<string, string> => {
  if (names.includes('All')) return attributes;
  const wanted = new Set(names);
  return Object.fromEntries(Object.entries(attributes).filter(([name]) => wanted.has(name)));
};
