import { describe, expect, it } from 'vitest';
import { quotableNote } from '../../../functions/domain/why/staff-notes.ts';
import { reviewMessage, textFact, textMessage, withdraws, words } from '../../builders.ts';

const note = (body: string) => textMessage({ channel: 'frontline', body });

describe('a staff note', () => {
  it('is quoted in its own words', () => {
    expect(quotableNote(note('One van short again.'))).toBe('One van short again.');
    expect(quotableNote(textMessage({ channel: 'frontline', direction: 'outbound', body: 'One van short.' }))).toBe(
      'One van short.',
    );
  });

  it.each([
    'Refund for order 48001 still waits, third day.',
    'She asked for a call on [phone], nobody did.',
    'Left the crate at 12 Mill Lane, nobody in.',
  ])('is not quoted where it tells who somebody is: %s', (body) => {
    expect(quotableNote(note(body))).toBeUndefined();
  });

  it('is none of what customers write, of our replies, or of what was withdrawn', () => {
    expect(quotableNote(textMessage())).toBeUndefined();
    expect(quotableNote(textMessage({ direction: 'outbound', body: words.hollow }))).toBeUndefined();
    expect(quotableNote(reviewMessage({ body: words.praise }))).toBeUndefined();
    expect(quotableNote(withdraws(textFact({ channel: 'frontline' })).message)).toBeUndefined();
  });
});
