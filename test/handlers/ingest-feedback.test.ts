import { describe, expect, it } from 'vitest';
import { plus } from '../../functions/domain/instant.ts';
import { makeHandler } from '../../functions/ingest-feedback/handler.ts';
import { march, surveyMessage, textMessage, words } from '../builders.ts';
import { catchConsole } from '../runtime/console-lines.ts';
import { batch, failedIn, record, SENT_AT, withTime } from '../runtime/deliveries.ts';
import { factsIn, makeIntake, NOW, posted } from './intake.ts';
import { never } from './mortal.ts';

const lines = catchConsole();

/** What upstream systems may post by mistake or malice; none of it fits the contract. */
const broken: [what: string, body: string][] = [
  ['nothing', ''],
  ['blank', ' \n'],
  ['no JSON', 'hello'],
  ['half a JSON', '{"kind":"text"'],
  ['JSON and more', '{} {}'],
  ['a byte order mark', '\ufeff{}'],
  ['null', 'null'],
  ['a number', '17'],
  ['a string', '"text"'],
  ['a list', '[]'],
  ['a list of messages', `[${JSON.stringify(textMessage())}]`],
  ['an empty object', '{}'],
  ['an unknown kind', '{"kind":"fax"}'],
  ['a kind that objects inherit', '{"kind":"constructor"}'],
  ['a kind that is a list', '{"kind":["text"]}'],
  ['a prototype', '{"__proto__":{"kind":"text"}}'],
  ['ten thousand brackets', '['.repeat(10_000)],
  ['ten thousand nested lists', `${'['.repeat(10_000)}${']'.repeat(10_000)}`],
  ['deeply nested attributes', `{"kind":"text","attributes":${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}}`],
  ['a message over 256 KB', JSON.stringify({ ...textMessage(), note: 'x'.repeat(262_144) })],
  ['a body over 32 KB', JSON.stringify({ ...textMessage(), body: 'x'.repeat(32_769) })],
  ['a body over 32 KB by its bytes', JSON.stringify({ ...textMessage(), body: '漢'.repeat(10_923) })],
  ['an empty body', JSON.stringify({ ...textMessage(), body: '' })],
  ['a body that is a number', JSON.stringify({ ...textMessage(), body: 5 })],
  ['half a character', JSON.stringify({ ...textMessage(), body: 'x' }).replace('"x"', '"\\ud83d"')],
  ['half a character in a name', `{"kind":"text","attributes":{"\\udc00":"x"}}`],
  ['no source', JSON.stringify({ ...textMessage(), source: undefined })],
  ['an empty id', JSON.stringify({ ...textMessage(), id: '' })],
  ['an id of 129 characters', JSON.stringify({ ...textMessage(), id: '🙂'.repeat(129) })],
  ['a day without a time', JSON.stringify({ ...textMessage(), occurredAt: '2026-03-05' })],
  ['a time without an offset', JSON.stringify({ ...textMessage(), occurredAt: '2026-03-05T10:00:00' })],
  ['the thirtieth of February', JSON.stringify({ ...textMessage(), occurredAt: '2026-02-30T10:00:00Z' })],
  ['two days ahead', JSON.stringify({ ...textMessage(), occurredAt: '2026-03-07T10:00:00.000Z' })],
  ['another version', JSON.stringify({ ...textMessage(), version: 2 })],
  ['a revision below zero', JSON.stringify({ ...textMessage(), revision: -1 })],
  ['eleven attributes', JSON.stringify({ ...textMessage(), attributes: { ...Array(11).fill('x') } })],
  ['a language that is none', JSON.stringify({ ...textMessage(), language: 'not a language' })],
  ['a score as text', JSON.stringify({ ...surveyMessage(), score: '9' })],
  ['a score off the scale', JSON.stringify({ ...surveyMessage(), score: 11 })],
  ['a scale upside down', JSON.stringify({ ...surveyMessage(), scale: { min: 5, max: 1 }, score: 3 })],
  ['a survey that answers nothing', JSON.stringify({ ...surveyMessage(), score: undefined })],
  ['an invitation with a score', JSON.stringify({ ...surveyMessage(), status: 'invited' })],
  ['a withdrawal of nothing', '{"kind":"text","retracted":true}'],
];

