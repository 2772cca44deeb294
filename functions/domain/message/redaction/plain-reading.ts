/** Part of a text, from `start` up to and without `end`. */
export interface Span {
  start: number;
  end: number;
}

/** A text as it is read, and where each of its characters stands in the text as it was written. */
interface Reading {
  plain: string;
  /** By index in `plain`: where that character begins and ends in the text. Absent where nothing differs. */
  origins?: Span[];
}

/** What one sees the same as something plainer: digits of other scripts, full-width forms, hyphens, what has no width. */
const UNPLAIN =
  /(?<unseen>\p{Default_Ignorable_Code_Point}+)|(?<digit>(?![0-9])\p{Nd})|(?<wide>[\uff01-\uff5e\u3000])|[\u2010\u2011]/gu;
const DECIMAL = /^\p{Nd}$/u;
const LETTER = /\p{L}/u;
const DIGIT = /\p{Nd}/u;

/** Unicode keeps the ten digits of a script in a row, and rows of ten beside each other from zero on. */
const digitOf = (digit: string): string => {
  const code = digit.codePointAt(0) ?? 0;
  let before = 0;
  while (DECIMAL.test(String.fromCodePoint(code - before - 1))) before++;
  return String(before % 10);
};

/** U+FF01 to U+FF5E stand in the order of ASCII; U+3000 is their space. */
const narrow = (wide: string): string => (wide === '\u3000' ? ' ' : String.fromCharCode(wide.charCodeAt(0) - 0xfee0));

/** What has no width goes, save between a word and a number, which it parts: `tel\u200b07700 900123`. */
const unseenBetween = (before: string, after: string): string =>
  (LETTER.test(before) && DIGIT.test(after)) || (DIGIT.test(before) && LETTER.test(after)) ? ' ' : '';

const read = (text: string): Reading => {
  let plain = '';
  let end = 0;
  const origins: Span[] = [];
  const copyTo = (to: number): void => {
    plain += text.slice(end, to);
    for (let at = end; at < to; at++) origins.push({ start: at, end: at + 1 });
  };
  for (const { 0: found, index, groups } of text.matchAll(UNPLAIN)) {
    copyTo(index);
    end = index + found.length;
    const read =
      groups?.unseen !== undefined
        ? unseenBetween(plain.slice(-1), String.fromCodePoint(text.codePointAt(end) ?? 0))
        : groups?.digit !== undefined
          ? digitOf(found)
          : groups?.wide !== undefined
            ? narrow(found)
            : '-';
    plain += read;
    if (read !== '') origins.push({ start: index, end });
  }
  if (end === 0) return { plain: text };
  copyTo(text.length);
  return { plain, origins };
};

/**
 * Puts the placeholder where `find` finds something in the text as it is read; every other character stays as written. The
 * spans found come in order and do not overlap. Time linear in the length of the text.
 */
export const replaceFound = (text: string, find: (plain: string) => Iterable<Span>, placeholder: string): string => {
  const { plain, origins } = read(text);
  let replaced = '';
  let from = 0;
  for (const span of find(plain)) {
    const start = origins?.[span.start]?.start ?? span.start;
    const end = origins?.[span.end - 1]?.end ?? span.end;
    replaced += text.slice(from, start) + placeholder;
    from = end;
  }
  return replaced + text.slice(from);
};
