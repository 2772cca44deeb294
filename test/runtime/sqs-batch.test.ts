import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DependencyError } from '../../functions/runtime/errors.ts';
import { type BatchRun, type Delivery, sqsBatch } from '../../functions/runtime/sqs-batch.ts';
import { catchConsole } from './console-lines.ts';
import { batch, failedIn, plentyOfTime, record, SENT_AT, withTime } from './deliveries.ts';

const lines = catchConsole();
const three = batch(record('m-1', 'one'), record('m-2', 'two'), record('m-3', 'three'));

describe('a batch of messages', () => {
  it('reaches the work with body, queue, sending time and text attributes', async () => {
    const seen: Delivery[] = [];
    const handler = sqsBatch(async (deliveries) => {
      seen.push(...deliveries);
    });
    const binary = { binaryValue: 'AA==', dataType: 'Binary' };
    const posted = record('m-1', 'hello', { backfill: 'true' });
    await handler(
      batch({ ...posted, messageAttributes: { ...posted.messageAttributes, trace: binary } }),
      plentyOfTime,
    );
    expect(seen).toEqual([
      {
        messageId: 'm-1',
        body: 'hello',
        sentAt: SENT_AT,
        queue: 'texts',
        receives: 1,
        attributes: { backfill: 'true' },
      },
    ]);
  });

  it('is acknowledged whole when nothing failed', async () => {
    const handler = sqsBatch(async () => {});
    expect(await handler(three, plentyOfTime)).toEqual({ batchItemFailures: [] });
  });

  it('names the messages that failed, each once, and no neighbour', async () => {
    const handler = sqsBatch(async (deliveries, run) => {
      for (const delivery of deliveries.filter(({ body }) => body !== 'two')) {
        run.fail(delivery, new DependencyError('first'));
        run.fail(delivery, new DependencyError('second'));
      }
    });
    expect(await handler(three, plentyOfTime)).toEqual({
      batchItemFailures: [{ itemIdentifier: 'm-1' }, { itemIdentifier: 'm-3' }],
    });
  });

  it('is split where the work throws, so that the message that trips it fails alone', async () => {
    const handler = sqsBatch(async (deliveries) => {
      if (deliveries.some(({ body }) => body === 'two')) throw new TypeError('tripped');
    });
    expect(failedIn(await handler(three, plentyOfTime))).toEqual(['m-2']);
  });

  it('fails whole only where each message fails by itself', async () => {
    const handler = sqsBatch(() => Promise.reject(new DependencyError('out')));
    expect(failedIn(await handler(three, plentyOfTime))).toEqual(['m-1', 'm-2', 'm-3']);
  });

  it('takes a message for done that failed beside others and went through alone', async () => {
    const handler = sqsBatch(async (deliveries, run) => {
      const [first] = deliveries;
      if (deliveries.length === 1 || !first) return;
      run.fail(first, new DependencyError('throttled'));
      throw new DependencyError('out');
    });
    expect(failedIn(await handler(three, plentyOfTime))).toEqual([]);
  });

  it('never names a message from outside: Lambda would take the whole batch for failed', async () => {
    const stranger: Delivery = {
      messageId: 'm-99',
      body: '',
      sentAt: SENT_AT,
      queue: 'texts',
      receives: 1,
      attributes: {},
    };
    const handler = sqsBatch(async (deliveries, run) => {
      run.fail(stranger, new DependencyError('not ours'));
      run.fail({ ...stranger, messageId: '' }, new DependencyError('nobody'));
      if (deliveries[0]) run.fail(deliveries[0], new DependencyError('ours'));
    });
    expect(failedIn(await handler(three, plentyOfTime))).toEqual(['m-1']);
  });

  it('tells the work how much time is left whenever it asks', async () => {
    const told: number[] = [];
    const handler = sqsBatch(async (_, run: BatchRun) => {
      told.push(run.remaining(), run.remaining());
    });
    await handler(three, withTime(9_000, 4_000));
    expect(told).toEqual([9_000, 4_000]);
  });

  it('answers with exactly the messages whose work fails, whatever way it fails', async () => {
    const outcome = fc.constantFrom('done', 'failed', 'throws');
    await fc.assert(
      fc.asyncProperty(fc.array(outcome, { maxLength: 12 }), async (outcomes) => {
        const handler = sqsBatch(async (deliveries, run) => {
          for (const delivery of deliveries) {
            if (delivery.body === 'failed') run.fail(delivery, new DependencyError('failed'));
            if (delivery.body === 'throws') throw new TypeError('thrown');
          }
        });
        const response = await handler(batch(...outcomes.map((body, i) => record(`m-${i}`, body))), plentyOfTime);
        expect(failedIn(response)).toEqual(outcomes.flatMap((body, i) => (body === 'done' ? [] : [`m-${i}`])));
      }),
    );
  });

  it('logs what failed by kind and never by its words', async () => {
    const handler = sqsBatch(() => Promise.reject(new SyntaxError('Unexpected "my card is 4111"')));
    await handler(batch(record('m-1', 'my card is 4111')), plentyOfTime);
    expect(lines()).toContainEqual({ event: 'message.failed', queue: 'texts', messageId: 'm-1', error: 'SyntaxError' });
    expect(JSON.stringify(lines())).not.toContain('4111');
  });
});
