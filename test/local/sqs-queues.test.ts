import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { QueueService, type ReceivedMessage } from '../../lib/local/sqs/queues.ts';

const START = Date.parse('2026-03-05T10:00:00Z');

/** A service whose time stands still until told, with one queue `feedback` of 30 s visibility. */
const serviceAt = () => {
  const clock = { ms: START };
  const sqs = new QueueService({ now: () => clock.ms });
  sqs.createQueue('feedback');
  return { clock, sqs };
};

/** The same with a dead-letter queue after three receipts. */
const serviceWithDeadLetters = () => {
  const { clock, sqs } = serviceAt();
  sqs.createQueue('feedback-dead');
  const deadLetterTargetArn = sqs.getQueueAttributes('feedback-dead').QueueArn;
  sqs.setQueueAttributes('feedback', { RedrivePolicy: JSON.stringify({ deadLetterTargetArn, maxReceiveCount: 3 }) });
  return { clock, sqs };
};

const one = async (sqs: QueueService, queue = 'feedback'): Promise<ReceivedMessage> => {
  const [message] = await sqs.receive(queue);
  if (!message) throw new Error(`nothing to receive from ${queue}`);
  return message;
};

const bodies = (messages: ReceivedMessage[]): string[] => messages.map((message) => message.body);

describe('a message in a queue', () => {
  it('is out of sight while its receiver works on it, and seen again when the visibility timeout is over', async () => {
    const { clock, sqs } = serviceAt();
    sqs.sendMessage('feedback', { body: 'late again' });
    await one(sqs);
    clock.ms += 29_999;
    expect(await sqs.receive('feedback')).toEqual([]);
    clock.ms += 1;
    expect((await one(sqs)).attributes.ApproximateReceiveCount).toBe('2');
  });

  it('is gone for good once deleted, and deleting it again is no error', async () => {
    const { clock, sqs } = serviceAt();
    sqs.sendMessage('feedback', { body: 'late again' });
    const { receiptHandle } = await one(sqs);
    sqs.deleteMessage('feedback', receiptHandle);
    sqs.deleteMessage('feedback', receiptHandle);
    clock.ms += 60_000;
    expect(await sqs.receive('feedback')).toEqual([]);
    expect(sqs.depths()).toEqual({ feedback: { visible: 0, delayed: 0, inFlight: 0 } });
  });

  it('survives the receipt handle of an earlier receipt', async () => {
    const { clock, sqs } = serviceAt();
    sqs.sendMessage('feedback', { body: 'late again' });
    const stale = await one(sqs);
    clock.ms += 30_000;
    await one(sqs);
    sqs.deleteMessage('feedback', stale.receiptHandle);
    expect(sqs.depths().feedback).toEqual({ visible: 0, delayed: 0, inFlight: 1 });
  });

  it('is delayed by its own delay, or else by that of its queue', async () => {
    const { clock, sqs } = serviceAt();
    sqs.setQueueAttributes('feedback', { DelaySeconds: '5' });
    sqs.sendMessage('feedback', { body: 'slow' });
    sqs.sendMessage('feedback', { body: 'slower', delaySeconds: 9 });
    sqs.sendMessage('feedback', { body: 'now', delaySeconds: 0 });
    expect(bodies(await sqs.receive('feedback', { max: 10 }))).toEqual(['now']);
    clock.ms += 5000;
    expect(bodies(await sqs.receive('feedback', { max: 10 }))).toEqual(['slow']);
    clock.ms += 4000;
    expect(bodies(await sqs.receive('feedback', { max: 10 }))).toEqual(['slower']);
  });

  it('can be handed back at once or kept longer', async () => {
    const { clock, sqs } = serviceAt();
    sqs.sendMessage('feedback', { body: 'late again' });
    sqs.changeMessageVisibility('feedback', (await one(sqs)).receiptHandle, 0);
    const again = await one(sqs);
    sqs.changeMessageVisibility('feedback', again.receiptHandle, 3600);
    clock.ms += 3_599_999;
    expect(sqs.depths().feedback?.inFlight).toBe(1);
    clock.ms += 1;
    expect(() => sqs.changeMessageVisibility('feedback', again.receiptHandle, 5)).toThrow(
      expect.objectContaining({ shape: 'MessageNotInflight' }),
    );
  });

  it('received with visibility 0 is in sight still, but only once in one receipt', async () => {
    const { sqs } = serviceAt();
    sqs.sendMessage('feedback', { body: 'late again' });
    expect(await sqs.receive('feedback', { max: 10, visibilityTimeout: 0 })).toHaveLength(1);
    expect(await sqs.receive('feedback', { max: 10, visibilityTimeout: 0 })).toHaveLength(1);
  });

  it('tells who sent it, when, and when it was first received', async () => {
    const { clock, sqs } = serviceAt();
    sqs.sendMessage('feedback', { body: 'late again', senderId: 'AKIDTILL', groupId: 'till-4' });
    clock.ms += 1500;
    expect((await one(sqs)).attributes).toEqual({
      SenderId: 'AKIDTILL',
      SentTimestamp: String(START),
      ApproximateReceiveCount: '1',
      ApproximateFirstReceiveTimestamp: String(START + 1500),
      MessageGroupId: 'till-4',
    });
  });
});

