import { describe, expect, it } from 'vitest';
import type { Action } from '../../functions/domain/actions/action.ts';
import { clockEntry } from '../../functions/domain/actions/clock-entry.ts';
import { DAY, type Instant, plus } from '../../functions/domain/instant.ts';
import { precisionSince, precisionTable, type WeekPort, weekText, weekTold } from '../../lib/actions/week.ts';
import { march, owners } from '../builders.ts';
import { doneTo, openAction } from '../domain/actions/working.ts';

/** What the index of changes hands over, two to a page. */
const holding = (...actions: Action[]): WeekPort => ({
  underTheClock: async () => actions.map(clockEntry).filter(({ isWatched }) => isWatched),
  changedSince: async (at: Instant, take) => {
    const changed = actions.filter(({ history }) => (history.at(-1)?.at ?? '') >= at);
    for (let i = 0; i < changed.length; i += 2) if (!take(changed.slice(i, i + 2))) return;
  },
});

const port = holding(
  openAction({ id: 'a' }),
  doneTo(openAction({ id: 'b', gapIds: ['unheard-1'] }), { kind: 'resolve', reason: 'sent it' }, march(4)),
  doneTo(openAction({ id: 'c', gapIds: ['unheard-2'] }), { kind: 'label', label: 'not-a-complaint' }, march(10)),
);

describe('the week as a person asks for it', () => {
  it('is of the seven local days before a day, or before today', async () => {
    const week = await weekTold(port, { owners, now: march(11), to: '2026-03-09' });
    expect(week).toMatchObject({ from: march(2, '00:00'), to: march(9, '00:00') });
    expect(week.lines[0]).toMatch(/^3 actions raised, 1 closed; 1 open now/);
    const today = await weekTold(port, { owners, now: march(11) });
    expect(today).toMatchObject({ from: march(4, '00:00'), to: march(11, '00:00') });
    expect(today.lines[0]).toMatch(/^0 actions raised, 2 closed/);
  });

  it('is five lines, or one of JSON', async () => {
    const week = await weekTold(port, { owners, now: march(11) });
    expect(weekText(week, false)).toBe(week.lines.join('\n'));
    expect(JSON.parse(weekText(week, true))).toEqual(week);
  });
});

describe('precision as a person asks for it', () => {
  it('is a table by kind of gap that says whose judgement it is', async () => {
    const [heading, ...rows] = precisionTable(await precisionSince(port, march(11)), false).split('\n');
    expect(heading).toMatch(/judged +wrong +right$/);
    expect(rows).toContainEqual(expect.stringMatching(/^all actions +2 +1 +50 % \(12 to 88 %\)$/));
    expect(rows).toContainEqual(expect.stringMatching(/^unheard +2 +1 +50 %/));
    expect(rows).toContainEqual(expect.stringMatching(/^surge +0 +0 +nobody judged any$/));
    expect(rows).toContainEqual(expect.stringMatching(/^complaint decision +2 +1 +50 %/));
    expect(rows.join(' ')).toContain('no random sample');
  });

  it('is of the last quarter, and one line as JSON', async () => {
    const later = await precisionSince(port, plus(march(10), 91 * DAY));
    expect(JSON.parse(precisionTable(later, true))).toMatchObject({
      actions: { judged: 1, wrong: 1 },
      kinds: { surge: { judged: 0 } },
      complaints: { judged: 1 },
    });
  });
});
