import { head } from '../action/head.ts';
import { historyPart, labelsPart } from '../action/history.ts';
import { partsPart } from '../action/parts.ts';
import { evidencePart, readSaid, type Said, saidElsewhere } from '../action/said.ts';
import { makeSteps } from '../action/steps.ts';
import type { Detail } from '../actions/entry.ts';
import { gapList } from '../actions/gap-list.ts';
import { changesSince } from '../board/reading.ts';
import { type Child, h, redraw } from '../dom.ts';
import { placeName } from '../place.ts';
import type { OpenScreen } from '../screen.ts';
import { type Timeline, timeline } from '../story/timeline.ts';
import { words } from '../words.ts';

const homeOf = ({ touchpoint, location }: Detail): string | undefined =>
  touchpoint === undefined ? undefined : placeName({ touchpoint, location });

const besidesPart = (action: Detail): Child => [
  partsPart(action),
  h(
    'section',
    { class: 'part' },
    h('h2', {}, words.action.gaps.title),
    action.gaps.length === 0 ? h('p', { class: 'soft' }, words.action.gaps.none) : gapList(action.gaps),
    evidencePart(action),
  ),
  labelsPart(action),
];

/** One action: what must be known of it, what can be done with it, and its whole story. */
export const openAction: OpenScreen = async (app, [id = '']) => {
  const read = () => app.api.call('action', { path: { id }, signal: app.signal });
  const changes = changesSince(app);
  let shown = await read();
  let said: Said | undefined;
  let story: Timeline;

  const [headBox, storyBox, saidBox, historyBox] = [h('div'), h('div'), h('div'), h('div')];
  const aside = h('aside', { class: 'aside' });

  /** The words of customers come after the rest, beside their moments; those without one stand below. */
  const saidShown = (): Child => {
    if (!said) return h('p', { class: 'soft', 'aria-busy': 'true' }, words.story.listening);
    if (said.kind === 'untold') return said.why;
    if (said.written.size === 0) return h('p', { class: 'soft' }, words.action.said.none);
    return saidElsewhere(said.written, story.facts);
  };
  const drawSaid = (): void => {
    if (said?.kind === 'told') story.tell(said.written);
    redraw(saidBox, saidShown());
  };
  const draw = (action: Detail): void => {
    shown = action;
    story = timeline(action.moments, app.now(), homeOf(action));
    redraw(headBox, head(app, action));
    redraw(storyBox, story.element);
    redraw(historyBox, historyPart(action));
    redraw(aside, besidesPart(action));
    drawSaid();
  };
  const steps = makeSteps(app, shown, (action) => {
    draw(action);
    steps.update(action);
  });
  draw(shown);

  const listen = async (): Promise<void> => {
    said = await readSaid(app, shown);
    drawSaid();
  };
  // Whoever left meanwhile reads nothing any more; all else readSaid tells in words.
  listen().catch(() => {});

  return {
    title: shown.title,
    body: [
      headBox,
      steps.element,
      h(
        'div',
        { class: 'columns' },
        h('div', {}, h('section', { class: 'part' }, h('h2', {}, words.action.story), storyBox, saidBox), historyBox),
        aside,
      ),
    ],
    look: async () => {
      const isLater = (await changes()).some((entry) => entry.id === id && entry.version > shown.version);
      if (!isLater) return;
      const before = shown.version;
      const now = await read();
      if (now.version <= shown.version) return;
      draw(now);
      steps.update(now);
      steps.tellChanged(now, before);
    },
  };
};
