import type { NewAnnotation } from '../../../domain/analysts/annotation.ts';
import { type Child, h } from '../dom.ts';
import { whole } from '../figures.ts';
import { problemTold } from '../frame/states.ts';
import { placeName, UNATTRIBUTED } from '../place.ts';
import type { App } from '../screen.ts';
import { onDay } from '../time.ts';
import { words } from '../words.ts';
import type { Detail } from './detail.ts';

const { notes: told } = words.touchpoint;

/** As functions/domain/analysts/annotation.ts has it; that file needs the schemas, which are not loaded with the page. */
const LONGEST_REMARK = 200;

type Note = Detail['annotations'][number];

const aboutOf = ({ touchpoint, location }: Note): string => {
  if (touchpoint === undefined) return told.everywhere;
  return location === undefined ? told.touchpoint : '';
};

/** An owner takes back what they noted themselves, a lead whatever was noted. */
const mayRemove = ({ roles, id }: App['me'], note: Note): boolean =>
  roles.includes('lead') || (roles.includes('owner') && note.by === id);

const remover = (app: App, note: Note): HTMLElement => {
  const button = h(
    'button',
    {
      class: 'button bare unprinted',
      type: 'button',
      'aria-label': told.removeThis(note.text),
      click: async () => {
        button.disabled = true;
        try {
          await app.api.call('removeAnnotation', { path: { id: note.id } });
          app.announce(told.removed);
          await app.refresh();
        } catch (error) {
          button.disabled = false;
          app.announce(problemTold(error));
        }
      },
    },
    told.remove,
  );
  return button;
};

const item = (app: App, note: Note, i: number): HTMLElement =>
  h(
    'li',
    {},
    h('span', { class: 'note-mark', 'aria-hidden': 'true' }, whole(i + 1)),
    h(
      'span',
      {},
      h('b', {}, onDay(note.day)),
      ' ',
      h('span', { dir: 'auto' }, note.text),
      ' ',
      h('small', {}, [told.by(note.by), aboutOf(note)].filter(Boolean).join(', ')),
      mayRemove(app.me, note) && [' ', remover(app, note)],
    ),
  );

/** What a note may be about: this very place, the touchpoint wherever it is, or all. */
const scopesOf = ({ touchpoint, location }: Detail) => {
  const atLocation = location === UNATTRIBUTED ? {} : { location };
  return {
    here: { name: told.here(placeName({ touchpoint, location })), place: { touchpoint, ...atLocation } },
    touchpoint: { name: told.allLocations(touchpoint), place: { touchpoint } },
    all: { name: told.all, place: {} },
  };
};

const adding = (app: App, detail: Detail): HTMLElement => {
  const scopes = scopesOf(detail);
  const failed = h('p', { class: 'note alarm', role: 'alert', hidden: true });
  const save = h('button', { class: 'button first', type: 'submit' }, told.save);
  const form = h(
    'form',
    {
      class: 'fields',
      submit: async (event) => {
        event.preventDefault();
        const given = new FormData(form);
        const { place } = scopes[String(given.get('about')) as keyof typeof scopes];
        const body: NewAnnotation = { day: String(given.get('day')), text: String(given.get('text')), ...place };
        save.disabled = true;
        failed.hidden = true;
        try {
          await app.api.call('annotate', { body });
          app.announce(told.kept);
          await app.refresh();
        } catch (error) {
          save.disabled = false;
          failed.hidden = false;
          failed.textContent = problemTold(error);
        }
      },
    },
    h(
      'label',
      { class: 'field' },
      told.day,
      h('input', { type: 'date', name: 'day', required: true, value: app.now().slice(0, 10) }),
    ),
    h(
      'label',
      { class: 'field grows' },
      told.text,
      h('input', { name: 'text', required: true, maxlength: LONGEST_REMARK, autocomplete: 'off' }),
    ),
    h(
      'label',
      { class: 'field' },
      told.about,
      h(
        'select',
        { name: 'about' },
        Object.entries(scopes).map(([value, { name }]) => h('option', { value }, name)),
      ),
    ),
    save,
  );
  return h(
    'details',
    { class: 'unprinted' },
    h('summary', {}, told.add),
    form,
    h('p', { class: 'small soft' }, told.hint),
    failed,
  );
};

/** What people noted beside the figures, with the numbers that its marks in the charts bear. */
export const notesPart = (app: App, detail: Detail): Child => {
  const { annotations } = detail;
  const mayAdd = app.me.roles.some((role) => role === 'owner' || role === 'lead');
  return h(
    'div',
    {},
    h('h3', {}, told.title),
    annotations.length === 0
      ? h('p', { class: 'soft' }, told.none)
      : h(
          'ol',
          { class: 'notes plain' },
          annotations.map((note, i) => item(app, note, i)),
        ),
    mayAdd && adding(app, detail),
  );
};
