import { describe, expect, it } from 'vitest';
import { decideComplaint } from '../functions/domain/hearing/complaint.ts';
import { decideReply, type Reply } from '../functions/domain/hearing/reply.ts';
import type { SentimentScores } from '../functions/domain/scoring/sentiment.ts';
import { words } from './builders.ts';

const leaning = (towards: keyof SentimentScores): SentimentScores => ({
  ...{ negative: 0, neutral: 0, positive: 0, mixed: 0 },
  [towards]: 1,
});

describe('the words that tests are told in', () => {
  it.each([undefined, leaning('negative'), leaning('neutral'), leaning('positive')])('complain under %o', (scores) => {
    const heard = { text: words.complaint, language: 'en', ...(scores ? { scores } : {}) };
    expect(decideComplaint(heard).label).toBe('yes');
  });

  it.each([words.praise, words.question])('do not complain in "%s"', (text) => {
    expect(decideComplaint({ text, language: 'en' }).label).toBe('no');
  });

  it.each<Reply>(['hollow', 'remedy', 'other'])('reply in a %s way', (how) => {
    expect(decideReply(words[how], 'en')).toBe(how);
  });
});
