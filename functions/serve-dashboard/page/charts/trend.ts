import uPlot from 'uplot';
import type { Annotation } from '../../../domain/analysts/annotation.ts';
import { h } from '../dom.ts';
import { net, whole } from '../figures.ts';
import { onDayShort } from '../time.ts';
import type { Complaining } from '../touchpoint/days.ts';

const DAY_MS = 86_400_000;
const HEIGHT = 200;
/** Room for `+100`. */
const AXIS_WIDTH = 44;

/** Days since 1970: whole numbers, so that no zone and no daylight saving can move a mark. */
export const dayNumber = (day: string): number => Math.round(Date.parse(`${day}T00:00:00Z`) / DAY_MS);
const dayOf = (number: number): string => new Date(number * DAY_MS).toISOString().slice(0, 10);

/** Colours are those of the style sheet, also after dark and on paper. */
const colour = (name: string): string =>
  getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();

interface Drawing {
  /** What whoever listens is told that it is; the figures stand in a table. */
  label: string;
  from: number;
  to: number;
  marks: readonly Pick<Annotation, 'day'>[];
  data: uPlot.AlignedData;
  series: uPlot.Series[];
  bands?: uPlot.Band[];
  range: (low: number, high: number) => [number, number];
  told: (value: number) => string;
}

const axis = (size: number, values: (value: number) => string): uPlot.Axis => ({
  stroke: () => colour('soft'),
  grid: { stroke: () => colour('line'), width: 1 },
  ticks: { show: false },
  font: `12px ${colour('sans')}`,
  size,
  values: (_, splits) => splits.map((split) => values(split)),
});

/** A dashed line through the whole height, with the number that the note bears in the list below. */
const drawMarks =
  (marks: Drawing['marks']) =>
  (chart: uPlot): void => {
    const { ctx, bbox } = chart;
    const scale = devicePixelRatio;
    ctx.save();
    ctx.strokeStyle = ctx.fillStyle = colour('ink');
    ctx.font = `600 ${11 * scale}px ${colour('sans')}`;
    ctx.textAlign = 'center';
    ctx.setLineDash([3 * scale, 3 * scale]);
    marks.forEach(({ day }, i) => {
      const x = chart.valToPos(dayNumber(day), 'x', true);
      if (x < bbox.left || x > bbox.left + bbox.width) return;
      ctx.beginPath();
      ctx.moveTo(x, bbox.top);
      ctx.lineTo(x, bbox.top + bbox.height);
      ctx.stroke();
      ctx.fillText(whole(i + 1), x, bbox.top - 4 * scale);
    });
    ctx.restore();
  };

const options = ({ from, to, marks, series, bands, range, told }: Drawing, width: number): uPlot.Options => ({
  width,
  height: HEIGHT,
  padding: [18, 12, 0, 0],
  legend: { show: false },
  cursor: { show: false },
  scales: { x: { time: false, range: () => [from, to] }, y: { range: (_, low, high) => range(low, high) } },
  axes: [{ ...axis(26, (split) => onDayShort(dayOf(split))), incrs: [1, 2, 7, 14, 28, 56] }, axis(AXIS_WIDTH, told)],
  series: [{}, ...series],
  ...(bands && { bands }),
  hooks: { draw: [drawMarks(marks)] },
});

/**
 * A chart that is as wide as its place, and drawn anew where the place or the colours change.
 *
 * @param signal ends the watching of both
 */
const drawing = (drawn: Drawing, signal: AbortSignal): HTMLElement => {
  const place = h('div', { class: 'chart', role: 'img', 'aria-label': drawn.label });
  let chart: uPlot | undefined;
  const resized = new ResizeObserver(([entry]) => {
    const width = Math.floor(entry?.contentRect.width ?? 0);
    if (width === 0) return;
    if (chart) chart.setSize({ width, height: HEIGHT });
    else chart = new uPlot(options(drawn, width), drawn.data, place);
  });
  resized.observe(place);
  const recolour = () => chart?.redraw(false, true);
  for (const media of ['(prefers-color-scheme: dark)', 'print']) {
    matchMedia(media).addEventListener('change', recolour, { signal });
  }
  signal.addEventListener('abort', () => {
    resized.disconnect();
    chart?.destroy();
  });
  return place;
};

