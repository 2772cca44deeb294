import { afterEach, describe, expect, it, vi } from 'vitest';
import { QueueService, type ReceivedMessage } from '../../lib/local/sqs/queues.ts';

const START = Date.parse('2026-03-05T10:00:00Z');

const bodies = (messages: ReceivedMessage[]): string[] => messages.map((message) => message.body);

describe('a long poll', () => {
  afterEach(() => vi.useRealTimers());

  const liveService = () => {
    vi.useFakeTimers({ now: START });
    const sqs = new QueueService({ now: () => Date.now() });
    sqs.createQueue('feedback');
    return sqs;
  };

  it('is woken by a send, and gets what was sent together in one go', async () => {
    const sqs = liveService();
    const poll = sqs.receive('feedback', { max: 10, waitSeconds: 20 });
    sqs.sendMessageBatch('feedback', [
      { id: 'a', body: 'one' },
      { id: 'b', body: 'two' },
    ]);
    expect(bodies(await poll)).toEqual(['one', 'two']);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('is woken when a message becomes visible again', async () => {
    const sqs = liveService();
    sqs.sendMessage('feedback', { body: 'again' });
    await sqs.receive('feedback');
    vi.advanceTimersByTime(25_000);
    const poll = sqs.receive('feedback', { waitSeconds: 20 });
    await vi.advanceTimersByTimeAsync(4999);
    expect(sqs.depths().feedback?.inFlight).toBe(1);
    await vi.advanceTimersByTimeAsync(1);
    expect((await poll)[0]?.attributes.ApproximateReceiveCount).toBe('2');
  });

  it('is woken by fast-forward', async () => {
    const sqs = liveService();
    sqs.sendMessage('feedback', { body: 'later', delaySeconds: 900 });
    const poll = sqs.receive('feedback', { waitSeconds: 20 });
    sqs.fastForward();
    expect(bodies(await poll)).toEqual(['later']);
  });

  it('ends empty-handed after its wait', async () => {
    const sqs = liveService();
    const poll = sqs.receive('feedback', { waitSeconds: 20 });
    await vi.advanceTimersByTimeAsync(20_000);
    expect(await poll).toEqual([]);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('swallows nothing once its client has gone', async () => {
    const sqs = liveService();
    const client = new AbortController();
    const poll = sqs.receive('feedback', { waitSeconds: 20 }, client.signal);
    client.abort();
    sqs.sendMessage('feedback', { body: 'for somebody else' });
    expect(await poll).toEqual([]);
    expect(await sqs.receive('feedback', { waitSeconds: 20 }, AbortSignal.abort())).toEqual([]);
    const [message] = await sqs.receive('feedback');
    expect(message?.attributes.ApproximateReceiveCount).toBe('1');
  });

  it('that waits longest is served first', async () => {
    const sqs = liveService();
    const first = sqs.receive('feedback', { waitSeconds: 20 });
    const second = sqs.receive('feedback', { waitSeconds: 20 });
    sqs.sendMessage('feedback', { body: 'one' });
    expect(bodies(await first)).toEqual(['one']);
    sqs.sendMessage('feedback', { body: 'two' });
    expect(bodies(await second)).toEqual(['two']);
  });

  it('does not spin while an injected clock stands still', async () => {
    vi.useFakeTimers({ now: START });
    let looks = 0;
    const sqs = new QueueService({
      now: () => {
        looks++;
        return START;
      },
    });
    sqs.createQueue('feedback');
    sqs.sendMessage('feedback', { body: 'later', delaySeconds: 10 });
    const poll = sqs.receive('feedback', { waitSeconds: 20 });
    await vi.advanceTimersByTimeAsync(20_000);
    expect(await poll).toEqual([]);
    expect(looks).toBeLessThan(50);
  });
});
