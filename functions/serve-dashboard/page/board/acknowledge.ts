import type { Entry } from '../actions/entry.ts';
import { changesAfter, meanwhile } from '../actions/meanwhile.ts';
import { ProblemError, SignedOutError } from '../api.ts';
import { h } from '../dom.ts';
import { problemNote } from '../frame/states.ts';
import type { App } from '../screen.ts';
import { words } from '../words.ts';

/** How an action stands after somebody wanted to acknowledge it. */
export interface Acknowledged {
  entry: Entry;
  /** Where it was not: why. */
  note?: HTMLElement;
}

/**
 * Acknowledges an action as it was seen. Where somebody was faster, it is told who, and the action as it stands now.
 *
 * @throws SignedOutError
 */
export const acknowledge = async ({ api, signal, now }: App, entry: Entry): Promise<Acknowledged> => {
  const path = { id: entry.id };
  const body = { kind: 'acknowledge', version: entry.version } as const;
  try {
    return { entry: await api.call('changeAction', { path, body }) };
  } catch (error) {
    if (error instanceof SignedOutError) throw error;
    const isConflict = error instanceof ProblemError && error.problem.code === 'conflict';
    // Where even that cannot be read, the conflict itself is told.
    const stored = isConflict ? await api.call('action', { path, signal }).catch(() => undefined) : undefined;
    if (!stored) return { entry, note: problemNote(error) };
    const since = meanwhile(changesAfter(stored, entry.version), now());
    return { entry: stored, note: h('div', { class: 'note alarm' }, words.board.row.meanwhile, since) };
  }
};