const diamonds: uPlot.Series.Points.PathBuilder = (chart, index, from, to) => {
  const path = new Path2D();
  const reach = 5 * devicePixelRatio;
  for (let i = from; i <= to; i++) {
    const value = chart.data[index]?.[i];
    const day = chart.data[0][i];
    if (value === null || value === undefined || day === undefined) continue;
    const [x, y] = [chart.valToPos(day, 'x', true), chart.valToPos(value, 'y', true)];
    path.moveTo(x, y - reach);
    path.lineTo(x + reach, y);
    path.lineTo(x, y + reach);
    path.lineTo(x - reach, y);
    path.closePath();
  }
  return { stroke: path, fill: path };
};

/** One look at both scores. */
export interface Look {
  day: string;
  surveyed: number | null;
  adjusted?: { net: number; low: number; high: number } | undefined;
}

/** Beyond so many looks marks run into each other, and the lines tell enough. */
const MOST_MARKED = 70;

interface Around {
  label: string;
  /** UTC days of the first and the last shown. */
  from: string;
  to: string;
  marks: Drawing['marks'];
  signal: AbortSignal;
}

/** Room for the marks at both ends. */
const ends = ({ from, to }: Around) => ({ from: dayNumber(from) - 1, to: dayNumber(to) + 1 });

/** Both scores by look, the corrected with its interval as a band. */
export const scoresChart = (looks: readonly Look[], around: Around): HTMLElement => {
  const isMarked = looks.length <= MOST_MARKED;
  const edge: uPlot.Series = { stroke: () => colour('interval'), width: 1, points: { show: false } };
  return drawing(
    {
      ...around,
      ...ends(around),
      data: [
        looks.map(({ day }) => dayNumber(day)),
        looks.map(({ adjusted }) => adjusted?.high ?? null),
        looks.map(({ adjusted }) => adjusted?.low ?? null),
        looks.map(({ adjusted }) => adjusted?.net ?? null),
        looks.map(({ surveyed }) => surveyed),
      ],
      bands: [{ series: [1, 2], fill: () => colour('interval') }],
      series: [
        edge,
        edge,
        {
          stroke: () => colour('corrected'),
          width: 2,
          points: {
            show: isMarked,
            paths: diamonds,
            fill: () => colour('corrected'),
            stroke: () => colour('paper'),
            width: 1,
          },
        },
        {
          stroke: () => colour('surveyed'),
          width: 2,
          points: { show: isMarked, size: 8, width: 2, fill: () => colour('paper'), stroke: () => colour('surveyed') },
        },
      ],
      range: (low, high) => [
        Math.max(-100, Math.floor((low - 5) / 25) * 25),
        Math.min(100, Math.ceil((high + 5) / 25) * 25),
      ],
      told: net,
    },
    around.signal,
  );
};

/** Complaining customers as bars, the expected as a line of steps. */
export const complainingChart = (days: readonly Complaining[], around: Around): HTMLElement => {
  const { bars, stepped } = uPlot.paths;
  return drawing(
    {
      ...around,
      ...ends(around),
      data: [
        days.map(({ day }) => dayNumber(day)),
        days.map(({ customers }) => customers),
        days.map(({ expected }) => expected ?? null),
      ],
      series: [
        {
          fill: () => colour('bar'),
          width: 0,
          points: { show: false },
          ...(bars && { paths: bars({ size: [0.7, 24] }) }),
        },
        {
          stroke: () => colour('surveyed'),
          width: 2,
          points: { show: false },
          ...(stepped && { paths: stepped({ align: 1 }) }),
        },
      ],
      range: (_, high) => [0, Math.max(4, Math.ceil(high * 1.1))],
      told: (value) => (Number.isInteger(value) ? whole(value) : ''),
    },
    around.signal,
  );
};
