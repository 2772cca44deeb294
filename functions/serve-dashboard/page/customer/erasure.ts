import { press } from '../actions/press.ts';
import { type AnswerOf, SignedOutError } from '../api.ts';
import { h, redraw } from '../dom.ts';
import { problemNote } from '../frame/states.ts';
import type { App } from '../screen.ts';
import { atTime } from '../time.ts';
import { words } from '../words.ts';

const { erase } = words.customer;

const receiptShown = ({ receipt, state, requestedAt }: AnswerOf<'erase'>): HTMLElement =>
  h(
    'div',
    { class: 'note', id: 'erasure-receipt', tabindex: -1 },
    h('p', {}, h('b', {}, erase.done)),
    h(
      'dl',
      { class: 'facts' },
      h('div', {}, h('dt', {}, erase.receipt), h('dd', {}, h('code', {}, receipt))),
      h('div', {}, h('dt', {}, erase.requested), h('dd', {}, atTime(requestedAt))),
      h('div', {}, h('dt', {}, erase.state), h('dd', {}, erase[state])),
    ),
    h('p', {}, erase.means),
  );

/** Asks for a customer to be erased, once their key was typed again. */
export const erasurePart = (app: App, customerId: string): HTMLElement => {
  const place = h('div');
  const problem = h('div', { role: 'alert' });
  const key = h('input', {
    id: 'erase-key',
    type: 'text',
    autocomplete: 'off',
    spellcheck: 'false',
    'aria-required': 'true',
    'aria-describedby': 'erase-hint',
  });
  const send = h('button', { class: 'button first', type: 'submit' }, erase.submit);
  const begin = h('button', { class: 'button', type: 'button', id: 'erase-begin', click: () => ask() }, erase.begin);

  const fail = (told: HTMLElement): void => {
    redraw(problem, told);
    key.focus();
  };
  const leave = (): void => {
    key.value = '';
    redraw(problem);
    redraw(place, begin);
    begin.focus();
  };
  const submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (send.hasAttribute('aria-disabled')) return;
    if (key.value !== customerId) return fail(h('p', { class: 'note alarm' }, erase.different));
    redraw(problem);
    await press(send, erase.sending, async () => {
      try {
        const receipt = receiptShown(await app.api.call('erase', { body: { customerId } }));
        redraw(place, receipt);
        receipt.focus();
        app.announce(erase.done);
      } catch (error) {
        if (error instanceof SignedOutError) return;
        fail(problemNote(error));
      }
    });
  };
  const form = h(
    'form',
    { class: 'step-form', 'aria-label': erase.title, submit },
    h('label', { class: 'field' }, erase.confirm, key),
    h('p', { class: 'small soft', id: 'erase-hint' }, erase.confirmHint),
    problem,
    h('p', { class: 'fields' }, send, h('button', { class: 'button', type: 'button', click: leave }, erase.cancel)),
  );
  const ask = (): void => {
    redraw(place, form);
    key.focus();
  };
  redraw(place, begin);
  return h(
    'section',
    { class: 'part unprinted' },
    h('h2', {}, erase.title),
    h('p', { class: 'small soft' }, erase.about),
    place,
  );
};
