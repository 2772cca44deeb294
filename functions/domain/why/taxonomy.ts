import * as z from 'zod';
import { type FileProblem, problemsIn } from '../file-problem.ts';
import { type Phrases, phrasesOf } from '../hearing/phrases.ts';
import { wordsOf } from '../hearing/words.ts';
import { countedIn } from './counted.ts';

const MAX_THEMES = 60;
const MAX_PHRASES = 400;

const ThemeId = z
  .string()
  .max(40)
  .refine((id) => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(id), {
    error: 'is no name in lower case with hyphens',
    params: { fix: 'write it as "opening-hours": results and rules of owners.json name it so' },
    abort: true,
  })
  // Counts are kept under it: under this name every object has something already.
  .refine((id) => !(id in Object.prototype), {
    error: 'is a name that JavaScript keeps for itself',
    params: { fix: 'name it otherwise, such as "constructor-work"' },
  });

const aPhraseIs =
  'write words of letters, digits, apostrophes and hyphens with single spaces; `#` is a number beside a word, `word*` all words that begin so';

/** What cannot be read, or would find what nobody meant. */
const phraseFaults: readonly (readonly [is: (word: string) => boolean, problem: string])[] = [
  [(word) => word === '', 'has a space where no word begins or ends'],
  [(word) => /[^\p{L}\p{M}\p{N}'’*#-]/u.test(word), 'has marks that no word has'],
  [(word) => word.includes('#') && word !== '#', 'has a `#` within a word'],
  [
    (word) => word.includes('*') && !/^[^*]*\p{L}\p{M}*\p{L}\p{M}*\*$/u.test(word),
    'has a star that is not the end of a word of two letters or more',
  ],
  [(word) => /^['’-]|['’-]{2}|['’-]\*?$/.test(word), 'has an apostrophe or hyphen that joins nothing'],
];

const Phrase = z
  .string()
  .max(80)
  .superRefine((phrase, context) => {
    const words = phrase.split(' ');
    const fault = phraseFaults.find(([is]) => words.some(is));
    if (fault) context.addIssue({ code: 'custom', message: fault[1], params: { fix: aPhraseIs } });
  });

const Language = z.string().refine((code) => /^[a-z]{2}$/.test(code), {
  error: 'is no language',
  params: { fix: 'write the two letters of ISO 639-1, such as "en"' },
});

const Theme = z.strictObject({
  id: ThemeId.describe('the name that results and rules of `owners.json` use; keep it when you change the phrases'),
  name: z.string().min(1).max(80).describe('what people read'),
  about: z.string().min(1).max(400).describe('what belongs here, and what does not'),
  phrases: z
    .record(Language, z.array(Phrase).min(1).max(MAX_PHRASES))
    .refine((byLanguage) => Object.keys(byLanguage).length > 0, {
      error: 'names no language',
      params: { fix: 'give phrases in one language at least' },
    })
    .describe(
      'by language (ISO 639-1), what a text of this theme says; `#` is a number in digits or words, `word*` any word that begins so; accents and capitals do not matter; the longest phrase at a place counts',
    ),
});

/** The file `themes.json`: what complaints can be about. */
export const ThemesFile = z
  .strictObject({
    version: z.literal(1),
    about: z.string().max(2000).optional().describe('for people; read by nobody else'),
    themes: z.array(Theme).min(1).max(MAX_THEMES).describe('a text has every theme of which it says a phrase'),
  })
  .meta({ title: 'themes.json', description: 'the taxonomy of what customers speak of' });
type ThemesFile = z.infer<typeof ThemesFile>;

/** A phrase as the file has it, and the themes that it speaks of. */
interface Sign {
  phrase: string;
  themes: readonly string[];
}

/** A checked `themes.json`, ready to be read with. */
export interface Taxonomy {
  /** Ids, in the file's order. */
  themes: readonly string[];
  names: ReadonlyMap<string, string>;
  signs: ReadonlyMap<string, Phrases<Sign>>;
}

export type ParsedTaxonomy = { kind: 'ok'; taxonomy: Taxonomy } | { kind: 'invalid'; problems: FileProblem[] };

/** Checks the content of `themes.json`; every problem is told, not the first alone. */
export const parseTaxonomy = (json: unknown): ParsedTaxonomy => {
  const file = ThemesFile.safeParse(json);
  if (!file.success) return { kind: 'invalid', problems: problemsIn(file.error) };
  const { themes } = file.data;
  const problems = themes.flatMap(({ id }, i): FileProblem[] =>
    themes.findIndex((other) => other.id === id) === i
      ? []
      : [{ path: `/themes/${i}/id`, problem: 'is the id of an earlier theme', fix: 'join the two, or rename one' }],
  );
  problems.push(...bareNumbers(themes));
  return problems.length > 0 ? { kind: 'invalid', problems } : { kind: 'ok', taxonomy: taxonomyOf(file.data) };
};

/** A number alone speaks of nothing, and is in every other text. */
const bareNumbers = (themes: ThemesFile['themes']): FileProblem[] =>
  themes.flatMap(({ phrases }, i) =>
    Object.entries(phrases).flatMap(([language, list]) => {
      const counted = countedIn(language);
      return list.flatMap((phrase, at) =>
        wordsOf(counted(phrase)).some((word) => word !== '#')
          ? []
          : {
              path: `/themes/${i}/phrases/${language}/${at}`,
              problem: 'says nothing but a number, and words of number are read as one',
              fix: 'write the words beside it as well, such as "# hours"',
            },
      );
    }),
  );

const taxonomyOf = ({ themes }: ThemesFile): Taxonomy => {
  const languages = new Set(themes.flatMap(({ phrases }) => Object.keys(phrases)));
  return {
    themes: themes.map(({ id }) => id),
    names: new Map(themes.map(({ id, name }) => [id, name])),
    signs: new Map([...languages].map((language) => [language, signsIn(language, themes)])),
  };
};

/** A phrase that several themes have speaks of all of them. */
const signsIn = (language: string, themes: ThemesFile['themes']): Phrases<Sign> => {
  const counted = countedIn(language);
  const bySaying = new Map<string, Sign & { themes: string[] }>();
  for (const { id, phrases } of themes) {
    for (const phrase of phrases[language] ?? []) {
      const key = sayingOf(counted(phrase));
      const sign = bySaying.get(key) ?? { phrase, themes: [] };
      if (!sign.themes.includes(id)) sign.themes.push(id);
      bySaying.set(key, sign);
    }
  }
  return phrasesOf([...bySaying.values()].map((sign) => [sign, counted(sign.phrase)] as const));
};

/** Phrases that find the same, however they are written, are one. */
const sayingOf = (phrase: string): string =>
  phrase
    .split(' ')
    .map((word) => `${wordsOf(word.replace('*', '')).join(' ')}${word.endsWith('*') ? '*' : ''}`)
    .join(' ');

/** What a text speaks of. */
export interface Spoken {
  /** Ids, in the taxonomy's order. */
  themes: string[];
  /** The phrases found, as the taxonomy writes them: no words of the customer's own. */
  phrases: string[];
}

/**
 * THEME-1: a text has every theme of which it says a phrase; the longest phrase at a place counts.
 *
 * @param words as `wordsOf` reads a text, numerals as `#`
 * @param language ISO 639-1 or BCP-47; one that the taxonomy lacks has no themes
 */
export const themesOf = (words: readonly string[], language: string, taxonomy: Taxonomy): Spoken => {
  const signs = taxonomy.signs.get(language.slice(0, 2).toLowerCase());
  const themes = new Set<string>();
  const phrases = new Set<string>();
  for (let at = 0; signs && at < words.length; ) {
    const found = signs.at(words, at);
    if (found) {
      for (const theme of found.value.themes) themes.add(theme);
      phrases.add(found.value.phrase);
    }
    at += found?.length ?? 1;
  }
  return { themes: taxonomy.themes.filter((theme) => themes.has(theme)), phrases: [...phrases] };
};
