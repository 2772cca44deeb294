import { h } from '../dom.ts';

/** Where somebody points, or has the focus, nothing is moved. */
const isInUse = (list: Element): boolean => list.matches(':hover') || list.contains(document.activeElement);

/** Rows that come and change while somebody reads them. */
export interface LiveList {
  element: HTMLElement;
  /** Sets the rows in order; the one at the top of the window stays where it is. */
  set(rows: readonly HTMLElement[]): void;
  /** Does something at once where the list is not in use, else as soon as it no longer is. */
  whenFree(doIt: () => void): 'done' | 'waits';
  /** Does at once what waits. */
  release(): void;
}

/** The first row that is seen at least in part. */
const seenFirst = (list: Element): Element | undefined =>
  [...list.children].find((row) => row.getBoundingClientRect().bottom > 0);

export const liveList = (label: string): LiveList => {
  const list = h('ol', { class: 'todos plain', 'aria-label': label });
  let waiting: (() => void) | undefined;
  const release = (): void => {
    const doIt = waiting;
    waiting = undefined;
    doIt?.();
  };
  // Focus has moved on, and so has the pointer, only after their events.
  const releaseIfFree = (): void => void setTimeout(() => !isInUse(list) && release());
  list.addEventListener('pointerleave', releaseIfFree);
  list.addEventListener('focusout', releaseIfFree);
  return {
    element: list,
    set: (rows) => {
      const seen = seenFirst(list);
      const before = seen?.getBoundingClientRect().top;
      list.replaceChildren(...rows);
      if (seen?.isConnected && before !== undefined && before < 0)
        scrollBy(0, seen.getBoundingClientRect().top - before);
    },
    whenFree: (doIt) => {
      waiting = doIt;
      if (isInUse(list)) return 'waits';
      release();
      return 'done';
    },
    release,
  };
};
