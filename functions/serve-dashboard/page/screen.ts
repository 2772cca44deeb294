import type { AnswerOf, Api } from './api.ts';
import type { Child } from './dom.ts';

/** What every screen may use. */
export interface App {
  api: Api;
  me: AnswerOf<'me'>;
  /** The time that deadlines are held against, as it goes on. */
  now(): string;
  /** Goes to a place of the page, as a link would. */
  go(link: string): void;
  /** Says something to who listens instead of looks, and shows it for a while. */
  announce(text: string): void;
  /** Draws the screen anew from what is stored now. */
  refresh(): Promise<void>;
  /** Ends when somebody leaves the screen. */
  signal: AbortSignal;
}

/** One place of the page, opened. */
export interface Screen {
  /** In the window's title and the page's heading. */
  title: string;
  body: Child;
  /** Looks for what is new, now and then while the page is seen; a screen without it stays as it was opened. */
  look?(): Promise<void>;
}

/**
 * Opens a place.
 *
 * @param path behind the first part of the address: of `#/action/ID` the id
 * @throws what the API throws; the page then shows the problem and a way on
 */
export type OpenScreen = (app: App, path: readonly string[], query: URLSearchParams) => Promise<Screen>;
