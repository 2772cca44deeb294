import { BatchDetectSentimentCommand } from '@aws-sdk/client-comprehend';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SCORER } from '../../functions/adapters/comprehend.ts';
import {
  answerAll,
  answering,
  callsMade,
  comprehend,
  en,
  errorOf,
  feelingOf,
  feelings,
  inVirtualTime,
  named,
  numbered,
  resultOf,
  score,
} from './comprehend-answers.ts';

inVirtualTime();

describe('the answers of Comprehend', () => {
  it('are kept with their scorer and version', async () => {
    answering(answerAll);
    expect((await score([en('k', 'text 80')])).scored).toEqual(
      new Map([
        [
          'k',
          {
            label: 'negative',
            scores: { negative: 0.8, neutral: expect.closeTo(0.2), positive: 0, mixed: 0 },
            scorer: SCORER,
          },
        ],
      ]),
    );
  });

  it('belong to their text by index, however they are shuffled and whatever is missing', async () => {
    const texts = numbered(25);
    const order = fc.shuffledSubarray([...texts.keys()]);
    await fc.assert(
      fc.asyncProperty(order, fc.boolean(), async (answered, told) => {
        comprehend.reset();
        answering(({ TextList = [] }) => {
          const first = callsMade().length === 1;
          const missing = [...TextList.keys()].filter((i) => !answered.includes(i));
          const indexes = first ? answered : [...TextList.keys()].reverse();
          return {
            ResultList: indexes.map((i) => resultOf(TextList[i] ?? '', i)),
            ErrorList: first && told ? missing.map((i) => errorOf(i)) : [],
            $metadata: {},
          };
        });
        const scoring = await score(texts);
        expect(feelings(scoring)).toEqual(Object.fromEntries(texts.map(({ key, text }) => [key, feelingOf(text)])));
      }),
      { numRuns: 50 },
    );
  });

  it('are asked for again only for what failed', async () => {
    answering(({ TextList = [], ...input }) =>
      callsMade().length > 1
        ? answerAll({ TextList, ...input })
        : {
            ResultList: [resultOf('text 0', 0), resultOf('text 2', 2)],
            ErrorList: [errorOf(1), errorOf(3, '17')],
            $metadata: {},
          },
    );
    const scoring = await score(numbered(4));
    expect(callsMade()).toEqual([
      ['text 0', 'text 1', 'text 2', 'text 3'],
      ['text 1', 'text 3'],
    ]);
    expect([...scoring.scored.keys()].sort()).toEqual(['k-0', 'k-1', 'k-2', 'k-3']);
  });

  it('that never come leave a text unavailable, with the code last told, and its neighbours scored', async () => {
    answering(({ TextList = [] }) => ({
      ResultList: TextList.flatMap((text, i) => (text === 'text 1' ? [] : [resultOf(text, i)])),
      ErrorList: TextList.flatMap((text, i) => (text === 'text 1' ? [errorOf(i, 'ODD_CODE')] : [])),
      $metadata: {},
    }));
    const scoring = await score(numbered(3));
    expect(scoring.unavailable).toEqual(new Map([['k-1', { reason: 'outage', error: 'ODD_CODE' }]]));
    expect(scoring.scored.size).toBe(2);
  });

  it('count only where they are whole: a score that is missing is not zero', async () => {
    answering(() => ({ ResultList: [{ Index: 0, SentimentScore: {} }], ErrorList: [], $metadata: {} }));
    const scoring = await score([en('k', 'hello')]);
    expect([...scoring.scored]).toEqual([]);
    expect([...scoring.unavailable.keys()]).toEqual(['k']);
  });

  it('count only where they are numbers', async () => {
    for (const odd of [Number.NaN, Number.POSITIVE_INFINITY]) {
      comprehend.reset();
      const SentimentScore = { Negative: 0.2, Neutral: odd, Positive: 0.1, Mixed: 0 };
      answering(() => ({ ResultList: [{ Index: 0, SentimentScore }], ErrorList: [], $metadata: {} }));
      expect([...(await score([en('k', 'hello')])).unavailable.keys()]).toEqual(['k']);
    }
  });

  it('that never come are asked for six times, while others are scored', async () => {
    answering(({ TextList = [] }) => ({
      ResultList: TextList.flatMap((text, i) => (text === 'text 1' ? [] : [resultOf(text, i)])),
      ErrorList: [],
      $metadata: {},
    }));
    const scoring = await score(numbered(50));
    expect([scoring.scored.size, scoring.unavailable.size]).toEqual([49, 1]);
    expect(callsMade().filter((texts) => texts.includes('text 1'))).toHaveLength(6);
  });

  it('for an index from outside are nobody’s', async () => {
    answering(({ TextList = [] }) => ({
      ResultList: [resultOf('text 90', 25), resultOf('text 90', -1), { SentimentScore: {} }, ...TextList.map(resultOf)],
      ErrorList: [],
      $metadata: {},
    }));
    expect(feelings(await score(numbered(2)))).toEqual({ 'k-0': 0, 'k-1': 0.01 });
  });
});

