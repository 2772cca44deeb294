import { contradicts } from '../gaps/contradiction.ts';
import { askedBy } from '../hearing/question.ts';
import { DAY, type Day, dayOf, type Instant, millis } from '../instant.ts';
import { factSortKey, isStaffNote } from '../message/fact.ts';
import { digest } from '../message/identity.ts';
import type { Said } from '../touchpoints/said.ts';
import {
  cellOf,
  type Group,
  type NamelessContradiction,
  type Stratum,
  type TallyRow,
  type Told,
} from '../touchpoints/tally-row.ts';
import type { Place } from './attribution.ts';
import { type Groups, groupsIn, writingOf } from './groups.ts';
import { complains, type HeardFact, isUnprompted } from './heard-fact.ts';
import { answeredClass, type Invitation } from './invitations.ts';
import { complainedBefore, complaintFacts, MATTER_LASTS, type Matter, remediedBy } from './matters.ts';

/** STRATUM-1: what happened before the invitation; one matter left open outweighs another that was put right. */
export const stratumAt = (matters: readonly Matter[], at: Instant): Stratum => {
  const alive = matters.filter((matter) => complainedBefore(matter, at));
  if (alive.some((matter) => !remediedBy(matter, at))) return 'brushed-off';
  return alive.length > 0 ? 'remedied' : 'no-complaint';
};

/** What the customer wrote unasked, and may be remembered for, before an instant. */
const wroteBefore = (heard: readonly HeardFact[], at: Instant): HeardFact[] =>
  heard.filter((h) => isUnprompted(h) && h.complaint && h.at < at && millis(at) - millis(h.at) <= MATTER_LASTS);

const likelihood = ({ complaint }: HeardFact): number => complaint?.probability ?? 0;

/** Of feedbacks the one that most likely complains, of several the last. */
const strongest = (heard: readonly HeardFact[]): HeardFact | undefined => {
  let found: HeardFact | undefined;
  for (const one of heard) if (!found || likelihood(one) >= likelihood(found)) found = one;
  return found;
};

/** What else is spoken of is not told: a cell's day keeps many of these in one item. */
const MOST_THEMES = 6;

const told = (heard: HeardFact, probability: number): Told => ({
  fact: heard.fact.id,
  at: heard.at,
  probability,
  themes: heard.spoken?.themes.slice(0, MOST_THEMES) ?? [],
  causes: heard.causes.map(({ cause }) => cause),
});

const toldComplaint = (heard: HeardFact): Told => told(heard, likelihood(heard));

/** The strongest complaint of the matters that an invitation left without a remedy. */
const brushedOffBy = (matters: readonly Matter[], at: Instant): { brushedOff?: Told } => {
  const open = matters.filter((matter) => complainedBefore(matter, at) && !remediedBy(matter, at));
  const found = strongest(open.flatMap(complaintFacts).filter((complaint) => complaint.at < at));
  return found ? { brushedOff: toldComplaint(found) } : {};
};

/** What words add to a row: causes by what is said alone, or a touchpoint's would be how often we reply. */
const saidIn = ({ speaker }: Teller, heard: HeardFact | undefined): { said?: Said } => {
  if (!heard?.complaint) return {};
  const { message } = heard.fact;
  const prompted = message.kind === 'survey' && askedBy(message.question) === 'lacking';
  return {
    said: {
      complains: complains(heard),
      ...(prompted ? { prompted: true as const } : {}),
      themes: heard.spoken?.themes ?? [],
      causes: heard.causes.map(({ cause }) => cause),
      words: { speaker, fact: factSortKey(heard.fact) },
    },
  };
};

interface Teller {
  /** Tells rows apart that two stories write of what upstream gave one name. */
  story: string;
  heard: readonly HeardFact[];
  matters: readonly Matter[];
  /** Stands for the story where its words are told of. */
  speaker: string;
  /** Keyed hash of the story's customer; absent for anonymous feedback. */
  customer?: string;
}

const nameless = (teller: Teller, response: HeardFact | undefined): { contradiction?: NamelessContradiction } => {
  if (!response || teller.customer !== undefined || !contradicts(response)) return {};
  return { contradiction: told(response, response.contradiction ?? 0) };
};

/** Short whatever upstream's names are: a story keeps the keys of all its rows in one item. */
const rowKey = ({ story }: Teller, what: string, { source, id }: { source: string; id: string }): string =>
  `${what}#${digest(story, source, id)}`;

/** The group of words that were scored; words that were not have a row of their own. */
const worded = (groups: Groups, heard: HeardFact | undefined): { worded?: Group } =>
  heard?.sentiment ? { worded: groups.ofWords(heard) } : {};

/** So long a customer who is asked again counts as the same: as long as a window usually is. */
const AGAIN_DAYS = 28;

const isSamePlace = (a: Place, b: Place): boolean => a.touchpoint === b.touchpoint && a.location === b.location;

const isSameQuestion = (a: Invitation, b: Invitation): boolean =>
  a.metric === b.metric && isSamePlace(a.place, b.place);

