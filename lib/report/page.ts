import { cellsOf, type Told } from './cells.ts';
import { Html, html } from './escape.ts';
import { coverage } from './sections/coverage.ts';
import { darkCorners } from './sections/dark-corners.ts';
import { dumbbells } from './sections/dumbbells.ts';
import { headline } from './sections/headline.ts';
import { limits } from './sections/limits.ts';
import { openActions } from './sections/open-actions.ts';
import { rolledUp } from './sections/rolled-up.ts';
import { surges } from './sections/surges.ts';
import { style } from './style.ts';

/** Nothing is fetched and nothing runs: whoever opens the page tells nobody, and words of customers cannot act. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";

const contents = [
  ['dark-corners', 'Dark corners'],
  ['rolled-up', 'Dark as a whole'],
  ['scores', 'Both scores'],
  ['surges', 'Surges'],
  ['coverage', 'Not heard'],
  ['limits', 'How to read this'],
  ['actions', 'Actions'],
] as const;

const byId = (a: { id: string }, b: { id: string }): number => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

/**
 * `report.html`: what the entries of a run's files say, as one page that needs nothing else; the same entries give the same page,
 * whatever their order. It names no customer.
 */
export const reportPage = (given: Told): string => {
  const told = { ...given, gaps: given.gaps.toSorted(byId), actions: given.actions.toSorted(byId) };
  const cells = cellsOf(told);
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${new Html(POLICY)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>Where the score hides the customers</title>
<style>${new Html(style)}</style>
</head>
<body>
<a class="skip" href="#dark-corners">To the dark corners</a>
<div class="page">
${headline(cells, told)}
<nav aria-label="On this page"><ul>${contents.map(([id, name]) => html`<li><a href="#${id}">${name}</a></li>`)}</ul></nav>
<main>
${darkCorners(cells, told)}
${rolledUp(cells, told)}
${dumbbells(cells)}
${surges(cells, told)}
${coverage(cells, told)}
${limits(told)}
${openActions(told)}
</main>
</div>
</body>
</html>
`.markup;
};
