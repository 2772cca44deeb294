import type { ActionEntry } from '../../../functions/domain/outputs/action-entry.ts';
import { isUnfinished, type Told } from '../cells.ts';
import { type Html, html, isolated } from '../escape.ts';
import { instantTold } from '../numbers.ts';

/** Who has to do what until when. */
const dutySentence = ({ title, owner, dueAt, priority, status }: ActionEntry, asOf: string): Html =>
  html`<b>${isolated(title)}.</b> ${isolated(owner.team)} (${isolated(owner.contact)}), by ${instantTold(dueAt)}${dueAt < asOf ? ', overdue' : ''}. ${priority}, ${status}.`;

/** The action that answers for a gap: to mend what is broken, or to ask where too little is known. */
export const dutyOf = (gapId: string | undefined, { actions, summary }: Told): Html | false => {
  const [duty] = actions
    .filter(({ kind, gapIds }) => kind !== 'recover' && gapIds.some((id) => id === gapId))
    .sort((a, b) => Number(isUnfinished(b)) - Number(isUnfinished(a)));
  return (
    gapId !== undefined &&
    html`<p class="duty"><span class="label">To do</span> ${duty ? dutySentence(duty, summary.asOf) : 'No action stands against it.'}</p>`
  );
};
