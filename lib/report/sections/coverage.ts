import { wilsonInterval } from '../../../functions/domain/statistics/wilson-interval.ts';
import {
  FEWEST_INVITED,
  type FleetCoverage,
  fleetCoverage,
  type GroupCoverage,
  type LeastHeard,
} from '../../../functions/domain/touchpoints/coverage.ts';
import { isByComplaints, type ReportCell, type Told } from '../cells.ts';
import { type Html, html, isolated } from '../escape.ts';
import { counted, percent, percents, place, whole } from '../numbers.ts';
import { where } from '../words.ts';

const MOST_CELLS = 10;
const MOST_GROUPS = 12;

interface Heard {
  name: Html;
  invited: number;
  answers: number;
  worded: number;
  unscored: number;
}

const isKnown = ({ invited }: Heard): boolean => invited >= FEWEST_INVITED;

/** Most rates are low: a bar ends at the next ten above the highest, and the table says where. */
const endOf = (rows: readonly Heard[], fleet: number): number =>
  Math.min(
    1,
    Math.ceil(
      10 *
        Math.max(fleet, ...rows.filter(isKnown).map(({ answers, invited }) => wilsonInterval(answers, invited).high)),
    ) / 10,
  );

const rateBar = ({ invited, answers }: Heard, fleet: number, end: number): Html => {
  const x = (share: number): string => place((100 * share) / end);
  const { low, high } = wilsonInterval(answers, invited);
  const share = answers / invited;
  return html`<svg class="share" width="100%" height="14" aria-hidden="true"><rect class="track" x="0" y="3" width="100%" height="8"/><rect class="here" x="0" y="3" width="${x(share)}" height="8"/><line class="spread" x1="${x(low)}" x2="${x(high)}" y1="7" y2="7"/><line class="elsewhere" x1="${x(fleet)}" x2="${x(fleet)}" y1="0" y2="14"/></svg>`;
};

const rateTold = ({ invited, answers }: Heard): Html => {
  const { low, high } = wilsonInterval(answers, invited);
  return html`${percent(answers / invited)} <small>(${percents(low, high)})</small>`;
};

const unscoredTold = ({ worded, unscored }: Heard): string => {
  const some = unscored === 0 ? 'none' : whole(unscored);
  if (worded === 0) return 'no words';
  return `${some} of ${whole(worded)}${unscored > 0 ? ` (${percent(unscored / worded)})` : ''}`;
};

const heardRow = (heard: Heard, fleet: number, end: number): Html => {
  const known = isKnown(heard);
  return html`<tr><th scope="row">${heard.name}</th><td class="barred">${known && rateBar(heard, fleet, end)}</td><td>${known ? rateTold(heard) : heard.invited === 0 ? 'none invited' : 'too few invited'}</td><td>${known ? `${whole(heard.answers)} of ${whole(heard.invited)}` : heard.invited === 0 ? '–' : `fewer than ${FEWEST_INVITED} invited`}</td><td>${unscoredTold(heard)}</td></tr>`;
};

/** What rates are held against: as a share, and whose it is. */
interface Usual {
  rate: number;
  told: string;
}

const heardTable = (caption: string, what: string, rows: readonly Heard[], usual: Usual): Html | false => {
  if (rows.length === 0) return false;
  const end = endOf(rows, usual.rate);
  const stroke = rows.some(isKnown) ? `0 to ${percent(end)}; stroke: ${usual.told}, ${percent(usual.rate)}` : '';
  return html`<table class="shares"><caption>${caption}</caption><thead><tr><th scope="col">${what}</th><th scope="col" class="bar-head">${stroke}</th><th scope="col">Response rate</th><th scope="col">Answers of invited</th><th scope="col">Words without sentiment</th></tr></thead><tbody>${rows.map((row) => heardRow(row, usual.rate, end))}</tbody></table>`;
};

type Dimension = LeastHeard['by'];

const dimensions: readonly { by: Dimension; of: (fleet: FleetCoverage) => readonly GroupCoverage[]; what: string }[] = [
  { by: 'language', of: ({ byLanguage }) => byLanguage, what: 'Language' },
  { by: 'channel', of: ({ byChannel }) => byChannel, what: 'Channel' },
  { by: 'segment', of: ({ bySegment }) => bySegment, what: 'Segment' },
];

const sum = (groups: readonly GroupCoverage[], of: 'invited' | 'answers'): number =>
  groups.reduce((total, group) => total + group[of], 0);

