import type { AnswerOf } from '../api.ts';
import { type Child, h } from '../dom.ts';
import { whole } from '../figures.ts';
import { atTime } from '../time.ts';
import { words } from '../words.ts';

const fact = (name: string, told: Child): HTMLElement => h('div', {}, h('dt', {}, name), h('dd', {}, told));

/** Whether surveys to a customer are on hold, since when and until when. */
export const holdPart = ({ held, since, until, matterIds = [] }: AnswerOf<'story'>['hold']): HTMLElement => {
  const { hold } = words.customer;
  const matters = matterIds.length === 0 ? hold.noMatters : whole(matterIds.length);
  return h(
    'section',
    { class: 'part' },
    h('h2', {}, hold.title),
    h('p', {}, h('span', { class: `badge ${held ? 'dark' : 'open'}` }, held ? hold.held : hold.free)),
    h('p', {}, held ? hold.heldText : hold.freeText),
    since !== undefined &&
      h(
        'dl',
        { class: 'facts' },
        fact(hold.since, atTime(since)),
        until !== undefined && fact(held ? hold.until : hold.ended, atTime(until)),
        fact(hold.matters, matters),
      ),
  );
};
