import { DAY } from '../../../functions/domain/instant.ts';
import { lettersAsUsual, reviewsAsUsual, shiftNotes, surveysAsUsual, surveysHeld } from './everyday.ts';
import { oldestFirst, type SampleMessage } from './messages.ts';
import { SAMPLE_DAYS, stageBefore } from './stage.ts';
import {
  contradictions,
  delphineOkoro,
  inesCalder,
  jonahPrescott,
  loginCode,
  maraQuill,
  millfieldRegulars,
  millfieldRound,
  tobiasVenn,
} from './stories.ts';
import {
  changedAnswer,
  orderTellsTheTouchpoint,
  schoolMarks,
  strangersInPublic,
  tabletAtTheTill,
  withdrawnReview,
  withRepeats,
} from './upstream.ts';

/** In the order of their telling, which the seeded chance depends on: append, to leave what is told as it is. */
const told = [
  maraQuill,
  millfieldRound,
  tobiasVenn,
  contradictions,
  inesCalder,
  jonahPrescott,
  delphineOkoro,
  loginCode,
  surveysAsUsual,
  surveysHeld,
  lettersAsUsual,
  reviewsAsUsual,
  shiftNotes,
  orderTellsTheTouchpoint,
  strangersInPublic,
  tabletAtTheTill,
  schoolMarks,
  changedAnswer,
  withdrawnReview,
  millfieldRegulars,
] as const;

/**
 * Four weeks of Fennel & Rye, a made-up company that delivers ready meals and groceries and keeps three shops and one
 * online: some 700 messages as upstream systems would post them, oldest first, all in the 28 days before `end`.
 *
 * @param end nothing happens at or after it; the same end gives the same feed
 */
export const sampleFeed = (end: Date): SampleMessage[] => {
  const stage = stageBefore(end);
  const within = ({ occurredAt }: SampleMessage): boolean => {
    const at = Date.parse(occurredAt);
    return at < end.getTime() && at >= end.getTime() - SAMPLE_DAYS * DAY;
  };
  return withRepeats(oldestFirst(told.flatMap((tell) => tell(stage)).filter(within)));
};
