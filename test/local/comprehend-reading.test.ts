import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { weigh } from '../../lib/local/comprehend/evidence.ts';
import { judge } from '../../lib/local/comprehend/reading.ts';

const LANGUAGES = ['en', 'de', 'es', 'fr', 'it', 'pt', 'ja', 'zh-TW'];
const anyLanguage = fc.constantFrom(...LANGUAGES);
const anyText = fc.oneof(fc.string({ unit: 'grapheme' }), fc.lorem(), fc.constantFrom('constructor', 'not __proto__'));

describe('the four scores', () => {
  it('are each from 0 to 1, sum to 1, name the largest as label, and are the same every time', () => {
    fc.assert(
      fc.property(anyText, anyLanguage, (text, language) => {
        const { Sentiment, SentimentScore } = judge(text, language);
        const scores = Object.values(SentimentScore);
        expect(scores.every((score) => score >= 0 && score <= 1)).toBe(true);
        expect(scores.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 9);
        const label = Object.entries(SentimentScore).find(([, score]) => score === Math.max(...scores))?.[0];
        expect(label?.toUpperCase()).toBe(Sentiment);
        expect(judge(text, language)).toEqual({ Sentiment, SentimentScore });
      }),
    );
  });

  it('grow surer with more of the same evidence, and never quite sure', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 200 }), fc.integer({ min: 1, max: 50 }), (points, more) => {
        const less = weigh({ positive: points, negative: 0 }, 1).SentimentScore.Positive;
        const surer = weigh({ positive: points + more, negative: 0 }, 1).SentimentScore.Positive;
        expect(surer).toBeGreaterThan(less);
        expect(surer).toBeLessThan(1);
      }),
    );
  });

  it('are shy where nothing speaks for either side', () => {
    const { Sentiment, SentimentScore } = judge('The train to Leeds leaves from platform two.', 'en');
    expect(Sentiment).toBe('NEUTRAL');
    expect(SentimentScore.Neutral).toBeLessThan(0.6);
  });

  it('are flat in a language without a word list', () => {
    expect(Math.max(...Object.values(judge('最高です', 'ja').SentimentScore))).toBeLessThanOrEqual(0.3);
  });

  it('are mixed for strong words on both sides', () => {
    expect(
      judge('Great great staff, lovely friendly crew. Awful terrible delay, disgusting food.', 'en').Sentiment,
    ).toBe('MIXED');
  });
});

describe('plain sentences of customers', () => {
  it.each([
    ['en', 'The staff were friendly and helpful.', 'POSITIVE'],
    ['en', 'Rude staff and a horrible delay.', 'NEGATIVE'],
    ['en', 'The food was not good.', 'NEGATIVE'],
    ['de', 'Sehr freundliches Personal, alles sauber.', 'POSITIVE'],
    ['de', 'Der Service war eine Enttäuschung.', 'NEGATIVE'],
    ['de', 'Das Essen war leider nicht gut.', 'NEGATIVE'],
    ['de', 'Das gefällt mir nicht.', 'NEGATIVE'],
    ['de', 'Mein Paket ist nicht angekommen.', 'NEGATIVE'],
    ['es', 'El personal fue muy amable y todo estaba limpio.', 'POSITIVE'],
    ['es', 'Pésima atención, una vergüenza.', 'NEGATIVE'],
    ['es', 'La aplicación no funciona.', 'NEGATIVE'],
    ['fr', 'Personnel très aimable et chambre propre.', 'POSITIVE'],
    ['fr', "C'est inadmissible, je suis très déçue.", 'NEGATIVE'],
    ['fr', "Ce n'est pas propre.", 'NEGATIVE'],
    ['it', 'Personale gentilissimo, cibo ottimo.', 'POSITIVE'],
    ['it', 'Servizio pessimo e camere sporche.', 'NEGATIVE'],
    ['it', 'Non funziona nulla.', 'NEGATIVE'],
    ['pt', 'Ótimo atendimento, recomendo a todos.', 'POSITIVE'],
    ['pt', 'Péssimo, produto veio quebrado.', 'NEGATIVE'],
    ['pt', 'Ainda nao recebi o produto.', 'NEGATIVE'],
  ])('%s: %s', (language, text, sentiment) => {
    expect(judge(text, language).Sentiment).toBe(sentiment);
  });

  it('do not let a negation reach past the end of its clause', () => {
    expect(judge('Ich warte nicht mehr, alles super.', 'de').SentimentScore.Positive).toBeGreaterThan(0.3);
  });

  it('are the same without accents, as they come from telephones', () => {
    expect(judge('PESIMA atencion', 'es')).toEqual(judge('Pésima atención', 'es'));
  });
});

describe('speed', () => {
  it.each(['en', 'de'])('%s: 20,000 texts of a customer-comment length take well under a second', (language) => {
    const text =
      'Great staff, but the queue was slow and nobody answered. Leider nicht gut, aber sauber und freundlich.';
    judge(text, language);
    const began = performance.now();
    for (let n = 0; n < 20_000; n++) judge(`${text} ${n}`, language);
    // 0.3 s where it was written; the bound leaves room for a busy machine.
    expect(performance.now() - began).toBeLessThan(2000);
  });
});
