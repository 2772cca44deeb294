import { describe, expect, it } from 'vitest';
import { factOf, factSortKey } from '../../../functions/domain/message/fact.ts';
import { reasonOfError } from '../../../functions/domain/scoring/unscored.ts';
import { wordsToScore } from '../../../functions/domain/scoring/words-to-score.ts';
import { reviewFact, surveyFact, textFact, textMessage, withdraws, words } from '../../builders.ts';

describe('SCORING-1: the reason behind an error', () => {
  it.each([
    'ThrottlingException',
    'Throttling',
    'ThrottledException',
    'TooManyRequestsException',
    'RequestLimitExceeded',
    'SlowDown',
  ])('is throttling: %s', (name) => {
    expect(reasonOfError(name)).toBe('throttled');
  });

  it.each([
    'InternalServerException',
    'TimeoutError',
    'AccessDeniedException',
    'ValidationException',
    '500',
    'unknown',
  ])('is an outage, which time or a repair heals: %s', (name) => {
    expect(reasonOfError(name)).toBe('outage');
  });
});

describe('SCORING-2: the words of facts', () => {
  it('are to be scored in a language that the scorer has', () => {
    const portuguese = textFact({ id: 't-2', language: 'pt-BR' });
    const facts = [textFact(), factOf(portuguese.message, 'pt-BR'), reviewFact({ body: words.praise })];
    expect(wordsToScore(facts).texts.map(({ language }) => language)).toEqual(['en', 'pt', 'en']);
    expect(wordsToScore(facts).unsupported).toEqual([]);
  });

  it('are unsupported in any other, and where nobody can tell the language', () => {
    const facts = [factOf(textMessage(), 'nb'), factOf(textMessage({ id: 't-2' }))];
    expect(wordsToScore(facts)).toEqual({ texts: [], unsupported: facts.map(factSortKey) });
  });

  it('are none where no customer speaks', () => {
    const silent = [
      surveyFact(),
      withdraws(textFact()),
      textFact({ direction: 'outbound' }),
      textFact({ channel: 'frontline' }),
    ];
    expect(wordsToScore(silent)).toEqual({ texts: [], unsupported: [] });
  });
});
