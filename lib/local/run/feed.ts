import { SendMessageBatchCommand, type SQSClient } from '@aws-sdk/client-sqs';
import { dayOf, type Instant, instantAt } from '../../../functions/domain/instant.ts';
import { BACKFILL } from '../../../functions/domain/message/backfill.ts';
import { factId } from '../../../functions/domain/message/identity.ts';
import { check } from '../../../functions/domain/message/rejection.ts';
import { mapConcurrently } from '../../../functions/runtime/concurrency.ts';
import { linesIn } from '../../command-line/lines.ts';

/** One line of a feed as it is posted. */
export interface FeedLine {
  body: string;
  kind: 'survey' | 'text' | 'review';
}

/** What was seen of a feed while it was posted. */
export interface Posted {
  lines: number;
  /** Lines the queue itself refused: over 1 MiB, or with characters that SQS does not take. */
  refused: number;
  /** Lines that fit the contract; what intake accepts is held against them. */
  valid: number;
  /** Ids of the facts that these lines bring. */
  facts: Set<string>;
  /** UTC days that they tell of, and the latest instant. */
  days: Set<string>;
  newest: Instant | undefined;
}

/** SendMessageBatch takes ten entries and 1 MiB in all. */
const ENTRIES = 10;
const BATCH_BYTES = 1024 * 1024;
const CALLS_IN_FLIGHT = 8;
/** Lines read ahead of what the queues have taken. */
const READ_AHEAD = 2_000;

/** Notes what a line should come to, and answers the queue it goes to; a broken one is posted like any other. */
const note = (posted: Posted, body: string): FeedLine['kind'] => {
  posted.lines++;
  const checked = check(body, instantAt(Date.now()));
  if (checked.kind === 'rejected') return 'text';
  const { message } = checked;
  posted.valid++;
  posted.facts.add(factId(message));
  posted.days.add(dayOf(message.occurredAt));
  if (posted.newest === undefined || message.occurredAt > posted.newest) posted.newest = message.occurredAt;
  return message.kind;
};

const batches = function* (lines: readonly FeedLine[]): Generator<FeedLine[]> {
  let batch: FeedLine[] = [];
  let bytes = 0;
  for (const line of lines) {
    const size = Buffer.byteLength(line.body) + 64;
    if (batch.length === ENTRIES || (batch.length > 0 && bytes + size > BATCH_BYTES)) {
      yield batch;
      batch = [];
      bytes = 0;
    }
    batch.push(line);
    bytes += size;
  }
  if (batch.length > 0) yield batch;
};

/** Posts a batch; one that is refused whole is posted line by line, so that one bad line stops no other. */
const post = async (
  sqs: SQSClient,
  QueueUrl: string,
  lines: readonly FeedLine[],
  backfill: boolean,
): Promise<number> => {
  const MessageAttributes = { [BACKFILL]: { DataType: 'String', StringValue: 'true' } };
  const Entries = lines.map(({ body }, i) => ({
    Id: String(i),
    MessageBody: body,
    ...(backfill ? { MessageAttributes } : {}),
  }));
  try {
    const { Failed = [] } = await sqs.send(new SendMessageBatchCommand({ QueueUrl, Entries }));
    return Failed.length;
  } catch (error) {
    const refusal = error instanceof Error && '$fault' in error && error.$fault === 'client';
    if (!refusal) throw error;
    if (lines.length === 1) return 1;
    let refused = 0;
    for (const line of lines) refused += await post(sqs, QueueUrl, [line], backfill);
    return refused;
  }
};

const postAll = async (
  sqs: SQSClient,
  queueUrls: Record<FeedLine['kind'], string>,
  lines: readonly FeedLine[],
  backfill: boolean,
): Promise<number> => {
  const byKind = Map.groupBy(lines, ({ kind }) => kind);
  const work = [...byKind].flatMap(([kind, group]) => [...batches(group)].map((batch) => ({ kind, batch })));
  const refused = await mapConcurrently(work, CALLS_IN_FLIGHT, ({ kind, batch }) =>
    post(sqs, queueUrls[kind], batch, backfill),
  );
  return refused.reduce((sum, n) => sum + n, 0);
};

/** Posts lines to the queues their kind names, as upstream systems would; blank lines are no lines. */
export const postFeed = async (
  to: { sqs: SQSClient; queueUrls: Record<FeedLine['kind'], string> },
  source: AsyncIterable<string> | Iterable<string>,
  options: { backfill: boolean; progress(lines: number): void },
): Promise<Posted> => {
  const posted: Posted = { lines: 0, refused: 0, valid: 0, facts: new Set(), days: new Set(), newest: undefined };
  let waiting: FeedLine[] = [];
  const flush = async () => {
    const lines = waiting;
    waiting = [];
    posted.refused += await postAll(to.sqs, to.queueUrls, lines, options.backfill);
    options.progress(posted.lines);
  };
  for await (const body of source) {
    waiting.push({ body, kind: note(posted, body) });
    if (waiting.length >= READ_AHEAD) await flush();
  }
  await flush();
  return posted;
};

/** The lines of feed files, one file after the other. */
export const readFeed = async function* (files: readonly string[]): AsyncGenerator<string> {
  for (const file of files) {
    for await (const line of linesIn(file)) if (line.trim() !== '') yield line;
  }
};
