import type { GapEntry } from '../../../functions/domain/outputs/gap-entry.ts';
import { UNATTRIBUTED } from '../../../functions/domain/story/attribution.ts';
import { isCompared, type ReportCell, type Told } from '../cells.ts';
import { type Html, html } from '../escape.ts';
import { place, range, whole } from '../numbers.ts';
import { impactSentence, locationName, qTold, touchpointName } from '../words.ts';
import { dutyOf } from './duty.ts';

/** Of a touchpoint over all locations, or of a location over all touchpoints. */
const sidesOf = ({ scope, touchpoint = UNATTRIBUTED, location = UNATTRIBUTED }: GapEntry) =>
  scope === 'touchpoint'
    ? { side: 'touchpoint' as const, value: touchpoint, name: touchpointName(touchpoint), over: 'at all locations' }
    : { side: 'location' as const, value: location, name: locationName(location), over: 'at all touchpoints' };

const scale =
  (from: number, to: number) =>
  (points: number): string =>
    place(2 + (96 * (points - from)) / (to - from));

const axis = (from: number, to: number): Html =>
  html`<div class="row head" aria-hidden="true"><span class="who"></span><svg class="axis" height="18" aria-hidden="true">${[
    0,
    to / 2,
    to,
  ].map(
    (points) =>
      html`<text x="${scale(from, to)(points)}" y="13" text-anchor="${points === to ? 'end' : 'middle'}">${whole(points)}</text>`,
  )}</svg><span class="what"></span></div>`;

const picture = (
  { size = 0, low = size, high = size }: GapEntry,
  from: number,
  to: number,
  id: string,
  name: string,
): Html => {
  const x = scale(from, to);
  return html`<svg class="net" height="44" role="img" aria-labelledby="${id}-t ${id}-d"><title id="${id}-t">${name}: points hidden</title><desc id="${id}-d">${whole(size)} points, 90 % interval ${range(low, high)}.</desc><line class="zero" x1="${x(0)}" x2="${x(0)}" y1="0" y2="44"/>${[to / 2, to].map((points) => html`<line class="grid" x1="${x(points)}" x2="${x(points)}" y1="0" y2="44"/>`)}<line class="joint" x1="${x(0)}" x2="${x(size)}" y1="22" y2="22"/><rect class="interval" x="${x(low)}" width="${place((96 * (high - low)) / (to - from))}" y="17" height="10" rx="2"/><svg x="${x(size)}" y="22" overflow="visible"><path class="corrected" d="M0-7 7 0 0 7-7 0Z"/></svg></svg>`;
};

/** A touchpoint wherever it is, a location whatever it does: where the cells together are dark. */
export const rolledUp = (cells: readonly ReportCell[], told: Told): Html => {
  const gaps = told.gaps
    .filter(
      ({ kind, scope, state }) =>
        kind === 'dark-corner' && (scope === 'touchpoint' || scope === 'location') && state !== 'cleared',
    )
    .sort((a, b) => (b.size ?? 0) - (a.size ?? 0) || (a.id < b.id ? -1 : 1));
  if (gaps.length === 0) {
    const none = cells.some(isCompared)
      ? 'No touchpoint over all its locations and no location over all its touchpoints stands out.'
      : 'Nothing could be compared: no corrected scores were worked out.';
    return html`<section id="rolled-up"><h2>Dark as a whole</h2><p>${none}</p></section>`;
  }
  const from = Math.min(0, ...gaps.map(({ low = 0 }) => low));
  const to = 10 * Math.ceil(Math.max(10, ...gaps.map(({ size = 0, high = size }) => high)) / 10);
  return html`<section id="rolled-up">
<h2>Dark as a whole</h2>
<p>Where a touchpoint over all its locations, or a location over all its touchpoints, hides more than chance explains, even without its darkest part. Points of net hidden, with 90 % intervals.</p>
${axis(from, to)}
<ul class="rows">${gaps.map((gap, i) => {
    const { name, value, over } = sidesOf(gap);
    const { size, low, high, qValue } = gap;
    return html`<li class="row ${gap.state === 'open' ? 'dark' : 'suspected'}"><span class="who">${name}, ${over}${gap.state === 'suspected' && html` <span class="badge suspected">suspected</span>`}</span>${picture(gap, from, to, `g${i}`, `${value}, ${over}`)}<span class="what">${size !== undefined && html`<b class="said-corrected">${whole(size)}</b> hidden`}${low !== undefined && high !== undefined && html` (${range(low, high)})`}${qValue !== undefined && html`<small>${qTold(qValue)}</small>`}</span><div class="more">${gap.impact && html`<p>${impactSentence(gap.impact)}</p>`}${gap.state === 'open' && dutyOf(gap.id, told)}</div></li>`;
  })}</ul>
</section>`;
};
