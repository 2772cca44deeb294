import type { ActionEntry } from '../../../functions/domain/outputs/action-entry.ts';
import { isUnfinished, type Told } from '../cells.ts';
import { type Html, html, isolated } from '../escape.ts';
import { instantTold } from '../numbers.ts';

const doings = { fix: 'Find the cause and fix it', ask: 'Get more answers', recover: 'Win the customer back' } as const;

/** Who has to do what until when. Titles keep the figures of the last look that changed them by a fifth or more: they would stand against those of the page. */
const dutySentence = ({ kind, owner, dueAt, priority, status }: ActionEntry, asOf: string): Html =>
  html`<b>${doings[kind]}:</b> ${isolated(owner.team)} (${isolated(owner.contact)}), by ${instantTold(dueAt)}${dueAt < asOf ? ', overdue' : ''}. ${priority}, ${status}.`;

/** The action that answers for a gap: to mend what is broken, or to ask where too little is known. */
export const actionFor = (gapId: string | undefined, { actions }: Told): ActionEntry | undefined =>
  actions
    .filter(({ kind, gapIds }) => kind !== 'recover' && gapIds.some((id) => id === gapId))
    .sort((a, b) => Number(isUnfinished(b)) - Number(isUnfinished(a)))[0];

export const dutyOf = (gapId: string | undefined, told: Told): Html | false => {
  const action = actionFor(gapId, told);
  return (
    gapId !== undefined &&
    html`<p class="duty"><span class="label">To do</span> ${action ? dutySentence(action, told.summary.asOf) : 'No action stands against it.'}</p>`
  );
};
