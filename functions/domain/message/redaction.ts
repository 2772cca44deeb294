import { findEmailAddresses } from './redaction/email-address.ts';
import { findIbans } from './redaction/iban.ts';
import { findPaymentCards } from './redaction/payment-card.ts';
import { findPhoneNumbers } from './redaction/phone-number.ts';
import { replaceFound } from './redaction/plain-reading.ts';

/** The order matters: an address may hold digits, an IBAN may hold a run that looks like a card, a card like a phone. */
const passes = [
  { find: findEmailAddresses, placeholder: '[email]' },
  { find: findIbans, placeholder: '[iban]' },
  { find: findPaymentCards, placeholder: '[card]' },
  { find: findPhoneNumbers, placeholder: '[phone]' },
];

/** What is taken out may uncover what stood right beside it: two rounds do for all but texts made to need more. */
const MOST_ROUNDS = 8;

const once = (text: string): string =>
  passes.reduce((left, { find, placeholder }) => replaceFound(left, find, placeholder), text);

/**
 * Replaces what names or charges a person by `[email]`, `[iban]`, `[card]` and `[phone]`, in digits of any script and whatever
 * unseen characters stand between them; every other character stays. Names, postal addresses and order numbers are left
 * alone: the first two cannot be told surely, the last is needed to help. Idempotent; time linear in the length of the
 * text, whatever it holds.
 */
export const redact = (text: string): string => {
  let left = text;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const next = once(left);
    if (next === left) break;
    left = next;
  }
  return left;
};