describe('a message nobody can handle', () => {
  it('moves to the dead-letter queue after its last receipt, with its id and sending time', async () => {
    const { clock, sqs } = serviceWithDeadLetters();
    const { messageId } = sqs.sendMessage('feedback', { body: 'poison' });
    for (let receipt = 1; receipt <= 3; receipt++) {
      expect((await one(sqs)).messageId).toBe(messageId);
      clock.ms += 30_000;
    }
    expect(await sqs.receive('feedback')).toEqual([]);
    const dead = await one(sqs, 'feedback-dead');
    expect(dead).toMatchObject({
      messageId,
      body: 'poison',
      attributes: {
        SentTimestamp: String(START),
        ApproximateReceiveCount: '4',
        DeadLetterQueueSourceArn: 'arn:aws:sqs:us-east-1:000000000000:feedback',
      },
    });
    expect(sqs.depths().feedback).toEqual({ visible: 0, delayed: 0, inFlight: 0 });
  });

  it('does not take its neighbours with it', async () => {
    const { sqs } = serviceWithDeadLetters();
    sqs.sendMessage('feedback', { body: 'poison' });
    for (let receipt = 1; receipt <= 3; receipt++) await sqs.receive('feedback', { visibilityTimeout: 0 });
    sqs.sendMessage('feedback', { body: 'innocent' });
    expect(bodies(await sqs.receive('feedback', { max: 10 }))).toEqual(['innocent']);
    expect(sqs.deadLetterSources('feedback-dead')).toEqual(['feedback']);
  });

  it('is handed out further when its dead-letter queue has been deleted', async () => {
    const { sqs } = serviceWithDeadLetters();
    sqs.deleteQueue('feedback-dead');
    sqs.sendMessage('feedback', { body: 'poison' });
    for (let receipt = 1; receipt <= 5; receipt++) {
      expect(await sqs.receive('feedback', { visibilityTimeout: 0 })).toHaveLength(1);
    }
    expect(sqs.depths().feedback).toEqual({ visible: 1, delayed: 0, inFlight: 0 });
  });

  it('needs a dead-letter queue that exists when the policy is set', () => {
    const { sqs } = serviceAt();
    const RedrivePolicy = JSON.stringify({ deadLetterTargetArn: 'arn:aws:sqs:us-east-1:0:none', maxReceiveCount: 3 });
    expect(() => sqs.setQueueAttributes('feedback', { RedrivePolicy })).toThrow('Dead letter target does not exist');
  });
});

