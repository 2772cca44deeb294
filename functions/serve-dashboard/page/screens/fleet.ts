import { linkTo } from '../address.ts';
import { netLegend } from '../charts/legend.ts';
import { h, redraw } from '../dom.ts';
import { whole } from '../figures.ts';
import { type Beside, beside } from '../fleet/beside.ts';
import { controls, queryOf, wantedOf } from '../fleet/controls.ts';
import { dumbbells } from '../fleet/dumbbells.ts';
import { lede } from '../fleet/lede.ts';
import { lastWeek, MOST_TOUCHPOINTS, openGaps, readTouchpoints } from '../fleet/reading.ts';
import { situationOf } from '../fleet/situation.ts';
import { metricsOf, standings } from '../fleet/standing.ts';
import type { Listed } from '../scores.ts';
import type { App, OpenScreen } from '../screen.ts';
import { words } from '../words.ts';

/** So many stand beside what is urgent without an end; whoever wants more asks. */
const FIRST_SHOWN = 14;
const MORE_SHOWN = 100;

const URGENT = 6;

/**
 * Touchpoints are looked at once a day, gaps and actions change at any time. Pages of touchpoints are the dearest to read, so
 * that one of them is asked for a minute at most, however many there are.
 */
const LOOKS_A_PAGE = 12;
const PAGE = 100;

const { filter, blind, legend, title } = words.fleet;

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
  let wanted = wantedOf(query);
  let shown = FIRST_SHOWN;
  let entries: Listed[] = [];
  let isMore = false;
  let around: Around = { darkCorners: [], surges: [], urgent: [], week: undefined };

  const [top, filters, table, aside] = [h('div'), h('div'), h('div'), h('aside', { class: 'aside' })];
  const count = h('p', { class: 'small soft', role: 'status' });

  const drawTable = (): void => {
    const all = standings(entries, around.darkCorners, wanted);
    const left = all.length - shown;
    const more = () => {
      shown += MORE_SHOWN;
      drawTable();
    };
    const isCut = entries.length >= MOST_TOUCHPOINTS;
    redraw(
      count,
      isMore ? filter.reading(whole(entries.length)) : filter.shown(whole(all.length), whole(entries.length)),
    );
    redraw(
      table,
      all.length > 0 ? dumbbells(all.slice(0, shown)) : entries.length > 0 && h('p', { class: 'empty' }, filter.none),
      left > 0 &&
        h(
          'button',
          { id: 'more', class: 'button', type: 'button', click: more },
          filter.more(whole(Math.min(left, MORE_SHOWN))),
        ),
      isCut && h('p', { class: 'small soft' }, filter.cut(whole(MOST_TOUCHPOINTS))),
    );
  };
  const want = (now: typeof wanted): void => {
    wanted = now;
    shown = FIRST_SHOWN;
    history.replaceState(null, '', linkTo([], queryOf(wanted)));
    drawTable();
  };
  const draw = (): void => {
    redraw(top, lede(situationOf(entries, around.darkCorners)));
    if (!filters.hasChildNodes() && entries.length > 0) redraw(filters, controls(wanted, metricsOf(entries), want));
    redraw(aside, beside({ ...around, now: app.now() }));
    drawTable();
  };
  const read = (onPage: () => void) =>
    readTouchpoints(app.api, app.signal, (found, more) => {
      if (found.length < entries.length && more) return;
      entries = found;
      isMore = more;
      onPage();
    });

  const first = Promise.withResolvers<void>();
  const all = read(() => {
    first.resolve();
    draw();
  });
  all.catch(first.reject);
  [around] = await Promise.all([readAround(app), first.promise]);
  draw();

  let looks = 0;
  const look = async (): Promise<void> => {
    looks += 1;
    const before = JSON.stringify(around);
    around = await readAround(app);
    const isDue = looks % (LOOKS_A_PAGE * Math.max(1, Math.ceil(entries.length / PAGE))) === 0;
    if (isDue) await read(draw);
    else if (before !== JSON.stringify(around)) draw();
  };
  return {
    title,
    body: [
      top,
      h(
        'div',
        { class: 'columns' },
        h(
          'section',
          { class: 'part', 'aria-label': title },
          filters,
          count,
          table,
          netLegend(legend),
          h('div', { class: 'note blind' }, h('h3', {}, blind.title), h('p', {}, blind.text)),
        ),
        aside,
      ),
    ],
    look,
  };
};
