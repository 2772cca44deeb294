/** A message as the queue hands it over. Times are milliseconds since 1970. */
export interface ReceivedMessage {
  messageId: string;
  receiptHandle: string;
  body: string;
  md5OfBody: string;
  /** System attributes by name, such as `ApproximateReceiveCount`; every value is text. */
  attributes: Record<string, string>;
  messageAttributes: Record<
    string,
    { dataType: string; stringValue?: string | undefined; binaryValue?: string | undefined }
  >;
  md5OfMessageAttributes?: string | undefined;
}

/** One entry of `Records` in the event that Lambda makes of SQS messages. */
export interface EventRecord {
  messageId: string;
  receiptHandle: string;
  body: string;
  attributes: Record<string, string>;
  messageAttributes: Record<string, EventAttribute>;
  md5OfMessageAttributes?: string;
  md5OfBody: string;
  eventSource: 'aws:sqs';
  eventSourceARN: string;
  awsRegion: string;
}

interface EventAttribute {
  stringValue?: string;
  /** Base64. */
  binaryValue?: string;
  /** Both lists are always empty: SQS announced list values and never took any. */
  stringListValues: [];
  binaryListValues: [];
  dataType: string;
}

/** The event record of a message, in Lambda's shape (Lambda developer guide, "Example Amazon SQS message event"). */
export const eventRecord = (message: ReceivedMessage, queueArn: string, region: string): EventRecord => ({
  messageId: message.messageId,
  receiptHandle: message.receiptHandle,
  body: message.body,
  attributes: message.attributes,
  messageAttributes: Object.fromEntries(
    Object.entries(message.messageAttributes).map(([name, { dataType, stringValue, binaryValue }]) => [
      name,
      {
        ...(stringValue === undefined ? {} : { stringValue }),
        ...(binaryValue === undefined ? {} : { binaryValue }),
        stringListValues: [],
        binaryListValues: [],
        dataType,
      },
    ]),
  ),
  ...(message.md5OfMessageAttributes === undefined ? {} : { md5OfMessageAttributes: message.md5OfMessageAttributes }),
  md5OfBody: message.md5OfBody,
  eventSource: 'aws:sqs',
  eventSourceARN: queueArn,
  awsRegion: region,
});
