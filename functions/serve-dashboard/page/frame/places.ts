import { addressOf } from '../address.ts';
import { type AnswerOf, type Api, ProblemError } from '../api.ts';
import { h } from '../dom.ts';
import type { App, OpenScreen, Screen } from '../screen.ts';
import { atTime } from '../time.ts';
import { words } from '../words.ts';
import type { Frame } from './frame.ts';
import { keepLooking } from './looking.ts';
import { waitWhileUnseen } from './seen.ts';
import { problemShown, skeleton } from './states.ts';

/** Answers that come sooner than this need no skeleton: it would only flicker. */
const SOON_MS = 150;

interface Everywhere {
  frame: Frame;
  api: Api;
  me: AnswerOf<'me'>;
  screens: Record<string, OpenScreen>;
}

/** How somebody came: by opening the page, by moving to another place, or staying where they are. */
type Coming = 'opened' | 'moved' | 'stayed';

const notFound: OpenScreen = async () => ({
  title: words.frame.notFound,
  body: h('p', {}, h('a', { href: '#/' }, words.frame.notFoundFix)),
});

/** Shows the place that the address names, from now on and until the answered function is called. */
export const startPlaces = ({ frame, api, me, screens }: Everywhere): (() => void) => {
  const greeted = performance.now();
  let leaving = new AbortController();
  let shown = '';

  const watch = ({ look }: Screen, signal: AbortSignal): void => {
    frame.warn(undefined);
    const stamp = () => frame.stamp(atTime(new Date().toISOString()));
    stamp();
    if (!look) return;
    let since = new Date();
    const onAnswer = () => {
      since = new Date();
      frame.warn(undefined);
      stamp();
    };
    const onFailure = (error: unknown) => {
      const why = error instanceof ProblemError ? error.problem.title : words.frame.unreachable;
      frame.warn(words.frame.stale(why, atTime(since.toISOString())));
    };
    void keepLooking({ look, signal, onAnswer, onFailure, wait: waitWhileUnseen });
  };

  /** Draws what was opened where somebody moves; where they stay, focus and scroll stay with them. */
  const draw = (screen: Screen, coming: Coming): void => {
    const scrolled = scrollY;
    frame.show(screen.title, screen.body);
    if (coming === 'moved') {
      scrollTo(0, 0);
      frame.heading.focus({ preventScroll: true });
    }
    if (coming === 'stayed') scrollTo(0, scrolled);
  };

  const open = async (coming: Coming): Promise<void> => {
    leaving.abort();
    leaving = new AbortController();
    const { signal } = leaving;
    const { path, query } = addressOf(location.hash);
    const [part = '', ...rest] = path;
    shown = path.join('/');
    frame.mark(part === 'action' ? 'actions' : part === 'touchpoint' ? '' : part);
    const soon = setTimeout(() => coming !== 'stayed' && frame.show('', skeleton()), SOON_MS);
    const now = () => new Date(Date.parse(me.now) + performance.now() - greeted).toISOString();
    const app: App = { api, me, now, go, announce: frame.announce, refresh: () => open('stayed'), signal };
    try {
      const screen = await (screens[part] ?? notFound)(app, rest, query);
      if (signal.aborted) return;
      draw(screen, coming);
      watch(screen, signal);
    } catch (error) {
      if (signal.aborted) return;
      frame.show(
        '',
        problemShown(error, () => void open('moved')),
      );
    } finally {
      clearTimeout(soon);
    }
  };

  const go = (link: string): void => {
    if (link === location.hash) void open('stayed');
    else location.hash = link;
  };

  const follow = (): void => {
    void open(addressOf(location.hash).path.join('/') === shown ? 'stayed' : 'moved');
  };
  addEventListener('hashchange', follow);
  void open('opened');
  return () => {
    removeEventListener('hashchange', follow);
    leaving.abort();
  };
};
