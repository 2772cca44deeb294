import { spokenWords } from '../../../functions/domain/hearing/evidence.ts';
import type { Voice } from '../../../functions/domain/why/quotes.ts';
import { themesOf } from '../../../functions/domain/why/taxonomy.ts';
import { taxonomy } from '../../builders.ts';

/** A feedback whose words were read: who said it, what, and in which language. */
export const voice = (speaker: string, text: string, language = 'en'): Voice => {
  const words = spokenWords(text, language);
  const id = `text:${speaker}:${text}`;
  const { themes } = themesOf(words, language, taxonomy);
  return { id, speaker, fact: `2026-03-02T10:00:00.000Z#${id}`, order: id, text, language, words, themes };
};
