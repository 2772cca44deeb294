import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CONTRADICTS_FROM } from '../../../functions/domain/gaps/contradiction.ts';
import { decideComplaint } from '../../../functions/domain/hearing/complaint.ts';
import { contradictionIn, contradictionOf } from '../../../functions/domain/hearing/contradiction.ts';
import { detectLanguage } from '../../../functions/domain/hearing/language.ts';
import { decidePraise } from '../../../functions/domain/hearing/praise.ts';
import type { ScoreClass } from '../../../functions/domain/message/scale.ts';
import { heardLocally } from '../../../lib/eval/gold.ts';

const complaint = (probability: number) => ({ label: 'unsure' as const, probability });
const said = (scoreClass: ScoreClass, text: string) =>
  contradictionOf(scoreClass, decideComplaint({ text, language: 'en' }), decidePraise({ text, language: 'en' }));

/** With the sentiment that a local run has. */
const saidLocally = (scoreClass: ScoreClass, text: string) => {
  const { heard, reading } = heardLocally(text, detectLanguage(text));
  return contradictionIn(scoreClass, decideComplaint(heard, reading), heard, reading);
};

const ANGRY = 'The soup was cold, the waiter rude, and nobody apologised.';
const GLAD = 'Wonderful evening, friendly waiter, thank you!';

describe('contradictionOf', () => {
  it('is high where a favourable score stands over complaining words', () => {
    expect(said('top', ANGRY)).toBeGreaterThan(0.7);
    expect(said('top', GLAD)).toBeLessThan(0.2);
  });

  it('is high where an unfavourable score stands over praise: the scale was read upside down', () => {
    expect(said('bottom', GLAD)).toBeGreaterThan(0.7);
    expect(said('bottom', ANGRY)).toBeLessThan(0.2);
  });

  it.each([
    'An hour late, so thanks a lot for the great service today.',
    'It says great, open case: what good is that to me?',
  ])('is none where praise under an unfavourable score mocks: %s', (text) => {
    expect(saidLocally('bottom', text)).toBe(0);
    expect(saidLocally('bottom', GLAD)).toBeGreaterThan(0.6);
  });

  it('is damped in the middle', () => {
    expect(said('middle', ANGRY)).toBeGreaterThan(said('bottom', ANGRY));
    expect(said('middle', ANGRY)).toBeLessThan(said('top', ANGRY));
  });

  it('under a favourable score asks more of the words than under none: few such comments complain', () => {
    expect(contradictionOf('top', complaint(0.5), 0.5)).toBeLessThan(0.5);
  });

  it('under a favourable score falls with praise', () => {
    expect(contradictionOf('top', complaint(0.8), 0.1)).toBeGreaterThan(contradictionOf('top', complaint(0.8), 0.9));
  });

  it('under an unfavourable score asks more of the words than under none: few such comments only praise', () => {
    expect(contradictionOf('bottom', complaint(0.5), 0.5)).toBeLessThan(0.3);
    expect(contradictionOf('bottom', complaint(0.3), 0.5)).toBeLessThan(0.5);
  });

  it('under an unfavourable score rises with praise and falls with the complaint', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    const bottom = (p: number, praise: number) => contradictionOf('bottom', complaint(p), praise);
    fc.assert(
      fc.property(share, share, share, (a, b, other) => {
        const [less, more] = [Math.min(a, b), Math.max(a, b)];
        expect(bottom(other, more)).toBeGreaterThanOrEqual(bottom(other, less));
        expect(bottom(more, other)).toBeLessThanOrEqual(bottom(less, other));
      }),
    );
  });

  it.each([
    'Loved every minute, the best evening we had all year',
    'Super schnell und total nett, alles bestens!',
    'Todo perfecto, un trato excelente, gracias',
    'Parfait, rapide et très gentil, merci',
    'Perfetto, servizio eccellente, grazie',
    'Perfeito, atendimento excelente, obrigado',
  ])('is told of plain praise under an unfavourable score: %s', (text) => {
    expect(saidLocally('bottom', text)).toBeGreaterThanOrEqual(CONTRADICTS_FROM);
  });

  it.each([
    'The parking was easy, all the rest was a mess',
    'When do you open on Sunday?',
    'Never again',
    'Thanks for nothing',
  ])('is not told of an unfavourable score over: %s', (text) => {
    expect(saidLocally('bottom', text)).toBeLessThan(CONTRADICTS_FROM);
  });

  it('under a favourable score rises with the complaint, from never to surely', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    const top = (p: number) => contradictionOf('top', complaint(p), 0.3);
    fc.assert(fc.property(share, share, (a, b) => top(Math.max(a, b)) >= top(Math.min(a, b))));
    expect(top(0)).toBeCloseTo(0, 4);
    expect(top(1)).toBeCloseTo(1, 4);
  });

  it('stays between 0 and 1, in the middle at most a half', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(fc.constantFrom<ScoreClass>('top', 'middle', 'bottom'), share, share, (scoreClass, p, praise) => {
        const value = contradictionOf(scoreClass, complaint(p), praise);
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThanOrEqual(scoreClass === 'middle' ? 0.5 : 1);
      }),
    );
  });
});

describe('decidePraise', () => {
  it.each([
    ['en', GLAD],
    ['de', 'Sehr nettes Personal, vielen Dank'],
    ['es', 'Excelente trato, gracias'],
    ['fr', 'Personnel très gentil, merci'],
    ['it', 'Personale gentilissimo, grazie'],
    ['pt', 'Ótimo atendimento, obrigado'],
  ])('hears praise in %s: %s', (language, text) => expect(decidePraise({ text, language })).toBeGreaterThan(0.5));

  it.each([ANGRY, 'The staff were not helpful.', 'When do you open?', ''])('hears none in %j', (text) =>
    expect(decidePraise({ text, language: 'en' })).toBeLessThan(0.5),
  );

  it('takes "nothing" for praise only where it was asked what lacks', () => {
    const nothing = { text: 'Nothing', language: 'en' };
    expect(decidePraise({ ...nothing, question: 'How could we improve?' })).toBeGreaterThan(0.5);
    expect(decidePraise({ ...nothing, question: 'What was good?' })).toBeLessThan(0.1);
  });
});
