import { describe, expect, it } from 'vitest';
import type { TouchpointEntry } from '../../functions/domain/outputs/touchpoint-entry.ts';
import { STAND_IN } from '../../lib/local/comprehend/label.ts';
import { reportPage } from '../../lib/report/page.ts';
import { actionEntryOf, cellEntry, coverageEntryOf, gapEntryOf, scoreOf, summaryEntry, whyEntry } from './entries.ts';
import { readOf, sectionOf } from './reading.ts';
import { headOf, of, page, read, told } from './told.ts';

describe('the head', () => {
  it('says of how many touchpoints how many are dark, how many customers the surveys show, and what surges', () => {
    const head = headOf(told);
    expect(head).toContain('4 of 23 touchpoints compared are darker than their scores say. 24 were read');
    expect(head).toContain('1 had too few answers, 1 of those compared is suspected');
    expect(head).toMatch(
      /By estimate 590 customers a month were brushed off before they were asked; the surveys show 71 of them \(12 %\)\. Corrected for how complaints are heard\. At 23 touchpoints with at least one a month/,
    );
    expect(head).toContain(
      'Complaints are surging: checkout at Northgate (19 customers in 3 days, 4.3 expected). 1 touchpoint of 24.',
    );
    expect(head).toContain('28 days to 29 March 2026');
  });

  it('names what is dark, with both scores, what the surveys show of it, and who has to do what', () => {
    const head = headOf(told);
    expect(head).toContain(
      'delivery at Millfield 58 → 31 (24 to 38), hidden under a high score P1: Delivery operations, by 31 March 2026',
    );
    expect(head).toContain('Customer support, by 28 March 2026, overdue');
  });

  it('says when sentiment came from a stand-in, and only then', () => {
    expect(headOf(of({ summary: summaryEntry({ scorer: STAND_IN }) }))).toContain(
      'not by Amazon Comprehend. Take this page',
    );
    expect(headOf(told)).not.toContain('stand-in');
  });

  it('claims nothing that was not worked out', () => {
    const head = headOf(of({ touchpoints: [cellEntry({ adjusted: undefined, gap: undefined, impact: undefined })] }));
    expect(head).toContain('No touchpoint’s score could be corrected for silence. 1 was read');
    expect(head).toContain('Whether complaints are surging was not worked out: too few days are known.');
    expect(head).not.toContain('brushed off');
  });
});

describe('customers brushed off', () => {
  it('are told of touchpoints with at least one of them', () => {
    const none = cellEntry({ location: 'Quay', impact: { perMonth: 0, shown: 0 } });
    expect(headOf(of({ touchpoints: [cellEntry(), none] }))).toContain(
      'At 1 touchpoint with at least one a month; who',
    );
    expect(headOf(of({ touchpoints: [none] }))).toContain('are heard. Who was brushed off at two');
  });
});

describe('what happened before being asked', () => {
  it('is told as an estimate whose rows add up to the invited and to the answers', () => {
    const dark = read('dark-corners');
    expect(dark).toContain('by what happened before: estimated, corrected for how complaints are heard');
    const rows = [
      ...dark.matchAll(
        /(?:had not complained|complained, put right|brushed off) about ([\d,]+) of ([\d,]+) \([^)]*\) about (\d+) of (\d+)/g,
      ),
    ].map((row) => row.slice(1).map((n) => Number(n.replace(',', ''))));
    expect(rows).toHaveLength(12);
    for (let i = 0; i < rows.length; i += 3) {
      const three = rows.slice(i, i + 3);
      const sum = (column: number) => three.reduce((all, row) => all + (row[column] as number), 0);
      expect([sum(0), sum(2)]).toEqual([three[0]?.[1], three[0]?.[3]]);
    }
  });

  it('never tells more than all, whatever the estimates come to', () => {
    const score = scoreOf({ net: 58, n: 120, invited: 803, hidden: 27, half: 7 });
    const strata = {
      noComplaint: { invited: 0, answers: 130, net: 60 },
      remedied: { invited: 0, answers: 0, net: 31 },
      brushedOff: { invited: 830, answers: 0, net: -38 },
    };
    const touchpoints = [cellEntry({ ...score, adjusted: { ...score.adjusted, strata } })];
    const dark = read('dark-corners', { touchpoints, gaps: [gapEntryOf()] });
    expect(dark).toContain('brushed off about 803 of 803 (100 %) about 0 of 120 (0 %) about -38');
    expect(dark).toContain('had not complained about 0 of 803 (0 %) about 120 of 120 (100 %) about 60');
  });
});

describe('notes by staff', () => {
  const headingOf = (n: number, quoted: number): string => {
    const quotes = Array.from({ length: quoted }, (_, i) => ({ fact: `n-${i}`, text: `note ${i}` }));
    const touchpoints = [cellEntry({ coverage: coverageEntryOf({ staffNotes: { n, quotes } }) })];
    const [, heading = ''] =
      /<h4>([^<]*staff note[^<]*)<\/h4>/.exec(reportPage(of({ touchpoints, gaps: [gapEntryOf()] }))) ?? [];
    return heading;
  };

  it('are the newest where not all are quoted', () => {
    expect(headingOf(5, 3)).toBe('The newest three of 5 staff notes beside the score');
    expect(headingOf(2, 2)).toBe('2 staff notes beside the score');
    expect(headingOf(2, 0)).toBe('2 staff notes beside the score, none of them quoted');
  });
});

