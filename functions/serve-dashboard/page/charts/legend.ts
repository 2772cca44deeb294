import { type Child, h, svg } from '../dom.ts';

const HEIGHT = 14;
const MIDDLE = HEIGHT / 2;

const line = (kind: string, x1: number, x2: number, y1 = MIDDLE, y2 = MIDDLE): SVGElement =>
  svg('line', { class: kind, x1, x2, y1, y2 });

const drawings = {
  surveyed: () => [16, svg('circle', { class: 'surveyed', cx: 8, cy: MIDDLE, r: 5.5 })],
  corrected: () => [16, svg('path', { class: 'corrected', d: 'M8-.5 15.5 7 8 14.5.5 7Z' })],
  interval: () => [28, svg('rect', { class: 'interval', width: 28, height: 12, y: 1, rx: 2 })],
  bounds: () => [36, [line('bounds', 0, 36), line('bounds', 0.5, 0.5, 3, 11), line('bounds', 35.5, 35.5, 3, 11)]],
  hidden: () => [28, line('hidden', 0, 28)],
} as const satisfies Record<string, () => readonly [width: number, drawn: Child]>;

/** What the marks of a picture of scores mean, drawn as they are. */
export const netLegend = (told: Record<keyof typeof drawings, string>): HTMLElement =>
  h(
    'ul',
    { class: 'legend plain' },
    (Object.keys(drawings) as (keyof typeof drawings)[]).map((key) => {
      const [width, drawn] = drawings[key]();
      return h('li', {}, svg('svg', { width, height: HEIGHT, 'aria-hidden': 'true' }, drawn), told[key]);
    }),
  );
