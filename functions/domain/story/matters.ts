import { DAY, HOUR, type Instant, millis } from '../instant.ts';
import { digest } from '../message/identity.ts';
import { UNATTRIBUTED } from './attribution.ts';
import { complains, type HeardFact, isUnprompted } from './heard-fact.ts';

/** MATTER-2: messages within the hour of one conversation are one complaint. */
const CONVERSATION = HOUR;
/** MATTER-1: a complaint at the same touchpoint joins a matter whose last complaint is no older. */
const SAME_TOUCHPOINT = 14 * DAY;
/** MATTER-4: a matter nobody touched for so long no longer colours what comes after; the survey hold ends here too. */
export const MATTER_LASTS = 60 * DAY;

/** What a customer said in one go. */
export interface Complaint {
  facts: HeardFact[];
  at: Instant;
  lastAt: Instant;
}

/** One thing a customer complains about, from the first complaint to the remedy. */
export interface Matter {
  id: string;
  story: string;
  customerId: string;
  complaints: Complaint[];
  /** Our replies, in time order; a remedy is the last. */
  replies: HeardFact[];
  remedy?: HeardFact;
}

export const opening = (matter: Matter): HeardFact => (matter.complaints[0] as Complaint).facts[0] as HeardFact;
export const lastComplaint = (matter: Matter): Complaint => matter.complaints.at(-1) as Complaint;
export const complaintFacts = (matter: Matter): HeardFact[] => matter.complaints.flatMap((c) => c.facts);

const age = (from: Instant, to: Instant): number => millis(to) - millis(from);

const sameInteraction = (matter: Matter, heard: HeardFact): boolean => {
  const { interactionId } = heard.fact.message;
  return (
    interactionId !== undefined && complaintFacts(matter).some((c) => c.fact.message.interactionId === interactionId)
  );
};

const sameTouchpoint = (matter: Matter, heard: HeardFact): boolean =>
  heard.place.touchpoint !== UNATTRIBUTED &&
  age(lastComplaint(matter).lastAt, heard.at) <= SAME_TOUCHPOINT &&
  complaintFacts(matter).some((c) => c.place.touchpoint === heard.place.touchpoint);

/** MATTER-1: the matter a feedback belongs to: its interaction's, else its touchpoint's; the youngest where several fit. */
const related = (open: readonly Matter[], heard: HeardFact): Matter | undefined =>
  open.findLast((matter) => sameInteraction(matter, heard)) ?? open.findLast((matter) => sameTouchpoint(matter, heard));

/** Whether a reply names an interaction, and the complaints only others. */
const isAboutAnother = (matter: Matter, { fact: { message } }: HeardFact): boolean => {
  const named = complaintFacts(matter).flatMap((heard) => heard.fact.message.interactionId ?? []);
  return message.interactionId !== undefined && named.length > 0 && !named.includes(message.interactionId);
};

/** MATTER-3: a reply that names no interaction or place of a matter's is about what the customer last complained of. */
const answered = (open: readonly Matter[], reply: HeardFact): Matter | undefined => {
  const { interactionId, touchpoint } = reply.fact.message;
  const candidates = open.filter((matter) => !isAboutAnother(matter, reply));
  // An inherited place is the customer's first, not the reply's own: it names nothing.
  const named = interactionId !== undefined || touchpoint !== undefined ? related(candidates, reply) : undefined;
  const recent = candidates.filter((matter) => age(lastComplaint(matter).lastAt, reply.at) <= SAME_TOUCHPOINT);
  return named ?? lastComplainedOf(recent, reply.at);
};

const join = (matter: Matter, heard: HeardFact): void => {
  const last = lastComplaint(matter);
  if (age(last.lastAt, heard.at) > CONVERSATION) {
    matter.complaints.push({ facts: [heard], at: heard.at, lastAt: heard.at });
    return;
  }
  last.facts.push(heard);
  last.lastAt = heard.at;
};

/**
 * Threads a customer's story into matters.
 *
 * @param story the customer's feedbacks, oldest first
 */
export const mattersOf = (story: string, customerId: string, heard: readonly HeardFact[]): Matter[] => {
  const matters: Matter[] = [];
  const open = () => matters.filter((matter) => !matter.remedy);
  for (const one of heard) {
    if (complains(one)) {
      const matter = related(open(), one);
      if (matter) join(matter, one);
      // MATTER-5: words in a survey answer join a matter; they do not open one, as their score already speaks.
      else if (isUnprompted(one)) {
        const complaint = { facts: [one], at: one.at, lastAt: one.at };
        const id = `matter-${digest(story, one.fact.feedback)}`;
        matters.push({ id, story, customerId, complaints: [complaint], replies: [] });
      }
    } else if (one.reply) {
      const matter = answered(open(), one);
      if (!matter) continue;
      matter.replies.push(one);
      if (one.reply === 'remedy') matter.remedy = one;
    }
  }
  return matters;
};

/** Whether a matter was alive just before an instant: complained of, and not so long ago as to be forgotten. */
export const complainedBefore = (matter: Matter, at: Instant): boolean =>
  opening(matter).at < at && age(lastComplaintBefore(matter, at), at) <= MATTER_LASTS;

const lastComplaintBefore = (matter: Matter, at: Instant): Instant =>
  matter.complaints.findLast((complaint) => complaint.at < at)?.lastAt ?? opening(matter).at;

/** Of matters complained of before an instant the one that was last; of two at once the younger. */
export const lastComplainedOf = (matters: readonly Matter[], at: Instant): Matter | undefined =>
  matters.reduce<Matter | undefined>(
    (last, matter) => (last && lastComplaintBefore(last, at) > lastComplaintBefore(matter, at) ? last : matter),
    undefined,
  );

export const remediedBy = (matter: Matter, at: Instant): boolean =>
  matter.remedy !== undefined && matter.remedy.at <= at;
