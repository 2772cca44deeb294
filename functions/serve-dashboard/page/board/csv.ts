import type { Status } from '../actions/entry.ts';
import { press } from '../actions/press.ts';
import { h } from '../dom.ts';
import { whole } from '../figures.ts';
import type { App } from '../screen.ts';
import { words } from '../words.ts';
import { askedFor, type View } from './view.ts';

/** Pages of a thousand: what a spreadsheet still opens at once. */
const MOST_PAGES = 20;
const PAGE = 1000;

/** Spreadsheets tell UTF-8 by it; reading a text takes it away. */
const UTF8_MARK = '\uFEFF';
const LINE_END = '\r\n';

const linesOf = (text: string): number => text.split(LINE_END).length - 1;

/** A link carries no token: the file is fetched, and saved from memory. */
const save = (name: string, text: string): void => {
  const address = URL.createObjectURL(new Blob([UTF8_MARK, text], { type: 'text/csv' }));
  h('a', { href: address, download: name }).click();
  URL.revokeObjectURL(address);
};

/** Fetches the actions of a view page by page and sets them end to end under one head. */
const readCsv = async (
  app: App,
  view: View,
  statuses: readonly Status[],
): Promise<{ text: string; isCut: boolean }> => {
  let text = '';
  let pages = 0;
  for (const status of statuses) {
    let cursor: string | undefined;
    do {
      if (pages === MOST_PAGES) return { text, isCut: true };
      const query = { ...askedFor(view, status, app.now()), limit: PAGE, ...(cursor && { cursor }) };
      const { text: page, next } = await app.api.csv('actionsCsv', { query, signal: app.signal });
      // The head stands on the first page of each status.
      const isHeaded = cursor === undefined && text !== '';
      text += isHeaded ? page.slice(page.indexOf(LINE_END) + LINE_END.length) : page;
      cursor = next;
      pages += 1;
    } while (cursor);
  }
  return { text, isCut: false };
};

/** Saves what is shown as a file. */
export const csvButton = (app: App, view: View, statuses: readonly Status[], fail: (error: unknown) => void) => {
  const { board } = words;
  const name = view.overdue && !view.team ? board.csvAll : board.csv;
  const work = async (): Promise<void> => {
    try {
      const { text, isCut } = await readCsv(app, view, statuses);
      save(board.csvFile(app.now().slice(0, 10)), text);
      const lines = whole(linesOf(text) - 1);
      app.announce(isCut ? board.csvCut(lines) : board.csvSaved(lines));
    } catch (error) {
      fail(error);
    }
  };
  const button = h(
    'button',
    {
      class: 'button bare unprinted',
      type: 'button',
      id: 'save-csv',
      click: () => void press(button, board.csvSaving, work),
    },
    name,
  );
  return button;
};
