import {
  BatchDetectSentimentCommand,
  type BatchDetectSentimentCommandInput,
  type BatchDetectSentimentCommandOutput,
  ComprehendClient,
} from '@aws-sdk/client-comprehend';
import { mockClient } from 'aws-sdk-client-mock';
import { afterEach, beforeEach, vi } from 'vitest';
import { ComprehendScorer } from '../../functions/adapters/comprehend.ts';
import type { Scoring } from '../../functions/domain/scoring/answers.ts';
import type { Allowance } from '../../functions/domain/scoring/billed-units.ts';
import type { ScorerLanguage, TextToScore } from '../../functions/domain/scoring/scoring-plan.ts';

export const comprehend = mockClient(ComprehendClient);
const client = new ComprehendClient({ region: 'us-east-1', maxAttempts: 1 });
/** In virtual time, which Node's own promised timers know nothing of. */
const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));
/** Jitter by a number of one's own; just below 1 is the longest pause. */
export const withJitter = (random: () => number) => new ComprehendScorer(client, random, pause);
const scorer = withJitter(() => 1);

export const en = (key: string, text: string, language: ScorerLanguage = 'en'): TextToScore => ({
  key,
  text,
  language,
});
export const numbered = (count: number): TextToScore[] =>
  Array.from({ length: count }, (_, i) => en(`k-${i}`, `text ${i}`));

/** A feeling that tells one text from another: the first number in it, as a percentage. */
export const feelingOf = (text: string): number => Number(text.match(/\d+/)?.[0] ?? 0) / 100;

export const resultOf = (text: string, Index: number) => ({
  Index,
  Sentiment: 'NEGATIVE' as const,
  SentimentScore: { Negative: feelingOf(text), Neutral: 1 - feelingOf(text), Positive: 0, Mixed: 0 },
});

export const errorOf = (Index: number, ErrorCode = 'INTERNAL_SERVER_ERROR') => ({
  Index,
  ErrorCode,
  ErrorMessage: 'failed',
});

export const answerAll = ({ TextList = [] }: BatchDetectSentimentCommandInput): BatchDetectSentimentCommandOutput => ({
  ResultList: TextList.map(resultOf),
  ErrorList: [],
  $metadata: {},
});

export const named = (name: string) => Object.assign(new Error('My card is 4111 1111 1111 1111'), { name });

export const answering = (
  answer: (input: BatchDetectSentimentCommandInput) => BatchDetectSentimentCommandOutput | Promise<never>,
) => comprehend.on(BatchDetectSentimentCommand).callsFake(async (input) => answer(input));

/** Texts of each call, in order. */
export const callsMade = (): string[][] =>
  comprehend.commandCalls(BatchDetectSentimentCommand).map(({ args: [{ input }] }) => input.TextList ?? []);

/** A day without a ceiling. */
export const boundless: Allowance = { unitsPerDay: Number.POSITIVE_INFINITY, take: async () => true };

/** Has every test of a file run in virtual time, before a Comprehend that was asked nothing. */
export const inVirtualTime = (): void => {
  beforeEach(() => {
    comprehend.reset();
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });
};

/** Scores in virtual time, with so many milliseconds until the function is stopped. */
export const score = async (
  texts: readonly TextToScore[],
  left = 60_000,
  allowance = boundless,
): Promise<Scoring & { took: number }> => {
  const start = Date.now();
  const work = scorer.score(texts, () => start + left - Date.now(), allowance);
  await vi.runAllTimersAsync();
  return { ...(await work), took: Date.now() - start };
};

export const feelings = ({ scored }: Scoring): Record<string, number> =>
  Object.fromEntries([...scored].map(([key, { scores }]) => [key, Number(scores.negative.toFixed(9))]));
