import type { ActionEntry } from '../../../functions/domain/outputs/action-entry.ts';
import { isUnfinished, type Told } from '../cells.ts';
import { type Html, html, isolated } from '../escape.ts';
import { counted, instantTold, whole } from '../numbers.ts';

const MOST_SHOWN = 10;
const priorities = ['P1', 'P2', 'P3', 'P4'] as const;
const kinds = { fix: 'fix a touchpoint', ask: 'ask where too little is known', recover: 'recover a customer' } as const;

const mostUrgent = (a: ActionEntry, b: ActionEntry): number => {
  const [x, y] = [`${a.priority} ${a.dueAt} ${a.id}`, `${b.priority} ${b.dueAt} ${b.id}`];
  return x < y ? -1 : x > y ? 1 : 0;
};

const countsTable = (unfinished: readonly ActionEntry[]): Html => {
  const of = (kind: string, priority?: string): number =>
    unfinished.filter((action) => action.kind === kind && (!priority || action.priority === priority)).length;
  return html`<table class="shares counts"><caption>Open actions by kind and priority</caption><thead><tr><th scope="col">Kind</th>${priorities.map((priority) => html`<th scope="col">${priority}</th>`)}<th scope="col">All</th></tr></thead><tbody>${Object.entries(
    kinds,
  ).map(
    ([kind, name]) =>
      html`<tr><th scope="row">${name}</th>${priorities.map((priority) => html`<td>${whole(of(kind, priority))}</td>`)}<td>${whole(of(kind))}</td></tr>`,
  )}</tbody></table>`;
};

const duty = ({ title, owner, dueAt, priority, status }: ActionEntry, asOf: string): Html =>
  html`<tr><th scope="row">${isolated(title)}</th><td>${priority}</td><td>${isolated(owner.team)}<br><small>${isolated(owner.contact)}</small></td><td>${instantTold(dueAt)}${dueAt < asOf && html` <b>overdue</b>`}</td><td>${status}</td></tr>`;

/** What is to be done, by whom, until when; of customers only how many are to be won back. */
export const openActions = ({ actions, summary }: Told): Html => {
  const unfinished = actions.filter(isUnfinished);
  const atTouchpoints = unfinished.filter(({ kind }) => kind !== 'recover').sort(mostUrgent);
  const shown = atTouchpoints.slice(0, MOST_SHOWN);
  const overdue = unfinished.filter(({ dueAt }) => dueAt < summary.asOf).length;
  return html`<section id="actions">
<h2>Open actions</h2>
<p>${counted(unfinished.length, 'action')} of ${whole(actions.length)} ${unfinished.length === 1 ? 'is' : 'are'} open, ${whole(overdue)} of them overdue. Each has one owner and one deadline. Titles and figures of an action, of one that asks as well, are those of the last look that changed it by a fifth or more or made it more urgent; once somebody has taken it up, only the latter changes them. Customers are not named here; their actions are in <code>actions.json</code>.</p>
${unfinished.length > 0 && countsTable(unfinished)}
${
  shown.length > 0 &&
  html`<div class="wide" role="region" aria-labelledby="urgent" tabindex="0"><table><caption id="urgent">The most urgent at touchpoints: ${whole(shown.length)} of ${whole(atTouchpoints.length)}</caption><thead><tr><th scope="col">What</th><th scope="col">Priority</th><th scope="col">Owner</th><th scope="col">Due</th><th scope="col">Status</th></tr></thead><tbody>${shown.map((action) => duty(action, summary.asOf))}</tbody></table></div>`
}
</section>`;
};