describe('a document that Comprehend refuses', () => {
  it.each(['InvalidRequestException', 'TextSizeLimitExceededException', 'ValidationException'])(
    'is found by halving, and its 24 neighbours are scored: %s',
    async (name) => {
      for (const bad of [0, 12, 24]) {
        comprehend.reset();
        answering((input) =>
          input.TextList?.includes(`text ${bad}`) ? Promise.reject(named(name)) : answerAll(input),
        );
        const scoring = await score(numbered(25));
        expect(scoring.refused).toEqual(new Map([[`k-${bad}`, 'refused']]));
        expect(scoring.scored.size).toBe(24);
        // 25 documents halve five times; each time both halves are asked.
        expect(callsMade().length).toBeLessThanOrEqual(11);
      }
    },
  );

  it.each(['InvalidRequestException', 'ValidationException'])(
    'with all of its 24 neighbours is not at fault, and comes again: %s',
    async (name) => {
      answering((input) => (input.LanguageCode === 'de' ? Promise.reject(named(name)) : answerAll(input)));
      const german = numbered(25).map((text) => ({ ...text, key: `de-${text.key}`, language: 'de' as const }));
      const scoring = await score([...numbered(25), ...german]);
      expect(scoring.unavailable).toEqual(new Map(german.map(({ key }) => [key, { reason: 'outage', error: name }])));
      expect([scoring.scored.size, scoring.refused.size]).toEqual([25, 0]);
    },
  );

  it('is refused together with two others, where the call held no more', async () => {
    answering(() => Promise.reject(named('ValidationException')));
    expect((await score(numbered(3))).refused.size).toBe(3);
    expect((await score(numbered(4))).unavailable.size).toBe(4);
  });

  it('for its language is kept unscored, at the price of one call', async () => {
    answering((input) =>
      input.LanguageCode === 'hi' ? Promise.reject(named('UnsupportedLanguageException')) : answerAll(input),
    );
    const scoring = await score([en('k-1', 'text 1'), en('k-2', 'नमस्ते', 'hi')]);
    expect(scoring.refused).toEqual(new Map([['k-2', 'unsupported-language']]));
    expect([...scoring.scored.keys()]).toEqual(['k-1']);
    expect(callsMade()).toHaveLength(2);
  });

  it('takes the whole of a long text with it', async () => {
    const long = `${'It was late. '.repeat(500)}The very last word is bad.`;
    answering((input) =>
      input.TextList?.some((text) => text.includes('bad'))
        ? Promise.reject(named('InvalidRequestException'))
        : answerAll(input),
    );
    const scoring = await score([en('k-1', long), en('k-2', 'text 2')]);
    expect(scoring.refused).toEqual(new Map([['k-1', 'refused']]));
    expect([...scoring.scored.keys()]).toEqual(['k-2']);
  });
});

describe('the calls to Comprehend', () => {
  it('are made one after the other', async () => {
    let inFlight = 0;
    comprehend.on(BatchDetectSentimentCommand).callsFake(async (input) => {
      expect(++inFlight).toBe(1);
      await new Promise((done) => setTimeout(done, 300));
      inFlight--;
      return answerAll(input);
    });
    expect(await score(numbered(100))).toMatchObject({ took: 1_200, scored: { size: 100 } });
  });

  it('hold 25 documents of one language at most, none empty and none over 5,000 bytes', async () => {
    answering(answerAll);
    const german = numbered(30).map((text) => ({ ...text, key: `de-${text.key}`, language: 'de' as const }));
    await score([...numbered(60), ...german, en('long', '漢字。'.repeat(2_000), 'ja')]);
    const inputs = comprehend.commandCalls(BatchDetectSentimentCommand).map(({ args: [{ input }] }) => input);
    expect(inputs.map(({ LanguageCode, TextList }) => [LanguageCode, TextList?.length])).toEqual([
      ['en', 25],
      ['en', 25],
      ['en', 10],
      ['de', 25],
      ['de', 5],
      ['ja', 4],
    ]);
    for (const text of inputs.flatMap(({ TextList = [] }) => TextList)) {
      expect(text.trim()).not.toBe('');
      expect(Buffer.byteLength(text)).toBeLessThanOrEqual(5_000);
    }
  });

  it('split a long text and weigh its parts by their length', async () => {
    const parts = ['Sentence 90 is this. '.repeat(230), 'Sentence 10 is this. '.repeat(230)];
    answering(answerAll);
    const scoring = await score([en('long', parts.join(''))]);
    expect(callsMade()[0]?.join('')).toBe(parts.join(''));
    expect(feelings(scoring).long).toBeCloseTo(0.5, 1);
  });

  it('ask for each distinct text once, whatever fails in between', async () => {
    const stock = fc.constantFrom('Thank you!', 'text 1', 'text 2', 'Too late.', 'x'.repeat(700));
    await fc.assert(
      fc.asyncProperty(fc.array(stock, { maxLength: 60 }), fc.infiniteStream(fc.boolean()), async (texts, fails) => {
        comprehend.reset();
        const answered: string[] = [];
        answering(({ TextList = [] }) => {
          const failing = TextList.map(() => fails.next().value);
          answered.push(...TextList.filter((_, i) => !failing[i]));
          return {
            ResultList: TextList.flatMap((text, i) => (failing[i] ? [] : [resultOf(text, i)])),
            ErrorList: TextList.flatMap((_, i) => (failing[i] ? [errorOf(i)] : [])),
            $metadata: {},
          };
        });
        const scoring = await score(texts.map((text, i) => en(`k-${i}`, text)));
        expect(new Set(answered).size).toBe(answered.length);
        expect(scoring.scored.size + scoring.unavailable.size).toBe(texts.length);
      }),
      { numRuns: 60 },
    );
  });

  it('are none where there is nothing to score', async () => {
    answering(answerAll);
    expect(await score([])).toMatchObject({ scored: new Map(), refused: new Map(), unavailable: new Map() });
    expect(callsMade()).toEqual([]);
  });
});
