import { type Child, h } from '../dom.ts';
import { fromNow } from '../time.ts';
import { words } from '../words.ts';
import type { Detail } from './entry.ts';

type Change = Detail['history'][number];

/** A person by name; triage and the clock by what they are here. */
export const byWhom = (by: string): string =>
  Object.hasOwn(words.story.by, by) ? words.story.by[by as keyof typeof words.story.by] : by;

/** What was changed since a version was seen, the oldest first. */
export const changesAfter = ({ history }: Pick<Detail, 'history'>, version: number): Change[] =>
  history.filter((change) => change.version > version);

/** Who changed what meanwhile, and why. */
export const meanwhile = (changes: readonly Change[], now: string): HTMLElement =>
  h(
    'ul',
    { class: 'meanwhile' },
    changes.map(
      ({ by, change, at, reason }): Child =>
        h('li', {}, words.action.meanwhile.change(byWhom(by), change, fromNow(at, now)), reason && h('q', {}, reason)),
    ),
  );
