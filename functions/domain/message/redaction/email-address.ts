/**
 * Local part, at sign, labels, letters-only top level. Every repetition is bounded (RFC 5321: 64 octets of local part, 63
 * of a label), so no input makes it look at a character more than a constant number of times.
 */
const EMAIL = /[\p{L}\p{N}._%+'-]{1,64}@(?:[\p{L}\p{N}-]{1,63}\.){1,8}\p{L}{2,24}/gu;

/** Replaces e-mail addresses by `[email]`; a bare `@handle` is not one. */
export const redactEmailAddresses = (text: string): string =>
  text.includes('@') ? text.replace(EMAIL, '[email]') : text;
