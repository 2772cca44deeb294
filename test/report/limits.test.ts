import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { SILENT_UNHAPPY } from '../../lib/report/sections/limits.ts';
import { read } from './told.ts';

describe('what the page cannot see', () => {
  it('quotes the study as it is', () => {
    const study = readFileSync(new URL('../../docs/study.md', import.meta.url), 'utf8');
    const [, , held = ''] = /its interval.*?silent unhappy +([\d.]+) +([\d.]+)/is.exec(study) ?? [];
    expect(Math.round(10 * Number(held))).toBe(SILENT_UNHAPPY.held);
    expect(study).toContain(`answer at ${String(SILENT_UNHAPPY.answering).slice(1)} of the others' rate`);
    expect(read('limits')).toContain('answer only 0.4 times as often as others, the intervals fail, 8 of 10');
  });

  it('says what each figure assumes and when it was told', () => {
    const limits = read('limits');
    expect(limits).toContain('Worst and best need no assumption');
    expect(limits).toContain('The middle assumes that the silent who had complained are unhappy');
    expect(limits).toContain('of the last daily look; openedAt in gaps.json is when it was first suspected');
    expect(limits).toContain('Those later than the as-of time are accepted and not folded');
    expect(read('actions')).toContain('are those of the last look that changed it by a fifth or more');
  });

  it('says by which rules it was told', () => {
    const limits = read('limits');
    expect(limits).toContain('at q of 0.10 and below at most about 1 in 10');
    expect(limits).toContain('opens when found at 2 of 3 looks, and closes after 7 looks without');
    expect(limits).toContain('over the last 1, 3 and 7 days');
    expect(limits).toContain(
      'Fewer than 10, of which no score is told at all, or so few that the interval is wider than 60',
    );
    expect(limits).toContain('older than 95 % of all answers take to come');
    expect(limits).toContain('the unhappy answer about 18 % less often than the happy');
  });
});
