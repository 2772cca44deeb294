import type { Instant } from '../instant.ts';
import type { HeardFact } from './heard-fact.ts';
import type { Invitation } from './invitations.ts';
import type { Complaint, Matter } from './matters.ts';

/** Working hours a customer may have to wait for a real answer. */
export const ANSWER_WITHIN_HOURS = 4;

/** Adds working hours of the calendar in which customers may expect a reply. */
export type AddWorkingHours = (from: Instant, hours: number) => Instant;

/** What became of one complaint. */
export type Verdict =
  | { kind: 'pending'; until: Instant }
  | { kind: 'remedied'; at: Instant }
  | {
      kind: 'brushed-off';
      at: Instant;
      /** The last fact that was looked at to decide it: the invitation, our reply, or the complaint itself. */
      by: HeardFact;
      hollow: boolean;
    };

const within = (replies: readonly HeardFact[], from: Instant, until: Instant): HeardFact[] =>
  replies.filter((reply) => reply.at >= from && reply.at <= until);

/**
 * BRUSHED-1: a complaint is brushed off when by the deciding time (4 working hours, or the survey invitation if that comes
 * first) it has no reply, a hollow one, or only `other` ones; a first `other` reply restarts the 4 hours once.
 *
 * @param asOf nothing later is known
 */
export const verdictOn = (
  complaint: Complaint,
  matter: Matter,
  invitations: readonly Invitation[],
  addWorkingHours: AddWorkingHours,
  asOf: Instant,
): Verdict => {
  const invitation = invitations.find(({ sent, at }) => sent && at > complaint.at);
  const cut = (deadline: Instant): Instant => (invitation && invitation.at < deadline ? invitation.at : deadline);
  const replies = matter.replies.filter((reply) => reply.at >= complaint.at);
  let until = cut(addWorkingHours(complaint.at, ANSWER_WITHIN_HOURS));
  let answered = within(replies, complaint.at, until);
  const [first] = answered;
  if (first && answered.every((reply) => reply.reply === 'other')) {
    until = cut(addWorkingHours(first.at, ANSWER_WITHIN_HOURS));
    answered = within(replies, complaint.at, until);
  }
  const remedy = answered.find((reply) => reply.reply === 'remedy');
  if (remedy) return { kind: 'remedied', at: remedy.at };
  if (until > asOf) return { kind: 'pending', until };
  const hollow = answered.findLast((reply) => reply.reply === 'hollow');
  const asked = invitation && invitation.at === until ? invitation.sent : undefined;
  const said = complaint.facts.findLast((heard) => heard.at <= until) ?? (complaint.facts[0] as HeardFact);
  const by = asked ?? answered.at(-1) ?? said;
  return { kind: 'brushed-off', at: until, by, hollow: hollow !== undefined };
};
