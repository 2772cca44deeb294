import type { Span } from './plain-reading.ts';

/**
 * Local part, or a quoted one (RFC 5321: `"jo doe"`), at sign, labels, letters-only top level. Every repetition is bounded (64
 * octets of local part, 63 of a label), so no input makes it look at a character more than a constant number of times. No
 * bracket in quotes: a placeholder must not become part of an address the second time.
 */
const EMAIL =
  /(?:[\p{L}\p{N}._%+'-]{1,64}|"(?:[^"\\[\]\r\n]|\\[^[\]\r\n]){1,62}")@(?:[\p{L}\p{N}-]{1,63}\.){1,8}\p{L}{2,24}/gu;

/** E-mail addresses; a bare `@handle` is not one. */
export const findEmailAddresses = (text: string): Span[] =>
  text.includes('@')
    ? [...text.matchAll(EMAIL)].map(({ 0: found, index }) => ({ start: index, end: index + found.length }))
    : [];
