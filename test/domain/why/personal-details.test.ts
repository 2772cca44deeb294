import { describe, expect, it } from 'vitest';
import { tellsPersonalDetails } from '../../../functions/domain/why/personal-details.ts';

describe('personal details', () => {
  it.each([
    'Order 48213 never came',
    'Write to [email] if you must',
    'No van has ever found EX4 9ZZ, or ex49zz',
    'Nobody delivers to K1A 0B1',
    'I told them 03/04/71 three times',
    'My name is Ada and I waited',
    'I live above the shop and hear it all night',
    'They wanted my passport twice',
    'My father, born in June, had to stand',
    'The driver went to 12 Lower Mill Lane instead',
    'Ich heiße Ada und warte noch',
    'Ich wohne gleich nebenan',
    'Geliefert wurde an die Mühlenstraße 9',
    'Me llamo Ada y sigo esperando',
    'Perdieron mi pasaporte',
    'Je m’appelle Ada et j’attends',
    'Mon père, né le 3 mai, a dû attendre',
    'J’habite juste à côté',
    'Mi chiamo Ada e aspetto ancora',
    'Abito in centro e non arriva niente',
    'Meu nome é Ada e ainda espero',
    'Moro em frente e ninguém veio',
  ])('are told by: %s', (text) => expect(tellsPersonalDetails(text)).toBe(true));

  it.each([
    'The evening round came an hour late, as always',
    'We waited 45 minutes, twice, and paid 120 for it',
    'Nobody told me their name',
    'It was 10.30 before the 2nd van came',
    'Niemand hat gesagt, wie lange es dauert',
    'Je ne le savais pas, et personne ne le dit',
    'El conductor no vino en 3 horas',
    'Il vetro era rotto e nessuno lo cambia',
    'Ninguém vive assim, duas horas na fila',
    '',
  ])('are not told by: %s', (text) => expect(tellsPersonalDetails(text)).toBe(false));
});
