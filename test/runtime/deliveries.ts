import type { SQSBatchResponse, SQSEvent, SQSMessageAttributes, SQSRecord } from 'aws-lambda';

/** When the queue took the messages of these tests. */
export const SENT_AT = '2026-03-05T10:00:00.000Z';

/** A message as Lambda hands it over. */
export const record = (messageId: string, body: string, attributes: Record<string, string> = {}): SQSRecord => ({
  messageId,
  receiptHandle: `receipt-${messageId}`,
  body,
  attributes: {
    ApproximateReceiveCount: '1',
    ApproximateFirstReceiveTimestamp: String(Date.parse(SENT_AT) + 40),
    SenderId: 'AIDAEXAMPLE',
    SentTimestamp: String(Date.parse(SENT_AT)),
  },
  messageAttributes: Object.fromEntries(
    Object.entries(attributes).map(([name, stringValue]) => [name, { dataType: 'String', stringValue }]),
  ) as SQSMessageAttributes,
  md5OfBody: '',
  eventSource: 'aws:sqs',
  eventSourceARN: 'arn:aws:sqs:us-east-1:111122223333:texts',
  awsRegion: 'us-east-1',
});

export const batch = (...records: SQSRecord[]): SQSEvent => ({ Records: records });

/** A function's context with so much time left, always or counting down by the call. */
export const withTime = (...remaining: [number, ...number[]]) => {
  let asked = 0;
  return { getRemainingTimeInMillis: () => remaining[Math.min(asked++, remaining.length - 1)] as number };
};

export const plentyOfTime = withTime(900_000);

/** The messages an answer names as failed. */
export const failedIn = (response: SQSBatchResponse): string[] =>
  response.batchItemFailures.map(({ itemIdentifier }) => itemIdentifier);
