import { isStaffNote } from '../message/fact.ts';
import type { FeedbackMessage } from '../message/feedback-message.ts';
import { tellsPersonalDetails } from './personal-details.ts';

/**
 * What a staff note says, as it may be quoted: nothing where its form tells who somebody is.
 *
 * @returns `undefined` also for what is no staff note
 */
export const quotableNote = (message: FeedbackMessage): string | undefined => {
  if (!isStaffNote(message) || !('body' in message) || !message.body) return undefined;
  return tellsPersonalDetails(message.body) ? undefined : message.body;
};
