/**
 * Words, runs of digits as `#`, the stops that end a clause, and the emoji that carry a mood. An apostrophe before one or
 * two last letters joins (don't, we're), before more it parts (l'attente).
 */
const TOKEN = /[\p{L}_]+(?:['’]\p{L}{1,2}(?!\p{L}))?|\p{N}+|[.!?;:,()\n…]|\p{Extended_Pictographic}/gu;

const STOP = /^[.!?;:,()\n…]$/;

/** Accents, ß and ligatures folded, so that "trés", "tres" and "TRÈS" are one word. */
export const fold = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replaceAll('ß', 'ss')
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae');

/** A text's words in order, folded; cue phrases are read by the same function, so both always agree. */
export const wordsOf = (text: string): string[] =>
  (fold(text).match(TOKEN) ?? []).map((token) => (/^\p{N}/u.test(token) ? '#' : token.replace(/['’]/, '')));

export const isStop = (word: string): boolean => STOP.test(word);
