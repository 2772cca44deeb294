import { describe, expect, it } from 'vitest';
import { labelOf, type UnaskedText, unaskedTexts, writersOf } from '../../../functions/domain/calibration/writer.ts';
import { type Fact, type FeedbackFact, factSortKey } from '../../../functions/domain/message/fact.ts';
import type { Sentiment } from '../../../functions/domain/scoring/sentiment.ts';
import { hear } from '../../../functions/domain/story/hear.ts';
import {
  answers,
  complains,
  corrects,
  march,
  replies,
  reviews,
  taxonomy,
  textFact,
  undecided,
  withdraws,
  words,
} from '../../builders.ts';

const ofAda = (...facts: Fact[]): UnaskedText[] => unaskedTexts('customer#ada', facts, new Map());

describe('what a customer wrote unasked', () => {
  it('is texts and reviews, by channel and language, without our replies, notes of staff and answers to surveys', () => {
    const found = ofAda(
      complains(march(2)),
      complains(march(3), { channel: 'email' }),
      reviews(march(4), 1, words.complaint),
      reviews(march(5), 5, undefined, { id: 'wordless' }),
      replies(march(6), 'hollow'),
      answers(march(7), 9, words.complaint),
      complains(march(8), { channel: 'frontline' }),
    );
    expect(found.map(({ channel, language, answer }) => `${channel} ${language} ${answer}`)).toEqual([
      'sms en yes',
      'email en yes',
      'review en yes',
    ]);
  });

  it('is heard as the folds hear it', () => {
    const sentiment: Sentiment = { ...undecided(), scores: { negative: 0.6, neutral: 0.2, positive: 0.1, mixed: 0.1 } };
    for (const body of Object.values(words)) {
      const fact = textFact({ body }) as FeedbackFact;
      const [found] = unaskedTexts(fact.story, [fact], new Map([[factSortKey(fact), sentiment]]));
      const { label: answer, probability } =
        hear(fact, { touchpoint: 'delivery' }, taxonomy, sentiment).complaint ?? {};
      expect(found).toMatchObject({ answer, probability });
    }
  });

  it('stands as corrected, and not where it was withdrawn', () => {
    const [kept, gone] = [complains(march(2)), complains(march(3))];
    const found = ofAda(kept, gone, corrects(kept, { body: words.praise }), withdraws(gone));
    expect(found.map(({ answer }) => answer)).toEqual(['no']);
  });

  it('groups regions of a language together, and calls what nobody can tell by a name of its own', () => {
    const brazil = { ...complains(march(2)), language: 'pt-BR' };
    const { language: _, ...unknown } = complains(march(3));
    expect(ofAda(brazil, unknown).map(({ language }) => language)).toEqual(['pt', 'und']);
  });
});

describe('CALIBRATION-1: a customer who wrote', () => {
  const text = (id: string, body: string = words.question, override: object = {}): UnaskedText[] =>
    ofAda(complains(march(2), { id, body, ...override }));

  it('is flagged by one complaint among many texts, and by none among many questions', () => {
    const [flagged, other] = writersOf([
      ...text('a'),
      ...text('b', words.complaint),
      ...text('c', words.praise),
      ...text('d', words.praise, { channel: 'email' }),
    ]).sort((a, b) => (a.answer > b.answer ? -1 : 1));
    expect(flagged).toMatchObject({ channel: 'sms', answer: 'yes', story: 'customer#ada' });
    expect(flagged?.texts).toHaveLength(3);
    expect(flagged?.probability).toBeGreaterThan(0.5);
    expect(other).toMatchObject({ channel: 'email', answer: 'no' });
  });

  it('counts a text once, however often and in whatever order it is given', () => {
    const texts = [...text('a'), ...text('b', words.complaint), ...text('c', words.praise, { channel: 'chat' })];
    const writers = writersOf(texts);
    expect(writersOf([...texts, ...texts].reverse())).toEqual(writers);
  });

  it.each([
    [['no', 'yes', undefined], 'yes'],
    [['skip', 'yes'], 'yes'],
    [['no', undefined], undefined],
    [[], undefined],
    [['no', 'skip'], 'skip'],
    [['no', 'no'], 'no'],
  ] as const)('whose texts are labelled %j is %s', (labels, label) => expect(labelOf(labels)).toBe(label));
});
