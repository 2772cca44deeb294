import type { Span } from './plain-reading.ts';

/** Characters of an IBAN by country, after the SWIFT IBAN Registry; what begins otherwise is not taken for one. */
const LENGTHS: Readonly<Record<string, number>> = {
  ...{ AD: 24, AE: 23, AL: 28, AT: 20, AZ: 28, BA: 20, BE: 16, BG: 22, BH: 22, BI: 27, BR: 29, BY: 28, CH: 21, CR: 22 },
  ...{ CY: 28, CZ: 24, DE: 22, DJ: 27, DK: 18, DO: 28, EE: 20, EG: 29, ES: 24, FI: 18, FK: 18, FO: 18, FR: 27, GB: 22 },
  ...{ GE: 22, GI: 23, GL: 18, GR: 27, GT: 28, HR: 21, HU: 28, IE: 22, IL: 23, IQ: 23, IS: 26, IT: 27, JO: 30, KW: 30 },
  ...{ KZ: 20, LB: 28, LC: 32, LI: 21, LT: 20, LU: 20, LV: 21, LY: 25, MC: 27, MD: 24, ME: 22, MK: 19, MN: 20, MR: 27 },
  ...{ MT: 31, MU: 30, NI: 28, NL: 18, NO: 15, OM: 23, PK: 24, PL: 28, PS: 29, PT: 25, QA: 29, RO: 24, RS: 22, RU: 33 },
  ...{ SA: 24, SC: 31, SD: 18, SE: 24, SI: 19, SK: 24, SM: 27, SO: 23, ST: 25, SV: 28, TL: 23, TN: 24, TR: 26, UA: 29 },
  ...{ VA: 22, VG: 24, XK: 20, YE: 30 },
};

/** At the start of a word, or right after the word that announces it. */
const START = /(?:(?<![\p{L}\p{N}])|(?<=IBAN))[A-Z]{2}\d{2}(?=[ \u00a0-]?[A-Z0-9])/giu;
const ALPHANUMERIC = /[A-Z0-9]/i;
const WORD = /[\p{L}\p{N}]/u;
const SEPARATOR = /[ \u00a0-]/;

/** The text from `start` until `length` letters and digits are gathered, single separators between them allowed. */
const gather = (text: string, start: number, length: number): { compact: string; end: number } | undefined => {
  let compact = '';
  let end = start;
  while (compact.length < length) {
    const at = SEPARATOR.test(text.charAt(end)) ? end + 1 : end;
    const character = text.charAt(at);
    if (!ALPHANUMERIC.test(character)) return undefined;
    compact += character.toUpperCase();
    end = at + 1;
  }
  return WORD.test(text.charAt(end)) ? undefined : { compact, end };
};

/** ISO 13616: country and check digits moved to the end, letters as 10 to 35, remainder by 97 must be 1. */
const checks = (compact: string): boolean => {
  let remainder = 0;
  for (const character of compact.slice(4) + compact.slice(0, 4)) {
    const value = Number.parseInt(character, 36);
    remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97;
  }
  return remainder === 1;
};

/** IBANs, in groups or not. */
export const findIbans = (text: string): Span[] => {
  const found: Span[] = [];
  for (const { index: start } of text.matchAll(START)) {
    const length = LENGTHS[text.slice(start, start + 2).toUpperCase()];
    if (length === undefined || start < (found.at(-1)?.end ?? 0)) continue;
    const gathered = gather(text, start, length);
    if (gathered && checks(gathered.compact)) found.push({ start, end: gathered.end });
  }
  return found;
};
