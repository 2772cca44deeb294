import { redactEmailAddresses } from './redaction/email-address.ts';
import { redactIbans } from './redaction/iban.ts';
import { redactPaymentCards } from './redaction/payment-card.ts';
import { redactPhoneNumbers } from './redaction/phone-number.ts';

/**
 * Replaces what names or charges a person by `[email]`, `[iban]`, `[card]` and `[phone]`; every other character stays.
 * Names, postal addresses and order numbers are left alone: the first two cannot be told surely, the last is needed to
 * help. Idempotent; time linear in the length of the text, whatever it holds.
 *
 * The order matters: an address may hold digits, an IBAN may hold a run that looks like a card, a card like a phone.
 */
export const redact = (text: string): string =>
  redactPhoneNumbers(redactPaymentCards(redactIbans(redactEmailAddresses(text))));
