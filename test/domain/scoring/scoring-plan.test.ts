import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  DOCUMENT_BYTES,
  DOCUMENTS_PER_CALL,
  mergeScores,
  planScoring,
  type ScorerLanguage,
  scorerLanguage,
  splitText,
  type TextToScore,
} from '../../../functions/domain/scoring/scoring-plan.ts';
import type { SentimentScores } from '../../../functions/domain/scoring/sentiment.ts';

const bytesOf = (text: string): number => Buffer.byteLength(text);
const toScore = (text: string, key = text, language: ScorerLanguage = 'en'): TextToScore => ({ key, text, language });
const texts = (count: number): TextToScore[] => Array.from({ length: count }, (_, i) => toScore(`text ${i}`));
const sizesOf = (given: readonly TextToScore[]): number[] =>
  planScoring(given).map(({ documents }) => documents.length);

describe('a call to the scorer', () => {
  it.each([
    [0, []],
    [1, [1]],
    [DOCUMENTS_PER_CALL, [25]],
    [DOCUMENTS_PER_CALL + 1, [25, 1]],
    [60, [25, 25, 10]],
  ])('takes 25 documents at most: %d texts go in calls of %j', (count, sizes) => {
    expect(sizesOf(texts(count))).toEqual(sizes);
  });

  it('is of one language', () => {
    const mixed = [toScore('late', 'a'), toScore('spät', 'b', 'de'), toScore('cold', 'c')];
    expect(planScoring(mixed)).toEqual([
      {
        language: 'en',
        documents: [
          { text: 'late', bytes: 4, keys: ['a'] },
          { text: 'cold', bytes: 4, keys: ['c'] },
        ],
      },
      { language: 'de', documents: [{ text: 'spät', bytes: 5, keys: ['b'] }] },
    ]);
  });

  it('asks once for a stock answer that several feedbacks share', () => {
    const thanks = Array.from({ length: 40 }, (_, i) => toScore('Thank you!', `feedback ${i}`));
    const [call, ...more] = planScoring(thanks);
    expect(more).toEqual([]);
    expect(call?.documents).toMatchObject([{ text: 'Thank you!' }]);
    expect(call?.documents[0]?.keys).toHaveLength(40);
  });

  it('asks for the same words in each language they are written in', () => {
    expect(sizesOf([toScore('no', 'a'), toScore('no', 'b', 'es')])).toEqual([1, 1]);
  });

  it('never holds a blank document', () => {
    expect(planScoring([toScore(''), toScore(' \n\t ')])).toEqual([]);
    expect(sizesOf([toScore(' '), toScore('late')])).toEqual([1]);
  });

  it('gives the parts of a long text the key of the whole', () => {
    const long = toScore('Late again. '.repeat(1_000), 'long');
    const documents = planScoring([long]).flatMap((call) => call.documents);
    expect(documents.map(({ text }) => text).join('')).toBe(long.text);
    expect(documents.every(({ keys }) => keys.join() === 'long')).toBe(true);
  });

  it('carries every text that says anything, within the limits, whatever is in it', () => {
    const text = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 40 }),
      fc.constantFrom('日本語。', 'é', '😀 ', 'Late. ', ' ').map((piece) => piece.repeat(3_000)),
    );
    const given = fc.array(fc.tuple(text, fc.constantFrom<ScorerLanguage>('en', 'ja')), { maxLength: 60 });
    fc.assert(
      fc.property(given, (pairs) => {
        const batch = pairs.map(([words, language], i) => toScore(words, String(i), language));
        const calls = planScoring(batch);
        for (const { documents } of calls) {
          expect(documents.length).toBeLessThanOrEqual(DOCUMENTS_PER_CALL);
          for (const { text: sent, bytes } of documents) {
            expect(bytes).toBe(bytesOf(sent));
            expect(bytes).toBeLessThanOrEqual(DOCUMENT_BYTES);
            expect(sent.trim()).not.toBe('');
          }
        }
        const planned = new Set(calls.flatMap(({ documents }) => documents.flatMap(({ keys }) => keys)));
        expect(planned).toEqual(new Set(batch.filter(({ text }) => text.trim() !== '').map(({ key }) => key)));
      }),
      { numRuns: 100 },
    );
  });
});

