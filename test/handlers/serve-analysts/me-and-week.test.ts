import { describe, expect, it } from 'vitest';
import { lastWeek } from '../../../functions/domain/actions/local-week.ts';
import type { WeekTold } from '../../../functions/domain/events/event.ts';
import type { Instant } from '../../../functions/domain/instant.ts';
import { answerMe } from '../../../functions/serve-analysts/me.ts';
import { answerWeek } from '../../../functions/serve-analysts/week.ts';
import { march, owners } from '../../builders.ts';
import { catchConsole } from '../../runtime/console-lines.ts';
import { answerOf, asking, bearing, problemIn, serving } from './asking.ts';

catchConsole();

describe('who is asking', () => {
  it('is told their name, their roles, their team, and those that there are', async () => {
    const serve = serving(answerMe(owners));
    const teams = Object.keys(owners.teams).sort();
    const ofOwner = await serve(asking('me', { authorizer: bearing('owner reader', 'Delivery') }));
    expect(answerOf('me', ofOwner)).toEqual({
      id: 'kim',
      roles: ['reader', 'owner'],
      team: 'Delivery',
      teams,
      now: march(5),
    });
    expect(answerOf('me', await serve(asking('me', { authorizer: bearing('lead') })))).toEqual({
      id: 'kim',
      roles: ['lead'],
      teams,
      now: march(5),
    });
  });
});

const told = (week: string): WeekTold => ({
  from: march(1),
  to: march(8),
  lines: [`of ${week}`, 'raised', 'closed', 'won back', 'owners'],
});

const asked = (known: readonly string[], now: Instant, query = '') =>
  serving(answerWeek({ owners, weeks: { of: async (week) => (known.includes(week) ? told(week) : undefined) } }), {
    now: () => now,
  })(asking('week', { query }));

describe('a week', () => {
  it('is the one that is asked for', async () => {
    const json = answerOf('week', await asked(['2026-W08', '2026-W09'], march(5), 'week=2026-W08'));
    expect(json).toEqual({ week: '2026-W08', ...told('2026-W08') });
  });

  it('is else the last that is over, and before that is summed up the one before', async () => {
    const weeks = ['2026-W08', '2026-W09'];
    expect(answerOf('week', await asked(weeks, march(5)))).toMatchObject({ week: '2026-W09' });
    expect(answerOf('week', await asked(weeks, march(9, '00:01')))).toMatchObject({ week: '2026-W09' });
    expect(answerOf('week', await asked(weeks, march(8, '23:59')))).toMatchObject({ week: '2026-W09' });
  });

  it('that is the first to be summed up is told without a line until then', async () => {
    expect(answerOf('week', await asked(['2026-W07'], march(5)))).toEqual({ lines: [] });
  });

  it('that was not summed up is not found', async () => {
    expect(problemIn(await asked(['2026-W08'], march(5), 'week=2026-W07'))).toMatchObject({ code: 'not-found' });
  });

  it('is named as ISO 8601 names it', async () => {
    expect(problemIn(await asked([], march(5), 'week=47')).errors).toEqual([
      { path: '/query/week', rule: 'must be an ISO week such as 2026-W47' },
    ]);
  });
});

describe('the last week', () => {
  it('is over, by the clock on the wall', () => {
    const london = { timeZone: 'Europe/London' };
    expect(lastWeek(march(2, '00:00'), london)).toMatchObject({ week: '2026-W09', to: march(2, '00:00') });
    expect(lastWeek(march(1, '23:59'), london)).toMatchObject({ week: '2026-W08' });
    expect(lastWeek(march(1, '23:59'), { timeZone: 'Europe/Paris' })).toMatchObject({ week: '2026-W09' });
  });
});
