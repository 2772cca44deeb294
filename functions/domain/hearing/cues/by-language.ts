import type { CueSheet } from './cue-sheet.ts';
import { english } from './english.ts';
import { french } from './french.ts';
import { german } from './german.ts';
import { italian } from './italian.ts';
import { portuguese } from './portuguese.ts';
import { spanish } from './spanish.ts';

/** The languages with cues of their own, by ISO 639-1; for others the scorer's sentiment decides alone. */
export const cueSheets: Readonly<Record<string, CueSheet>> = {
  de: german,
  en: english,
  es: spanish,
  fr: french,
  it: italian,
  pt: portuguese,
};
