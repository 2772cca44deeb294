import {
  BatchDetectSentimentCommand,
  BatchSizeLimitExceededException,
  ComprehendClient,
  DetectSentimentCommand,
  InternalServerException,
  type LanguageCode,
  TextSizeLimitExceededException,
} from '@aws-sdk/client-comprehend';
import { afterEach, describe, expect, it } from 'vitest';
import type { ComprehendFaults } from '../../lib/local/comprehend/stand-in.ts';
import { makeEndpoint, type RunningEndpoint } from './running-endpoint.ts';

const running: RunningEndpoint[] = [];
const client = async (faults?: ComprehendFaults): Promise<ComprehendClient> => {
  const endpoint = await makeEndpoint(faults ? { faults } : {});
  running.push(endpoint);
  return new ComprehendClient(endpoint.clientConfig);
};
afterEach(async () => {
  for (const endpoint of running.splice(0)) await endpoint.close();
});

const batch = (TextList: string[], language = 'en') =>
  new BatchDetectSentimentCommand({ TextList, LanguageCode: language as LanguageCode });
const single = (Text: string) => new DetectSentimentCommand({ Text, LanguageCode: 'en' });

describe('a batch of texts', () => {
  it('comes back joined by index, one label and four scores each', async () => {
    const { ResultList = [], ErrorList } = await (await client()).send(
      batch(['Great service!', 'Awful. Never again.']),
    );
    expect(ErrorList).toEqual([]);
    expect(ResultList.map(({ Index, Sentiment }) => [Index, Sentiment])).toEqual([
      [0, 'POSITIVE'],
      [1, 'NEGATIVE'],
    ]);
    expect(Object.keys(ResultList[0]?.SentimentScore ?? {})).toEqual(['Positive', 'Negative', 'Neutral', 'Mixed']);
  });

  it('may hold 25 texts and no more', async () => {
    const comprehend = await client();
    expect((await comprehend.send(batch(Array(25).fill('fine')))).ResultList).toHaveLength(25);
    await expect(comprehend.send(batch(Array(26).fill('fine')))).rejects.toThrow(BatchSizeLimitExceededException);
  });

  it('is invalid as a whole when one text is empty, or when there is none', async () => {
    const comprehend = await client();
    await expect(comprehend.send(batch(['fine', '']))).rejects.toMatchObject({
      name: 'ValidationException',
      message: expect.stringContaining("at 'textList' failed to satisfy constraint"),
    });
    await expect(comprehend.send(batch([]))).rejects.toMatchObject({ name: 'ValidationException' });
  });

  it('fails as a whole when one text is over 5,000 bytes, however few its characters', async () => {
    const comprehend = await client();
    expect((await comprehend.send(batch(['ü'.repeat(2500)]))).ResultList).toHaveLength(1);
    const refused = comprehend.send(batch(['fine', `${'ü'.repeat(2500)}!`]));
    await expect(refused).rejects.toThrow(TextSizeLimitExceededException);
    await expect(refused).rejects.toThrow('allowed is 5000 bytes while in this request the text size is 5001 bytes');
  });

  it('has one of twelve languages', async () => {
    const comprehend = await client();
    for (const language of ['en', 'es', 'fr', 'de', 'it', 'pt', 'ar', 'hi', 'ja', 'ko', 'zh', 'zh-TW']) {
      expect((await comprehend.send(batch(['x'], language))).ResultList).toHaveLength(1);
    }
    await expect(comprehend.send(batch(['x'], 'sv'))).rejects.toMatchObject({
      name: 'ValidationException',
      message: expect.stringContaining("Value 'sv' at 'languageCode'"),
    });
  });
});

describe('a single text', () => {
  it('gets a label, and the same limits', async () => {
    const comprehend = await client();
    expect((await comprehend.send(single('Great service!'))).Sentiment).toBe('POSITIVE');
    await expect(comprehend.send(single(''))).rejects.toMatchObject({ name: 'ValidationException' });
    await expect(comprehend.send(single('x'.repeat(5001)))).rejects.toThrow(TextSizeLimitExceededException);
  });
});

describe('faults by order', () => {
  it('throttle just the calls they name', async () => {
    const comprehend = await client({ throttle: (call) => call === 2 });
    await comprehend.send(single('fine'));
    await expect(comprehend.send(single('fine'))).rejects.toMatchObject({
      name: 'ThrottlingException',
      message: 'Rate exceeded',
    });
    await comprehend.send(single('fine'));
  });

  it('fail one document and leave its neighbours, whose indexes then have a gap', async () => {
    const comprehend = await client({ failDocument: (text) => text === 'b' });
    const { ResultList = [], ErrorList = [] } = await comprehend.send(batch(['a', 'b', 'c']));
    expect(ResultList.map(({ Index }) => Index)).toEqual([0, 2]);
    expect(ErrorList).toEqual([{ Index: 1, ErrorCode: '500', ErrorMessage: 'Internal server error' }]);
    await expect(comprehend.send(single('b'))).rejects.toThrow(InternalServerException);
  });
});
