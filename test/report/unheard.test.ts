import { describe, expect, it } from 'vitest';
import { reportPage } from '../../lib/report/page.ts';
import { cellEntry, coverageEntryOf, gapEntryOf, groupsOf, scoreOf } from './entries.ts';
import { readOf, sectionOf } from './reading.ts';
import { of, read } from './told.ts';

describe('without invitations', () => {
  const score = scoreOf({ net: 92, n: 900, invited: 900, hidden: 19, half: 9 });
  const { strata: _, heardExactly: __, ...adjusted } = score.adjusted;
  const alone = cellEntry({
    ...score,
    adjusted: { ...adjusted, worst: -100, middle: 80, best: 100, method: 'complaints-per-answer' },
    coverage: coverageEntryOf({ invited: 0, answers: 0 }),
    impact: undefined,
  });

  it('a dark corner says what it rests on and that the score may be anything', () => {
    const dark = read('dark-corners', { touchpoints: [alone], gaps: [gapEntryOf()] });
    expect(dark).toContain('Nobody told who was invited, so that no silence is known. Dark then means');
    expect(dark).toContain('25 % of the customers are taken to answer');
    expect(dark).toContain('it may lie anywhere from -100 to 100; it is 80 if whoever complained was unhappy');
    expect(dark).not.toContain('Had everybody answered');
    expect(dark).toContain('19 points (13 to 25). Its complaints per answer differ from the fleet’s average, q 0.004.');
    expect(read('coverage', { touchpoints: [alone] })).toContain('It is not known who was asked.');
  });

  it('no rate is told, even where a few invitations are known', () => {
    const few = { ...alone, coverage: coverageEntryOf({ invited: 40, answers: 10 }) };
    const scores = read('scores', { touchpoints: [few] });
    expect(scores).toContain('NPS 92 900 answers, invitations not known');
    expect(scores).not.toContain('900 of 900');
    expect(read('coverage', { touchpoints: [few] })).not.toContain('Touchpoints that answer least');
  });

  it('one that is weak in the open is told apart from one under a high score', () => {
    const weak = { ...alone, ...scoreOf({ net: 60, n: 700, invited: 700, hidden: 30, half: 9 }), location: 'Quay' };
    const gaps = [gapEntryOf(), gapEntryOf({ id: 'dark-corner-2', location: 'Quay' })];
    const dark = read('dark-corners', { touchpoints: [alone, weak], gaps });
    expect(dark).toContain('delivery at Quay openly weak, and hiding more');
    expect(dark).toContain('weak in the open, 32 points below the middle of all NPS answers, 92; more lies beneath');
    expect(dark).toContain('delivery at Millfield hidden under a high score');
  });
});

describe('fewer than ten', () => {
  it('answers are no score on the page', () => {
    const few = cellEntry({
      surveyed: { metric: 'nps', net: 77, n: 9, invited: 60, responseRate: 0.15 },
      adjusted: { tooFew: true, needed: 10 },
      gap: undefined,
      reviews: { net: 55, n: 9 },
    });
    const scores = sectionOf(reportPage(of({ touchpoints: [few] })), 'scores');
    expect(readOf(scores)).toContain(
      'delivery at Millfield (9 of 60 answered, 15 %, too few: 10 answers would be enough)',
    );
    expect(scores).not.toMatch(/77|55|<circle class="surveyed( faint)?" cx="8/);
  });

  it('invited and fewer than ten that wrote are no group on the page', () => {
    const byLanguage = groupsOf({ en: [300, 40, 80, 0], cy: [9, 4, 2, 0], hu: [9, 4, 20, 0] });
    const coverage = read('coverage', { touchpoints: [cellEntry({ coverage: coverageEntryOf({ byLanguage }) })] });
    expect(coverage).toContain('Of 1 of the 3 by language nothing is told');
    expect(coverage).toContain('hu too few invited fewer than 10 invited none of 20');
    expect(coverage).not.toContain('cy');
  });
});

describe('who is not heard', () => {
  it('is told of all, of the touchpoints that answer least, and by group, with denominators', () => {
    const coverage = read('coverage');
    expect(coverage).toMatch(
      /Of 13,447 invited 11,291 gave no score; 2,156 did \(16 %\)\. Of 608 who had been brushed off/,
    );
    expect(coverage).toContain(
      'Words of 31 feedbacks of 18,391 have no sentiment and are not counted as neutral. 7 lines of 18,420 did not fit',
    );
    expect(coverage).toContain('support-call at Online 8 % (7 to 9 %) 96 of 1,204 6 of 340 (2 %)');
    expect(coverage).toContain('pl heard least 4 % (3 to 7 %) 16 of 360 20 of 120 (17 %)');
  });

  it('says that its rate is not that beside a score', () => {
    expect(read('coverage')).toContain(
      'Answers that nobody announced count in the response rate beside a score, as invited and answered; here they do not.',
    );
  });

  it('marks the groups heard least against all of whom the same is known', () => {
    const coverage = read('coverage');
    expect(coverage).toContain(
      'Heard least: language pl. 4 % answer (3 to 7 %), 16 of 360 invited, against 15 % of all whose language is known.',
    );
    expect(coverage.match(/ heard least /g)).toHaveLength(coverage.match(/Heard least: /g)?.length ?? 0);
  });

  it('can be told of touchpoints of which it was not worked out', () => {
    expect(read('coverage', { touchpoints: [cellEntry({ coverage: undefined })] })).not.toContain('By language');
  });
});
