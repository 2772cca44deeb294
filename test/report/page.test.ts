import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Told } from '../../lib/report/cells.ts';
import { reportPage } from '../../lib/report/page.ts';
import { cellEntry, summaryEntry } from './entries.ts';
import { CUSTOMER, fennelAndRye, hostile, LONG, manyCells } from './fennel-and-rye.ts';
import { readOf, sectionOf, unbalanced } from './reading.ts';

const told = fennelAndRye();
const page = reportPage(told);
const empty: Told = {
  summary: summaryEntry({ lines: 0, accepted: 0, duplicates: 0, rejected: 0, unscored: 0 }),
  touchpoints: [],
  gaps: [],
  actions: [],
};
const one: Told = { ...empty, summary: summaryEntry(), touchpoints: [cellEntry()] };
const many = manyCells(500);

const pages: [string, string][] = [
  ['a company with everything', page],
  ['an empty feed', reportPage(empty)],
  ['one touchpoint', reportPage(one)],
  ['500 touchpoints', reportPage(many)],
];

describe.each(pages)('the page of %s', (_of, markup) => {
  it('closes what it opens', () => {
    expect(unbalanced(markup)).toEqual([]);
  });

  it('needs nothing from elsewhere, and nothing on it runs', () => {
    expect(markup).toContain(
      `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">`,
    );
    expect(markup).not.toMatch(/https?:|url\(|@import|<(?:script|link|iframe|img|object|use|image|base|form)\b/i);
    expect([...markup.matchAll(/<[a-z][^<>]*\s(?:on[a-z]+|src|srcset|style)=/g)]).toEqual([]);
    expect([...markup.matchAll(/href="([^#][^"]*)"/g)]).toEqual([]);
  });

  it('tells its sections in one order, and leads to each', () => {
    const sections = [...markup.matchAll(/<section id="([^"]+)"/g)].map(([, id]) => id);
    expect(sections).toEqual(['dark-corners', 'rolled-up', 'scores', 'surges', 'coverage', 'limits', 'actions']);
    const links = [...markup.matchAll(/<li><a href="#([^"]+)"/g)].map(([, id]) => id);
    expect(links).toEqual(sections);
  });

  it('leaves out no step of its headings, and has one of the first', () => {
    const levels = [...markup.matchAll(/<h([1-6])/g)].map(([, level]) => Number(level));
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    expect(levels.filter((level, i) => level > (levels[i - 1] ?? 0) + 1)).toEqual([]);
  });

  it('gives every picture a title and a description of its own', () => {
    const ids = [...markup.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [picture] of markup.matchAll(/<svg[^>]*role="img"[\s\S]*?<\/desc>/g)) {
      expect(picture).toMatch(
        /aria-labelledby="(\S+) (\S+)"><title id="\1">[^<]+<\/title><desc id="\2">[^<]+<\/desc>$/,
      );
    }
    expect(markup.match(/<svg(?![^>]*(?:role="img"|aria-hidden| overflow="visible"))/g)).toBeNull();
  });

  it('says of every cell of a table what it is under and beside', () => {
    expect(markup.match(/<th(?!ead)(?![^>]*scope=)/g)).toBeNull();
    expect(markup.match(/<table/g)?.length ?? 0).toBe(markup.match(/<caption/g)?.length ?? 0);
  });

  it('holds no number that is none', () => {
    expect(markup).not.toMatch(/NaN|Infinity|undefined|null|\[object/);
  });

  it('says what it cannot see', () => {
    expect(readOf(markup)).toContain('Those who neither complain nor answer.');
  });
});

describe('names and words that mean ill', () => {
  it('are shown as they are', () => {
    for (const words of Object.values(hostile)) expect(readOf(page)).toContain(words);
  });

  it('add no element to the page', () => {
    const tame = JSON.parse(
      Object.values(hostile).reduce(
        (json, words, i) => json.replaceAll(JSON.stringify(words).slice(1, -1), `~name ${i}`),
        JSON.stringify(told),
      ),
    ) as Told;
    const elements = (markup: string) => [...markup.matchAll(/<\/?[a-z][a-z0-9]*/g)].map(([tag]) => tag).sort();
    expect(elements(page)).toEqual(elements(reportPage(tame)));
  });

  it('may be long', () => {
    expect(readOf(page)).toContain(LONG);
    expect(page).toContain('overflow-wrap:anywhere');
  });
});

describe('customers', () => {
  it('are not named, nor is any of their feedback', () => {
    expect(JSON.stringify(told)).toContain(CUSTOMER);
    expect(page).not.toContain(CUSTOMER);
    expect(page).not.toContain('text:sms-gateway');
    expect(page).not.toContain('q-1"');
  });

  it('to win back are counted alone', () => {
    const actions = readOf(sectionOf(page, 'actions'));
    expect(actions).toContain('17 actions of 18 are open, 1 of them overdue');
    expect(actions).toContain('recover a customer 4 0 8 0 12');
    expect(actions).toContain('The most urgent at touchpoints: 5 of 5');
    expect(actions).not.toContain('got no answer');
  });
});

describe('the same entries', () => {
  it('give the same page in any order', () => {
    const order = <T>(items: readonly T[]) => fc.shuffledSubarray([...items], { minLength: items.length });
    fc.assert(
      fc.property(order(told.touchpoints), order(told.gaps), order(told.actions), (touchpoints, gaps, actions) => {
        expect(reportPage({ ...told, touchpoints, gaps, actions }) === page).toBe(true);
      }),
      { numRuns: 20 },
    );
  });
});

describe('many touchpoints', () => {
  const markup = reportPage(many);
  const scores = sectionOf(markup, 'scores');

  it('come to a page of under 2 MB', () => {
    expect(Buffer.byteLength(markup)).toBeLessThan(2_000_000);
  });

  it('are pictured as far as a reader looks, told to be so, and all in the table', () => {
    expect(readOf(scores)).toContain('The picture shows the 40 of 500 with the most hidden');
    expect(scores.match(/<li class="row (?!further)/g)).toHaveLength(40);
    const rows = scores.split('<tbody>')[1]?.match(/<th scope="row"><bdi>/g);
    expect(rows).toHaveLength(500);
  });

  it('are told as stories as far as a reader reads, the other dark corners in a sentence each', () => {
    const dark = sectionOf(markup, 'dark-corners');
    expect(dark.match(/<article/g)).toHaveLength(12);
    expect(readOf(dark)).toContain('And 51 more');
  });
});
