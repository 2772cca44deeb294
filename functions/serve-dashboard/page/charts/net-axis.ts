import { type Child, svg } from '../dom.ts';
import { net as netTold } from '../figures.ts';
import { correctedOf, type Score, shownNet } from '../scores.ts';

/**
 * The axis is always the whole of -100 to 100, so that any two pictures can be held against each other; a margin keeps marks at
 * the ends whole. In percent of the width, not of a view box: on a phone the picture gets narrow, its marks and letters stay.
 */
const MARGIN = 2;
const at = (net: number): number => 50 + (net * (50 - MARGIN)) / 100;
const x = (net: number): string => `${at(net).toFixed(2)}%`;
const width = (from: number, to: number): string => `${Math.max(0, at(to) - at(from)).toFixed(2)}%`;

const TICKS = [-100, -50, 0, 50, 100];

const grid = (height: number): Child[] =>
  TICKS.map((net) => svg('line', { class: net === 0 ? 'zero' : 'tick', x1: x(net), x2: x(net), y1: 0, y2: height }));

const anchorOf = (net: number, inwardsFrom: number): string =>
  net < -inwardsFrom ? 'start' : net > inwardsFrom ? 'end' : 'middle';

/** The numbers of the axis, above a stack of pictures; whoever listens is told them with each score. */
export const netTicks = (): SVGElement =>
  svg(
    'svg',
    { class: 'net-ticks', width: '100%', height: 16, 'aria-hidden': 'true' },
    TICKS.map((net) => svg('text', { x: x(net), y: 12, 'text-anchor': anchorOf(net, 99) }, netTold(net))),
  );

const line = (kind: string, from: number, to: number, y: number): SVGElement =>
  svg('line', { class: kind, x1: x(from), x2: x(to), y1: y, y2: y });

const ring = (net: number, y: number, isFew: boolean): SVGElement =>
  svg('circle', { class: isFew ? 'surveyed few' : 'surveyed', cx: x(net), cy: y, r: 5.5 });

const diamond = (net: number, y: number): SVGElement =>
  svg(
    'svg',
    { x: x(net), y, overflow: 'visible' },
    svg('path', { class: 'corrected', d: 'M0-7.5 7.5 0 0 7.5-7.5 0Z' }),
  );

/**
 * Surveyed and corrected net as a ring and a diamond, the 90 % interval as a band, worst to best as a thin line. What lies
 * between ring and diamond is what silence makes of the score: a dark band where it is a dark corner.
 */
const marks = (score: Score, y: number, isDark: boolean): Child[] => {
  const corrected = correctedOf(score);
  const surveyed = shownNet(score);
  if (!corrected) return surveyed === undefined ? [] : [ring(surveyed, y, true)];
  const { worst, best, low, high, net } = corrected;
  const ends = [worst, best].map((end) =>
    svg('line', { class: 'bounds', x1: x(end), x2: x(end), y1: y - 4, y2: y + 4 }),
  );
  return [
    line('bounds', worst, best, y),
    ends,
    svg('rect', { class: 'interval', x: x(low), width: width(low, high), y: y - 6, height: 12, rx: 2 }),
    surveyed !== undefined && line(isDark ? 'hidden' : 'joint', surveyed, net, y),
    diamond(net, y),
    surveyed !== undefined && ring(surveyed, y, false),
  ];
};

/** One line of a stack of pictures; the numbers stand beside it. */
export const netRow = (score: Score, isDark: boolean): SVGElement =>
  svg(
    'svg',
    { class: 'net-row', width: '100%', height: 44, 'aria-hidden': 'true' },
    grid(44),
    marks(score, 22, isDark),
  );

const written = (net: number, y: number, text: string, kind: string): SVGElement =>
  svg('text', { class: kind, x: x(net), y, 'text-anchor': anchorOf(net, 40) }, text);

/** One score alone, its words at the marks: the surveyed above, the corrected below. */
export const netPicture = (score: Score, isDark: boolean, told: { surveyed: string; corrected: string }): Child[] => {
  const surveyed = shownNet(score);
  const corrected = correctedOf(score);
  return [
    svg(
      'svg',
      { class: 'net-picture', width: '100%', height: 72, 'aria-hidden': 'true' },
      grid(72),
      surveyed !== undefined && written(surveyed, 16, told.surveyed, 'said-surveyed'),
      marks(score, 37, isDark),
      corrected && written(corrected.net, 64, told.corrected, 'said-corrected'),
    ),
    netTicks(),
  ];
};
