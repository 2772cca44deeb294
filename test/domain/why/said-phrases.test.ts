import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { spokenWords } from '../../../functions/domain/hearing/evidence.ts';
import { saidPhrases, tellsPhrases } from '../../../functions/domain/why/said-phrases.ts';

const said = (text: string, language = 'en'): string[] => [...saidPhrases(spokenWords(text, language), language)];

describe('what a text says', () => {
  it('is its words and pairs of words, each once', () => {
    expect(said('Broken lift, broken lift!').sort()).toEqual(['broken', 'broken lift', 'lift']);
  });

  it('leaves out words that say nothing by themselves, alone and in pairs', () => {
    expect(said('It was at the desk of your shop')).toEqual(['desk', 'shop']);
  });

  it('keeps what is denied with its denial, and no denial alone', () => {
    expect(said('No reply')).toEqual(['no reply', 'reply']);
    expect(said('Never. Not.')).toEqual([]);
  });

  it('never goes over the end of a clause', () => {
    expect(said('lift broken. driver rude')).not.toContain('broken driver');
    expect(said('lift broken driver rude')).toContain('broken driver');
  });

  it('tells numbers as such, with what is counted', () => {
    expect(said('waited 45 minutes').sort()).toEqual(['# minutes', 'minutes', 'waited']);
    expect(said('order 123456')).toEqual(['order']);
  });

  it('leaves out addresses and handles', () => {
    expect(said('lift https://example.com/me @someone')).toEqual(['lift']);
  });

  it.each([
    ['de', 'Der Aufzug war kaputt', ['aufzug', 'kaputt']],
    ['es', 'El ascensor sigue roto', ['ascensor', 'ascensor sigue', 'sigue', 'sigue roto', 'roto']],
    ['fr', "L'ascenseur était en panne", ['ascenseur', 'panne']],
    ['it', "L'ascensore era rotto", ['ascensore', 'rotto']],
    ['pt', 'O elevador do prédio', ['elevador', 'predio']],
  ])('is told in its own language: %s', (language, text, expected) => {
    expect(said(text, language)).toEqual(expected);
  });

  it('is told for a variety of a language as for the language', () => {
    expect(said('Broken lift', 'EN-gb')).toEqual(said('Broken lift', 'en'));
  });

  it('is what the first 300 words say, fewer than 600 phrases however long a text is', () => {
    // A body of 32 KB in which no word is said twice.
    const letters = 'abcdefghijklmnopqrstuvwxyz';
    const word = (i: number): string =>
      `${['', '', ''].map((_, k) => letters[Math.floor(i / 26 ** k) % 26]).join('')}zz`;
    const body = Array.from({ length: 5400 }, (_, i) => word(i)).join(' ');
    const phrases = said(body);
    expect(phrases).toHaveLength(599);
    expect(phrases).toContain(word(299));
    expect(phrases).not.toContain(word(300));
    // The texts that are drawn at most: one key more than 2^24 is refused by a Map.
    expect(20_000 * phrases.length).toBeLessThan(2 ** 24);
  });

  it('leaves out what is longer than any word, alone and in pairs', () => {
    expect(said(`lift ${'a'.repeat(41)} broken`)).toEqual(['lift', 'broken']);
    expect(said('a'.repeat(40))).toHaveLength(1);
  });

  it('is nothing in a language without stop words, or an unknown one', () => {
    expect(['nl', 'und', ''].map(tellsPhrases)).toEqual([false, false, false]);
    expect(said('De lift is kapot', 'nl')).toEqual([]);
    expect(tellsPhrases('pt-BR')).toBe(true);
  });

  it('is at most two words for each that the text holds, and always words of the text', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), fc.constantFrom('en', 'de', 'fr', 'xx'), (text, language) => {
        const words = spokenWords(text, language);
        const phrases = saidPhrases(words, language);
        expect(phrases.size).toBeLessThanOrEqual(2 * words.length);
        for (const phrase of phrases) expect(` ${words.join(' ')} `).toContain(` ${phrase} `);
      }),
    );
  });
});
