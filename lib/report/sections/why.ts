import type { TouchpointWhyEntry } from '../../../functions/domain/outputs/why.ts';
import { type Html, html, isolated } from '../escape.ts';
import { counted, percent, place, range, whole } from '../numbers.ts';
import { causeNames, themeName } from '../words.ts';

const MOST_QUOTES = 3;
const MOST_COUNTER_EXAMPLES = 2;
const MOST_PHRASES = 5;

interface Shared {
  complaints: number;
  share: number;
  elsewhere: number | null;
}

/** A share here as a bar, elsewhere as a stroke across it; the numbers stand beside it. */
const shareBar = ({ share, elsewhere }: Shared): Html =>
  html`<svg class="share" width="100%" height="14" aria-hidden="true"><rect class="track" x="0" y="3" width="100%" height="8"/><rect class="here" x="0" y="3" width="${place(share * 100)}" height="8"/>${
    elsewhere !== null &&
    html`<line class="elsewhere" x1="${place(elsewhere * 100)}" x2="${place(elsewhere * 100)}" y1="0" y2="14"/>`
  }</svg>`;

const shareRow = (name: string, told: Shared, of: number, effect?: Html | string): Html =>
  html`<tr><th scope="row">${name}</th><td class="barred">${shareBar(told)}</td><td>${percent(told.share)} <small>${whole(told.complaints)} of ${whole(of)}</small></td><td>${told.elsewhere === null ? '–' : percent(told.elsewhere)}</td><td>${effect}</td></tr>`;

const part = (name: string, rows: readonly Html[]): Html | false =>
  rows.length > 0 && html`<tbody><tr class="part"><th scope="rowgroup" colspan="5">${name}</th></tr>${rows}</tbody>`;

/** Themes and causes in one table, so that their bars stand under each other. */
const shareTable = ({ byTheme, byCause, complaints }: TouchpointWhyEntry): Html | false => {
  const themes = byTheme.map((one) => shareRow(themeName(one.theme), one, complaints, effectTold(one.effect)));
  const causes = byCause.map((one) => shareRow(causeNames[one.cause], one, complaints));
  const effects = byTheme.length > 0 && 'Net of scores that speak of it, less the others’, over all touchpoints';
  return (
    themes.length + causes.length > 0 &&
    html`<table class="shares"><caption>Why, by ${counted(complaints, 'complaint')}</caption><thead><tr><th scope="col">Spoken of</th><th scope="col" class="bar-head">0 to ${percent(1)}; stroke: elsewhere</th><th scope="col">Of complaints here</th><th scope="col">Elsewhere</th><th scope="col">${effects}</th></tr></thead>${part('Themes', themes)}${part('Root causes', causes)}</table>`
  );
};

const effectTold = (effect: TouchpointWhyEntry['byTheme'][number]['effect']): Html | string =>
  effect
    ? html`${whole(effect.points)} (${range(effect.low, effect.high)})<br><small>${whole(effect.speaking)} against ${whole(effect.others)} scores</small>`
    : 'too few scores';

const quote = ({ text }: { text: string }): Html => html`<blockquote><p dir="auto">${text}</p></blockquote>`;

const phrasesTold = ({ distinctive }: TouchpointWhyEntry): Html | false =>
  distinctive.length > 0 &&
  html`<p>Said here more than elsewhere: ${distinctive
    .slice(0, MOST_PHRASES)
    .map(
      ({ phrase, customers, share, elsewhere }, i) =>
        html`${i > 0 && '; '}<q>${isolated(phrase)}</q> (${counted(customers, 'customer')}, ${percent(share)} here, ${percent(elsewhere)} elsewhere)`,
    )}.</p>`;

const weeksTold = ({ weeks }: TouchpointWhyEntry): Html | false =>
  weeks.length > 1 &&
  html`<p>Complaints by week, the oldest first: ${weeks.map(({ complaints }) => whole(complaints)).join(', ')}.</p>`;

/** What a touchpoint's complaints are about, in shares, and in the customers' own words. */
export const whyOfCorner = (why: TouchpointWhyEntry | undefined): Html => {
  if (!why) return html`<h4>Why</h4><p>Nothing that was said here complains, or it was not worked out yet.</p>`;
  const quotes = why.quotes.slice(0, MOST_QUOTES);
  const counter = why.counterExamples.slice(0, MOST_COUNTER_EXAMPLES);
  return html`${shareTable(why)}
${phrasesTold(why)}${weeksTold(why)}
<div class="pair"><div>${quotes.length > 0 && html`<h4>Customers say</h4>${quotes.map(quote)}`}</div><div>${
    counter.length > 0 && html`<h4>Others praise the same</h4>${counter.map(quote)}`
  }</div></div>`;
};
