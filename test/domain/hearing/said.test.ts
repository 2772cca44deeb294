import { describe, expect, it } from 'vitest';
import { evidenceOf } from '../../../functions/domain/hearing/evidence.ts';

describe('what is said before a contrast', () => {
  it.each([
    ['en', 'Thanks for the email, but the sofa is still on the lorry.'],
    ['en', 'Lovely waiter. However, the soup was cold.'],
    ['de', 'Danke für die Antwort, aber das Sofa steht noch im Lager.'],
    ['es', 'Gracias por el correo, pero el sofá sigue en el almacén.'],
    ['fr', 'Merci pour votre mail, mais le canapé est toujours au dépôt.'],
    ['it', 'Grazie per la mail, però il divano è ancora in magazzino.'],
    ['pt', 'Obrigada pelo e-mail, mas o sofá continua no armazém.'],
  ])('is taken back in %s: %s', (language, text) => {
    expect(evidenceOf(text, language)).toMatchObject({ takenBack: 1, praise: 0, thanks: 0 });
  });

  it('stays where the contrast favours as well, or the text has praise to spare', () => {
    expect(evidenceOf('Lovely food but above all a wonderful waiter.', 'en')).toMatchObject({
      praise: 2,
      takenBack: 0,
    });
    expect(evidenceOf('Lovely food but slow. The waiter was friendly.', 'en')).toMatchObject({
      praise: 2,
      takenBack: 0,
    });
  });

  it.each([
    'Lovely food, although nobody came to pay.',
    'Not only lovely but huge.',
    'The soup is lovely but it has celery in it.',
  ])('stays praise where something is only granted, or no grievance follows: %s', (text) => {
    expect(evidenceOf(text, 'en')).toMatchObject({ praise: 1, takenBack: 0 });
  });

  it('is taken back, too, where praise is exclaimed and a grievance follows', () => {
    expect(evidenceOf('Oh great, late again.', 'en')).toMatchObject({ takenBack: 1, praise: 0 });
    expect(evidenceOf('Genial, otra vez tarde', 'es')).toMatchObject({ takenBack: 1, praise: 0 });
    expect(evidenceOf('Great, thanks for the new lamp.', 'en')).toMatchObject({ takenBack: 0, praise: 1 });
    expect(evidenceOf('Excellent. The soup could be warmer.', 'en')).toMatchObject({ takenBack: 0, praise: 1 });
  });

  it.each([
    ['en', 'Thanks for nothing'],
    ['de', 'Danke für nichts'],
    ['es', 'Gracias por nada'],
    ['fr', 'Merci pour rien'],
    ['it', 'Grazie di niente'],
    ['pt', 'Obrigado por nada'],
  ])('mocks in %s: %s', (language, text) => {
    expect(evidenceOf(text, language)).toMatchObject({ condemnation: 1, takenBack: 1, thanks: 0 });
  });
});

describe('denial', () => {
  it.each([
    ['en', 'We did not have to wait.'],
    ['de', 'Wir mussten nicht warten.'],
    ['es', 'No tuvimos que esperar.'],
    ['fr', "Nous n'avons pas attendu."],
    ['it', 'Non abbiamo dovuto aspettare.'],
    ['pt', 'Não precisamos esperar.'],
  ])('turns waiting round in %s: %s', (language, text) => {
    expect(evidenceOf(text, language)).toMatchObject({ grievances: 0, deniedGrievance: 1 });
  });

  it('does not turn round that nobody answered', () => {
    expect(evidenceOf('I have not had to wait so long, no reply', 'en').neglect).toBeGreaterThan(0);
  });

  it.each([
    ['de', 'Sauber ist anders.'],
    ['de', 'Das kann ich niemandem empfehlen.'],
    ['es', 'Limpio, lo que se dice limpio, no estaba.'],
    ['fr', "Propre, ce n'est pas le mot."],
    ['it', 'Pulito non direi.'],
    ['pt', 'Limpo não estava.'],
  ])('reaches praise before and after it in %s: %s', (language, text) => {
    const { praise, grievances } = evidenceOf(text, language);
    expect({ praise, aGrievance: grievances > 0 }).toEqual({ praise: 0, aGrievance: true });
  });

  it('denies what follows where it does not end the clause', () => {
    expect(evidenceOf("La table n'était pas propre.", 'fr')).toMatchObject({ praise: 0, deniedPraise: 1 });
  });
});

describe('whose trouble it is, and whether it is any', () => {
  it('is another firm’s until it is ours again', () => {
    expect(evidenceOf('My last courier broke everything.', 'en')).toMatchObject({ grievances: 0, deniedGrievance: 1 });
    expect(evidenceOf('My last courier was never late, you lost my lamp.', 'en').failure).toBe(1);
    expect(evidenceOf('My old bank was excellent.', 'en')).toMatchObject({ praise: 0, deniedPraise: 1 });
  });

  it('is forgiven where it was put right', () => {
    expect(evidenceOf('The lamp was broken and they replaced it immediately.', 'en').grievances).toBe(0);
    expect(evidenceOf('La lampe est arrivée cassée mais remplacée tout de suite.', 'fr').failure).toBe(0);
    expect(evidenceOf('The lamp was broken and never replaced it immediately.', 'en').failure).toBe(1);
  });

  it.each([
    ['en', 'Let me know if anything is missing.'],
    ['de', 'Sagen Sie Bescheid, falls etwas fehlt.'],
    ['es', 'Díganme si falta algo.'],
    ['fr', "Dites-moi s'il manque une pièce."],
    ['it', 'Ditemi se manca un pezzo.'],
    ['pt', 'Avisem se faltar uma peça.'],
  ])('is none where it is only supposed, in %s: %s', (language, text) => {
    expect(evidenceOf(text, language).grievances).toBe(0);
  });

  it.each([
    ['en', 'I would like to cancel my booking for Friday.'],
    ['de', 'Ich möchte meinen Termin stornieren.'],
    ['es', 'Quisiera cancelar la cita del lunes.'],
    ['fr', "Je souhaite résilier l'abonnement."],
    ['it', 'Vorrei disdire il corso.'],
    ['pt', 'Queria cancelar a consulta.'],
  ])('is none where a service is asked for, in %s: %s', (language, text) => {
    const { enquiry, grievances } = evidenceOf(text, language);
    expect({ asks: enquiry > 0, grievances }).toEqual({ asks: true, grievances: 0 });
  });

  it('is none in a word that only looks like it: "schon" is not "schön", "mussten" not "müssten"', () => {
    expect(evidenceOf('Ich warte schon lange', 'de').praise).toBe(0);
    expect(evidenceOf('Wir mussten kurz klingeln', 'de').wish).toBe(0);
    expect(evidenceOf('Mi tío oye mal', 'es').grievances).toBe(0);
  });
});