describe('an idle local cloud', () => {
  it('goes forward to the messages that fall due next, whatever their queue, and no further', async () => {
    const { sqs } = serviceAt();
    sqs.createQueue('slow', { VisibilityTimeout: '365' });
    sqs.sendMessage('slow', { body: 'retry' });
    sqs.sendMessage('feedback', { body: 'delayed', delaySeconds: 300 });
    await one(sqs, 'slow');
    expect(sqs.fastForward()).toBe(true);
    expect(bodies(await sqs.receive('feedback'))).toEqual(['delayed']);
    expect(await sqs.receive('slow')).toEqual([]);
    sqs.purgeQueue('feedback');
    expect(sqs.fastForward()).toBe(true);
    expect(bodies(await sqs.receive('slow'))).toEqual(['retry']);
  });

  it('brings a batch that failed together back together', async () => {
    const { sqs } = serviceAt();
    for (let n = 0; n < 25; n++) sqs.sendMessage('feedback', { body: `${n}` });
    await sqs.receiveUpTo('feedback', 10_000);
    expect(sqs.fastForward()).toBe(true);
    expect(await sqs.receiveUpTo('feedback', 10_000)).toHaveLength(25);
  });

  it('does so though its clock goes on while the batch is taken', async () => {
    let ms = START;
    const sqs = new QueueService({ now: () => ms++ });
    sqs.createQueue('feedback');
    for (let n = 0; n < 25; n++) sqs.sendMessage('feedback', { body: `${n}` });
    await sqs.receiveUpTo('feedback', 10_000);
    sqs.fastForward();
    expect(await sqs.receiveUpTo('feedback', 10_000)).toHaveLength(25);
  });

  it('has nowhere to go when nothing waits', () => {
    const { sqs } = serviceAt();
    sqs.sendMessage('feedback', { body: 'visible' });
    expect(sqs.fastForward()).toBe(false);
  });
});

describe('no message is lost', () => {
  type Step = { do: 'send' | 'receive' | 'delete' | 'return' | 'wait' | 'forward'; n: number };
  const steps = fc.array(
    fc.record({
      do: fc.constantFrom<Step['do']>('send', 'send', 'receive', 'delete', 'return', 'wait', 'forward'),
      n: fc.integer({ min: 0, max: 12 }),
    }),
    { maxLength: 60 },
  );

  it('whatever the order of sending, receiving, failing and waiting: each is received until deleted', async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (history) => {
        const { clock, sqs } = serviceWithDeadLetters();
        const alive = new Set<string>();
        const held: ReceivedMessage[] = [];
        for (const step of history) {
          const some = held[step.n % Math.max(1, held.length)];
          if (step.do === 'send') {
            alive.add(sqs.sendMessage('feedback', { body: 'x', delaySeconds: step.n }).messageId);
          } else if (step.do === 'receive') {
            held.push(...(await sqs.receiveUpTo('feedback', step.n)));
          } else if (step.do === 'delete' && some) {
            const before = total(sqs);
            sqs.deleteMessage('feedback', some.receiptHandle);
            if (total(sqs) < before) alive.delete(some.messageId);
          } else if (step.do === 'return' && some) {
            try {
              sqs.changeMessageVisibility('feedback', some.receiptHandle, step.n);
            } catch {
              // an old receipt: refused, and nothing may have changed
            }
          } else if (step.do === 'wait') {
            clock.ms += step.n * 10_000;
          } else if (step.do === 'forward') {
            sqs.fastForward();
          }
          expect(total(sqs)).toBe(alive.size);
        }
        const left: string[] = [];
        while (total(sqs) > 0) {
          for (const queue of ['feedback', 'feedback-dead']) {
            for (const message of await sqs.receiveUpTo(queue, 10_000)) {
              left.push(message.messageId);
              sqs.deleteMessage(queue, message.receiptHandle);
            }
          }
          sqs.fastForward();
        }
        expect(left.sort()).toEqual([...alive].sort());
      }),
      { numRuns: 150 },
    );
  });

  const total = (sqs: QueueService): number =>
    Object.values(sqs.depths()).reduce((sum, depth) => sum + depth.visible + depth.delayed + depth.inFlight, 0);
});

describe('a queue of 100,000 messages', () => {
  it('is sent, received and deleted by the thousands in a moment', async () => {
    const { sqs } = serviceAt();
    const began = performance.now();
    for (let n = 0; n < 100_000; n++) sqs.sendMessage('feedback', { body: `${n}` });
    let received = 0;
    for (let batch = await sqs.receive('feedback', { max: 10 }); batch.length > 0; ) {
      for (const message of batch) sqs.deleteMessage('feedback', message.receiptHandle);
      received += batch.length;
      batch = await sqs.receive('feedback', { max: 10 });
    }
    expect(received).toBe(100_000);
    // About 0.5 s where it was written; a scan of the queue in every receive takes minutes.
    expect(performance.now() - began).toBeLessThan(5000);
  });
});
