import { startsFrom } from '../../../domain/actions/steps.ts';
import { type Detail, mayChange } from '../actions/entry.ts';
import { changesAfter, meanwhile } from '../actions/meanwhile.ts';
import { press } from '../actions/press.ts';
import { type Call, ProblemError, SignedOutError } from '../api.ts';
import { h, redraw } from '../dom.ts';
import { problemNote, problemTold } from '../frame/states.ts';
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

/** The buttons and forms by which an action is changed. */
export const makeSteps = (app: App, first: Detail, onChanged: (action: Detail) => void): Steps => {
  const { steps, meanwhile: since } = words.action;
  let action = first;
  let open: { step: Reasoned; form: StepForm } | undefined;
  const forms = new Map<Reasoned, StepForm>();
  let isUnderWay = false;
  const bar = h('div', { class: 'steps-bar' });
  const place = h('div');
  const note = h('div', { class: 'step-note', id: 'step-note', role: 'status', tabindex: -1 });

  const can = (step: keyof typeof startsFrom): boolean => startsFrom[step].includes(action.status);

  const close = (): void => {
    const from = open?.step;
    open = undefined;
    redraw(place);
    drawBar();
    if (from) document.getElementById(`step-${from}`)?.focus();
  };

  const formOf = (step: Reasoned): StepForm => {
    const known = forms.get(step);
    if (known) return known;
    const teams = app.me.teams.filter((team) => team !== action.owner.team);
    const form = stepForm(step, teams, (given) => void submit(step, given), close);
    forms.set(step, form);
    return form;
  };

  const begin = (step: Reasoned): void => {
    const form = formOf(step);
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
              click: () => (open?.step === step ? close() : begin(step)),
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
          !can('reopen') && h('small', {}, steps.label.hint),
        ),
    );
  };

  /** Where somebody was faster, how it stands now; `undefined` where even that cannot be read. */
  const storedNow = async (): Promise<Detail | undefined> =>
    app.api.call('action', { path: { id: action.id }, signal: app.signal }).catch(() => undefined);

  /** What others changed since the version that was decided by, taken in. */
  const takeIn = (stored: Detail): HTMLElement => {
    const changes = changesAfter(stored, action.version);
    onChanged(stored);
    return h('div', { class: 'note alarm' }, h('b', {}, since.title), meanwhile(changes, app.now()));
  };

  /** Sends a change by the version that was seen; a change is under way once, and goes on where somebody leaves. */
  const send = async (wish: Wish, done: string, failed: (problem: HTMLElement) => void): Promise<void> => {
    if (isUnderWay) return;
    isUnderWay = true;
    const path = { id: action.id };
    try {
      const body = { ...wish, version: action.version } as Command;
      const changed = await app.api.call('changeAction', { path, body });
      if (app.signal.aborted) {
        app.announce(done);
        return;
      }
      open = undefined;
      forms.clear();
      redraw(place);
      onChanged(changed);
      redraw(note, h('p', { class: 'note' }, done));
      note.focus({ preventScroll: true });
    } catch (error) {
      if (error instanceof SignedOutError) return;
      if (app.signal.aborted) {
        app.announce(problemTold(error));
        return;
      }
      const isConflict = error instanceof ProblemError && error.problem.code === 'conflict';
      const stored = isConflict ? await storedNow() : undefined;
      failed(stored ? takeIn(stored) : problemNote(error));
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
    await send(wish, steps[step].done, (problem) => {
      form.wait(false);
      const isStale = action.version > seen;
      const isPossible = can(step) && mayChange(action, app.me);
      const fix = isPossible ? since.kept : since.impossible(words.names.status[action.status]);
      if (isStale) problem.append(h('p', {}, fix));
      form.say(problem);
      if (isStale) form.rename(steps.allTheSame(steps[step].name));
      form.allow(isPossible);
    });
  };

  const oneClick = async (id: string, wish: Wish, done: string): Promise<void> => {
    const button = document.getElementById(id);
    if (!button || isUnderWay) return;
    const seen = action.version;
    await press(button, steps.sending, () =>
      send(wish, done, (problem) => {
        if (action.version > seen) problem.append(h('p', {}, since.stored));
        redraw(note, problem);
      }),
    );
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
      const fix = isPossible ? since.kept : since.impossible(words.names.status[now.status]);
      const told = h('div', { class: 'note' }, h('b', {}, since.live), changes, open && h('p', {}, fix));
      if (open) open.form.say(told);
      else redraw(note, told);
    },
  };
};
