import { contradicts } from '../gaps/contradiction.ts';
import { dayOf, type Instant, millis } from '../instant.ts';
import { factSortKey } from '../message/fact.ts';
import { digest } from '../message/identity.ts';
import type { Said } from '../touchpoints/said.ts';
import { cellOf, type NamelessContradiction, type Stratum, type TallyRow } from '../touchpoints/tally-row.ts';
import type { Cause } from '../why/causes-of.ts';
import { causeIds } from '../why/conduct.ts';
import { complains, type HeardFact, isUnprompted } from './heard-fact.ts';
import { answeredClass, type Invitation } from './invitations.ts';
import { complainedBefore, MATTER_LASTS, type Matter, remediedBy } from './matters.ts';

/** STRATUM-1: what happened before the invitation; one matter left open outweighs another that was put right. */
export const stratumAt = (matters: readonly Matter[], at: Instant): Stratum => {
  const alive = matters.filter((matter) => complainedBefore(matter, at));
  if (alive.some((matter) => !remediedBy(matter, at))) return 'brushed-off';
  return alive.length > 0 ? 'remedied' : 'no-complaint';
};

const wroteBefore = (heard: readonly HeardFact[], at: Instant): boolean =>
  heard.some((h) => isUnprompted(h) && h.complaint && h.at < at && millis(at) - millis(h.at) <= MATTER_LASTS);

/** What words add to a row. What happened to a complaint is a cause as well as what it says. */
const saidIn = ({ conduct, speaker }: Teller, heard: HeardFact | undefined): { said?: Said } => {
  if (!heard?.complaint) return {};
  const happened = conduct.get(heard.fact.id) ?? [];
  return {
    said: {
      complains: complains(heard),
      themes: heard.spoken?.themes ?? [],
      causes: causeIds([...heard.causes, ...happened]),
      words: { speaker, fact: factSortKey(heard.fact) },
    },
  };
};

interface Teller {
  /** Tells rows apart that two stories write of what upstream gave one name. */
  story: string;
  heard: readonly HeardFact[];
  matters: readonly Matter[];
  /** Causes that lie in what happened to complaints, by fact id. */
  conduct: ReadonlyMap<string, readonly Cause[]>;
  /** Stands for the story where its words are told of. */
  speaker: string;
  /** Keyed hash of the story's customer; absent for anonymous feedback. */
  customer?: string;
}

const nameless = (teller: Teller, response: HeardFact | undefined): { contradiction?: NamelessContradiction } =>
  response && teller.customer === undefined && contradicts(response)
    ? { contradiction: { fact: response.fact.id, at: response.at, probability: response.contradiction ?? 0 } }
    : {};

/** Short whatever upstream's names are: a story keeps the keys of all its rows in one item. */
const rowKey = ({ story }: Teller, what: string, { source, id }: { source: string; id: string }): string =>
  `${what}#${digest(story, source, id)}`;

const surveyRow = (teller: Teller, invitation: Invitation): TallyRow => ({
  kind: 'survey',
  key: rowKey(teller, 'survey', invitation),
  ...cellOf(invitation.place),
  day: dayOf(invitation.at),
  at: invitation.at,
  metric: invitation.metric,
  class: answeredClass(invitation),
  stratum: stratumAt(teller.matters, invitation.at),
  wrote: wroteBefore(teller.heard, invitation.at),
  held: invitation.held,
  bounced: invitation.bounced,
  ...(invitation.answer ? { answeredAt: invitation.answer.at } : {}),
  ...(teller.customer ? { customer: teller.customer } : {}),
  ...nameless(teller, invitation.answer),
  ...saidIn(teller, invitation.answer),
});

const rowOf = (teller: Teller, heard: HeardFact): TallyRow[] => {
  const { message } = heard.fact;
  const where = {
    ...cellOf(heard.place),
    day: dayOf(heard.at),
    at: heard.at,
    ...(teller.customer ? { customer: teller.customer } : {}),
  };
  const rows: TallyRow[] = [];
  if (message.kind === 'review' && heard.scoreClass) {
    rows.push({
      kind: 'review',
      key: rowKey(teller, 'review', message),
      class: heard.scoreClass,
      ...where,
      ...nameless(teller, heard),
      ...saidIn(teller, heard),
    });
  }
  if (isUnprompted(heard) && complains(heard)) {
    const key = rowKey(teller, `complaint-${message.kind}`, message);
    rows.push({ kind: 'complaint', key, ...where, ...saidIn(teller, heard) });
  }
  // UNSCORED-1: void once there is a sentiment. Nobody is counted by it, so nobody is named.
  if (heard.complaint && !heard.sentiment) {
    const { customer: _, ...whereAlone } = where;
    rows.push({ kind: 'unscored', key: rowKey(teller, `unscored-${message.kind}`, message), ...whereAlone });
  }
  return rows;
};

/** TALLY-1: one row per invitation, per review, per unprompted complaint and per unscored feedback of a story. */
export const tallyRowsOf = (teller: Teller, invitations: readonly Invitation[]): TallyRow[] => [
  ...invitations.map((invitation) => surveyRow(teller, invitation)),
  ...teller.heard.flatMap((heard) => rowOf(teller, heard)),
];
