import {
  BatchDetectSentimentCommand,
  type BatchDetectSentimentCommandInput,
  type BatchDetectSentimentCommandOutput,
  ComprehendClient,
} from '@aws-sdk/client-comprehend';
import { mockClient } from 'aws-sdk-client-mock';
import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ComprehendScorer, SCORER, type Scoring } from '../../functions/adapters/comprehend.ts';
import type { ScorerLanguage, TextToScore } from '../../functions/domain/scoring/scoring-plan.ts';

// Node's promised timers are out of reach of fake ones, which replace the global.
vi.mock('node:timers/promises', () => ({
  setTimeout: (ms: number) => new Promise((done) => globalThis.setTimeout(done, ms)),
}));

const comprehend = mockClient(ComprehendClient);
const scorer = new ComprehendScorer(new ComprehendClient({ region: 'us-east-1', maxAttempts: 1 }));

beforeEach(() => {
  comprehend.reset();
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const en = (key: string, text: string, language: ScorerLanguage = 'en'): TextToScore => ({ key, text, language });
const numbered = (count: number): TextToScore[] => Array.from({ length: count }, (_, i) => en(`k-${i}`, `text ${i}`));

/** A feeling that tells one text from another: the first number in it, as a percentage. */
const feelingOf = (text: string): number => Number(text.match(/\d+/)?.[0] ?? 0) / 100;

const resultOf = (text: string, Index: number) => ({
  Index,
  Sentiment: 'NEGATIVE' as const,
  SentimentScore: { Negative: feelingOf(text), Neutral: 1 - feelingOf(text), Positive: 0, Mixed: 0 },
});

const errorOf = (Index: number, ErrorCode = 'INTERNAL_SERVER_ERROR') => ({ Index, ErrorCode, ErrorMessage: 'failed' });

const answerAll = ({ TextList = [] }: BatchDetectSentimentCommandInput): BatchDetectSentimentCommandOutput => ({
  ResultList: TextList.map(resultOf),
  ErrorList: [],
  $metadata: {},
});

const named = (name: string) => Object.assign(new Error('My card is 4111 1111 1111 1111'), { name });

const answering = (
  answer: (input: BatchDetectSentimentCommandInput) => BatchDetectSentimentCommandOutput | Promise<never>,
) => comprehend.on(BatchDetectSentimentCommand).callsFake(async (input) => answer(input));

/** Texts of each call, in order. */
const callsMade = (): string[][] =>
  comprehend.commandCalls(BatchDetectSentimentCommand).map(({ args: [{ input }] }) => input.TextList ?? []);

/** Scores in virtual time, with so many milliseconds until the function is stopped. */
const score = async (texts: readonly TextToScore[], left = 60_000): Promise<Scoring & { took: number }> => {
  const start = Date.now();
  const work = scorer.score(texts, () => start + left - Date.now());
  await vi.runAllTimersAsync();
  return { ...(await work), took: Date.now() - start };
};

const feelings = ({ scored }: Scoring): Record<string, number> =>
  Object.fromEntries([...scored].map(([key, { scores }]) => [key, Number(scores.negative.toFixed(9))]));

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
    expect(scoring.unavailable).toEqual(new Map([['k-1', 'ODD_CODE']]));
    expect(scoring.scored.size).toBe(2);
  });

  it('count only where they are whole: a score that is missing is not zero', async () => {
    answering(() => ({ ResultList: [{ Index: 0, SentimentScore: {} }], ErrorList: [], $metadata: {} }));
    const scoring = await score([en('k', 'hello')]);
    expect([...scoring.scored]).toEqual([]);
    expect([...scoring.unavailable.keys()]).toEqual(['k']);
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

describe('throttling', () => {
  it('is waited out, ever longer', async () => {
    answering((input) => (callsMade().length < 4 ? Promise.reject(named('ThrottlingException')) : answerAll(input)));
    const scoring = await score(numbered(1));
    expect(scoring.scored.size).toBe(1);
    expect(scoring.took).toBe(200 + 400 + 800);
  });

  it.each(['ThrottlingException', 'TooManyRequestsException', 'InternalServerException', 'TimeoutError', 'Odd'])(
    'that goes on ends in unavailable, told by name: %s',
    async (name) => {
      answering(() => Promise.reject(named(name)));
      const scoring = await score(numbered(30));
      expect(scoring.unavailable).toEqual(new Map(numbered(30).map(({ key }) => [key, name])));
      expect(scoring.scored.size + scoring.refused.size).toBe(0);
      expect(JSON.stringify([...scoring.unavailable])).not.toContain('4111');
    },
  );

  it('never makes a call begin with the time for writing already running', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 25_000 }), fc.integer({ min: 0, max: 3_000 }), async (left, takes) => {
        comprehend.reset();
        const start = Date.now();
        const begun: number[] = [];
        comprehend.on(BatchDetectSentimentCommand).callsFake(async () => {
          begun.push(start + left - Date.now());
          await new Promise((done) => setTimeout(done, takes));
          throw named('ThrottlingException');
        });
        const scoring = await score(numbered(60), left);
        expect(begun.every((remaining) => remaining > 15_000)).toBe(true);
        expect(scoring.unavailable.size).toBe(60);
      }),
      { numRuns: 60 },
    );
  });

  it('of one call leaves the others what they were told', async () => {
    answering((input) =>
      input.TextList?.includes('text 0') ? Promise.reject(named('ThrottlingException')) : answerAll(input),
    );
    const scoring = await score(numbered(50));
    expect([scoring.unavailable.size, scoring.scored.size]).toEqual([25, 25]);
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
        expect(scoring.refused).toEqual(new Map([[`k-${bad}`, 'refused-by-scorer']]));
        expect(scoring.scored.size).toBe(24);
        // 25 documents halve five times; each time both halves are asked.
        expect(callsMade().length).toBeLessThanOrEqual(11);
      }
    },
  );

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
    expect(scoring.refused).toEqual(new Map([['k-1', 'refused-by-scorer']]));
    expect([...scoring.scored.keys()]).toEqual(['k-2']);
  });
});

describe('the calls to Comprehend', () => {
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
