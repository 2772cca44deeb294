import { lives } from '../../../functions/domain/gaps/life-of-a-gap.ts';
import {
  type Corrected,
  correctedOf,
  isByComplaints,
  isCompared,
  isFoundNow,
  mostTouched,
  type ReportCell,
  type Told,
} from '../cells.ts';
import { type Html, html } from '../escape.ts';
import { netAxis, netPicture } from '../net-axis.ts';
import { apportioned, counted, percent, whole } from '../numbers.ts';
import {
  answersOf,
  boundsSentence,
  cornerSentence,
  hiddenTold,
  levelNames,
  metricName,
  qTold,
  scoreTold,
  where,
  whereTold,
} from '../words.ts';
import { byComplaints } from './by-complaints.ts';
import { dutyOf } from './duty.ts';
import { whyOfCorner } from './why.ts';

/** A page of more stories than this is read by nobody; the others are told in a sentence each. */
const MOST_IN_FULL = 12;

/** Where the story of the n-th begins. */
export const cornerId = (index: number): string => `corner-${index + 1}`;

export const isToldInFull = (index: number): boolean => index < MOST_IN_FULL;

const strataNames = { noComplaint: 'had not complained', remedied: 'complained, put right', brushedOff: 'brushed off' };

/** The mechanism: how differently the answers and the invited are made up. */
const strataTable = ({ strata }: Corrected, { invited, n }: ReportCell['entry']['surveyed']): Html | undefined => {
  if (!strata) return undefined;
  const layers = (['noComplaint', 'remedied', 'brushedOff'] as const).map((key) => ({ key, ...strata[key] }));
  const asked = apportioned(
    layers.map((layer) => layer.invited),
    invited,
  );
  const answered = apportioned(
    layers.map((layer) => layer.answers),
    n,
  );
  const of = (some: number, all: number): Html =>
    html`about\u00a0${whole(some)} of ${whole(all)}${all > 0 && html` <small>(${percent(some / all)})</small>`}`;
  return html`<table class="shares"><caption>Asked and answered, by what happened before: estimated, corrected for how complaints are heard</caption><thead><tr><th scope="col">Before being asked</th><th scope="col">Invited</th><th scope="col">Answers</th><th scope="col">Net taken</th></tr></thead><tbody>${layers.map(
    ({ key, net }, i) =>
      html`<tr><th scope="row">${strataNames[key]}</th><td>${of(asked[i] ?? 0, invited)}</td><td>${of(answered[i] ?? 0, n)}</td><td>about\u00a0${whole(net)}</td></tr>`,
  )}</tbody></table>`;
};

/** At most three are quoted. */
const newestNames = ['', '', ' two', ' three'];

/** How many notes there are, and that those quoted are the newest where they are not all. */
const notesHeading = (n: number, quoted: number): string => {
  if (quoted === n) return `${counted(n, 'staff note')} beside the score`;
  if (quoted === 0) return `${counted(n, 'staff note')} beside the score, none of them quoted`;
  return `The newest${newestNames[quoted] ?? ''} of ${counted(n, 'staff note')} beside the score`;
};

const notesTold = (entry: ReportCell['entry']): Html | false => {
  const notes = entry.coverage?.staffNotes;
  return (
    notes !== undefined &&
    notes.n > 0 &&
    html`<h4>${notesHeading(notes.n, notes.quotes.length)}</h4>${notes.quotes.map(({ text }) => html`<blockquote class="staff"><p dir="auto">${text}</p></blockquote>`)}`
  );
};

