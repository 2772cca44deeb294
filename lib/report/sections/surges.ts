import { lives } from '../../../functions/domain/gaps/life-of-a-gap.ts';
import { DAY, type Day, dayOf, millis, plus, startOf } from '../../../functions/domain/instant.ts';
import type { TouchpointEntry } from '../../../functions/domain/outputs/touchpoint-entry.ts';
import { isSurgingNow, type ReportCell, type Told } from '../cells.ts';
import { type Html, html } from '../escape.ts';
import { counted, dayTold, place, shortDay, whole } from '../numbers.ts';
import { calmTold, surgeTold, where, whereTold } from '../words.ts';
import { dutyOf } from './duty.ts';

/** Surges are held against nine weeks. */
const MOST_DAYS = 63;
const FEWEST_PICTURES = 6;
const MOST_PICTURES = 12;

type Point = NonNullable<TouchpointEntry['daily']>[number];

/** The UTC days that are told, the oldest first. */
const daysOf = ({ summary, touchpoints }: Told): Day[] => {
  const last = dayOf(plus(summary.asOf, -1));
  const first = touchpoints.flatMap(({ daily = [] }) => daily.map(({ day }) => day)).sort()[0] ?? last;
  const span = Math.round((millis(startOf(last)) - millis(startOf(first))) / DAY) + 1;
  const windowDays = summary.windowDays === 'all' ? span : summary.windowDays;
  const length = Math.max(1, Math.min(MOST_DAYS, windowDays));
  return Array.from({ length }, (_, i) => dayOf(plus(startOf(last), (i + 1 - length) * DAY)));
};

/** A day that is left out is one without complaints. */
const filled = (daily: readonly Point[], days: readonly Day[]): Point[] => {
  const told = new Map(daily.map((point) => [point.day, point]));
  return days.map((day) => told.get(day) ?? { day, complaining: 0 });
};

/** An even number, so that half of it is whole too. */
const topOf = (points: readonly Point[]): number => {
  const most = Math.max(2, ...points.map(({ complaining, expected = 0 }) => Math.max(complaining, expected)));
  const unit = 10 ** Math.floor(Math.log10(most));
  const step = [1, 1.2, 1.4, 1.6, 2, 3, 4, 5, 6, 8, 10].find((m) => m * unit >= most && (m * unit) % 2 === 0);
  return step === undefined ? 2 * Math.ceil(most / 2) : step * unit;
};

const [TOP, FLOOR] = [14, 94];

const chart = (cell: ReportCell, points: readonly Point[], id: string, described: string): Html => {
  const top = topOf(points);
  const y = (n: number): number => Number((FLOOR - (n / top) * (FLOOR - TOP)).toFixed(2));
  const each = 100 / points.length;
  const since = cell.surge?.openedAt.slice(0, 10);
  const lines = [0, top / 2, top].map(
    (n) =>
      html`<line class="${n === 0 ? 'zero' : 'grid'}" x1="0" x2="100%" y1="${y(n)}" y2="${y(n)}"/>${n > 0 && html`<text x="0" y="${y(n) - 3}">${whole(n)}</text>`}`,
  );
  const bars = points.map(
    ({ day, complaining }, i) =>
      complaining > 0 &&
      html`<rect class="${since !== undefined && day >= since ? 'surging' : 'usual'}" x="${place((i + 0.15) * each)}" width="${place(each * 0.7)}" y="${y(complaining)}" height="${Number((FLOOR - y(complaining)).toFixed(2))}"/>`,
  );
  const expected = points.map(({ expected: n }, i) => {
    if (n === undefined) return false;
    const before = points[i - 1]?.expected;
    return html`<line class="expected" x1="${place(i * each)}" x2="${place((i + 1) * each)}" y1="${y(n)}" y2="${y(n)}"/>${
      before !== undefined &&
      html`<line class="expected" x1="${place(i * each)}" x2="${place(i * each)}" y1="${y(before)}" y2="${y(n)}"/>`
    }`;
  });
  const opened = points.findIndex(({ day }) => day === since);
  const mark =
    opened >= 0 &&
    html`<svg x="${place((opened + 0.5) * each)}" y="${FLOOR + 2}" overflow="visible"><path class="opened" d="M-4 7 0 0 4 7Z"/></svg>`;
  const first = points[0]?.day ?? '';
  const last = points.at(-1)?.day ?? '';
  return html`<svg class="days" height="114" role="img" aria-labelledby="${id}-t ${id}-d"><title id="${id}-t">${whereTold(cell.entry)}: complaining customers by day</title><desc id="${id}-d">${described}</desc>${lines}${bars}${expected}${mark}<text x="0" y="${FLOOR + 17}">${shortDay(first)}</text><text x="100%" y="${FLOOR + 17}" text-anchor="end">${shortDay(last)}</text></svg>`;
};

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);

