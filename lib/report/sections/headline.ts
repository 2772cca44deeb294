import { dayOf, plus } from '../../../functions/domain/instant.ts';
import { STAND_IN } from '../../local/comprehend/label.ts';
import { correctedOf, isCompared, isSurgingNow, type ReportCell, type Told } from '../cells.ts';
import { type Html, html, isolated } from '../escape.ts';
import { about, counted, dayTold, instantTold, percent, roughly, whole } from '../numbers.ts';
import { calmTold, correctedTold, levelNames, surveyedTold, where } from '../words.ts';
import { cornerId, standing } from './dark-corners.ts';
import { actionFor } from './duty.ts';

/** More names than these make a list of a headline. */
const MOST_NAMED = 2;
const MOST_LISTED = 4;

/** One line of a dark corner: its two scores, what kind it is, and who has to do what. */
const line = (cell: ReportCell, index: number, told: Told): Html => {
  const { entry, level } = cell;
  const corrected = correctedOf(entry);
  const scores = html`${surveyedTold(entry)}${corrected && html` → ${correctedTold(corrected)}`}`;
  const action = actionFor(cell.darkCorner?.id, told);
  const duty =
    action &&
    html`<small>${action.priority}: ${isolated(action.owner.team)}, by ${dayTold(dayOf(action.dueAt))}${action.dueAt < told.summary.asOf && ', overdue'}</small>`;
  return html`<li class="corner-line"><a href="#${cornerId(index)}">${where(entry)}</a> ${scores}${level && `, ${levelNames[level]}`}${duty}</li>`;
};

const named = (cells: readonly ReportCell[], told: Told): Html | false => {
  const dark = standing(cells, 'dark');
  return dark.length > 0 && html`<ol>${dark.slice(0, MOST_LISTED).map((cell, index) => line(cell, index, told))}</ol>`;
};

const darkness = (cells: readonly ReportCell[], told: Told): Html => {
  const of = (standing: ReportCell['standing']): number => cells.filter((cell) => cell.standing === standing).length;
  const compared = cells.filter(isCompared).length;
  const dark = of('dark');
  const left = [
    of('too-few') > 0 && `${whole(of('too-few'))} had too few answers`,
    of('uncorrected') > 0 &&
      `${whole(of('uncorrected'))} ${of('uncorrected') === 1 ? 'has' : 'have'} no corrected score`,
    of('suspected') > 0 &&
      `${whole(of('suspected'))} of those compared ${of('suspected') === 1 ? 'is' : 'are'} suspected`,
  ].filter(Boolean);
  const weak = cells.filter(({ standing: as, level }) => as === 'weak' && level === 'weak').length;
  if (weak > 0) left.push(`${whole(weak)} more ${weak === 1 ? 'is' : 'are'} openly weak`);
  const small = html`<small>${counted(cells.length, 'was', 'were')} read, each a touchpoint at one location${left.length > 0 && html`; ${left.join(', ')}`}.</small>`;
  if (compared === 0) return html`<li>No touchpoint’s score could be corrected for silence. ${small}</li>`;
  return html`<li><b>${whole(dark)} of ${whole(compared)}</b> touchpoints compared ${dark === 1 ? 'is' : 'are'} darker than ${dark === 1 ? 'its score says' : 'their scores say'}. ${small}${named(cells, told)}</li>`;
};

const people = (cells: readonly ReportCell[]): Html | false => {
  const told = cells.flatMap(({ entry }) => entry.impact ?? []);
  const perMonth = told.reduce((n, one) => n + one.perMonth, 0);
  const shown = told.reduce((n, one) => n + one.shown, 0);
  const touched = told.filter((one) => one.perMonth >= 1).length;
  return (
    told.length > 0 &&
    html`<li>By estimate <b>${about(perMonth)}</b> customers a month were brushed off before they were asked; the surveys show <b>${about(shown)}</b> of them${perMonth >= 1 && html` (${percent(Math.min(1, shown / perMonth))})`}. <small>Corrected for how complaints are heard. ${touched > 0 && `At ${counted(touched, 'touchpoint')} with at least one a month; who`}${touched === 0 && 'Who'} was brushed off at two counts at both.</small></li>`
  );
};

const surging = (cells: readonly ReportCell[]): Html => {
  const told = cells.filter(isSurgingNow);
  if (told.length === 0) return html`<li>${calmTold(cells)}</li>`;
  const waning = cells.filter((cell) => cell.surge?.state === 'open' && !isSurgingNow(cell)).length;
  const named = told
    .slice(0, MOST_NAMED)
    .map(
      ({ entry, surge }, i) =>
        html`${i > 0 && (told.length === 2 ? ' and ' : ', ')}<b>${where(entry)}</b>${surge?.surge && ` (${counted(surge.surge.customers, 'customer')} in ${counted(surge.surge.days, 'day')}, ${roughly(surge.surge.expected)} expected)`}`,
    );
  const more = told.length > MOST_NAMED && html` and at ${counted(told.length - MOST_NAMED, 'other touchpoint')}`;
  return html`<li>Complaints are surging: ${named}${more}. <small>${counted(told.length, 'touchpoint')} of ${whole(cells.length)}${waning > 0 && `; ${whole(waning)} more no longer, but not closed yet`}.</small></li>`;
};

const period = ({ summary: { asOf, windowDays } }: Told): string =>
  windowDays === 'all'
    ? `all days up to ${dayTold(dayOf(plus(asOf, -1)))}`
    : `${counted(windowDays, 'day')} to ${dayTold(dayOf(plus(asOf, -1)))}`;

/** What the page is about, of when, and the three sentences to remember. */
export const headline = (cells: readonly ReportCell[], told: Told): Html => {
  const { accepted, unscored, scorer, asOf } = told.summary;
  return html`<header>
<h1>Where the score hides the customers</h1>
<dl class="facts"><div><dt>Period</dt><dd>${period(told)}</dd></div><div><dt>As of</dt><dd>${instantTold(asOf)}</dd></div><div><dt>Feedbacks accepted</dt><dd>${whole(accepted)}; those up to the as-of time are folded${unscored > 0 && html`; ${whole(unscored)} without sentiment`}</dd></div><div><dt>Sentiment by</dt><dd>${scorer}</dd></div></dl>
${scorer === STAND_IN && html`<p class="warning"><b>Sentiment was scored by a stand-in on one machine, not by Amazon Comprehend.</b> Take this page as a rehearsal.</p>`}
<ul class="headline">${darkness(cells, told)}${people(cells)}${surging(cells)}</ul>
</header>`;
};