/** When the same was asked before, if that is not long ago. */
const askedBefore = (invitations: readonly Invitation[], invitation: Invitation): { askedBefore?: Day } => {
  const { at } = invitation;
  const last = invitations.findLast(
    (one) => one.at < at && millis(at) - millis(one.at) < AGAIN_DAYS * DAY && isSameQuestion(one, invitation),
  );
  return last ? { askedBefore: dayOf(last.at) } : {};
};

/** Whether another metric was asked of the same customer here within a day. */
const isBeside = (invitations: readonly Invitation[], { at, metric, place }: Invitation): { beside?: true } =>
  invitations.some(
    (one) => one.metric !== metric && isSamePlace(one.place, place) && Math.abs(millis(one.at) - millis(at)) < DAY,
  )
    ? { beside: true }
    : {};

/** A favourable answer whose words complain unasked: what no score shows. */
const against = (answer: HeardFact | undefined): { told?: Told } => {
  const message = answer?.fact.message;
  if (!answer || message?.kind !== 'survey' || answer.scoreClass !== 'top' || !complains(answer)) return {};
  return askedBy(message.question) === 'lacking' ? {} : { told: toldComplaint(answer) };
};

const surveyRow = (
  teller: Teller,
  groups: Groups,
  invitation: Invitation,
  invitations: readonly Invitation[],
): TallyRow => {
  const wrote = wroteBefore(teller.heard, invitation.at);
  const voice = strongest(wrote);
  return {
    kind: 'survey',
    key: rowKey(teller, 'survey', invitation),
    ...cellOf(invitation.place),
    day: dayOf(invitation.at),
    at: invitation.at,
    metric: invitation.metric,
    class: answeredClass(invitation),
    stratum: stratumAt(teller.matters, invitation.at),
    wrote: wrote.length > 0,
    ...(voice ? { writing: writingOf(voice) } : {}),
    held: invitation.held,
    bounced: invitation.bounced,
    ...(invitation.answer ? { answeredAt: invitation.answer.at } : {}),
    ...(invitation.asked ? {} : { unasked: true as const }),
    ...(teller.customer ? { ...askedBefore(invitations, invitation), ...isBeside(invitations, invitation) } : {}),
    ...brushedOffBy(teller.matters, invitation.at),
    ...against(invitation.answer),
    ...(teller.customer ? { customer: teller.customer } : {}),
    ...nameless(teller, invitation.answer),
    ...saidIn(teller, invitation.answer),
    ...groups.ofAsked(invitation),
    ...worded(groups, invitation.answer),
  };
};

const rowOf = (teller: Teller, groups: Groups, heard: HeardFact): TallyRow[] => {
  const { message } = heard.fact;
  const unnamed = { ...cellOf(heard.place), day: dayOf(heard.at), at: heard.at };
  const where = { ...unnamed, ...(teller.customer ? { customer: teller.customer } : {}) };
  const rows: TallyRow[] = [];
  if (message.kind === 'review' && heard.scoreClass) {
    rows.push({
      kind: 'review',
      key: rowKey(teller, 'review', message),
      class: heard.scoreClass,
      ...where,
      ...nameless(teller, heard),
      ...saidIn(teller, heard),
      ...worded(groups, heard),
    });
  }
  if (isUnprompted(heard) && complains(heard)) {
    const key = rowKey(teller, `complaint-${message.kind}`, message);
    const ofText = message.kind === 'text' ? worded(groups, heard) : {};
    rows.push({ kind: 'complaint', key, ...where, ...saidIn(teller, heard), ...ofText, told: toldComplaint(heard) });
  } else if (message.kind === 'text' && heard.sentiment) {
    rows.push({ kind: 'words', key: rowKey(teller, 'words', message), ...unnamed, worded: groups.ofWords(heard) });
  }
  // UNSCORED-1: void once there is a sentiment. Nobody is counted by it, so nobody is named.
  if (heard.complaint && !heard.sentiment) {
    const key = rowKey(teller, `unscored-${message.kind}`, message);
    rows.push({ kind: 'unscored', key, ...unnamed, worded: groups.ofWords(heard) });
  }
  // NOTE-1: what staff wrote is no customer's voice, so nothing else is counted by it.
  if (isStaffNote(message)) {
    const words = { speaker: teller.speaker, fact: factSortKey(heard.fact) };
    rows.push({ kind: 'note', key: rowKey(teller, 'note', message), ...unnamed, fact: heard.fact.id, words });
  }
  return rows;
};

/**
 * TALLY-1: one row per invitation, per review and per unprompted complaint of a story; words that none of these tells of, and
 * words without a sentiment, have one too, as have notes by staff.
 */
export const tallyRowsOf = (teller: Teller, invitations: readonly Invitation[]): TallyRow[] => {
  const groups = groupsIn(teller.heard);
  return [
    ...invitations.map((invitation) => surveyRow(teller, groups, invitation, invitations)),
    ...teller.heard.flatMap((heard) => rowOf(teller, groups, heard)),
  ];
};
