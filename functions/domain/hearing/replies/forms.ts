import { listed } from '../phrases.ts';

/** Phrases of regular verbs of deeds. Irregular ones are listed in the sheets. */
interface Forms {
  /** Tell a deed by themselves: reembolsamos. */
  told: string;
  /** Tell one behind a doer: "se ha reembolsado". */
  participles: string;
}

const formsOf = (
  verbs: string,
  forms: (stem: string, ending: string) => { told: string[]; participles: string[] },
): Forms => {
  const all = listed(verbs).map((verb) => forms(verb.slice(0, -2), verb.slice(-2)));
  return {
    told: all.flatMap(({ told }) => told).join(', '),
    participles: all.flatMap(({ participles }) => participles).join(', '),
  };
};

const SPANISH_PRONOUNS = ['le', 'les', 'te', 'os', 'se lo', 'se la', 'lo', 'la', 'los', 'las'];

/** As accents are folded, "reembolsó" and "reembolsé" are also a noun and a request: these two need their pronoun. */
export const spanishForms = (verbs: string): Forms =>
  formsOf(verbs, (stem, ending) => {
    const [participle, I, he, they] = ending === 'ar' ? ['ad', 'e', 'o', 'aron'] : ['id', 'i', 'io', 'ieron'];
    const we = { ar: ['amos'], er: ['imos', 'emos'] }[ending] ?? ['imos'];
    const plain = [...we, they].map((end) => `${stem}${end}`);
    const behind = (pronoun: string) => [...plain, `${stem}${I}`, `${stem}${he}`].map((form) => `${pronoun} ${form}`);
    return { told: [...plain, ...SPANISH_PRONOUNS.flatMap(behind)], participles: [`${stem}${participle}*`] };
  });

const PORTUGUESE_TOLD = new Map([
  ['ar', ['amos', 'ei', 'ou', 'aram']],
  ['er', ['emos', 'i', 'eu', 'eram']],
  ['ir', ['imos', 'i', 'iu', 'iram']],
]);

/** With "o" and "a" before the verb too, which else would be taken for its article. */
export const portugueseForms = (verbs: string): Forms =>
  formsOf(verbs, (stem, ending) => ({
    told: (PORTUGUESE_TOLD.get(ending) ?? []).flatMap((end) =>
      ['', 'o ', 'a ', 'os ', 'as '].map((pronoun) => `${pronoun}${stem}${end}`),
    ),
    participles: [`${stem}${ending === 'ar' ? 'ad' : 'id'}*`],
  }));

/** From infinitives without their last vowel: rimborsar, spedir. */
export const italianForms = (verbs: string): Forms =>
  formsOf(verbs, (stem, ending) => ({
    told: ['le', 'ti', 'vi', 'glielo', 'gliela', 'te lo', 'te la'].map((pronoun) =>
      `${pronoun} ${stem}iamo`.replace('ii', 'i'),
    ),
    participles: ['o', 'a', 'i', 'e'].map((end) => `${stem}${ending === 'ar' ? 'at' : 'it'}${end}`),
  }));
