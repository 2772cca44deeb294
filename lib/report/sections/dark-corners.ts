import { type Corrected, correctedOf, isCompared, mostTouched, type ReportCell, type Told } from '../cells.ts';
import { staffNotesOf } from '../coverage-entry.ts';
import { type Html, html } from '../escape.ts';
import { netAxis, netPicture } from '../net-axis.ts';
import { counted, percent, whole } from '../numbers.ts';
import {
  answersOf,
  boundsSentence,
  cornerSentence,
  hiddenTold,
  metricName,
  qTold,
  scoreTold,
  where,
  whereTold,
} from '../words.ts';
import { dutyOf } from './duty.ts';
import { whyOfCorner } from './why.ts';

/** A page of more stories than this is read by nobody; the others are told in a sentence each. */
const MOST_IN_FULL = 12;

const strataNames = { noComplaint: 'had not complained', remedied: 'complained, put right', brushedOff: 'brushed off' };

/** The mechanism: how differently the answers and the invited are made up. */
const strataTable = ({ strata }: Corrected): Html | undefined => {
  if (!strata) return undefined;
  const layers = (['noComplaint', 'remedied', 'brushedOff'] as const).map((key) => ({ key, ...strata[key] }));
  const [invited, answers] = [
    layers.reduce((n, one) => n + one.invited, 0),
    layers.reduce((n, one) => n + one.answers, 0),
  ];
  const of = (n: number, all: number): Html =>
    html`${whole(n)} of ${whole(all)}${all > 0 && html` <small>(${percent(n / all)})</small>`}`;
  return html`<table class="shares"><caption>Asked and answered, by what happened before</caption><thead><tr><th scope="col">Before being asked</th><th scope="col">Invited</th><th scope="col">Answers</th><th scope="col">Net taken</th></tr></thead><tbody>${layers.map(
    ({ key, invited: asked, answers: answered, net }) =>
      html`<tr><th scope="row">${strataNames[key]}</th><td>${of(asked, invited)}</td><td>${of(answered, answers)}</td><td>${whole(net)}</td></tr>`,
  )}</tbody></table>`;
};

const notesTold = (entry: ReportCell['entry']): Html | false => {
  const notes = staffNotesOf(entry);
  return (
    notes.n > 0 &&
    html`<h4>${counted(notes.n, 'staff note')} beside the score</h4>${notes.quotes.map(({ text }) => html`<blockquote class="staff"><p dir="auto">${text}</p></blockquote>`)}`
  );
};

const figures = ({ entry }: ReportCell): Html => {
  const { gap, surveyed } = entry;
  return html`${metricName(surveyed.metric)}: ${answersOf(entry)}.${gap && html` Silence hides ${hiddenTold(gap)}, ${qTold(gap.qValue)}.`} `;
};

const story = (cell: ReportCell, index: number, told: Told): Html => {
  const { entry } = cell;
  const corrected = correctedOf(entry);
  const picture = { id: `c${index}`, title: whereTold(entry), described: scoreTold(entry), score: entry };
  return html`<article class="corner">
<h3><span class="rank">${index + 1}</span> ${where(entry)}</h3>
<p class="say">${cornerSentence(entry)}</p>
<div class="figure lone">${netPicture(picture)}${netAxis()}</div>
<div class="pair"><div><p>${figures(cell)}</p>${corrected && html`<p>${boundsSentence(corrected)}</p>`}</div>${corrected && strataTable(corrected)}</div>
${whyOfCorner(entry.why)}
${notesTold(entry)}
${dutyOf(cell.darkCorner?.id, told)}
</article>`;
};

const sentences = (cells: readonly ReportCell[]): Html =>
  html`<ul>${cells.map((cell) => html`<li><b>${where(cell.entry)}.</b> ${cornerSentence(cell.entry)} ${figures(cell)}</li>`)}</ul>`;

/** Touchpoints whose silence hides more than chance explains, those that touch most customers first. */
export const darkCorners = (cells: readonly ReportCell[], told: Told): Html => {
  const of = (standing: ReportCell['standing']) => cells.filter((cell) => cell.standing === standing).sort(mostTouched);
  const [dark, suspected] = [of('dark'), of('suspected')];
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
${dark.length === 0 ? html`<p>${none}</p>` : html`<p>Those that touch most customers first.</p>`}
${dark.slice(0, MOST_IN_FULL).map((cell, index) => story(cell, index, told))}
${dark.length > MOST_IN_FULL && html`<h3>And ${whole(dark.length - MOST_IN_FULL)} more</h3>${sentences(dark.slice(MOST_IN_FULL))}`}
${elsewhere > 0 && html`<p>${counted(elsewhere, 'dark corner')} more ${elsewhere === 1 ? 'is' : 'are'} open at touchpoints without feedback in this period.</p>`}
${suspected.length > 0 && html`<h3>Suspected, not open yet</h3>${sentences(suspected)}`}
</section>`;
};
