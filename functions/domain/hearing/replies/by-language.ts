import { englishDeeds } from './deeds/english.ts';
import { frenchDeeds } from './deeds/french.ts';
import { germanDeeds } from './deeds/german.ts';
import { italianDeeds } from './deeds/italian.ts';
import { portugueseDeeds } from './deeds/portuguese.ts';
import { spanishDeeds } from './deeds/spanish.ts';
import type { ReplySheet } from './reply-sheet.ts';
import { englishWords } from './words/english.ts';
import { frenchWords } from './words/french.ts';
import { germanWords } from './words/german.ts';
import { italianWords } from './words/italian.ts';
import { portugueseWords } from './words/portuguese.ts';
import { spanishWords } from './words/spanish.ts';

/** The languages our replies are read in, by ISO 639-1. */
export const replySheets: Readonly<Record<string, ReplySheet>> = {
  de: { ...germanDeeds, ...germanWords },
  en: { ...englishDeeds, ...englishWords },
  es: { ...spanishDeeds, ...spanishWords },
  fr: { ...frenchDeeds, ...frenchWords },
  it: { ...italianDeeds, ...italianWords },
  pt: { ...portugueseDeeds, ...portugueseWords },
};
