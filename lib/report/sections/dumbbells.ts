import { ENOUGH_ANSWERS } from '../../../functions/domain/silence/compare-metric.ts';
import {
  correctedOf,
  isByComplaints,
  isCompared,
  mostHidden,
  type ReportCell,
  type Score,
  scoresOf,
  shownNet,
  WEAK_POINTS,
} from '../cells.ts';
import { type Html, html } from '../escape.ts';
import { netAxis, netRow } from '../net-axis.ts';
import { counted, whole } from '../numbers.ts';
import {
  answeredTold,
  correctedTold,
  locationName,
  metricName,
  scoreTold,
  standingNames,
  surveyedTold,
  tooFewTold,
  touchpointName,
  where,
  whereTold,
} from '../words.ts';
import { scoreTable } from './score-table.ts';

/** Beyond so many a picture is no longer looked at; the table tells all. */
const MOST_IN_FULL = 60;
const MOST_SHOWN = 40;

const figures = (score: Score, gap: string): Html => {
  const corrected = correctedOf(score);
  const second = corrected ? html` → <b class="said-corrected">${correctedTold(corrected)}</b>` : '';
  return html`<span class="figures"><b class="said-surveyed">${surveyedTold(score)}</b>${second}</span> <small>${gap && html`<b>${gap}</b>, `}${answeredTold(score)}${tooFewTold(score) && html`; ${tooFewTold(score)}`}</small>`;
};

const badge = ({ standing, level }: ReportCell): Html | false =>
  standing !== 'plain' &&
  html` <span class="badge ${standing}">${standingNames[standing]}</span>${standing !== 'weak' && level === 'weak' && html` <span class="badge weak">${standingNames.weak}</span>`}`;

const row = (cell: ReportCell, id: string): Html => {
  const { entry } = cell;
  return html`${scoresOf(entry).map((score, i) => {
    const { metric } = score.surveyed;
    const name =
      i === 0
        ? html`${locationName(entry.location)}${badge(cell)}`
        : html`<small>the same, by ${metricName(metric)}</small>`;
    const title = `${whereTold(entry)}${metric ? `, ${metricName(metric)}` : ''}`;
    const hidden = score.gap ? `${whole(score.gap.points)} hidden` : '';
    return html`<li class="row ${i === 0 ? cell.standing : 'further'}"><span class="who">${name}</span>${netRow({ id: `${id}-${i}`, title, described: scoreTold(score), score })}<span class="what">${figures(score, hidden)}</span></li>`;
  })}`;
};

const group = (cells: readonly ReportCell[], index: number): Html => {
  const [first] = cells as [ReportCell];
  return html`<section class="group"><h3>${touchpointName(first.entry.touchpoint)}</h3><div class="row head" aria-hidden="true"><span class="who"></span>${netAxis()}<span class="what"></span></div><ul class="rows">${cells.map((cell, i) => row(cell, `s${index}-${i}`))}</ul></section>`;
};

const correctedMeans = (cells: readonly ReportCell[]): string => {
  const compared = cells.filter(({ entry }) => correctedOf(entry));
  const blind = compared.filter(({ entry }) => isByComplaints(entry)).length;
  if (blind === 0) return 'corrected: had all the invited answered';
  return blind === compared.length
    ? 'corrected: with complaints beyond the usual counted'
    : 'corrected: had all the invited answered, or, where nobody told who was invited, with complaints beyond the usual counted';
};

/** What the marks mean, drawn as they are. */
const legend = (cells: readonly ReportCell[]): Html => html`<ul class="legend">
<li><svg width="14" height="14" aria-hidden="true"><circle class="surveyed" cx="7" cy="7" r="5.5"/></svg> surveyed: the net score of those who answered</li>
<li><svg width="16" height="16" aria-hidden="true"><path class="corrected" d="M8 1 15 8 8 15 1 8Z"/></svg> ${correctedMeans(cells)}</li>
<li><svg width="30" height="14" aria-hidden="true"><rect class="interval" x="1" y="2" width="28" height="10" rx="2"/></svg> 90 % interval of the corrected score</li>
<li><svg width="40" height="14" aria-hidden="true"><line class="bounds" x1="1" x2="39" y1="7" y2="7"/><line class="bounds" x1="1" x2="1" y1="3" y2="11"/><line class="bounds" x1="39" x2="39" y1="3" y2="11"/></svg> worst to best: all the silent unhappy, all happy${cells.some(({ entry }) => isByComplaints(entry)) && '; the whole scale where nobody told who was invited'}</li>
</ul>`;

const isDrawn = ({ entry }: ReportCell): boolean =>
  scoresOf(entry).some((score) => correctedOf(score) || shownNet(score) !== null);

/** Those without a score, in words: a picture of nothing tells nothing. */
const undrawn = (cells: readonly ReportCell[]): Html | false =>
  cells.length > 0 &&
  html`<p><b>Without a picture, as fewer than ${whole(ENOUGH_ANSWERS)} answered:</b> ${cells
    .slice(0, MOST_SHOWN)
    .map((cell, i) => {
      const few = tooFewTold(cell.entry);
      return html`${i > 0 && '; '}${where(cell.entry)}${cell.standing === 'dark' && badge(cell)} (${answeredTold(cell.entry)}${few && `, ${few}`})`;
    })}${cells.length > MOST_SHOWN && `; and ${whole(cells.length - MOST_SHOWN)} more`}.</p>`;

/** Both scores of every touchpoint at every location, the most hidden first, as a picture and as a table. */
export const dumbbells = (cells: readonly ReportCell[]): Html => {
  if (cells.length === 0)
    return html`<section id="scores"><h2>All touchpoints, both scores</h2><p>No touchpoint has feedback in this period.</p></section>`;
  const sorted = [...cells].sort(mostHidden);
  const drawn = sorted.filter(isDrawn);
  const cut = drawn.length > MOST_IN_FULL;
  const shown = cut ? drawn.slice(0, MOST_SHOWN) : drawn;
  const groups = [...Map.groupBy(shown, ({ entry }) => entry.touchpoint).values()];
  const compared = sorted.filter(isCompared).length;
  return html`<section id="scores">
<h2>All touchpoints, both scores</h2>
<p>Grouped by touchpoint, the most hidden points first; ${counted(compared, 'touchpoint')} of ${whole(cells.length)} could be compared. ${
    cut &&
    html`The picture shows the ${whole(MOST_SHOWN)} of ${whole(cells.length)} with the most hidden; the table below it shows all. `
  }<i>Openly weak</i> are scores ${whole(WEAK_POINTS)} points or more below the middle of their metric: there the surveys themselves say that something is wrong.</p>
${legend(cells)}
<div class="figure">${groups.map(group)}</div>
${undrawn(sorted.filter((cell) => !isDrawn(cell)))}
${scoreTable(sorted)}
</section>`;
};
