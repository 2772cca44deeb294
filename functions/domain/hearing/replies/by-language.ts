import { english } from './english.ts';
import { french } from './french.ts';
import { german } from './german.ts';
import { italian } from './italian.ts';
import { portuguese } from './portuguese.ts';
import type { ReplySheet } from './reply-sheet.ts';
import { spanish } from './spanish.ts';

/** The languages our replies are read in, by ISO 639-1. */
export const replySheets: Readonly<Record<string, ReplySheet>> = {
  de: german,
  en: english,
  es: spanish,
  fr: french,
  it: italian,
  pt: portuguese,
};
