import { svg } from '../dom.ts';

const at = (share: number): string => `${(Math.min(1, Math.max(0, share)) * 100).toFixed(2)}%`;

/** A share as a bar, another to hold it against as a stroke across it; the numbers stand beside it. Both 0 to 1. */
export const shareBar = (share: number, against?: number | null): SVGElement =>
  svg(
    'svg',
    { class: 'bar', width: '100%', height: 14, 'aria-hidden': 'true' },
    svg('rect', { class: 'bar-track', y: 3, width: '100%', height: 8 }),
    svg('rect', { class: 'bar-here', y: 3, width: at(share), height: 8 }),
    against !== undefined &&
      against !== null &&
      svg('line', { class: 'bar-elsewhere', x1: at(against), x2: at(against), y1: 0, y2: 14 }),
  );

/** Some of a few, as a dark bar in a pale one; `most` is what fills the whole width. */
export const countBar = (some: number, of: number, most: number): SVGElement =>
  svg(
    'svg',
    { class: 'bar', width: '100%', height: 14, 'aria-hidden': 'true' },
    most > 0 && [
      svg('rect', { class: 'bar-asked', y: 2, width: at(of / most), height: 10 }),
      svg('rect', { class: 'bar-here', y: 2, width: at(some / most), height: 10 }),
    ],
  );
