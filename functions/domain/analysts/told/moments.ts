import type { Action } from '../../actions/action.ts';
import type { Gap } from '../../gaps/gap.ts';
import { isWaiting, SILENCE } from '../../gaps/unheard.ts';
import { type Instant, plus } from '../../instant.ts';
import { isOurReply, isStaffNote } from '../../message/fact.ts';
import { complains, type HeardFact } from '../../story/heard-fact.ts';
import { type Invitation, invitationsOf } from '../../story/invitations.ts';
import type { StoryFold } from '../../story/story.ts';
import { type Moment, momentKinds } from '../moment.ts';

/** What was heard of a customer, or a part of it that stands for itself. */
export type Heard = Pick<StoryFold, 'heard' | 'matters'>;

/** A moment with what tells it from others of its kind at the same instant. */
interface Placed {
  moment: Moment;
  key: string;
}

const kindsOfSurvey = { invited: 'invitation', held: 'held', bounced: 'bounced', answered: 'answer' } as const;

const kindOf = (heard: HeardFact): Moment['kind'] => {
  const { message } = heard.fact;
  if (isStaffNote(message)) return 'note';
  if (isOurReply(heard.fact)) return 'reply';
  if (complains(heard)) return 'complaint';
  switch (message.kind) {
    case 'text':
      return 'message';
    case 'review':
      return 'review';
    case 'survey':
      return kindsOfSurvey[message.status];
  }
};

const scoreOf = ({ fact: { message } }: HeardFact): Pick<Moment, 'metric' | 'score'> => {
  if (message.kind === 'review') return { metric: 'stars', score: message.rating };
  if (message.kind !== 'survey') return {};
  return { metric: message.metric, ...(message.score !== undefined && { score: message.score }) };
};

const whereOf = ({ place, fact: { message } }: HeardFact): Partial<Moment> => ({
  ...place,
  ...(message.interactionId !== undefined && { interactionId: message.interactionId }),
});

const ofFact = (heard: HeardFact): Placed => {
  const { fact, at, scoreClass, sentiment, spoken, causes, reply } = heard;
  const { message } = fact;
  const moment: Moment = {
    at,
    kind: kindOf(heard),
    fact: fact.id,
    feedback: message.kind,
    ...(message.kind === 'text' && { channel: message.channel }),
    ...whereOf(heard),
    ...scoreOf(heard),
    ...(scoreClass && { scoreClass }),
    ...(sentiment && { sentiment: sentiment.label }),
    ...(spoken && spoken.themes.length > 0 && { themes: [...spoken.themes] }),
    ...(causes.length > 0 && { causes: causes.map(({ cause }) => cause) }),
    ...(reply && { reply }),
  };
  return { moment, key: fact.id };
};

/** Nothing but apologies is an answer, though a hollow one: then a reply stands there, and no silence. */
const unreplied = ({ matter, verdicts }: Heard['matters'][number]): Placed[] => {
  const silent = matter.complaints.flatMap(({ facts }, i) => {
    const verdict = verdicts[i];
    const last = facts.at(-1);
    return verdict?.kind === 'brushed-off' && !verdict.hollow && last ? [[verdict.at, last] as const] : [];
  });
  // Two complaints before one invitation were both due an answer by then.
  return [...new Map(silent)].map(([at, last]) => ({
    moment: { at, kind: 'silence', ...whereOf(last), silence: 'no-reply' },
    key: matter.id,
  }));
};

const unanswered = (invitation: Invitation, asOf: Instant): Placed[] => {
  const at = plus(invitation.at, SILENCE);
  if (!isWaiting(invitation) || at > asOf || (invitation.answer && invitation.answer.at <= at)) return [];
  const { sent, metric } = invitation;
  return [{ moment: { at, kind: 'silence', ...whereOf(sent), metric, silence: 'no-answer' }, key: sent.fact.id }];
};

const placeOf = ({ touchpoint, location }: { touchpoint?: string; location?: string }): Partial<Moment> => ({
  ...(touchpoint !== undefined && { touchpoint }),
  ...(location !== undefined && { location }),
});

const numbered = (id: string, n: number): string => `${id}#${String(n).padStart(6, '0')}`;

const turnsOf = (gap: Gap): Placed[] =>
  gap.history.map(({ state, at }, i) => ({
    moment: { at, kind: 'gap', ...placeOf(gap), gap: { id: gap.id, kind: gap.kind, state } },
    key: numbered(gap.id, i),
  }));

const changesOf = (action: Action): Placed[] =>
  action.history.map(({ at, by, change, reason, version }) => ({
    moment: {
      at,
      kind: 'action',
      ...placeOf(action),
      action: { id: action.id, change, by, ...(reason !== undefined && { reason }) },
    },
    key: numbered(action.id, version),
  }));

/** What was said comes before what came of it. */
const rank = ({ moment }: Placed): number => momentKinds.indexOf(moment.kind);

const inOrder = (a: Placed, b: Placed): number => {
  if (a.moment.at !== b.moment.at) return a.moment.at < b.moment.at ? -1 : 1;
  return rank(a) - rank(b) || (a.key < b.key ? -1 : 1);
};

/**
 * All that happened between a customer and us, and what became of it, the oldest first: every fact, silence where something
 * was due and nothing came, and the turns of gaps and actions.
 *
 * @param asOf no silence is told that begins later
 */
export const momentsOf = (
  { heard, matters }: Heard,
  gaps: readonly Gap[],
  actions: readonly Action[],
  asOf: Instant,
): Moment[] =>
  [
    ...heard.map(ofFact),
    ...matters.flatMap(unreplied),
    ...invitationsOf(heard).flatMap((invitation) => unanswered(invitation, asOf)),
    ...gaps.flatMap(turnsOf),
    ...actions.flatMap(changesOf),
  ]
    .sort(inOrder)
    .map(({ moment }) => moment);
