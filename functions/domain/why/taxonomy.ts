import * as z from 'zod';
import { type FileProblem, problemsIn } from '../file-problem.ts';
import { type Phrases, phrasesOf } from '../hearing/phrases.ts';
import { isStop, wordsOf } from '../hearing/words.ts';

const MAX_THEMES = 60;
const MAX_PHRASES = 400;

const ThemeId = z
  .string()
  .max(40)
  .refine((id) => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(id), {
    error: 'is no name in lower case with hyphens',
    params: { fix: 'write it as "opening-hours": results and rules of owners.json name it so' },
  });

const Phrase = z
  .string()
  .max(80)
  .refine((phrase) => !phrase.includes(',') && wordsOf(phrase.replaceAll(/[*#]/g, '0')).some((word) => !isStop(word)), {
    error: 'is no phrase that a text could hold',
    params: { fix: 'write words with single spaces; `#` is a number, `word*` all words that begin so' },
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
  return problems.length > 0 ? { kind: 'invalid', problems } : { kind: 'ok', taxonomy: taxonomyOf(file.data) };
};

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
  const byPhrase = new Map<string, Sign & { themes: string[] }>();
  for (const { id, phrases } of themes) {
    for (const phrase of phrases[language] ?? []) {
      const key = wordsOf(phrase.replaceAll('#', '0').replace('*', ' 0')).join(' ');
      const sign = byPhrase.get(key) ?? { phrase, themes: [] };
      if (!sign.themes.includes(id)) sign.themes.push(id);
      byPhrase.set(key, sign);
    }
  }
  return phrasesOf([...byPhrase.values()].map((sign) => [sign, sign.phrase] as const));
};

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
