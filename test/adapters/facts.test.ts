import * as fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { FactWriter, StoredFacts } from '../../functions/adapters/facts.ts';
import { instantAt, plus } from '../../functions/domain/instant.ts';
import { type Fact, factOf, factSortKey } from '../../functions/domain/message/fact.ts';
import { feedbackHome } from '../../functions/domain/message/identity.ts';
import type { Sentiment } from '../../functions/domain/scoring/sentiment.ts';
import { corrects, march, reviewFact, surveyFact, textFact, textMessage, withdraws } from '../builders.ts';
import { type Tables, tablesInMemory } from './dynalite.ts';

const tables = tablesInMemory();
const RECEIVED = march(3);
const ada = 'customer#ada';

let made: Tables;
let stored: StoredFacts;
let writer: FactWriter;
beforeAll(async () => {
  made = await tables();
  stored = new StoredFacts(made.facts);
  writer = new FactWriter(made.facts, 400);
});

const sentiment = (scorer = 'scorer-1'): Sentiment => ({
  label: 'negative',
  scores: { negative: 0.7, neutral: 0.1, positive: 0.1, mixed: 0.1 },
  scorer,
});

/** Each test tells its own story. */
let told = 0;
const somebody = (): { customerId: string } => ({ customerId: `customer-${told++}` });
const storyOf = (fact: Fact) => stored.story(fact.story, march(1), march(31));

describe('a fact', () => {
  it.each([
    ['text', textFact({ attributes: { tier: 'gold', empty: '' }, language: 'pt-BR' })],
    [
      'survey',
      surveyFact({ scale: { min: 0, max: 10, best: 'min' }, score: 0.1, comment: 'Très déçu 😞', question: '' }),
    ],
    ['review', reviewFact({ title: '', body: 'Fine', platform: 'maps', location: undefined })],
    ['withdrawal', withdraws(textFact())],
    ['fact without a language', factOf(textMessage())],
  ])('comes back equal: %s', async (kind, fact) => {
    const own = { ...fact, story: `story of the ${kind}` };
    await writer.add(own, undefined, RECEIVED);
    expect((await storyOf(own)).facts).toEqual([own]);
  });

  it('comes back equal whatever its words', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', minLength: 1, maxLength: 60 }), async (body) => {
        const fact = textFact({ ...somebody(), body });
        await writer.add(fact, sentiment(), RECEIVED);
        const story = await storyOf(fact);
        expect(story.facts).toEqual([fact]);
        expect(story.sentiments).toEqual(new Map([[factSortKey(fact), sentiment()]]));
      }),
      { numRuns: 15 },
    );
  });

  it('keeps its first bytes, and the day it goes, however late it comes again', async () => {
    const fact = textFact(somebody());
    await writer.add(fact, sentiment(), RECEIVED);
    const first = await made.facts.partition(fact.story);
    await writer.add(fact, { ...sentiment(), label: 'positive' }, march(20));
    expect(await made.facts.partition(fact.story)).toEqual(first);
    expect(first.map(({ expiresAt }) => instantAt((expiresAt as number) * 1000))).toEqual(
      Array(2).fill(plus(RECEIVED, 400 * 24 * 3_600_000)),
    );
  });

  it('gets its score later where it came without', async () => {
    const fact = textFact(somebody());
    await writer.add(fact, undefined, RECEIVED);
    expect(await writer.alreadyScored([fact], 'scorer-1')).toEqual(new Set());
    await writer.add(fact, sentiment(), RECEIVED);
    expect(await writer.alreadyScored([fact], 'scorer-1')).toEqual(new Set([fact]));
    expect(await writer.alreadyScored([fact], 'scorer-2')).toEqual(new Set());
    expect((await storyOf(fact)).sentiments.size).toBe(1);
  });

  it('gets a score by itself later, which lasts as long as the fact and stays the first', async () => {
    const fact = textFact(somebody());
    await writer.add(fact, undefined, RECEIVED);
    await writer.addScore(fact, sentiment(), RECEIVED);
    await writer.addScore(fact, { ...sentiment(), label: 'positive' }, march(20));
    expect((await storyOf(fact)).sentiments).toEqual(new Map([[factSortKey(fact), sentiment()]]));
    const [itself, score] = await made.facts.partition(fact.story);
    expect(score?.expiresAt).toBe(itself?.expiresAt);
  });

  it('is found by its story and sort key, where it is still there', async () => {
    const [kept, gone] = [textFact(somebody()), textFact(somebody())];
    await writer.add(kept, sentiment(), RECEIVED);
    const named = [kept, gone].map((fact) => ({ story: fact.story, fact: factSortKey(fact) }));
    expect(await writer.named(named)).toEqual([kept]);
  });

  it('is found with what it was looked for by, among more than one read takes, where it is still there', async () => {
    const facts = Array.from({ length: 130 }, () => textFact(somebody()));
    const gone = facts[7] as Fact;
    await Promise.all(facts.filter((fact) => fact !== gone).map((fact) => writer.add(fact, sentiment(), RECEIVED)));
    const refs = facts.map((fact, i) => ({ story: fact.story, fact: factSortKey(fact), order: `order ${i}` }));
    const found = await stored.at([...refs, ...refs.slice(0, 3)]);
    expect(found).toHaveLength(129);
    expect(new Map(found.map(({ ref, fact }) => [ref.order, fact]))).toEqual(
      new Map(facts.flatMap((fact, i) => (fact === gone ? [] : [[`order ${i}`, fact] as const]))),
    );
  });

  it('counts with the answer of the last of its scorers, and once', async () => {
    const fact = textFact(somebody());
    await writer.add(fact, sentiment('scorer-2'), RECEIVED);
    await writer.add(fact, sentiment('scorer-1'), RECEIVED);
    const story = await storyOf(fact);
    expect(story.facts).toEqual([fact]);
    expect([...story.sentiments.values()].map(({ scorer }) => scorer)).toEqual(['scorer-2']);
  });

  it('is known to be scored among more facts than one read takes', async () => {
    const customer = somebody();
    const facts = Array.from({ length: 130 }, (_, i) => textFact({ ...customer, id: `t-${i}` }));
    const scored = facts.filter((_, i) => i % 3 === 0);
    await Promise.all(scored.map((fact) => writer.add(fact, sentiment(), RECEIVED)));
    expect(await writer.alreadyScored(facts, 'scorer-1')).toEqual(new Set(scored));
  });
});

