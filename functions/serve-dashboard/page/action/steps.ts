import { startsFrom } from '../../../domain/actions/steps.ts';
import { type Detail, mayChange } from '../actions/entry.ts';
import { changesAfter, meanwhile } from '../actions/meanwhile.ts';
import { type Call, ProblemError } from '../api.ts';
import { type Child, h, redraw } from '../dom.ts';
import { told } from '../frame/states.ts';
import type { App } from '../screen.ts';
import { words } from '../words.ts';
import { type Given, type Reasoned, type StepForm, stepForm } from './step-form.ts';

type Command = NonNullable<Call<'changeAction'>['body']>;

/** A command but for the version that was seen. */
type Wish = Command extends infer C ? (C extends Command ? Omit<C, 'version'> : never) : never;
type Label = Detail['labels'][number]['label'];

/** What somebody can do with an action, and what it came to. */
export interface Steps {
  element: HTMLElement;
  /** Takes in how the action stands now; what is being typed stays. */
  update(action: Detail): void;
  /** Says what others changed while somebody looked. */
  tellChanged(action: Detail, from: number): void;
}

const reasoned: readonly Reasoned[] = ['resolve', 'reassign', 'dismiss', 'reopen'];

const problemOf = (error: unknown): Child => {
  const { title, detail, fix } = told(error);
  return [h('b', {}, title), ' ', detail, ' ', fix];
};

/** The buttons and forms by which an action is changed. */
export const makeSteps = (app: App, first: Detail, onChanged: (action: Detail) => void): Steps => {
  const { steps, meanwhile: since } = words.action;
  let action = first;
  let open: { step: Reasoned; form: StepForm } | undefined;
  let isUnderWay = false;
  const bar = h('div', { class: 'steps-bar' });
  const place = h('div');
  const note = h('div', { id: 'step-note', role: 'status', tabindex: -1 });

  const can = (step: keyof typeof startsFrom): boolean => startsFrom[step].includes(action.status);

  const close = (): void => {
    const from = open?.step;
    open = undefined;
    redraw(place);
    drawBar();
    if (from) document.getElementById(`step-${from}`)?.focus();
  };

  const toggle = (step: Reasoned): void => {
    if (open?.step === step) return close();
    const teams = app.me.teams.filter((team) => team !== action.owner.team);
    const form = stepForm(step, teams, (given) => void submit(step, given), close);
    open = { step, form };
    redraw(note);
    redraw(place, form.element);
    drawBar();
    form.focus();
  };

  const drawBar = (): void => {
    if (!mayChange(action, app.me)) {
      const isWorker = app.me.roles.includes('owner');
      redraw(bar, h('p', { class: 'soft' }, isWorker ? steps.none.notTheirs(action.owner.team) : steps.none.reader));
      return;
    }
    const labels = Object.keys(steps.labels) as Label[];
    redraw(
      bar,
      h(
        'div',
        { class: 'steps-row' },
        can('acknowledge') &&
          h(
            'button',
            { class: 'button first', type: 'button', id: 'step-acknowledge', click: () => void acknowledge() },
            steps.acknowledge.name,
          ),
        reasoned.filter(can).map((step) =>
          h(
            'button',
            {
              class: 'button',
              type: 'button',
              id: `step-${step}`,
              'aria-expanded': String(open?.step === step),
              click: () => toggle(step),
            },
            steps[step].name,
          ),
        ),
      ),
      can('label') &&
        h(
          'div',
          { class: 'steps-row labels' },
          labels.map((label) =>
            h(
              'button',
              { class: 'button bare', type: 'button', id: `step-${label}`, click: () => void say(label) },
              steps.labels[label],
            ),
          ),
          h('small', {}, steps.label.hint),
        ),
    );
  };

  /** Where somebody was faster, how it stands now; `undefined` where even that cannot be read. */
  const storedNow = async (): Promise<Detail | undefined> =>
    app.api.call('action', { path: { id: action.id }, signal: app.signal }).catch(() => undefined);

  /** What others changed since the version that was decided by, taken in. */
  const takeIn = (stored: Detail): Child => {
    const changes = changesAfter(stored, action.version);
    onChanged(stored);
    return [h('b', {}, since.title), meanwhile(changes, app.now())];
  };

  /** Sends a change by the version that was seen; a change is under way once. */
  const send = async (wish: Wish, done: string, failed: (...told: Child[]) => void): Promise<void> => {
    if (isUnderWay) return;
    isUnderWay = true;
    const path = { id: action.id };
    try {
      const body = { ...wish, version: action.version } as Command;
      const changed = await app.api.call('changeAction', { path, body, signal: app.signal });
      open = undefined;
      redraw(place);
      onChanged(changed);
      redraw(note, h('p', { class: 'note' }, done));
      note.focus({ preventScroll: true });
    } catch (error) {
      if (app.signal.aborted) return;
      const isConflict = error instanceof ProblemError && error.problem.code === 'conflict';
      const stored = isConflict ? await storedNow() : undefined;
      failed(stored ? takeIn(stored) : problemOf(error));
    } finally {
      isUnderWay = false;
    }
  };

  const submit = async (step: Reasoned, { reason, team }: Given): Promise<void> => {
    const form = open?.form;
    if (!form) return;
    const seen = action.version;
    form.say();
    form.wait(true);
    const wish: Wish = step === 'reassign' ? { kind: step, reason, team: team ?? '' } : { kind: step, reason };
    await send(wish, steps[step].done, (...problem) => {
      form.wait(false);
      const isStale = action.version > seen;
      const isPossible = can(step) && mayChange(action, app.me);
      const fix = isPossible ? since.kept : since.impossible(words.names.status[action.status]);
      form.say(problem, isStale && h('p', {}, fix));
      if (isStale) form.rename(steps.allTheSame(steps[step].name));
      form.allow(isPossible);
    });
  };

  const oneClick = async (id: string, wish: Wish, done: string): Promise<void> => {
    const button = document.getElementById(id);
    if (!button || isUnderWay) return;
    const name = button.textContent;
    button.setAttribute('aria-disabled', 'true');
    button.textContent = steps.sending;
    const seen = action.version;
    await send(wish, done, (...problem) => {
      const isStale = action.version > seen;
      redraw(note, h('div', { class: 'note alarm' }, problem, isStale && h('p', {}, since.stored)));
      button.removeAttribute('aria-disabled');
      button.textContent = name;
    });
  };

  const acknowledge = () => oneClick('step-acknowledge', { kind: 'acknowledge' }, steps.acknowledge.done);
  const say = (label: Label) => {
    const told = steps.labels[label];
    const done = can('reopen') ? steps.label.kept(told) : steps.label.done(told);
    return oneClick(`step-${label}`, { kind: 'label', label }, done);
  };

  drawBar();
  return {
    element: h('section', { class: 'steps unprinted', 'aria-label': steps.title }, bar, place, note),
    update: (now) => {
      action = now;
      drawBar();
    },
    tellChanged: (now, from) => {
      const changes = meanwhile(changesAfter(now, from), app.now());
      const isPossible = !open || (can(open.step) && mayChange(action, app.me));
      open?.form.allow(isPossible);
      const told = [h('b', {}, since.live), changes];
      if (open)
        open.form.say(told, h('p', {}, isPossible ? since.kept : since.impossible(words.names.status[now.status])));
      else redraw(note, h('div', { class: 'note' }, told));
    },
  };
};
