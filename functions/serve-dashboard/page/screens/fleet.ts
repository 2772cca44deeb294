import { h, redraw } from '../dom.ts';
import { type Beside, beside } from '../fleet/beside.ts';
import { type Found, makeFinder } from '../fleet/finder.ts';
import { lede } from '../fleet/lede.ts';
import { lastWeek, openGaps, PAGE, readTouchpoints } from '../fleet/reading.ts';
import { situationOf } from '../fleet/situation.ts';
import type { App, OpenScreen } from '../screen.ts';
import { words } from '../words.ts';

const URGENT = 6;

/**
 * Touchpoints are looked at once a day, gaps and actions change at any time. Pages of touchpoints are the dearest to read, so
 * that one of them is asked for a minute at most, however many there are.
 */
const LOOKS_A_PAGE = 12;

type Around = Omit<Beside, 'now'>;

const readAround = async ({ api, signal }: App): Promise<Around> => {
  const [darkCorners, surges, { actions: urgent }, week] = await Promise.all([
    openGaps(api, 'dark-corner', signal),
    openGaps(api, 'surge', signal),
    api.call('actions', { query: { status: 'open', limit: URGENT }, signal }),
    lastWeek(api, signal),
  ]);
  return { darkCorners, surges, urgent, week };
};

/** All touchpoints at a glance: how they stand, what silence hides, and what is to be done first. */
export const openFleet: OpenScreen = async (app, _path, query) => {
  const { title, blind } = words.fleet;
  const [top, aside] = [h('div'), h('aside', { class: 'aside' })];
  const finder = makeFinder(query);
  let around: Around = { darkCorners: [], surges: [], urgent: [], week: { lines: [] } };
  let found: Pick<Found, 'entries' | 'reading'> = { entries: [], reading: 'going' };

  const draw = (): void => {
    redraw(top, lede(situationOf(found.entries, around.darkCorners)));
    redraw(aside, beside({ ...around, now: app.now() }));
    finder.show({ ...found, darkCorners: around.darkCorners });
  };
  /** While it is read again, what was read before stays. */
  const read = (onPage: () => void) =>
    readTouchpoints(app.api, app.signal, (entries, isMore) => {
      if (isMore && entries.length < found.entries.length) return;
      found = { entries, reading: isMore ? 'going' : 'done' };
      onPage();
    });

  const first = Promise.withResolvers<void>();
  const onFirst = () => {
    first.resolve();
    draw();
  };
  read(onFirst).catch((error: unknown) => {
    // Without the first page there is nothing to show; without a later one there is what was read.
    first.reject(error);
    found = { ...found, reading: 'broken' };
    if (!app.signal.aborted) draw();
  });
  [around] = await Promise.all([readAround(app), first.promise]);
  draw();

  let looks = 0;
  const look = async (): Promise<void> => {
    looks += 1;
    const before = JSON.stringify(around);
    around = await readAround(app);
    if (before !== JSON.stringify(around)) draw();
    const pages = Math.max(1, Math.ceil(found.entries.length / PAGE));
    if (looks % (LOOKS_A_PAGE * pages) === 0) await read(draw);
  };
  const note = h('div', { class: 'note blind' }, h('h2', { class: 'minor' }, blind.title), h('p', {}, blind.text));
  const section = h('section', { class: 'part', 'aria-label': title }, finder.parts, note);
  return { title, body: [top, h('div', { class: 'columns' }, section, aside)], look };
};
