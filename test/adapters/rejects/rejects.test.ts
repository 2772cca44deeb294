import { describe, expect, it } from 'vitest';
import { BodySealer } from '../../../functions/adapters/rejects/body-seal.ts';
import { RejectWriter } from '../../../functions/adapters/rejects/reject-writer.ts';
import { StoredRejects } from '../../../functions/adapters/rejects/stored-rejects.ts';
import { DAY, plus } from '../../../functions/domain/instant.ts';
import { type RejectedMessage, rejectId } from '../../../functions/domain/rejects/reject.ts';
import { DependencyError } from '../../../functions/runtime/errors.ts';
import { march } from '../../builders.ts';
import { tablesInMemory } from '../dynalite.ts';
import { deadClient, KEY, keyService } from './kept.ts';

const tables = tablesInMemory();
const service = keyService();

const broken: RejectedMessage = {
  messageId: 'm-1',
  queue: 'texts',
  source: 'sms-gateway',
  backfill: false,
  sentAt: march(5, '23:59'),
  body: '{"kind":"text","body":"my card is 4111 1111 1111 1111"}',
  reasons: [{ path: '/source', code: 'missing' }],
};
const id = rejectId(broken.queue, broken.body);

const kept = async () => {
  const { state } = await tables();
  const { sealer, opener, calls } = service();
  const stored = new StoredRejects(state);
  return { state, stored, writer: new RejectWriter(state, sealer), calls, body: (of = id) => stored.body(of, opener) };
};

describe('a rejected message', () => {
  it('is noted once, on the day the queue took it, however often it is delivered', async () => {
    const { writer, stored } = await kept();
    await writer.add(broken, march(6));
    await writer.add(broken, march(9));
    const { body: _, backfill: __, ...note } = broken;
    expect(await stored.ofDay('2026-03-05')).toEqual([
      { ...note, reject: id, rejectedAt: march(6), bytes: broken.body.length },
    ]);
    expect(await stored.ofDay('2026-03-06')).toEqual([]);
  });

  it('is found on its day among all shards', async () => {
    const { writer, stored } = await kept();
    const messages = Array.from({ length: 20 }, (_, i) => ({ ...broken, messageId: `m-${i}` }));
    for (const message of messages) await writer.add(message, march(6));
    expect(await stored.ofDay('2026-03-05')).toHaveLength(20);
  });

  it('gives its body back to who may open it, and to nobody else', async () => {
    const { writer, state, body } = await kept();
    await writer.add(broken, march(6));
    expect(await body()).toBe(broken.body);
    const items = await state.partition(`reject#${id}`);
    const bytes = items.flatMap((item) => Object.values(item)).filter((value) => value instanceof Uint8Array);
    expect(bytes).toHaveLength(4);
    const readable = bytes.map((value) => Buffer.from(value).toString('latin1'));
    expect(JSON.stringify([items, readable])).not.toContain('4111');
  });

  it('keeps one body however often it comes, sealed anew only where it would go too early', async () => {
    const { writer, state, body } = await kept();
    const sealed = async () => (await state.partition(`reject#${id}`)).map(({ iv }) => iv);
    for (let i = 0; i < 5; i++) await writer.add({ ...broken, messageId: `m-${i}` }, march(6));
    const first = await sealed();
    expect(first).toHaveLength(1);
    await writer.add({ ...broken, messageId: 'm-6' }, plus(march(6), DAY));
    expect(await sealed()).toEqual(first);
    await writer.add({ ...broken, messageId: 'm-7' }, plus(march(6), DAY + 1000));
    expect(await sealed()).not.toEqual(first);
    expect(await body()).toBe(broken.body);
  });

  it('may have a body of a megabyte, which more than one item holds', async () => {
    const { writer, state, body } = await kept();
    const large = { ...broken, body: 'ü'.repeat(512 * 1024) };
    await writer.add(large, march(6));
    const largeId = rejectId(large.queue, large.body);
    expect(await state.partition(`reject#${largeId}`)).toHaveLength(3);
    expect(await body(largeId)).toBe(large.body);
    await writer.add({ ...large, messageId: 'm-2' }, march(8));
    expect(await body(largeId)).toBe(large.body);
  });

  it('is not noted at all where its body cannot be sealed', async () => {
    const { state, stored } = await kept();
    const writer = new RejectWriter(state, new BodySealer(deadClient(), KEY));
    await expect(writer.add(broken, march(6))).rejects.toThrow(DependencyError);
    expect(await stored.ofDay('2026-03-05')).toEqual([]);
  });
});

describe('the list of rejects', () => {
  it('counts messages of one body, of the last fourteen days, also where the table has not yet dropped older ones', async () => {
    const { writer, stored } = await kept();
    await writer.add(broken, march(6));
    await writer.add({ ...broken, messageId: 'm-2', sentAt: march(7) }, march(7));
    await writer.add({ ...broken, messageId: 'm-3', queue: 'surveys' }, march(7));
    expect(await stored.all(march(8))).toMatchObject([
      { id, count: 2, firstSentAt: march(5, '23:59'), lastSentAt: march(7), open: true },
      { queue: 'surveys', count: 1 },
    ]);
    expect(await stored.all(plus(march(6), 14 * DAY + 1))).toMatchObject([{ id, count: 1 }, { count: 1 }]);
    expect(await stored.all(plus(march(7), 14 * DAY + 1))).toEqual([]);
  });

  it('finds what waited four days in its queue before it was rejected', async () => {
    const { writer, stored } = await kept();
    await writer.add({ ...broken, sentAt: march(1) }, march(5));
    expect(await stored.all(plus(march(5), 14 * DAY))).toHaveLength(1);
  });

  it('says what was handled, and opens it again when it is rejected again', async () => {
    const { writer, stored } = await kept();
    await writer.add(broken, march(6));
    await stored.setHandled(id, { at: march(7), upTo: march(6), how: 'redriven' });
    expect(await stored.all(march(8))).toMatchObject([{ open: false, handled: { how: 'redriven', at: march(7) } }]);
    await writer.add({ ...broken, messageId: 'm-2' }, march(8));
    expect(await stored.all(march(8))).toMatchObject([{ open: true, count: 2 }]);
  });

  it('goes on without a body that was deleted, and a new message brings it back', async () => {
    const { writer, stored, state, body } = await kept();
    await writer.add(broken, march(6));
    await stored.deleteBody(id);
    expect(await body()).toBeUndefined();
    expect(await state.partition(`reject#${id}`)).toEqual([]);
    expect(await stored.all(march(8))).toHaveLength(1);
    await writer.add({ ...broken, messageId: 'm-2' }, march(7));
    expect(await body()).toBe(broken.body);
  });
});
