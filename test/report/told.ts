import type { Told } from '../../lib/report/cells.ts';
import { reportPage } from '../../lib/report/page.ts';
import { summaryEntry } from './entries.ts';
import { fennelAndRye } from './fennel-and-rye.ts';
import { readOf, sectionOf } from './reading.ts';

/** A whole company, and its page. */
export const told = fennelAndRye();
export const page = reportPage(told);

/** What is told of nothing but what is given. */
export const of = (over: Partial<Told>): Told => ({
  summary: summaryEntry(),
  touchpoints: [],
  gaps: [],
  actions: [],
  ...over,
});

/** A section as it is read, of the company's page or of what is given. */
export const read = (id: string, over?: Partial<Told>): string =>
  readOf(sectionOf(over ? reportPage(of(over)) : page, id));

/** The head of a page as it is read. */
export const headOf = (given: Told): string =>
  readOf(reportPage(given).split('<header>')[1]?.split('</header>')[0] ?? '');
