import { correctedOf, type Score, shownNet, tooFewOf } from './cells.ts';
import { type Html, html } from './escape.ts';
import { place, whole } from './numbers.ts';

/**
 * Where a net score stands on the picture, in percent of its width. The axis is always the whole of -100 to 100, so that any two
 * pictures can be held against each other; a margin keeps marks at the ends whole. Percentages, not a view box: on a phone
 * the picture gets narrow and its marks and letters stay as they are.
 */
const MARGIN = 2;
const at = (net: number): number => 50 + (net * (50 - MARGIN)) / 100;
const x = (net: number): string => place(at(net));
const width = (from: number, to: number): string => place(at(to) - at(from));

const TICKS = [-100, -50, 0, 50, 100];

const grid = (height: number): Html[] =>
  TICKS.map(
    (net) => html`<line class="${net === 0 ? 'zero' : 'grid'}" x1="${x(net)}" x2="${x(net)}" y1="0" y2="${height}"/>`,
  );

const anchors: Record<string, string> = { '-100': 'start', '100': 'end' };

/** Its numbers, above a stack of pictures; those who hear the page are told them with each score. */
export const netAxis = (): Html =>
  html`<svg class="axis" height="18" aria-hidden="true">${TICKS.map(
    (net) => html`<text x="${x(net)}" y="13" text-anchor="${anchors[net] ?? 'middle'}">${whole(net)}</text>`,
  )}</svg>`;

const ring = (net: number, y: number, faint: boolean): Html =>
  html`<circle class="surveyed${faint && ' faint'}" cx="${x(net)}" cy="${y}" r="5.5"/>`;

const diamond = (net: number, y: number): Html =>
  html`<svg x="${x(net)}" y="${y}" overflow="visible"><path class="corrected" d="M0-7 7 0 0 7-7 0Z"/></svg>`;

/** Surveyed and corrected net as a ring and a diamond, its 90 % interval as a bar, worst to best as a thin line. */
const marks = (score: Score, y: number): Html => {
  const corrected = correctedOf(score);
  const surveyed = shownNet(score);
  const span =
    corrected &&
    html`<line class="bounds" x1="${x(corrected.worst)}" x2="${x(corrected.best)}" y1="${y}" y2="${y}"/>${[
      corrected.worst,
      corrected.best,
    ].map(
      (net) => html`<line class="bounds" x1="${x(net)}" x2="${x(net)}" y1="${y - 4}" y2="${y + 4}"/>`,
    )}<rect class="interval" x="${x(corrected.low)}" width="${width(corrected.low, corrected.high)}" y="${y - 5}" height="10" rx="2"/>`;
  const joint =
    corrected &&
    surveyed !== null &&
    html`<line class="joint" x1="${x(surveyed)}" x2="${x(corrected.net)}" y1="${y}" y2="${y}"/>`;
  return html`${span}${joint}${corrected && diamond(corrected.net, y)}${surveyed !== null && ring(surveyed, y, tooFewOf(score) !== undefined)}`;
};

/** Numbers near an end of the picture are written inwards. */
const anchorAt = (net: number): string => (at(net) < 30 ? 'start' : at(net) > 70 ? 'end' : 'middle');

const written = (net: number, y: number, words: string, kind: string): Html =>
  html`<text class="${kind}" x="${x(net)}" y="${y}" text-anchor="${anchorAt(net)}">${words}</text>`;

export interface NetPicture {
  /** Unique on the page. */
  id: string;
  title: string;
  /** The same in words and figures. */
  described: string;
  score: Score;
}

const framed = ({ id, title, described }: NetPicture, height: number, drawn: Html): Html =>
  html`<svg class="net" height="${height}" role="img" aria-labelledby="${id}-t ${id}-d"><title id="${id}-t">${title}</title><desc id="${id}-d">${described}</desc>${grid(height)}${drawn}</svg>`;

/** One line of a stack of pictures. */
export const netRow = (picture: NetPicture): Html => framed(picture, 44, marks(picture.score, 22));

/** One score alone, its numbers written at the marks: the surveyed above, the corrected below. */
export const netPicture = (picture: NetPicture): Html => {
  const surveyed = shownNet(picture.score);
  const corrected = correctedOf(picture.score);
  const above = surveyed !== null && written(surveyed, 14, `surveyed ${whole(surveyed)}`, 'said-surveyed');
  const below = corrected && written(corrected.net, 62, `corrected ${whole(corrected.net)}`, 'said-corrected');
  return framed(picture, 70, html`${above}${marks(picture.score, 36)}${below}`);
};
