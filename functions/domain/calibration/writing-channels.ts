import type { TextMessage } from '../message/feedback-message.ts';

/** Where customers write unasked. Notes by staff are not theirs, and answers to surveys are asked for. */
export const writingChannels = ['sms', 'chat', 'email', 'call', 'social', 'review'] as const satisfies readonly (
  | Exclude<TextMessage['channel'], 'frontline'>
  | 'review'
)[];
export type WritingChannel = (typeof writingChannels)[number];
