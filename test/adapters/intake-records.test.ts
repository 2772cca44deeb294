import { describe, expect, it } from 'vitest';
import { IntakeRecords, type RejectRecord } from '../../functions/adapters/intake-records.ts';
import { DAY, instantAt, plus } from '../../functions/domain/instant.ts';
import { corrects, march, textFact } from '../builders.ts';
import { tablesInMemory } from './dynalite.ts';

const tables = tablesInMemory();

const reject: RejectRecord = {
  messageId: 'm-1',
  queue: 'texts',
  sentAt: march(5, '23:59'),
  bytes: 17,
  reasons: [{ path: '/kind', code: 'missing' }],
};

describe('a reject record', () => {
  it('is listed under the day the queue took the message, once, for fourteen days', async () => {
    const records = new IntakeRecords((await tables()).state);
    await records.addReject(reject, march(6));
    await records.addReject(reject, march(9));
    const listed = (await records.rejectsOf('2026-03-05')) as { expiresAt: number }[];
    expect(listed).toEqual([expect.objectContaining(reject)]);
    expect(instantAt((listed[0]?.expiresAt ?? 0) * 1000)).toBe(plus(march(6), 14 * DAY));
    expect(await records.rejectsOf('2026-03-06')).toEqual([]);
  });
});

describe('the stories that hold a feedback', () => {
  it('are those of all its revisions, each once, and of no other feedback', async () => {
    const records = new IntakeRecords((await tables()).state);
    const told = textFact();
    const moved = corrects(told, { customerId: 'bo' });
    const elsewhere = Array.from({ length: 60 }, (_, i) => textFact({ id: `t-${i}-x` }));
    await records.addAddresses([told, ...elsewhere, moved, told]);
    await records.addAddresses([told]);
    expect((await records.addressesOf(told)).sort()).toEqual(['customer#ada', 'customer#bo']);
    expect(await records.addressesOf(moved)).toHaveLength(2);
  });

  it('need no address where the feedback lies at its home', async () => {
    const records = new IntakeRecords((await tables()).state);
    const nameless = textFact({ customerId: undefined });
    await records.addAddresses([nameless]);
    expect(await records.addressesOf(nameless)).toEqual([]);
  });
});
