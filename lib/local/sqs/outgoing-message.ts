import { attributeBytes, checkAttributes, type MessageAttributes } from './message-attributes.ts';
import { MAX_MESSAGE_BYTES } from './queue/attributes.ts';
import { invalidParameter, SqsError } from './sqs-error.ts';

/** A message as its sender hands it over. */
export interface OutgoingMessage {
  body: string;
  /** 0 to 900; absent, the queue's own delay applies. */
  delaySeconds?: number | undefined;
  attributes?: MessageAttributes | undefined;
  groupId?: string | undefined;
  traceHeader?: string | undefined;
  senderId?: string | undefined;
}

/** Everything SQS refuses: control characters but tab, line feed and return, lone surrogates, U+FFFE and U+FFFF. */
const REFUSED_CHARACTER = /[^\t\n\r -\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u;

/** Bytes that count against the limit of one message and of one batch. */
const messageBytes = (message: OutgoingMessage): number =>
  Buffer.byteLength(message.body) + attributeBytes(message.attributes ?? {});

/**
 * Throws the refusal SQS gives for the first thing wrong with a message; `maxBytes` is the queue's MaximumMessageSize.
 */
export const checkMessage = (message: OutgoingMessage, maxBytes: number): void => {
  if (message.body === '') {
    throw new SqsError('MissingParameterException', 'The request must contain the parameter MessageBody.');
  }
  const refused = REFUSED_CHARACTER.exec(message.body)?.[0]?.codePointAt(0);
  if (refused !== undefined) {
    throw new SqsError(
      'InvalidMessageContents',
      `Invalid binary character '#x${refused.toString(16).toUpperCase()}' was found in the message body, the set of allowed characters is #x9 | #xA | #xD | #x20 to #xD7FF | #xE000 to #xFFFD | #x10000 to #x10FFFF`,
    );
  }
  checkAttributes(message.attributes ?? {});
  if (messageBytes(message) > maxBytes) {
    throw invalidParameter(
      `One or more parameters are invalid. Reason: Message must be shorter than ${maxBytes} bytes.`,
    );
  }
  const { delaySeconds } = message;
  if (delaySeconds !== undefined && !(Number.isInteger(delaySeconds) && delaySeconds >= 0 && delaySeconds <= 900)) {
    throw invalidParameter(
      `Value ${delaySeconds} for parameter DelaySeconds is invalid. Reason: DelaySeconds must be >= 0 and <= 900.`,
    );
  }
};

/** Throws BatchRequestTooLong where messages are larger together than one may be. */
export const checkBatchBytes = (messages: readonly OutgoingMessage[]): void => {
  const bytes = messages.reduce((sum, message) => sum + messageBytes(message), 0);
  if (bytes <= MAX_MESSAGE_BYTES) return;
  throw new SqsError(
    'BatchRequestTooLong',
    `Batch requests cannot be longer than ${MAX_MESSAGE_BYTES} bytes. You have sent ${bytes} bytes.`,
  );
};
