import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { MappingDefinition } from '../../lib/local/definitions.ts';
import { fits, parsePattern } from '../../lib/local/event-source/filter.ts';
import { judgeBatch } from '../../lib/local/event-source/partial-batch.ts';
import { maxPayloadBytes, startPoller } from '../../lib/local/event-source/poller.ts';
import { type EventRecord, eventRecord, type ReceivedMessage } from '../../lib/local/event-source/record.ts';
import type { Outcome } from '../../lib/local/lambda/instance.ts';

const queueArn = 'arn:aws:sqs:us-east-1:000000000000:Surveys';

const message = (id: string, override: Partial<ReceivedMessage> = {}): ReceivedMessage => ({
  messageId: id,
  receiptHandle: `receipt-${id}`,
  body: '{"kind":"survey"}',
  md5OfBody: 'a1',
  attributes: { ApproximateReceiveCount: '1', SentTimestamp: '1772704800000' },
  messageAttributes: {},
  ...override,
});

describe('the response of a function that reports batch item failures', () => {
  const batch = new Set(['a', 'b', 'c']);

  test.each([
    ['null', null],
    ['empty', {}],
    ['an empty list', { batchItemFailures: [] }],
    ['a null list', { batchItemFailures: null }],
    ['a misspelt outer key, which to Lambda is an empty response', { batchItemFailure: [{ itemIdentifier: 'a' }] }],
    ['a bare list', [{ itemIdentifier: 'a' }]],
  ])('is a success of all when it is %s', (_what, response) => {
    expect(judgeBatch(response, batch)).toEqual({ kind: 'judged', failed: new Set() });
  });

  test.each([
    ['an empty identifier', { batchItemFailures: [{ itemIdentifier: '' }] }],
    ['a null identifier', { batchItemFailures: [{ itemIdentifier: null }] }],
    ['a misspelt inner key', { batchItemFailures: [{ itemIdentifer: 'a' }] }],
    ['a message of another batch', { batchItemFailures: [{ itemIdentifier: 'a' }, { itemIdentifier: 'z' }] }],
    ['a list that is none', { batchItemFailures: 'a' }],
    ['a text', 'done'],
  ])('fails the whole batch when it has %s', (_what, response) => {
    expect(judgeBatch(response, batch).kind).toBe('batch-failed');
  });

  test('fails exactly the messages it names, however often', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', 'b', 'c')), (failed) => {
        const response = { batchItemFailures: failed.map((itemIdentifier) => ({ itemIdentifier })) };
        expect(judgeBatch(response, batch)).toEqual({ kind: 'judged', failed: new Set(failed) });
      }),
    );
  });
});

describe('a filter', () => {
  const pattern = parsePattern('{"body":{"kind":["survey","text"],"version":[{"numeric":["=",1]}]}}');

  test('lets through what equals one value at every path', () => {
    expect(fits({ body: '{"kind":"text","version":1}' }, [pattern])).toBe(true);
    expect(fits({ body: '{"kind":"text","version":2}' }, [pattern])).toBe(false);
    expect(fits({ body: 'no json' }, [pattern])).toBe(false);
    expect(fits({ body: 'no json' }, [])).toBe(true);
  });

  test.each(['{"body":{"v":[{"prefix":"a"}]}}', '{"body":{"v":[{"numeric":[">",1]}]}}', '{"body":"a"}'])(
    'is refused when it is more than equality: %s',
    (text) => {
      expect(() => parsePattern(text)).toThrow();
    },
  );
});

test("an event record has Lambda's shape", () => {
  const sent = message('m-1', {
    messageAttributes: { source: { dataType: 'String', stringValue: 'till' } },
    md5OfMessageAttributes: 'b2',
  });
  expect(eventRecord(sent, queueArn, 'us-east-1')).toEqual({
    messageId: 'm-1',
    receiptHandle: 'receipt-m-1',
    body: '{"kind":"survey"}',
    attributes: { ApproximateReceiveCount: '1', SentTimestamp: '1772704800000' },
    messageAttributes: {
      source: { stringValue: 'till', stringListValues: [], binaryListValues: [], dataType: 'String' },
    },
    md5OfMessageAttributes: 'b2',
    md5OfBody: 'a1',
    eventSource: 'aws:sqs',
    eventSourceARN: queueArn,
    awsRegion: 'us-east-1',
  });
});