describe('a text that is too long for one document', () => {
  it('stays whole up to 5,000 bytes', () => {
    expect(splitText('a'.repeat(DOCUMENT_BYTES))).toHaveLength(1);
    expect(splitText('a'.repeat(DOCUMENT_BYTES + 1)).map(bytesOf)).toEqual([DOCUMENT_BYTES, 1]);
  });

  it.each([
    ['é', 2, 2_500],
    ['日', 3, 1_666],
    ['😀', 4, 1_250],
  ])('is cut between characters: %s of %d bytes, %d to a document', (character, bytes, most) => {
    const pieces = splitText(character.repeat(most + 1));
    expect(pieces.map(bytesOf)).toEqual([most * bytes, bytes]);
    expect(pieces.every((piece) => piece.isWellFormed())).toBe(true);
  });

  it('gives the text again when its pieces are joined', () => {
    const word = fc.constantFrom('late', 'cold', 'déjà', '日本', '😀').map((one) => one.repeat(300));
    const text = fc.array(word, { minLength: 1, maxLength: 40 }).map((all) => all.join(' ').concat('.'));
    fc.assert(
      fc.property(text, (whole) => {
        expect(splitText(whole).join('')).toBe(whole);
      }),
      { numRuns: 100 },
    );
  });

  it('is cut at the ends of sentences where it can be', () => {
    const sentence = `Late${', late'.repeat(500)} again. `;
    const pieces = splitText(sentence.repeat(3));
    expect(pieces).toEqual([sentence, sentence, sentence]);
  });

  it('gives the text again, but for blanks that would stand alone, when its pieces are joined', () => {
    const text = fc
      .array(fc.constantFrom('Late. ', 'cold, ', '日本。', 'é', '😀', 'word '), { minLength: 1, maxLength: 200 })
      .map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(text, fc.integer({ min: 4, max: 80 }), (whole, limit) => {
        const pieces = splitText(whole, limit);
        expect(pieces.join('').replaceAll(' ', '')).toBe(whole.replaceAll(' ', ''));
        expect(Math.max(...pieces.map(bytesOf))).toBeLessThanOrEqual(limit);
      }),
      { numRuns: 300 },
    );
  });
});

describe('the scorer’s language', () => {
  it.each([
    ['en', 'en'],
    ['en-GB', 'en'],
    ['pt-BR', 'pt'],
    ['zh', 'zh'],
    ['zh-CN', 'zh'],
    ['zh-Hans-TW', 'zh'],
    ['zh-TW', 'zh-TW'],
    ['zh-HK', 'zh-TW'],
    ['zh-Hant', 'zh-TW'],
    ['zh-Hant-CN', 'zh-TW'],
    ['nl', undefined],
    ['und', undefined],
    ['', undefined],
  ])('of "%s" is %s', (tag, language) => {
    expect(scorerLanguage(tag)).toBe(language);
  });
});

describe('the sentiment of a text in several pieces', () => {
  const of = (label: keyof SentimentScores): SentimentScores => ({
    ...{ negative: 0, neutral: 0, positive: 0, mixed: 0 },
    [label]: 1,
  });

  it('weighs each by its length', () => {
    const { label, scores } = mergeScores([
      { bytes: 3_000, scores: of('negative') },
      { bytes: 1_000, scores: of('positive') },
    ]);
    expect(label).toBe('negative');
    expect(scores).toEqual({ negative: 0.75, neutral: 0, positive: 0.25, mixed: 0 });
  });

  it('is the piece’s own where there is one', () => {
    expect(mergeScores([{ bytes: 7, scores: of('mixed') }])).toEqual({ label: 'mixed', scores: of('mixed') });
  });

  it('of a text in one piece is the scorer’s own to the last bit', () => {
    const scores = { negative: 0.05, neutral: 0.1, positive: 0.7, mixed: 0.15 };
    expect(mergeScores([{ bytes: 3, scores }]).scores).toBe(scores);
  });

  it('lies between those of the pieces, and its label has the greatest score', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    const piece = fc.record({
      bytes: fc.integer({ min: 1, max: DOCUMENT_BYTES }),
      scores: fc.record({ negative: share, neutral: share, positive: share, mixed: share }),
    });
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 7 }), (pieces) => {
        const { label, scores } = mergeScores(pieces);
        const given = pieces.map((one) => one.scores[label]);
        expect(scores[label]).toBe(Math.max(...Object.values(scores)));
        expect(scores[label]).toBeGreaterThanOrEqual(Math.min(...given) - 1e-9);
        expect(scores[label]).toBeLessThanOrEqual(Math.max(...given) + 1e-9);
      }),
      { numRuns: 300 },
    );
  });
});
