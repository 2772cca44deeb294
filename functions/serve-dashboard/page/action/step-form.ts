import { LONGEST_REASON } from '../../../domain/actions/steps.ts';
import { h, redraw } from '../dom.ts';
import { whole } from '../figures.ts';
import { words } from '../words.ts';

/** What takes a reason, and so a form. */
export type Reasoned = 'resolve' | 'dismiss' | 'reassign' | 'reopen';

export interface Given {
  reason: string;
  /** Of a hand-on. */
  team?: string | undefined;
}

export interface StepForm {
  element: HTMLElement;
  focus(): void;
  /** Says something at the form, at once also to who listens. */
  say(told?: HTMLElement): void;
  /** What the button is called while nothing is under way. */
  rename(name: string): void;
  /** Whether it can be sent. */
  allow(isAllowed: boolean): void;
  /** While it is under way. */
  wait(isUnderWay: boolean): void;
}

/** Code points, as the API counts them. */
const lengthOf = (text: string): number => [...text].length;

/** A small form that says why; what was typed stays in it, closed and opened again. */
export const stepForm = (
  step: Reasoned,
  teams: readonly string[],
  submit: (given: Given) => void,
  cancel: () => void,
): StepForm => {
  const { steps } = words.action;
  const { name, question, hint } = steps[step];
  const problem = h('div', { class: 'form-problem', role: 'alert' });
  const reason = h('textarea', {
    id: 'step-reason',
    rows: 3,
    'aria-describedby': 'step-hint',
    'aria-required': 'true',
    dir: 'auto',
  });
  const team = h(
    'select',
    { id: 'step-team', 'aria-required': 'true' },
    h('option', { value: '' }, steps.choose),
    teams.map((one) => h('option', { value: one }, one)),
  );
  let title: string = name;
  const send = h('button', { class: 'button first', type: 'submit' }, title);
  const set = (isOff: boolean): void => {
    if (isOff) send.setAttribute('aria-disabled', 'true');
    else send.removeAttribute('aria-disabled');
  };

  /** What is missing, and where it is to be given. */
  const missing = (): { told: string; field: HTMLElement } | undefined => {
    if (step === 'reassign' && team.value === '') return { told: steps.teamMissing, field: team };
    const length = lengthOf(reason.value.trim());
    if (length === 0) return { told: steps.reasonMissing, field: reason };
    if (length <= LONGEST_REASON) return undefined;
    return { told: steps.reasonTooLong(whole(length), whole(LONGEST_REASON)), field: reason };
  };
  const onSubmit = (event: Event): void => {
    event.preventDefault();
    if (send.hasAttribute('aria-disabled')) return;
    const wrong = missing();
    for (const field of [team, reason]) field.removeAttribute('aria-invalid');
    redraw(problem, wrong && h('p', { class: 'note alarm' }, wrong.told));
    wrong?.field.setAttribute('aria-invalid', 'true');
    wrong?.field.focus();
    if (!wrong) submit({ reason: reason.value.trim(), ...(step === 'reassign' && { team: team.value }) });
  };
  return {
    element: h(
      'form',
      { class: 'step-form', id: 'step-form', 'aria-label': name, submit: onSubmit },
      step === 'reassign' && h('label', { class: 'field' }, steps.reassign.team, team),
      h('label', { class: 'field' }, question, reason),
      h('p', { class: 'small soft', id: 'step-hint' }, hint, ' ', steps.reasonHint(whole(LONGEST_REASON))),
      problem,
      h('p', { class: 'fields' }, send, h('button', { class: 'button', type: 'button', click: cancel }, steps.cancel)),
    ),
    focus: () => (step === 'reassign' ? team : reason).focus(),
    say: (told) => redraw(problem, told),
    rename: (given) => {
      title = given;
      send.textContent = title;
    },
    allow: (isAllowed) => set(!isAllowed),
    wait: (isUnderWay) => {
      set(isUnderWay);
      send.textContent = isUnderWay ? steps.sending : title;
    },
  };
};
