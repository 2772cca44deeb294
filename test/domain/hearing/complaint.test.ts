import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { COMPLAINS_FROM, CONTENT_UP_TO, decideComplaint } from '../../../functions/domain/hearing/complaint.ts';
import { cueSheets } from '../../../functions/domain/hearing/cues/by-language.ts';
import { evidenceOf } from '../../../functions/domain/hearing/evidence.ts';

const heard = (text: string, language = 'en', question?: string) => ({
  text,
  language,
  ...(question ? { question } : {}),
});
const probability = (...given: Parameters<typeof heard>) => decideComplaint(heard(...given)).probability;

const GRIEVANCES = ['failure', 'neglect', 'conduct', 'demand', 'condemnation', 'shortfall', 'wish'] as const;

const complaints = [
  ['en', 'The sofa came three weeks late and one leg is broken.'],
  ['en', 'Still waiting for my money back, nobody answers the phone!'],
  ['en', 'I am not happy with how your driver spoke to me, so rude.'],
  ['en', 'Worst hotel ever, we will never come again.'],
  ['en', "You've charged me twice and won't fix it"],
  ['de', 'Die Lieferung kam zu spät und das Regal ist kaputt.'],
  ['de', 'Seit drei Wochen keine Antwort, das ist eine Frechheit.'],
  ['es', 'Llevo dos horas esperando y nadie contesta, pésimo servicio.'],
  ['es', 'La lámpara llegó rota y no me devuelven mi dinero.'],
  ['fr', 'Toujours pas reçu ma commande, personne ne répond.'],
  ['fr', 'Vendeur très désagréable, plus jamais.'],
  ['it', 'Il tavolo è arrivato rotto e nessuno risponde, una vergogna.'],
  ['it', 'Pessimo servizio, voglio il rimborso.'],
  ['pt', 'Até agora não recebi a mesa e ninguém responde.'],
  ['pt', 'Produto veio quebrado, péssimo atendimento.'],
] as const;

const contented = [
  ['en', 'Lovely staff and a delicious breakfast, thank you!'],
  ['en', 'No complaints at all, everything was perfect.'],
  ['en', "Can't fault the service."],
  ['en', 'What time do you open on Sunday?'],
  ['de', 'Sehr freundliches Personal, alles bestens, vielen Dank.'],
  ['es', 'Todo perfecto, muy amables, gracias.'],
  ['fr', 'Accueil chaleureux, rien à redire, merci.'],
  ['it', 'Tutto perfetto, personale gentile, grazie mille.'],
  ['pt', 'Chegou antes do prazo, recomendo, muito obrigada.'],
] as const;

