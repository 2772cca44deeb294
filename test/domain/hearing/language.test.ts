import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { detectLanguage } from '../../../functions/domain/hearing/language.ts';

describe('detectLanguage', () => {
  it.each([
    ['en', 'My parcel was left in the rain and now everything is ruined'],
    ['de', 'Mein Paket stand im Regen und jetzt ist alles kaputt'],
    ['es', 'Dejaron mi paquete bajo la lluvia y ahora todo está estropeado'],
    ['fr', 'Mon colis est resté sous la pluie et maintenant tout est abîmé'],
    ['it', 'Hanno lasciato il mio pacco sotto la pioggia e adesso è tutto rovinato'],
    ['pt', 'Deixaram a minha encomenda à chuva e agora está tudo estragado'],
    ['nl', 'Mijn pakket stond in de regen en nu is alles kapot'],
    ['ja', '荷物が雨に濡れて全部だめになりました'],
    ['zh', '我的包裹被雨淋坏了，没有人回复我'],
    ['ko', '택배가 비에 젖어 모두 망가졌어요'],
    ['ar', 'تركوا الطرد تحت المطر وفسد كل شيء'],
    ['hi', 'मेरा पार्सल बारिश में भीग गया'],
    ['ru', 'Мою посылку оставили под дождём, всё испорчено'],
  ])('tells %s', (language, text) => expect(detectLanguage(text)).toBe(language));

  it.each(['not bad', 'ok thanks', 'late again', 'Nothing.', 'very good service', 'still waiting', "can't fault it"])(
    'takes the short %j for English',
    (text) => expect(['en', 'und']).toContain(detectLanguage(text)),
  );

  it.each([
    ['pt', 'muito bom'],
    ['de', 'alles gut'],
    ['fr', 'très bien merci'],
    ['es', 'muchas gracias'],
    ['it', 'molto bene'],
  ])('tells %s from two words: %s', (language, text) => expect(detectLanguage(text)).toBe(language));

  it('does not look at handles, addresses, hashes, digits and emoji', () => {
    expect(detectLanguage('@airfrance @renfe https://www.example.fr/le/colis #late 😡 where is my bag?')).toBe('en');
    expect(detectLanguage('[email] [phone] Wo bleibt meine Bestellung?')).toBe('de');
  });

  it.each(['', '   ', '123 456', '😀😀', '@acme', 'https://example.com', '?!', 'x'])('cannot tell %j', (text) =>
    expect(detectLanguage(text)).toBe('und'),
  );

  it('answers every text with a language code or und', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(detectLanguage(text)).toMatch(/^[a-z]{2,3}$/);
      }),
    );
  });
});
