import { describe, expect, it } from 'vitest';
import { openAfter, openings, watchFigures } from '../../../lib/eval/study/looks.ts';

/** `x` where a look says dark. */
const looks = (text: string): boolean[] => [...text].map((look) => look === 'x');
const drawn = (open: readonly boolean[]): string => open.map((is) => (is ? 'x' : '.')).join('');

describe('daily looks', () => {
  it('open at two of three, and close after seven without', () => {
    expect(drawn(openAfter(looks('x..x.x')))).toBe('.....x');
    expect(drawn(openAfter(looks('xx.......')))).toBe('.xxxxxxx.');
    expect(drawn(openAfter(looks('xx......x.......')))).toBe('.xxxxxxxxxxxxxx.');
  });

  it('count how often a gap opens', () => {
    expect(openings(looks('xx..x'))).toBe(2);
    expect(openings(looks('....'))).toBe(0);
  });

  it('count alarms of fair cells, and the days until dark ones are told', () => {
    const quiet = '.'.repeat(12);
    const figures = watchFigures(
      [
        { hidden: 0, looks: looks(quiet) },
        { hidden: 3, looks: looks('xx..........') },
        { hidden: 6, looks: looks('xxxxxxxxxxxx') },
        { hidden: 15, looks: looks('....xxxxxxxx') },
        { hidden: 15, looks: looks('..xx.......x') },
        { hidden: 15, looks: looks(quiet) },
      ],
      30,
    );
    expect(figures).toMatchObject({ fair: 2, falseAlarms: 50, dark: 3, openings: 1, daysUntilTold: 4 });
    expect(figures.told).toBeCloseTo(2 / 3);
    expect(figures.stays).toBeCloseTo((7 + 7) / (7 + 9));
  });
});