/** COVERAGE-3: a group is held against all of whom the same is known, and so is its bar. */
const groupTable = (fleet: FleetCoverage, { by, of, what }: (typeof dimensions)[number]): Html | false => {
  const groups = of(fleet);
  const told = groups.filter(({ invited, worded }) => Math.max(invited, worded) >= FEWEST_INVITED);
  const least = new Set(fleet.leastHeard.filter((one) => one.by === by).map(({ name }) => name));
  const rows = told.slice(0, MOST_GROUPS).map(
    ({ name, ...counts }): Heard => ({
      name: html`${isolated(name)}${least.has(name) && html` <span class="badge dark">heard least</span>`}`,
      ...counts,
    }),
  );
  const invited = sum(groups, 'invited');
  const known = invited > 0 ? sum(groups, 'answers') / invited : 0;
  const further = told.length > MOST_GROUPS ? `: the ${MOST_GROUPS} greatest of ${told.length}` : '';
  const small = groups.length - told.length;
  return html`${heardTable(`By ${what.toLowerCase()}${further}`, what, rows, {
    rate: known,
    told: `all whose ${what.toLowerCase()} is known`,
  })}${
    small > 0 &&
    html`<p><small>Of ${whole(small)} of the ${whole(groups.length)} by ${what.toLowerCase()} nothing is told: fewer than ${FEWEST_INVITED} were invited, and fewer than ${FEWEST_INVITED} wrote.</small></p>`
  }`;
};

const leastHeardTold = ({ leastHeard }: FleetCoverage): Html | false =>
  leastHeard.length > 0 &&
  html`<ul>${leastHeard.map(
    ({ by, name, invited, answers, responseRate, low, high, against }) =>
      html`<li><b>Heard least: ${by} ${isolated(name)}.</b> ${percent(responseRate)} answer (${percents(low, high)}), ${whole(answers)} of ${whole(invited)} invited, against ${percent(against)} of all whose ${by} is known.</li>`,
  )}</ul>`;

const leastAnswering = (cells: readonly ReportCell[]): Heard[] =>
  cells
    // Of those that are told by complaints the few invitations known are not those of all who answered.
    .filter(({ entry }) => !isByComplaints(entry))
    .flatMap(({ entry }) => (entry.coverage ? [{ name: where(entry), ...entry.coverage }] : []))
    .filter(isKnown)
    .sort((a, b) => a.answers / a.invited - b.answers / b.invited || b.invited - a.invited)
    .slice(0, MOST_CELLS);

const wordsTold = ({ unscored, accepted }: Told['summary']): string =>
  unscored === 0
    ? 'All words have a sentiment.'
    : `Words of ${counted(unscored, 'feedback')} of ${whole(accepted)} have no sentiment and are not counted as neutral.`;

const silentTold = ({ invited, answers, brushedOff }: FleetCoverage): Html | string => {
  if (invited === 0) return 'It is not known who was asked.';
  const hurt =
    brushedOff.invited >= FEWEST_INVITED &&
    html` Of ${whole(brushedOff.invited)} who had been brushed off before, ${whole(brushedOff.answers)} did (${percent(brushedOff.answers / brushedOff.invited)}).`;
  return html`Of ${whole(invited)} invited <b>${whole(invited - answers)}</b> gave no score; ${whole(answers)} did (${percent(answers / invited)}).${hurt} Ranges are 90 % intervals<span class="bar-head">, thin lines in the bars</span>.`;
};

/** Who was asked and did not answer, and whose words could not be read. */
export const coverage = (cells: readonly ReportCell[], { summary, touchpoints }: Told): Html => {
  const fleet = fleetCoverage(touchpoints);
  const notes = touchpoints.reduce((n, entry) => n + (entry.coverage?.staffNotes.n ?? 0), 0);
  const least = leastAnswering(cells);
  return html`<section id="coverage">
<h2>Who is not heard</h2>
<p>${silentTold(fleet)} ${wordsTold(summary)}${
    summary.rejected > 0 &&
    html` ${counted(summary.rejected, 'line')} of ${whole(summary.lines)} did not fit the contract and could not be read.`
  }${notes > 0 && html` ${counted(notes, 'note')} by staff ${notes === 1 ? 'stands' : 'stand'} beside the scores and ${notes === 1 ? 'is' : 'are'} counted in none.`}</p>
<p>Answers that nobody announced count in the response rate beside a score, as invited and answered; here they do not.</p>
${leastHeardTold(fleet)}
${heardTable(`Touchpoints that answer least: ${least.length} of ${whole(cells.length)}`, 'Touchpoint', least, {
  rate: fleet.responseRate ?? 0,
  told: 'all',
})}
${dimensions.map((dimension) => groupTable(fleet, dimension))}
</section>`;
};
