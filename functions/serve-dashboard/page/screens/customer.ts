import { gapList } from '../actions/gap-list.ts';
import { deadline, priorityBadge, statusBadge } from '../actions/standing.ts';
import { linkTo } from '../address.ts';
import { type AnswerOf, ProblemError } from '../api.ts';
import { erasurePart } from '../customer/erasure.ts';
import { holdPart } from '../customer/hold.ts';
import { type Child, h, redraw } from '../dom.ts';
import type { App, OpenScreen } from '../screen.ts';
import { timeline } from '../story/timeline.ts';
import { atTime } from '../time.ts';
import { words } from '../words.ts';

const { customer: told } = words;

type Story = AnswerOf<'story'>;

/** Asks for a key; where it leads is an address, so that one way back is the browser's. */
const search = (app: App, id: string): HTMLElement => {
  const problem = h('div', { role: 'alert' });
  const key = h('input', {
    id: 'customer-key',
    type: 'search',
    value: id,
    autocomplete: 'off',
    spellcheck: 'false',
    'aria-describedby': 'customer-hint',
  });
  const submit = (event: Event): void => {
    event.preventDefault();
    redraw(problem, key.value === '' && h('p', { class: 'note alarm' }, told.search.missing));
    if (key.value !== '') app.go(linkTo(['customer'], { id: key.value }));
  };
  return h(
    'form',
    { class: 'find unprinted', 'aria-label': told.search.name, submit },
    h(
      'div',
      { class: 'fields' },
      h('label', { class: 'field grows' }, told.search.key, key),
      h('button', { class: 'button first', type: 'submit', id: 'customer-find' }, told.search.find),
    ),
    h('p', { class: 'small soft', id: 'customer-hint' }, told.search.hint),
    problem,
  );
};

const actionItem = (app: App, action: Story['actions'][number]): HTMLElement =>
  h(
    'li',
    {},
    h(
      'a',
      { href: linkTo(['action', action.id]) },
      h('span', { class: 'row-title' }, action.title),
      h(
        'span',
        { class: 'row-more' },
        priorityBadge(action),
        ' ',
        statusBadge(action),
        ' ',
        deadline(action, app.now()),
      ),
    ),
  );

const storyPart = (app: App, { moments, words: written, since }: Story): HTMLElement => {
  const line = timeline(moments, app.now());
  line.tell(new Map(written.map(({ fact, text }) => [fact, text])));
  return h(
    'section',
    { class: 'part' },
    h('h2', {}, told.story),
    h('p', { class: 'small soft' }, told.since(atTime(since))),
    line.element,
  );
};

const whole = (app: App, story: Story): Child =>
  h(
    'div',
    { class: 'columns' },
    h('div', {}, storyPart(app, story)),
    h(
      'aside',
      { class: 'aside' },
      holdPart(story.hold),
      h(
        'section',
        { class: 'part' },
        h('h2', {}, told.actions),
        story.actions.length === 0
          ? h('p', { class: 'soft' }, told.noActions)
          : h(
              'ul',
              { class: 'rows' },
              story.actions.map((action) => actionItem(app, action)),
            ),
      ),
      h(
        'section',
        { class: 'part' },
        h('h2', {}, told.gaps),
        story.gaps.length === 0 ? h('p', { class: 'soft' }, told.noGaps) : gapList(story.gaps),
      ),
      erasurePart(app, story.customerId),
    ),
  );

/** Nothing known of a key is an answer, not a fault: it may be mistyped. */
const storyOf = async (app: App, customer: string): Promise<Child> => {
  try {
    return whole(app, await app.api.call('story', { query: { customer }, signal: app.signal }));
  } catch (error) {
    if (!(error instanceof ProblemError && error.problem.code === 'not-found')) throw error;
    const { detail, fix } = error.problem;
    return h('p', { class: 'empty', role: 'status' }, `${detail} ${fix}`);
  }
};

/** One customer's whole story, for those who look after privacy. */
export const openCustomer: OpenScreen = async (app, _path, query) => {
  if (!app.me.roles.includes('privacy')) {
    return { title: told.title, body: h('p', { class: 'note' }, told.notTheirs) };
  }
  const id = query.get('id') ?? '';
  return {
    title: told.title,
    body: [search(app, id), id === '' ? h('p', { class: 'empty' }, told.search.start) : await storyOf(app, id)],
  };
};
