import { listed } from '../phrases.ts';

/** Phrases made of regular verbs, by what is put behind or before their stem. Irregular ones are listed in the sheets. */
const formsOf = (verbs: string, forms: (stem: string, ending: string) => string[]): string =>
  listed(verbs)
    .flatMap((verb) => forms(verb.slice(0, -2), verb.slice(-2)))
    .join(', ');

/**
 * Spanish: reembolsado, reembolsamos, le reembolsó, reembolsaron. "Reembolso" and "reembolse" are also a noun and a request,
 * as accents are folded: these need their pronoun.
 */
export const spanishDone = (verbs: string): string =>
  formsOf(verbs, (stem, ending) => {
    const [participle, first, third, we, they] =
      ending === 'ar' ? ['ad', 'e', 'o', 'amos', 'aron'] : ['id', 'i', 'io', 'imos', 'ieron'];
    const told = [we, they, ...(ending === 'er' ? ['emos'] : [])].map((end) => `${stem}${end}`);
    return [
      `${stem}${participle}*`,
      ...told,
      ...['le', 'les', 'te', 'os', 'se lo', 'se la', 'lo', 'la', 'los', 'las'].flatMap((pronoun) =>
        [...told, `${stem}${first}`, `${stem}${third}`].map((form) => `${pronoun} ${form}`),
      ),
    ];
  });

/** Portuguese: reembolsado, reembolsámos, reembolsei, reembolsou, reembolsaram, with "o" or "a" before them too. */
export const portugueseDone = (verbs: string): string =>
  formsOf(verbs, (stem, ending) => {
    const ends = { ar: ['amos', 'ei', 'ou', 'aram'], er: ['emos', 'i', 'eu', 'eram'], ir: ['imos', 'i', 'iu', 'iram'] }[
      ending
    ];
    const told = (ends ?? []).map((end) => `${stem}${end}`);
    return [
      `${stem}${ending === 'ar' ? 'ad' : 'id'}*`,
      ...['', 'o ', 'a ', 'os ', 'as '].flatMap((pronoun) => told.map((form) => `${pronoun}${form}`)),
    ];
  });

/** Italian, from infinitives without their last vowel (rimborsar, spedir): rimborsato, "le rimborsiamo". */
export const italianDone = (verbs: string): string =>
  formsOf(verbs, (stem, ending) => [
    ...['o', 'a', 'i', 'e'].map((end) => `${stem}${ending === 'ar' ? 'at' : 'it'}${end}`),
    ...['le', 'ti', 'vi', 'gliel', 'glielo', 'gliela', 'te lo', 'te la'].map((pronoun) =>
      `${pronoun} ${stem}iamo`.replace('ii', 'i'),
    ),
  ]);