describe('a dark corner', () => {
  it('is told in plain words with every number’s denominator', () => {
    const dark = read('dark-corners');
    expect(dark).toContain(
      'Surveys say 58. By its score nothing is wrong: the middle of all NPS answers, 51, is not above it. Had everybody answered, it would be about 31 (24 to 38). By estimate 140 customers a month were brushed off, of whom surveys show 9.',
    );
    expect(dark).toContain('NPS: 120 answers of 803 invited, 15 %. Silence hides 27 points (22 to 32), q 0.004.');
    expect(dark).toContain('punctuality 54 % 71 of 132 19 % -44 (-58 to -30) 63 against 214 scores');
    expect(dark).toContain('brushed off about 260 of 803 (32 %) about 3 of 120 (3 %) about -38');
  });

  it('comes the earlier the more customers it touches', () => {
    const names = [...sectionOf(page, 'dark-corners').matchAll(/<\/span> <bdi>([^<]*)<\/bdi>/g)].map(
      ([, name]) => name,
    );
    expect(names.slice(0, 3)).toEqual(['support-call', 'delivery', 'billing']);
  });

  it('has quotes, praise of the same, staff notes, and an owner with a deadline', () => {
    const dark = read('dark-corners');
    expect(dark).toContain('They left it outside in the rain');
    expect(dark).toContain('Others praise the same Right on time');
    expect(dark).toContain('The newest of 7 staff notes beside the score Two drivers down');
    expect(dark).toContain(
      'Delivery operations (delivery@fennel-and-rye.example), by 31 March 2026, 17:00 UTC. P1, open.',
    );
    expect(dark).toContain('28 March 2026, 17:00 UTC, overdue. P1, acknowledged.');
    expect(dark).toContain('No action stands against it.');
  });

  it('is answered by an action that is not done rather than by one that is', () => {
    const actions = [
      actionEntryOf({ id: 'a', status: 'resolved', priority: 'P2' }),
      actionEntryOf({ id: 'b', kind: 'ask', priority: 'P3' }),
    ];
    const dark = read('dark-corners', { touchpoints: [cellEntry()], gaps: [gapEntryOf()], actions });
    expect(dark).toContain('To do Get more answers: Delivery operations');
  });

  it('quotes no more than three complaints and two praises', () => {
    const quotes = Array.from({ length: 5 }, (_, i) => ({ fact: `f-${i}`, text: `words number ${i}` }));
    const touchpoints = [cellEntry({ why: whyEntry({ quotes, counterExamples: quotes }) })];
    expect(read('dark-corners', { touchpoints, gaps: [gapEntryOf()] }).match(/words number/g)).toHaveLength(5);
  });

  it('that was not found is not said not to be there', () => {
    expect(read('dark-corners', { touchpoints: [cellEntry()] })).toContain(
      'None was found among 1 touchpoint compared. That is no proof that there is none.',
    );
  });

  it('is counted where its touchpoint had no feedback in the period', () => {
    expect(read('dark-corners', { gaps: [gapEntryOf()] })).toContain(
      '1 dark corner more is open at touchpoints without feedback',
    );
  });
});

describe('what is dark as a whole', () => {
  it('tells points with interval, customers of its parts, and the action that it joined', () => {
    const rolled = read('rolled-up');
    expect(rolled).toContain('delivery, at all locations 14 hidden (9 to 19) q 0.002');
    expect(rolled).toContain('By estimate 180 customers a month were brushed off, of whom surveys show 17.');
    expect(rolled).toContain('Online, at all touchpoints suspected 9 hidden (4 to 14)');
    expect(rolled.match(/To do/g)).toHaveLength(1);
  });
});

const markOf = (over: Partial<TouchpointEntry>): string =>
  sectionOf(reportPage(of({ touchpoints: [cellEntry(over)] })), 'scores').match(
    /<svg class="net"[\s\S]*?<\/li>/,
  )?.[0] ?? '';

describe('the picture of both scores', () => {
  it('puts marks on one axis from -100 to 100, whatever the scores', () => {
    const mark = markOf(scoreOf({ net: 50, n: 100, invited: 400, hidden: 50, half: 10 }));
    expect(mark).toContain('<circle class="surveyed" cx="74%"');
    expect(mark).toContain('<svg x="50%" y="22" overflow="visible"><path class="corrected"');
    expect(mark).toContain('<rect class="interval" x="45.2%" width="9.6%"');
    expect(mark).toContain('<line class="bounds" x1="20%" x2="92%"');
  });

  it('says in words what it shows', () => {
    expect(readOf(markOf({}).replaceAll(/<\/?desc[^>]*>/g, ''))).toContain(
      'Surveyed 46, 104 answers of 610 invited, 17 %. Corrected 44, 90 % interval 36 to 52. Worst -75, best 91. Hidden 2 points (-4 to 8).',
    );
  });

  it('says how many answers would be enough', () => {
    const scores = read('scores');
    expect(scores).toContain(
      'Without a picture, as fewer than 10 answered: app-login at Millfield (6 of 41 answered, 15 %, too few: 10 answers would be enough)',
    );
  });

  it('says where it is not known who was asked', () => {
    expect(read('scores')).toContain('6 hidden, 55 answers, invitations not known');
  });

  it('shows each metric by itself', () => {
    expect(read('scores')).toContain('the same, by CSAT 71 → 65 (55 to 75) 6 hidden, 64 of 350 answered, 18 %');
  });

  it('has every number in the table, denominators beside them', () => {
    const table = readOf(sectionOf(page, 'scores').split('<tbody>')[1] ?? '');
    for (const { surveyed, adjusted } of told.touchpoints) {
      const unknown = adjusted && 'method' in adjusted && adjusted.method !== 'silence';
      expect(table).toContain(
        unknown
          ? `${surveyed.n} answers, invitations not known`
          : `${surveyed.n} of ${surveyed.invited.toLocaleString('en')} (`,
      );
    }
    expect(table).toContain(
      'delivery, Millfield NPS 58 120 of 803 (15 %) 31 (24 to 38) -76, 12, 94 27 (22 to 32) 0.004 140, 9',
    );
  });
});
