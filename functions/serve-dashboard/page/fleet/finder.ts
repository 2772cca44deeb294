import { linkTo } from '../address.ts';
import { netLegend } from '../charts/legend.ts';
import { type Child, h, redraw } from '../dom.ts';
import { whole } from '../figures.ts';
import type { Gap, Listed } from '../scores.ts';
import { words } from '../words.ts';
import { controls, queryOf, wantedOf } from './controls.ts';
import { dumbbells } from './dumbbells.ts';
import { MOST_TOUCHPOINTS } from './reading.ts';
import { metricsOf, standings } from './standing.ts';

/** So many stand beside what is urgent without an end; whoever wants more asks. */
const FIRST_SHOWN = 14;
const MORE_SHOWN = 100;

const { filter, legend } = words.fleet;

/** What the dumbbells are drawn from. */
export interface Found {
  entries: readonly Listed[];
  darkCorners: readonly Gap[];
  /** Whether all were read, more are still to come, or the reading broke off. */
  reading: 'done' | 'going' | 'broken';
}

/** The dumbbells with what finds some among them. */
export interface Finder {
  parts: Child;
  show(found: Found): void;
}

const counted = ({ entries, reading }: Found, shown: number): string => {
  const all = whole(entries.length);
  if (reading === 'going') return filter.reading(all);
  return reading === 'broken' ? filter.broken(all) : filter.shown(whole(shown), all);
};

/**
 * Makes the finder as the address says, and keeps the address as somebody changes it.
 *
 * @param query of the address
 */
export const makeFinder = (query: URLSearchParams): Finder => {
  let wanted = wantedOf(query);
  let most = FIRST_SHOWN;
  let found: Found = { entries: [], darkCorners: [], reading: 'going' };
  const [filters, table] = [h('div'), h('div')];
  const count = h('p', { class: 'small soft', role: 'status' });

  const moreButton = (left: number): HTMLElement => {
    const more = () => {
      most += MORE_SHOWN;
      draw();
    };
    const told = filter.more(whole(Math.min(left, MORE_SHOWN)));
    return h('button', { id: 'more', class: 'button', type: 'button', click: more }, told);
  };
  const draw = (): void => {
    const lines = standings(found.entries, found.darkCorners, wanted);
    const left = lines.length - most;
    redraw(count, counted(found, lines.length));
    redraw(
      table,
      lines.length > 0 ? dumbbells(lines.slice(0, most)) : h('p', { class: 'empty' }, filter.none),
      left > 0 && moreButton(left),
      found.entries.length >= MOST_TOUCHPOINTS && h('p', { class: 'small soft' }, filter.cut(whole(MOST_TOUCHPOINTS))),
      netLegend(legend),
    );
  };
  const want = (now: typeof wanted): void => {
    wanted = now;
    most = FIRST_SHOWN;
    history.replaceState(null, '', linkTo([], queryOf(wanted)));
    draw();
  };
  let offered = '';
  return {
    parts: [filters, count, table],
    show: (now) => {
      found = now;
      if (found.entries.length === 0) return;
      const metrics = metricsOf(found.entries);
      // Drawn anew only where there is a metric more to choose: whoever is typing goes on.
      if (metrics.join() !== offered || !filters.hasChildNodes()) redraw(filters, controls(wanted, metrics, want));
      offered = metrics.join();
      draw();
    },
  };
};