describe('a story', () => {
  it('holds what happened from its horizon to its time, both included, and no moment more', async () => {
    const customer = somebody();
    const at = (occurredAt: string) => textFact({ ...customer, id: occurredAt, occurredAt });
    const [before, first, last, after] = [
      at('2026-03-01T23:59:59.999Z'),
      at('2026-03-02T00:00:00.000Z'),
      at('2026-03-05T10:00:00.000Z'),
      at('2026-03-05T10:00:00.001Z'),
    ] as const;
    for (const fact of [after, before, last, first]) await writer.add(fact, sentiment(), RECEIVED);
    const story = await stored.story(first.story, '2026-03-02T00:00:00.000Z', '2026-03-05T10:00:00.000Z');
    expect(story.facts).toEqual([first, last]);
    expect([...story.sentiments.keys()]).toEqual([first, last].map(factSortKey));
  });

  it('is told by the 500 facts that are folded and 200 more, each with its score, over a megabyte or not', async () => {
    const customer = somebody();
    const body = 'It was late. '.repeat(200);
    const facts = Array.from({ length: 710 }, (_, i) =>
      textFact({ ...customer, body, id: `t-${i}`, occurredAt: plus(march(2), i * 60_000) }),
    );
    await Promise.all(facts.map((fact) => writer.add(fact, sentiment(), RECEIVED)));
    const story = await stored.story(facts[0]?.story ?? '', march(1), march(31));
    expect(story.facts).toEqual(facts.slice(-700));
    expect(story.facts.every((fact) => story.sentiments.has(factSortKey(fact)))).toBe(true);
  });

  it('keeps customers apart whose keys look alike', async () => {
    const alike = ['x', 'x#', 'x#2026', 'customer#x', 'X', ' x', 'x\u0000', 'ẋ'];
    const facts = alike.map((customerId) => textFact({ customerId }));
    for (const fact of facts) await writer.add(fact, undefined, RECEIVED);
    for (const fact of facts) expect((await storyOf(fact)).facts).toEqual([fact]);
  });

  it('of nobody is empty', async () => {
    expect(await stored.story('customer#nobody', march(1), march(31))).toEqual({ facts: [], sentiments: new Map() });
  });
});

describe('the facts of a day', () => {
  it('are listed whole, without scores, copies and other days', async () => {
    const customer = somebody();
    const day = Array.from({ length: 40 }, (_, i) =>
      textFact({ ...customer, id: `t-${i}`, occurredAt: plus('2026-02-10T00:00:00.000Z', i * 2_000_000) }),
    );
    const nextDay = textFact({ ...customer, id: 't-x', occurredAt: '2026-02-11T00:00:00.000Z' });
    for (const fact of [...day, nextDay]) await writer.add(fact, sentiment(), RECEIVED);
    await writer.copy(day[0] as Fact, 'customer#elsewhere', RECEIVED);
    await writer.addCorrection(day[1] as Fact, RECEIVED);
    const keys = await stored.keysOfDay('2026-02-10');
    expect(keys.map(({ sk }) => sk).sort()).toEqual(day.map(factSortKey).sort());
    expect(new Set(keys.map(({ pk }) => pk))).toEqual(new Set([day[0]?.story]));
  });
});

describe('a correction', () => {
  it('is found by every revision of its feedback, and by no other', async () => {
    const fact = textFact({ ...somebody(), id: 't-corrected' });
    const correction = corrects(fact, { customerId: 'somebody else' });
    const other = textFact({ ...somebody(), id: 't-other' });
    await writer.add(correction, undefined, RECEIVED);
    await writer.addCorrection(correction, RECEIVED);
    await writer.addCorrection(correction, march(9));
    expect(await writer.correctionsOf([fact, other])).toEqual(new Map([[fact, [correction]]]));
  });

  it('that is kept with its feedback is found with it, its score left aside', async () => {
    const fact = textFact({ customerId: undefined, id: 't-nameless' });
    const correction = corrects(fact, { body: 'It was fine after all' });
    expect(correction.story).toBe(feedbackHome(fact.message));
    await writer.add(fact, sentiment(), RECEIVED);
    await writer.add(correction, sentiment(), RECEIVED);
    await writer.addCorrection(correction, RECEIVED);
    const found = (await writer.correctionsOf([fact])).get(fact) ?? [];
    expect(found.map(({ id }) => id).sort()).toEqual([fact.id, correction.id]);
    expect((await storyOf(fact)).facts.map(({ id }) => id).sort()).toEqual([fact.id, correction.id]);
  });

  it('that is copied to a story comes back there as it is, with its own story told', async () => {
    const correction = withdraws(textFact({ id: 't-copied' }), { customerId: undefined });
    await writer.copy(correction, ada, RECEIVED);
    expect((await stored.story(ada, march(1), march(31))).facts).toEqual([correction]);
  });
});