describe('a message that does not fit the contract', () => {
  it('is recorded with its reason and acknowledged, while its neighbours go on', async () => {
    const { ingest, store, lookedAt } = makeIntake();
    const failed = await ingest(
      record('m-1', JSON.stringify({ ...textMessage(), channel: 'fax' })),
      posted('m-2', textMessage()),
    );
    expect(failed).toEqual([]);
    expect([...store.rejects.values()]).toEqual([
      expect.objectContaining({
        messageId: 'm-1',
        queue: 'texts',
        source: 'sms-gateway',
        sentAt: SENT_AT,
        body: JSON.stringify({ ...textMessage(), channel: 'fax' }),
        backfill: false,
        reasons: [{ path: '/channel', code: 'not_allowed' }],
      }),
    ]);
    expect(factsIn(store)).toHaveLength(1);
    expect(lookedAt()).toEqual(['customer#ada']);
  });

  it.each(broken)('is rejected and never trips the batch: %s', async (_, body) => {
    const { ingest, store } = makeIntake();
    expect(await ingest(record('m-1', body), posted('m-2', textMessage()))).toEqual([]);
    expect([...store.rejects.keys()]).toEqual(['m-1']);
    expect(factsIn(store)).toHaveLength(1);
    expect(lines()).not.toContainEqual(expect.objectContaining({ event: 'batch.split' }));
  });

  it('leaves none of its words in the log, and in the record only in its body', async () => {
    const { ingest, store } = makeIntake();
    const attributes = { 'maiden name Okonkwo': 5 };
    await ingest(record('m-1', JSON.stringify({ ...textMessage(), body: 7, source: '', attributes, kind: 'text' })));
    const records = [...store.rejects.values()].map(({ body: _, ...rest }) => rest);
    expect(JSON.stringify([records, lines()])).not.toContain('Okonkwo');
  });

  it('is known as history where it was posted as such', async () => {
    const { ingest, store } = makeIntake();
    await ingest(record('m-1', 'hello', { backfill: 'true' }));
    expect(store.rejects.get('m-1')?.backfill).toBe(true);
  });

  it('comes again where its record could not be kept', async () => {
    const { deps } = makeIntake();
    const rejects = { add: () => Promise.reject(new Error('out')) };
    const response = await makeHandler({ ...deps, rejects })(
      batch(record('m-1', 'hello'), posted('m-2', textMessage())),
      withTime(60_000),
    );
    expect(failedIn(response)).toEqual(['m-1']);
  });

  it('is counted field by field where it only says too much', async () => {
    const { ingest, store } = makeIntake();
    await ingest(record('m-1', JSON.stringify({ ...textMessage(), mood: 'grim', weather: 'rain' })));
    expect(factsIn(store)[0]?.message).not.toHaveProperty('mood');
    expect(lines()).toContainEqual({ event: 'fields.unknown', fields: 2 });
  });
});

describe('when a story is looked at', () => {
  it('is now for live feedback, once a story', async () => {
    const { ingest, store } = makeIntake();
    await ingest(posted('m-1', textMessage({ id: 't-1' })), posted('m-2', textMessage({ id: 't-2' })));
    expect(store.looksSent).toEqual([{ story: 'customer#ada' }]);
    expect(store.dueMarks.size).toBe(0);
  });

  it('is when the clock comes to it for history that is loaded late: no look is sent', async () => {
    const { ingest, store } = makeIntake();
    await ingest(posted('m-1', textMessage({ occurredAt: march(2) }), { backfill: 'true' }));
    expect(store.looksSent).toEqual([]);
    expect([...store.dueMarks.values()]).toMatchObject([{ story: 'customer#ada', at: march(2) }]);
  });

  it('is now where the same feedback came live as well', async () => {
    const { ingest, lookedAt } = makeIntake();
    await ingest(posted('m-1', textMessage(), { backfill: 'true' }), posted('m-2', textMessage()));
    expect(lookedAt()).toEqual(['customer#ada']);
  });

  it('is when the clock comes to it for what lies ahead', async () => {
    const { ingest, store } = makeIntake();
    await ingest(posted('m-1', textMessage({ occurredAt: march(5, '23:00') })));
    expect(store.looksSent).toEqual([]);
    expect([...store.dueMarks.values()]).toMatchObject([{ story: 'customer#ada', at: march(5, '23:00') }]);
  });

  it('is now, as of its own time, where it lies no further ahead than clocks differ, and once more when the clock comes to it', async () => {
    const { ingest, store } = makeIntake();
    const ahead = plus(NOW, 5 * 60_000);
    await ingest(
      posted('m-1', textMessage({ id: 't-1', occurredAt: ahead })),
      posted('m-2', textMessage({ id: 't-2', occurredAt: NOW })),
      posted('m-3', textMessage({ id: 't-3', occurredAt: ahead, customerId: 'bo' }), { backfill: 'true' }),
      posted('m-4', textMessage({ id: 't-4', occurredAt: plus(ahead, 1), customerId: 'cy' })),
    );
    expect(store.looksSent).toEqual([{ story: 'customer#ada', asOf: ahead }]);
    expect([...store.dueMarks.values()]).toMatchObject([
      { story: 'customer#ada', at: ahead },
      { story: 'customer#bo', at: ahead },
      { story: 'customer#cy', at: plus(ahead, 1) },
    ]);
  });

  it('is after the facts, and those after their scores; only then is anything acknowledged', async () => {
    const { ingestUntil } = makeIntake();
    expect(await ingestUntil(never, posted('m-1', textMessage()))).toEqual([
      'guestDays.among',
      'records.addAddresses',
      'facts.alreadyScored',
      'scorer.score',
      'units.take',
      'facts.add',
      'guestDays.among',
      'facts.correctionsOf',
      'due.set',
      'looks.send',
    ]);
  });

  it('comes again whole where the look could not be sent', async () => {
    const { deps } = makeIntake();
    const looks = { send: () => Promise.reject(new Error('out')) };
    const response = await makeHandler({ ...deps, looks })(batch(posted('m-1', textMessage())), withTime(60_000));
    expect(failedIn(response)).toEqual(['m-1']);
  });
});

describe('a batch that comes with little time left', () => {
  it('starts nothing and comes again', async () => {
    const { deps, store, scorer } = makeIntake();
    const posts = batch(posted('m-1', textMessage({ body: words.praise })), record('m-2', 'hello'));
    expect(failedIn(await makeHandler(deps)(posts, withTime(9_999)))).toEqual(['m-1', 'm-2']);
    expect(scorer.asked).toEqual([]);
    expect(store.contents()).toEqual(makeIntake().store.contents());
    expect(store.looksSent).toEqual([]);
  });

  it('is taken with just enough', async () => {
    const { deps, store } = makeIntake();
    await makeHandler(deps)(batch(posted('m-1', textMessage({ occurredAt: NOW }))), withTime(10_000));
    expect(factsIn(store)).toHaveLength(1);
  });
});
