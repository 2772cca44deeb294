import { normalQuantile } from '../../../functions/domain/statistics/distributions.ts';
import { knowsInvited, type ReportCell, scoresOf, type Told } from '../cells.ts';
import { coverageOf, type Dimension, type GroupHeard, groupsHeard } from '../coverage-entry.ts';
import { type Html, html, isolated } from '../escape.ts';
import { counted, percent, percents, place, whole } from '../numbers.ts';
import { where } from '../words.ts';

/** Of fewer invited a rate says nothing. */
const LEAST_INVITED = 10;
const MOST_CELLS = 10;
const MOST_GROUPS = 12;

const Z90 = normalQuantile(0.95);

/** 90 % interval of a share of n by Wilson's score (1927), which stays within 0 and 1. */
const wilson = (k: number, n: number): { low: number; high: number } => {
  const share = k / n;
  const scale = 1 + Z90 ** 2 / n;
  const middle = share + Z90 ** 2 / (2 * n);
  const half = Z90 * Math.sqrt((share * (1 - share)) / n + Z90 ** 2 / (4 * n ** 2));
  return { low: Math.max(0, (middle - half) / scale), high: Math.min(1, (middle + half) / scale) };
};

interface Heard {
  name: Html;
  invited: number;
  answers: number;
  /** Absent where it is not known how many had words. */
  worded?: number;
  unscored: number;
}

const isKnown = ({ invited, answers }: Heard): boolean => invited >= LEAST_INVITED && answers <= invited;

/** Most rates are low: a bar ends at the next ten above the highest, and the table says where. */
const endOf = (rows: readonly Heard[], fleet: number): number =>
  Math.min(
    1,
    Math.ceil(
      10 * Math.max(fleet, ...rows.filter(isKnown).map(({ answers, invited }) => wilson(answers, invited).high)),
    ) / 10,
  );

const rateBar = ({ invited, answers }: Heard, fleet: number, end: number): Html => {
  const x = (share: number): string => place((100 * share) / end);
  const { low, high } = wilson(answers, invited);
  const share = answers / invited;
  return html`<svg class="share" width="100%" height="14" aria-hidden="true"><rect class="track" x="0" y="3" width="100%" height="8"/><rect class="here" x="0" y="3" width="${x(share)}" height="8"/><line class="spread" x1="${x(low)}" x2="${x(high)}" y1="7" y2="7"/><line class="elsewhere" x1="${x(fleet)}" x2="${x(fleet)}" y1="0" y2="14"/></svg>`;
};

const rateTold = ({ invited, answers }: Heard): Html => {
  const { low, high } = wilson(answers, invited);
  return html`${percent(answers / invited)} <small>(${percents(low, high)})</small>`;
};

const unscoredTold = ({ worded, unscored }: Heard): string => {
  const some = unscored === 0 ? 'none' : whole(unscored);
  if (worded === undefined) return some;
  if (worded === 0) return 'no words';
  return `${some} of ${whole(worded)}${unscored > 0 ? ` (${percent(unscored / worded)})` : ''}`;
};

const heardRow = (heard: Heard, fleet: number, end: number): Html => {
  const known = isKnown(heard);
  return html`<tr><th scope="row">${heard.name}</th><td class="barred">${known && rateBar(heard, fleet, end)}</td><td>${known ? rateTold(heard) : 'too few invited'}</td><td>${whole(heard.answers)} of ${whole(heard.invited)}</td><td>${unscoredTold(heard)}</td></tr>`;
};

const heardTable = (caption: string, what: string, rows: readonly Heard[], fleet: number): Html | false => {
  if (rows.length === 0) return false;
  const end = endOf(rows, fleet);
  return html`<table class="shares"><caption>${caption}</caption><thead><tr><th scope="col">${what}</th><th scope="col" class="bar-head">0 to ${percent(end)}; stroke: all</th><th scope="col">Response rate</th><th scope="col">Answers of invited</th><th scope="col">Words without sentiment</th></tr></thead><tbody>${rows.map((row) => heardRow(row, fleet, end))}</tbody></table>`;
};

const dimensions: [Dimension, string][] = [
  ['byLanguage', 'Language'],
  ['byChannel', 'Channel'],
  ['bySegment', 'Segment'],
];

const groupRow = ({ name, ...counts }: GroupHeard): Heard => ({ name: isolated(name), ...counts });

const leastHeard = (cells: readonly ReportCell[]): Heard[] =>
  cells
    .filter(({ entry }) => knowsInvited(entry) && entry.surveyed.invited >= LEAST_INVITED)
    .sort(
      (a, b) =>
        (a.entry.surveyed.responseRate ?? 0) - (b.entry.surveyed.responseRate ?? 0) ||
        b.entry.surveyed.invited - a.entry.surveyed.invited,
    )
    .slice(0, MOST_CELLS)
    .map(({ entry }) => {
      const { unscored, worded } = coverageOf(entry);
      const { invited, n: answers } = entry.surveyed;
      return { name: where(entry), invited, answers, unscored, ...(worded !== undefined && { worded }) };
    });

const wordsTold = ({ unscored, accepted }: Told['summary']): string =>
  unscored === 0
    ? 'All words have a sentiment.'
    : `Words of ${counted(unscored, 'feedback')} of ${whole(accepted)} have no sentiment and are not counted as neutral.`;

/** Who was asked and did not answer, and whose words could not be read. */
export const coverage = (cells: readonly ReportCell[], { summary, touchpoints }: Told): Html => {
  const asked = cells.filter(({ entry }) => knowsInvited(entry)).flatMap(({ entry }) => scoresOf(entry));
  const invited = asked.reduce((sum, { surveyed }) => sum + surveyed.invited, 0);
  const answers = asked.reduce((sum, { surveyed }) => sum + surveyed.n, 0);
  const fleet = invited > 0 ? Math.min(1, answers / invited) : 0;
  const notes = touchpoints.reduce((n, entry) => n + coverageOf(entry).staffNotes.n, 0);
  const groups = dimensions.map(([dimension, what]) => {
    const all = groupsHeard(touchpoints, dimension).map(groupRow);
    const caption =
      all.length > MOST_GROUPS
        ? `By ${what.toLowerCase()}: the ${MOST_GROUPS} of ${all.length} most invited`
        : `By ${what.toLowerCase()}`;
    return heardTable(caption, what, all.slice(0, MOST_GROUPS), fleet);
  });
  const least = leastHeard(cells);
  return html`<section id="coverage">
<h2>Who is not heard</h2>
<p>${
    invited > 0
      ? html`Of ${whole(invited)} invited <b>${whole(Math.max(0, invited - answers))}</b> gave no score; ${whole(answers)} did (${percent(fleet)}<span class="bar-head">, the stroke across the bars</span>). Ranges are 90 % intervals<span class="bar-head">, thin lines in the bars</span>.`
      : 'It is not known who was asked.'
  } ${wordsTold(summary)}${
    summary.rejected > 0 &&
    html` ${counted(summary.rejected, 'line')} of ${whole(summary.lines)} did not fit the contract and could not be read.`
  }${notes > 0 && html` ${counted(notes, 'note')} by staff ${notes === 1 ? 'stands' : 'stand'} beside the scores and ${notes === 1 ? 'is' : 'are'} counted in none.`}</p>
${heardTable(`Touchpoints that answer least: ${least.length} of ${whole(cells.length)}`, 'Touchpoint', least, fleet)}
${groups}
</section>`;
};