const surgeSentence = (cell: ReportCell): Html | undefined => {
  const sentence = cell.surge && surgeTold(cell.surge);
  if (!sentence) return undefined;
  const lately =
    !isSurgingNow(cell) && ` The last look did not find it; it closes after ${lives.surge.clearsAfter} looks without.`;
  return html`${sentence}.${lately}`;
};

const panel = (cell: ReportCell, days: readonly Day[], index: number, told: Told): Html => {
  const points = filled(cell.entry.daily ?? [], days);
  const sentence = surgeSentence(cell);
  const now = isSurgingNow(cell);
  const state =
    cell.surge && html` <span class="badge ${now ? 'dark' : 'suspected'}">${now ? 'surging' : 'was surging'}</span>`;
  const most = points.reduce((a, b) => (b.complaining > a.complaining ? b : a), points[0] as Point);
  const described = `${whole(sum(points.map(({ complaining }) => complaining)))} over ${counted(points.length, 'day')}; most on ${dayTold(most.day)}: ${whole(most.complaining)}.`;
  return html`<div class="panel"><h3>${where(cell.entry)}${state}</h3>${chart(cell, points, `d${index}`, described)}${sentence && html`<p>${sentence}</p>`}${dutyOf(cell.surge?.id, told)}</div>`;
};

/** Complaining customers by day, where they surge first, then where there are most. */
export const surges = (cells: readonly ReportCell[], told: Told): Html => {
  const days = daysOf(told);
  const complaining = ({ entry }: ReportCell): number => sum((entry.daily ?? []).map((point) => point.complaining));
  const sorted = cells
    .filter((cell) => cell.surge || complaining(cell) > 0)
    .sort(
      (a, b) =>
        Number(isSurgingNow(b)) - Number(isSurgingNow(a)) ||
        Number(Boolean(b.surge)) - Number(Boolean(a.surge)) ||
        complaining(b) - complaining(a),
    );
  const surging = sorted.filter(isSurgingNow).length;
  const withSurge = sorted.filter(({ surge }) => surge).length;
  const shown = sorted.slice(0, Math.min(MOST_PICTURES, Math.max(FEWEST_PICTURES, withSurge)));
  if (shown.length === 0) {
    return html`<section id="surges"><h2>Surges over time</h2><p>${calmTold(cells)}</p></section>`;
  }
  return html`<section id="surges">
<h2>Surges over time</h2>
<p>${surging === 0 ? calmTold(cells) : `${counted(surging, 'touchpoint')} of ${whole(cells.length)} ${surging === 1 ? 'surges' : 'surge'}${surging > MOST_PICTURES ? `; ${MOST_PICTURES} are shown` : ''}.`} Bars are distinct complaining customers by day (UTC), the line is what the touchpoint’s own history and weekday let expect where that was worked out, the triangle is where a surge began. Each picture has a scale of its own, from 0.${told.summary.asOf > startOf(dayOf(told.summary.asOf)) && ' The last day was not over.'}${shown.length > withSurge && ' Touchpoints with most complaining customers stand beside for comparison.'}</p>
<div class="panels">${shown.map((cell, index) => panel(cell, days, index, told))}</div>
</section>`;
};
