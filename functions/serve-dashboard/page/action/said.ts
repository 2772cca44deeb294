import { type Detail, mayRead } from '../actions/entry.ts';
import { type Child, h } from '../dom.ts';
import { whole } from '../figures.ts';
import { problemNote } from '../frame/states.ts';
import type { App } from '../screen.ts';
import type { Written } from '../story/timeline.ts';
import { words } from '../words.ts';

/** What was written in the story of an action, or why it is not told. */
export type Said = { kind: 'told'; written: Written } | { kind: 'untold'; why: HTMLElement };

/** Reads what was written, apart from the action: not everybody who sees the one may see the other. */
export const readSaid = async (app: App, action: Detail): Promise<Said> => {
  const { said } = words.action;
  if (!mayRead(action, app.me)) return { kind: 'untold', why: h('p', { class: 'note' }, said.reader) };
  try {
    const { words: found } = await app.api.call('actionWords', { path: { id: action.id }, signal: app.signal });
    return { kind: 'told', written: new Map(found.map(({ fact, text }) => [fact, text])) };
  } catch (error) {
    if (app.signal.aborted) throw error;
    return { kind: 'untold', why: problemNote(error) };
  }
};

/** Enough to know what it is about; the rest is a click away. */
const FIRST = 6;

const quoted = (text: string): HTMLElement => h('blockquote', { class: 'quote', dir: 'auto' }, h('p', {}, text));

/** What was written and has no moment of its own in the story: of a touchpoint, what its complaints say. */
export const saidElsewhere = (written: Written, facts: ReadonlySet<string>): Child => {
  const texts = [...written].filter(([fact]) => !facts.has(fact)).map(([, text]) => text);
  if (texts.length === 0) return undefined;
  const { said } = words.action;
  const rest = texts.slice(FIRST);
  return [
    h('h3', {}, said.title),
    texts.slice(0, FIRST).map(quoted),
    rest.length > 0 && h('details', {}, h('summary', {}, said.more(whole(rest.length))), rest.map(quoted)),
  ];
};

/** Ids of the feedbacks that an action rests on. */
export const evidencePart = ({ evidence }: Detail): Child =>
  evidence.length > 0 &&
  h(
    'details',
    { class: 'evidence' },
    h('summary', {}, words.action.evidence(evidence.length, whole(evidence.length))),
    h(
      'ul',
      {},
      evidence.map((fact) => h('li', {}, h('code', {}, fact))),
    ),
  );