describe('delivery of a queue to a function', () => {
  const mapping: MappingDefinition = {
    logicalId: 'SurveysToIngest',
    queueArn,
    functionName: 'Ingest',
    enabled: true,
    batchSize: 3,
    windowSeconds: 0,
    reportsBatchItemFailures: true,
    patterns: [],
  };

  const returned = (payload: string): Outcome => ({ kind: 'returned', payload, milliseconds: 1 });

  /** Delivers what is posted, to a function that answers as told, and shows what happened. */
  const deliver = (
    override: Partial<MappingDefinition>,
    answer = (): Promise<Outcome> | Outcome => returned('null'),
  ) => {
    const waiting: ReceivedMessage[] = [];
    const removed: string[] = [];
    const batches: string[][] = [];
    let arrived = (): void => {};
    const poller = startPoller({
      mapping: { ...mapping, ...override },
      region: 'us-east-1',
      concurrency: override.maximumConcurrency ?? 1,
      log: () => {},
      onSettled: () => {},
      source: {
        receive: async (atMost, waitSeconds, signal) => {
          if (waiting.length === 0 && waitSeconds > 0) {
            await new Promise<void>((resolve) => {
              arrived = resolve;
              signal.addEventListener('abort', () => resolve());
            });
          }
          return signal.aborted ? [] : waiting.splice(0, atMost);
        },
        remove: (receiptHandle) => removed.push(receiptHandle.replace('receipt-', '')),
      },
      invoke: async (event) => {
        const { Records } = JSON.parse(event) as { Records: EventRecord[] };
        batches.push(Records.map(({ messageId }) => messageId));
        return answer();
      },
    });
    const post = (...messages: ReceivedMessage[]): void => {
      waiting.push(...messages);
      arrived();
    };
    return { poller, post, removed, batches };
  };

  const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 5));

  test('a full batch goes at once, the rest follows', async () => {
    const { post, batches, removed, poller } = deliver({});
    post(message('a'), message('b'), message('c'), message('d'));
    await settled();
    expect(batches).toEqual([['a', 'b', 'c'], ['d']]);
    expect(removed).toEqual(['a', 'b', 'c', 'd']);
    expect(poller.idle).toBe(true);
    poller.stop();
  });

  test('a batch that is not full waits for its window, unless hurried', async () => {
    const { post, batches, poller } = deliver({ windowSeconds: 300 });
    post(message('a'));
    await settled();
    post(message('b'));
    await settled();
    expect(batches).toEqual([]);
    expect(poller.idle).toBe(false);
    poller.hurry(true);
    await settled();
    expect(batches).toEqual([['a', 'b']]);
    poller.stop();
  });

  test('a window ends by itself, counted from the first message', async () => {
    const { post, batches, poller } = deliver({ windowSeconds: 0.05 });
    post(message('a'));
    await settled();
    post(message('b'));
    await new Promise((resolve) => setTimeout(resolve, 80));
    expect(batches).toEqual([['a', 'b']]);
    poller.stop();
  });

  test('an event never exceeds the payload quota of six megabytes', async () => {
    const { post, batches, poller } = deliver({ batchSize: 10 });
    const large = { body: 'x'.repeat(maxPayloadBytes / 2 - 5000) };
    post(message('a', large), message('b', large), message('c', large));
    await settled();
    expect(batches).toEqual([['a', 'b'], ['c']]);
    poller.stop();
  });

  test('no more batches run at a time than the mapping allows', async () => {
    const endings: (() => void)[] = [];
    const { post, batches, poller } = deliver(
      { batchSize: 1, maximumConcurrency: 2 },
      () => new Promise((resolve) => endings.push(() => resolve(returned('null')))),
    );
    post(message('a'), message('b'), message('c'));
    await settled();
    expect(batches).toEqual([['a'], ['b']]);
    endings.shift()?.();
    await settled();
    expect(batches).toEqual([['a'], ['b'], ['c']]);
    poller.stop();
  });

  test('only what succeeded is deleted', async () => {
    const { post, removed, poller } = deliver({}, () => returned('{"batchItemFailures":[{"itemIdentifier":"b"}]}'));
    post(message('a'), message('b'), message('c'));
    await settled();
    expect(removed).toEqual(['a', 'c']);
    poller.stop();
  });

  test('nothing is deleted when the function fails', async () => {
    const failed: Outcome = { kind: 'failed', errorType: 'Error', errorMessage: 'no', milliseconds: 1 };
    const { post, removed, poller } = deliver({}, () => failed);
    post(message('a'));
    await settled();
    expect(removed).toEqual([]);
    poller.stop();
  });

  test('a message that the filter holds back is deleted unseen', async () => {
    const { post, removed, batches, poller } = deliver({ patterns: [parsePattern('{"body":{"kind":["text"]}}')] });
    post(message('a'), message('b', { body: '{"kind":"text"}' }));
    await settled();
    expect(batches).toEqual([['b']]);
    expect(removed).toEqual(['a', 'b']);
    poller.stop();
  });
});
