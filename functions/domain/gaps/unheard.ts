import { DAY, type Instant, plus } from '../instant.ts';
import type { HeardFact } from '../story/heard-fact.ts';
import type { Invitation } from '../story/invitations.ts';
import { complainedBefore, complaintFacts, lastComplainedOf, type Matter, remediedBy } from '../story/matters.ts';
import { customerGap, type Gap, type GapRule, gapId, surest, type Turn } from './gap.ts';

/** UNHEARD-2: how long an invitation may wait for its answer before its silence speaks. */
export const SILENCE = 7 * DAY;

type Sent = Invitation & { sent: HeardFact };

/** Sent and not bounced, nor answered before we were told of its sending, as by a clock that goes wrong. */
export const isWaiting = (invitation: Invitation): invitation is Sent =>
  invitation.sent !== undefined &&
  !invitation.bounced &&
  (invitation.answer === undefined || invitation.answer.at > invitation.at);

const gapOf = (matter: Matter, invitation: Sent, asOf: Instant): { gap: Gap; due: Instant[] } => {
  const heldOpen = plus(invitation.at, SILENCE);
  const ends = [invitation.answer?.at, matter.remedy?.at].filter((at) => at !== undefined).sort();
  const cleared = ends[0];
  const turns: [Turn, ...Turn[]] = [{ state: 'suspected', at: invitation.at }];
  if (heldOpen <= asOf && (cleared === undefined || cleared > heldOpen)) turns.push({ state: 'open', at: heldOpen });
  if (cleared !== undefined) turns.push({ state: 'cleared', at: cleared });
  const before = complaintFacts(matter).filter((heard) => heard.at < invitation.at);
  const hollow = matter.replies.filter((reply) => reply.reply === 'hollow' && reply.at <= invitation.at);
  const gap = customerGap({
    id: gapId('unheard', matter.id, invitation.sent.fact.feedback),
    kind: 'unheard',
    customerId: matter.customerId,
    place: invitation.place,
    facts: [...before, ...hollow, invitation.sent],
    decidedBy: invitation.sent,
    turns,
    confidence: surest(before),
    matter,
  });
  return { gap, due: cleared === undefined && heldOpen > asOf ? [heldOpen] : [] };
};

/**
 * UNHEARD-1: a complaint brushed off (hollow or no reply) before a survey invitation that gets no answer: suspected from the
 * invitation on, open after 7 days, cleared by an answer or a remedy. Of several matters the last complained of counts.
 */
export const unheard: GapRule = ({ matters, invitations, asOf }) => {
  const found = invitations.filter(isWaiting).flatMap((invitation) => {
    const { at } = invitation;
    const open = matters
      .map(({ matter }) => matter)
      .filter((matter) => complainedBefore(matter, at) && !remediedBy(matter, at));
    const sore = lastComplainedOf(open, at);
    return sore ? [gapOf(sore, invitation, asOf)] : [];
  });
  return { gaps: found.map(({ gap }) => gap), due: found.flatMap(({ due }) => due) };
};
