import { h } from '../dom.ts';
import { words } from '../words.ts';

/** What came and changed elsewhere and is not shown yet. */
export interface NewsLine {
  element: HTMLElement;
  add(came: readonly string[], changed: readonly string[]): void;
  told(): string;
  waits(): boolean;
  /** Offers to show it, where it has to wait. */
  show(): void;
  clear(): void;
}

export const newsOf = (showNow: () => void): NewsLine => {
  const [came, changed] = [new Set<string>(), new Set<string>()];
  const line = h('span');
  const button = h(
    'button',
    { class: 'button bare', type: 'button', id: 'show-news', click: showNow },
    words.board.showNews,
  );
  const element = h('p', { class: 'news unprinted', hidden: true }, line, ' ', button);
  const told = (): string => words.board.news(came.size, changed.size);
  const waits = (): boolean => came.size + changed.size > 0;
  return {
    element,
    add: (newOnes, changedOnes) => {
      for (const id of newOnes) came.add(id);
      for (const id of changedOnes) if (!came.has(id)) changed.add(id);
    },
    told,
    waits,
    show: () => {
      line.textContent = told();
      element.hidden = !waits();
    },
    clear: () => {
      came.clear();
      changed.clear();
      element.hidden = true;
    },
  };
};