/** What the last look says of it, or, where that could not tell, what the gap was found by. */
const hiddenSentence = (cell: ReportCell): Html | false => {
  const { entry, darkCorner } = cell;
  const { gap } = entry;
  const blind = isByComplaints(entry);
  const hides = blind ? 'Hidden are' : 'Silence hides';
  const until = `; it closes after ${lives['dark-corner'].clearsAfter} looks without`;
  if (gap) {
    const lately = !isFoundNow(cell) && ` The last look did not find it dark${until}.`;
    return html` ${hides} ${hiddenTold(gap)}${blind ? html`. Its complaints per answer differ from the fleet’s average, ${qTold(gap.qValue)}` : html`, ${qTold(gap.qValue)}`}.${lately}`;
  }
  const { size, low, high, qValue } = darkCorner ?? {};
  if (size === undefined || low === undefined || high === undefined || qValue === undefined) return false;
  return html` When it was last found, ${hiddenTold({ points: size, low, high })} were hidden, ${qTold(qValue)}. The last look had too few answers to tell${until}.`;
};

const figures = (cell: ReportCell): Html =>
  html`${metricName(cell.entry.surveyed.metric)}: ${answersOf(cell.entry)}.${hiddenSentence(cell)} `;

const story = (cell: ReportCell, index: number, told: Told): Html => {
  const { entry } = cell;
  const corrected = correctedOf(entry);
  const picture = { id: `c${index}`, title: whereTold(entry), described: scoreTold(entry), score: entry };
  return html`<article class="corner" id="${cornerId(index)}">
<h3><span class="rank">${index + 1}</span> ${where(entry)}${cell.level && html` <span class="badge">${levelNames[cell.level]}</span>`}</h3>
<p class="say">${cornerSentence(cell)}</p>
<div class="figure lone">${netPicture(picture)}${netAxis()}</div>
<div class="pair"><div><p>${figures(cell)}</p>${corrected && html`<p>${boundsSentence(corrected)}</p>`}</div>${corrected && strataTable(corrected, entry.surveyed)}</div>
${whyOfCorner(entry.why)}
${notesTold(entry)}
${dutyOf(cell.darkCorner?.id, told)}
</article>`;
};

const sentences = (cells: readonly ReportCell[]): Html =>
  html`<ul>${cells.map((cell) => html`<li><b>${where(cell.entry)}.</b> ${cornerSentence(cell)} ${figures(cell)}</li>`)}</ul>`;

/** Those that touch most customers first. */
export const standing = (cells: readonly ReportCell[], as: ReportCell['standing']): ReportCell[] =>
  cells.filter((cell) => cell.standing === as).sort(mostTouched);

/** Touchpoints whose silence hides more than chance explains, those that touch most customers first. */
export const darkCorners = (cells: readonly ReportCell[], told: Told): Html => {
  const [dark, suspected] = [standing(cells, 'dark'), standing(cells, 'suspected')];
  const compared = cells.filter(isCompared).length;
  const open = told.gaps.filter(
    ({ kind, scope, state }) => kind === 'dark-corner' && scope === 'cell' && state === 'open',
  );
  const elsewhere = open.length - dark.length;
  const none =
    compared === 0
      ? 'No touchpoint could be compared: no corrected scores were worked out.'
      : `None was found among ${counted(compared, 'touchpoint')} compared. That is no proof that there is none.`;
  return html`<section id="dark-corners">
<h2>Dark corners</h2>
${byComplaints(cells)}
${dark.length === 0 ? html`<p>${none}</p>` : dark.length > 1 && html`<p>${dark.some(({ entry }) => entry.impact) ? 'Those that touch most customers first.' : 'Those that hide most first.'}</p>`}
${dark.slice(0, MOST_IN_FULL).map((cell, index) => story(cell, index, told))}
${dark.length > MOST_IN_FULL && html`<h3>And ${whole(dark.length - MOST_IN_FULL)} more</h3>${sentences(dark.slice(MOST_IN_FULL))}`}
${elsewhere > 0 && html`<p>${counted(elsewhere, 'dark corner')} more ${elsewhere === 1 ? 'is' : 'are'} open at touchpoints without feedback in this period.</p>`}
${suspected.length > 0 && html`<h3>Suspected, not open yet</h3>${sentences(suspected)}`}
</section>`;
};
