import { englishDeeds } from './english-deeds.ts';
import { englishWords } from './english-words.ts';
import type { ReplySheet } from './reply-sheet.ts';

export const english: ReplySheet = { ...englishDeeds, ...englishWords };
