/** Groups of digits, one separator between two; linear, as no two parts can match the same character. */
const GROUPS = /(?<![\p{L}\p{N}])\d+(?:[ \u00a0.-]\d+)*(?![\p{L}\p{N}])/gu;
const GROUP = /\d+/g;

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

const isCard = (groups: readonly string[]): boolean => {
  const digits = groups.join('');
  const begins = BEGINS[digits.length];
  if (!begins?.test(digits)) return false;
  return (groups.length === 1 || LAYOUTS.has(groups.map((group) => group.length).join(' '))) && luhn(digits);
};

/** Replaces the cards in a run such as `12 4111 1111 1111 1111`, longest first, and leaves the rest of it. */
const redactRun = (run: string): string => {
  const groups = [...run.matchAll(GROUP)].map((match) => ({ digits: match[0], at: match.index }));
  let redacted = '';
  let from = 0;
  for (let i = 0; i < groups.length; i++) {
    for (let n = MAX_GROUPS; n >= 1; n--) {
      const taken = groups.slice(i, i + n);
      const first = taken[0];
      const last = taken.at(-1);
      if (!first || !last || taken.length < n || !isCard(taken.map((group) => group.digits))) continue;
      redacted += `${run.slice(from, first.at)}[card]`;
      from = last.at + last.digits.length;
      i += n - 1;
      break;
    }
  }
  return redacted + run.slice(from);
};

/** Replaces payment card numbers by `[card]`. */
export const redactPaymentCards = (text: string): string =>
  text.replace(GROUPS, (run) => (run.length < 13 ? run : redactRun(run)));
