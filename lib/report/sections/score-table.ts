import { ENOUGH_ANSWERS } from '../../../functions/domain/silence/compare-metric.ts';
import { correctedOf, knowsInvited, type ReportCell, type Score, scoresOf, tooFewOf } from '../cells.ts';
import { type Html, html } from '../escape.ts';
import { about, counted, percent, range, rate, whole } from '../numbers.ts';
import { locationName, metricName, standingNames, surveyedTold, touchpointName } from '../words.ts';

const NONE = '–';

const scoreCells = (score: Score): Html => {
  const { n, invited, responseRate, metric } = score.surveyed;
  const corrected = correctedOf(score);
  const few = tooFewOf(score);
  const asked = knowsInvited(score)
    ? html`${whole(n)} of ${whole(invited)}${responseRate !== null && html` (${percent(responseRate)})`}`
    : html`${counted(n, 'answer')}, invitations not known`;
  const tried = corrected
    ? html`<td><b>${whole(corrected.net)}</b> (${range(corrected.low, corrected.high)})</td><td>${[corrected.worst, corrected.middle, corrected.best].map((net) => whole(net)).join(',\u00a0')}</td>`
    : html`<td colspan="2">${few ? `too few: ${counted(few.needed, 'answer')} would be enough` : 'not worked out'}</td>`;
  const hidden = score.gap ? html`<b>${whole(score.gap.points)}</b> (${range(score.gap.low, score.gap.high)})` : NONE;
  return html`<td>${metricName(metric)}</td><td><b>${surveyedTold(score)}</b></td><td>${asked}</td>${tried}<td>${hidden}</td>`;
};

const rows = ({ entry, standing }: ReportCell): Html => {
  const { impact, complaints, reviews } = entry;
  const name = html`${touchpointName(entry.touchpoint)}, ${locationName(entry.location)}`;
  const [first, ...others] = scoresOf(entry);
  const further = others.map(
    (score) =>
      html`<tr><th scope="row"><small>${name}, further metric</small></th>${scoreCells(score)}${Array.from({ length: 5 }, () => html`<td>${NONE}</td>`)}</tr>`,
  );
  return html`<tr class="${standing}"><th scope="row">${name}</th>${scoreCells(first)}<td>${entry.gap ? rate(entry.gap.qValue) : NONE}</td><td>${impact ? html`${about(impact.perMonth)}, ${about(impact.shown)}` : NONE}</td><td>${whole(complaints.customers)}${complaints.share !== null && knowsInvited(entry) && html` (${percent(complaints.share)})`}</td><td>${reviews.net === null || reviews.n < ENOUGH_ANSWERS ? NONE : whole(reviews.net)} (${whole(reviews.n)})</td><td>${standingNames[standing]}</td></tr>
${further}`;
};

/** Every number of the picture, for print and for whoever hears the page. */
export const scoreTable = (
  cells: readonly ReportCell[],
): Html => html`<div class="wide" role="region" aria-labelledby="score-table" tabindex="0"><table>
<caption id="score-table">All numbers: ${counted(cells.length, 'touchpoint')}, the most hidden points first. Ranges are 90 % intervals.</caption>
<thead><tr><th scope="col">Touchpoint, location</th><th scope="col">Metric</th><th scope="col">Surveyed net</th><th scope="col">Answers of invited</th><th scope="col">Corrected net</th><th scope="col">Worst, middle, best</th><th scope="col">Points hidden</th><th scope="col">q</th><th scope="col">Brushed off a month, shown by surveys (estimated)</th><th scope="col">Customers who complained unasked (of the invited, before being asked)</th><th scope="col">Net of reviews (n)</th><th scope="col">Standing</th></tr></thead>
<tbody>
${cells.map(rows)}
</tbody></table></div>`;
