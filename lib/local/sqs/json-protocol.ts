import { randomUUID } from 'node:crypto';
import { actionOf, jsonObject, type Protocol, type WireAnswer } from '../protocol.ts';
import { performAction } from './actions.ts';
import type { QueueService } from './queues.ts';
import { jsonType, queryCode } from './sqs-error.ts';

/**
 * SQS as today's SDKs speak it: JSON bodies, the action in the header X-Amz-Target (`AmazonSQS.SendMessage`). An
 * error bears its older code in x-amzn-query-error besides, as code that began with the Query protocol still looks for
 * that one.
 */
export const sqsJsonProtocol = (sqs: QueueService): Protocol => ({
  service: 'sqs',
  decode: ({ target, body }) => ({ action: actionOf(target), request: jsonObject(body) }),
  answer: async ({ action, request }, context) =>
    jsonAnswer(200, await performAction(sqs, action, request, context), {}),
  refuse: (error) =>
    jsonAnswer(
      error.status,
      { __type: jsonType(error), message: error.message },
      { 'x-amzn-query-error': `${queryCode(error)};${error.status < 500 ? 'Sender' : 'Receiver'}` },
    ),
});

const jsonAnswer = (status: number, fields: Record<string, unknown>, headers: Record<string, string>): WireAnswer => ({
  status,
  headers: { 'content-type': 'application/x-amz-json-1.0', 'x-amzn-requestid': randomUUID(), ...headers },
  body: JSON.stringify(fields),
});
