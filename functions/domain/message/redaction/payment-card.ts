import type { Span } from './plain-reading.ts';

/** Groups of digits, one sign between two, or spaces; linear, as a run takes all it can and gives nothing back. */
const RUN = /\d+(?:(?=\D)[ \u00a0]?[-./–_]?[ \u00a0]?\d+)*/g;
const GROUP = /\d+/g;
const WORD = /[\p{L}\p{N}]/u;

/** The digits' lengths as printed on cards: 4-4-4-4(-3), Amex 4-6-5, Diners 4-6-4, old Visa 4-4-5; or unbroken. */
const LAYOUTS = new Set(['4 4 4 4', '4 4 4 4 3', '4 6 5', '4 6 4', '4 4 5']);
const MAX_GROUPS = 5;

/** ISO/IEC 7812 leaves 13 to 19 digits; those that are not 16 long must also begin as a scheme of that length does. */
const BEGINS: Readonly<Record<number, RegExp>> = {
  13: /^4/,
  14: /^3[0689]/,
  15: /^3[47]|^2131|^1800/,
  16: /^/,
  17: /^[56]/,
  18: /^[56]/,
  19: /^[456]/,
};

/** ISO/IEC 7812-1 annex B: every second digit from the right doubled, cross sums, a multiple of ten. */
const luhn = (digits: string): boolean => {
  let sum = 0;
  for (let i = 0; i < digits.length; i++) {
    const digit = Number(digits.charAt(digits.length - 1 - i));
    const weighed = i % 2 === 1 ? digit * 2 : digit;
    sum += weighed > 9 ? weighed - 9 : weighed;
  }
  return sum % 10 === 0;
};

/** Digits inside a word are more often an article's or a parcel's: there, they must begin as a scheme in use does. */
const IN_WORD = /^[2-6]/;

const isCard = (groups: readonly string[], inWord: boolean): boolean => {
  const digits = groups.join('');
  const begins = BEGINS[digits.length];
  if (!begins?.test(digits) || (inWord && !IN_WORD.test(digits))) return false;
  return (groups.length === 1 || LAYOUTS.has(groups.map((group) => group.length).join(' '))) && luhn(digits);
};

/** The cards in a run such as `12 4111 1111 1111 1111`, longest first. */
const findInRun = (text: string, run: string, runStart: number): Span[] => {
  const groups = [...run.matchAll(GROUP)].map(({ 0: digits, index }) => ({
    digits,
    start: runStart + index,
    end: runStart + index + digits.length,
  }));
  const found: Span[] = [];
  for (let i = 0; i < groups.length; i++) {
    for (let n = MAX_GROUPS; n >= 1; n--) {
      const taken = groups.slice(i, i + n);
      const start = taken[0]?.start;
      const end = taken.at(-1)?.end;
      if (start === undefined || end === undefined || taken.length < n) continue;
      const inWord = WORD.test(text.charAt(start - 1)) || WORD.test(text.charAt(end));
      const digits = taken.map((group) => group.digits);
      if (!isCard(digits, inWord)) continue;
      found.push({ start, end });
      i += n - 1;
      break;
    }
  }
  return found;
};

/** Payment card numbers. */
export const findPaymentCards = (text: string): Span[] =>
  [...text.matchAll(RUN)].flatMap(({ 0: run, index }) => (run.length < 13 ? [] : findInRun(text, run, index)));
