import { ProblemError, UnreachableError } from '../api.ts';
import { type Child, h } from '../dom.ts';
import { words } from '../words.ts';

/** What stands where a screen is going to be. */
export const skeleton = (): HTMLElement => {
  const bone = (width: string) => h('div', { class: `bone ${width}` });
  return h(
    'div',
    { class: 'skeleton', 'aria-busy': 'true' },
    h('p', { class: 'unseen' }, words.frame.loading),
    [0, 1, 2].map(() => [bone('long'), bone('middling'), bone('short')]),
  );
};

const told = (error: unknown): { title: string; detail: Child; fix: string; request?: string } => {
  if (error instanceof ProblemError) {
    const { title, detail, fix, errors, request } = error.problem;
    const rules = errors?.map(({ path, rule }) => h('li', {}, h('code', {}, path), ' ', rule));
    return { title, detail: [detail, rules && h('ul', {}, rules)], fix, request };
  }
  // A gateway that holds signed requests against policies says no without a word.
  if (error instanceof UnreachableError && error.status === 403) {
    return { title: words.frame.notAllowed, detail: undefined, fix: words.frame.notAllowedFix };
  }
  if (error instanceof UnreachableError) {
    return { title: words.frame.unreachable, detail: undefined, fix: words.frame.unreachableFix };
  }
  reportError(error);
  return { title: words.frame.broken, detail: undefined, fix: words.frame.brokenFix };
};

/** The same in a line, for where what was shown stays. */
export const problemTold = (error: unknown): string => {
  const { title, fix } = told(error);
  return words.frame.problem(title, fix);
};

/** The same at the place where something was tried. */
export const problemNote = (error: unknown): HTMLElement => {
  const { title, detail, fix } = told(error);
  return h('div', { class: 'note alarm' }, h('b', {}, title), detail && h('p', {}, detail), h('p', {}, fix));
};

/** Why something could not be shown, what to do about it, and a way to try again. */
export const problemShown = (error: unknown, tryAgain: () => void): HTMLElement => {
  const { title, detail, fix, request } = told(error);
  return h(
    'section',
    { class: 'problem' },
    h('h2', {}, title),
    detail && h('div', {}, detail),
    h('p', {}, fix),
    request && h('p', { class: 'small soft' }, words.frame.request(request)),
    h('button', { class: 'button', type: 'button', click: tryAgain }, words.frame.tryAgain),
  );
};