describe('decideComplaint', () => {
  it.each(complaints)('hears the complaint in %s: %s', (language, text) => {
    expect(decideComplaint(heard(text, language)).label).toBe('yes');
  });

  it.each(contented)('hears none in %s: %s', (language, text) => {
    expect(decideComplaint(heard(text, language)).label).toBe('no');
  });

  it('takes "nothing" for praise where it was asked what lacks, and for a complaint where it was asked what was good', () => {
    expect(decideComplaint(heard('Nothing.', 'en', 'What could we do better?')).label).toBe('no');
    expect(decideComplaint(heard('Nothing.', 'en', 'What did we do well?')).label).toBe('yes');
    expect(decideComplaint(heard('Nada', 'es', '¿Qué podríamos mejorar?')).label).toBe('no');
  });

  it('believes a wish more where it was asked what lacks', () => {
    const wish = 'More chairs in the waiting room.';
    expect(probability(wish, 'en', 'How could we improve?')).toBeGreaterThan(probability(wish));
  });

  it('turns a grievance round that is denied', () => {
    expect(probability('The train was not late.')).toBeLessThan(probability('The train was late.'));
  });

  it('turns praise round that is denied', () => {
    expect(probability('The staff were not helpful.')).toBeGreaterThan(0.5);
    expect(probability('The staff were helpful.')).toBeLessThan(0.3);
  });

  it('does not mind accents, capitals and the shape of an apostrophe', () => {
    const plain = probability("They haven't answered and it doesn't work");
    expect(probability('They haven’t answered and it doesn’t work')).toBe(plain);
    expect(probability('They havent answered and it doesnt work')).toBe(plain);
    expect(probability('Le colis est arrive abime', 'fr')).toBe(probability('Le colis est arrivé abîmé', 'fr'));
    expect(probability('Das Paket ist verspaetet', 'de')).toBe(probability('Das Paket ist verspätet', 'de'));
  });

  it('lets an angry face speak', () => {
    expect(probability('my order 😡')).toBeGreaterThan(probability('my order 😊'));
  });

  it('takes shouting for a stronger grievance', () => {
    expect(probability('WHERE IS MY LUGGAGE')).toBeGreaterThan(probability('where is my luggage'));
  });

  it('judges languages without cues by the scores alone', () => {
    const scores = { negative: 0.97, neutral: 0.02, positive: 0, mixed: 0.01 };
    const text = '部屋がとても汚かったです。';
    expect(decideComplaint({ text, language: 'ja', scores }).label).toBe('yes');
    expect(
      decideComplaint({ text, language: 'ja', scores: { ...scores, negative: 0.01, neutral: 0.98 } }).label,
    ).not.toBe('yes');
  });

  it.each([
    ['en', 'I ordered a lamp last week.'],
    ['de', 'Ich habe eine Lampe bestellt.'],
    ['es', 'Compré una lámpara.'],
    ['fr', "J'ai acheté une lampe."],
    ['it', 'Ho comprato una lampada.'],
    ['pt', 'Comprei uma lâmpada.'],
  ] as const)(
    'is never noticeably less sure in %s for any cue of grievance that is added, whatever its words weigh',
    (language, text) => {
      const cues = GRIEVANCES.flatMap((kind) => cueSheets[language]?.[kind].split(/[,\n]/) ?? [])
        .map((cue) => cue.trim().replaceAll('*', '').replaceAll('#', '3'))
        .filter((cue) => evidenceOf(cue, language).grievances > 0);
      expect(cues.length).toBeGreaterThan(200);
      const alone = probability(text, language);
      expect(cues.filter((cue) => probability(`${text} ${cue}`, language) < alone - 0.05)).toEqual([]);
    },
  );

  it('is unsure in a language that nobody scored and that has no cues', () => {
    for (const text of ['De kamer was erg vies!', 'Tack för en fin kväll', 'Waarom?'])
      for (const language of ['nl', 'sv', 'und']) expect(decideComplaint(heard(text, language)).label).toBe('unsure');
    expect(probability('Slecht 😡', 'nl')).toBeGreaterThan(probability('Goed 😊', 'nl'));
  });

  it('never takes the end of text messages for a complaint, however the scorer reads it', () => {
    const scores = { negative: 0.97, neutral: 0.03, positive: 0, mixed: 0 };
    for (const text of ['STOP', 'Unsubscribe', 'ARRET', 'BAJA'])
      expect(decideComplaint({ text, language: 'und', scores })).toEqual({ label: 'no', probability: 0.001 });
    expect(probability('Stop ignoring my emails!')).toBeGreaterThan(0.5);
  });

  it('asks what was asked, not the word itself, what "nothing" means', () => {
    expect(decideComplaint(heard('Nichts', 'de', 'Was hat Ihnen gefallen?')).label).toBe('yes');
    expect(decideComplaint(heard('Not a thing', 'en', 'What went well?')).label).toBe('yes');
    expect(decideComplaint(heard('No se me ocurre nada', 'es', '¿Qué podríamos mejorar?')).label).toBe('no');
    expect(decideComplaint(heard('Je ne vois pas', 'fr', 'Que pouvons-nous améliorer ?')).label).toBe('no');
  });

  it('follows the scorer: more negative is never less of a complaint', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(fc.string(), share, share, (text, a, b) => {
        const at = (negative: number) =>
          decideComplaint({ text, language: 'en', scores: { negative, neutral: 1 - negative, positive: 0, mixed: 0 } })
            .probability;
        expect(at(Math.max(a, b))).toBeGreaterThanOrEqual(at(Math.min(a, b)));
      }),
    );
  });

  it('answers every text in every language with a probability and the label that belongs to it', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.constantFrom('en', 'de', 'pt-BR', 'ja', 'und', ''),
        (text, language) => {
          const decision = decideComplaint({ text, language });
          expect(decision.probability).toBeGreaterThanOrEqual(0);
          expect(decision.probability).toBeLessThanOrEqual(1);
          const { probability: p } = decision;
          expect(decision.label).toBe(p >= COMPLAINS_FROM ? 'yes' : p <= CONTENT_UP_TO ? 'no' : 'unsure');
        },
      ),
    );
  });

  it('reads ten thousand texts a second', () => {
    const texts = Array.from(
      { length: 2000 },
      (_, i) => `${complaints[i % complaints.length]?.[1]} ${contented[i % 4]?.[1]}`,
    );
    const runs = [1, 2, 3, 4].map(() => {
      const started = performance.now();
      for (const text of texts) decideComplaint(heard(text));
      return performance.now() - started;
    });
    expect(Math.min(...runs)).toBeLessThan(200);
  });

  it('takes linear time for a long text', () => {
    const started = performance.now();
    for (const piece of ['a', 'a ', 'not ', '!', "'", 'still waiting ', '😡'])
      decideComplaint(heard(piece.repeat(32_768 / piece.length)));
    expect(performance.now() - started).toBeLessThan(2000);
  });
});
