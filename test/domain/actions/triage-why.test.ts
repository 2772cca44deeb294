import { describe, expect, it } from 'vitest';
import type { Action } from '../../../functions/domain/actions/action.ts';
import { type Owners, parseOwners } from '../../../functions/domain/actions/owners.ts';
import { triageCustomer } from '../../../functions/domain/actions/triage.ts';
import { triageTouchpoint } from '../../../functions/domain/actions/triage-touchpoint.ts';
import type { Gap } from '../../../functions/domain/gaps/gap.ts';
import { joinedWhy, type Why } from '../../../functions/domain/why/why.ts';
import { gap, march } from '../../builders.ts';

const everyDay = ['00:00', '23:59'];
const teamOf = (team: string) => ({ contact: `#${team}`, calendar: 'always' });

/** Rules by what a complaint is about and what lies behind it. */
const owners: Owners = (() => {
  const file = parseOwners({
    version: 1,
    calendars: { always: { timeZone: 'UTC', days: { mon: everyDay, tue: everyDay, wed: everyDay } } },
    answering: 'always',
    teams: Object.fromEntries(['inclusion', 'kitchen', 'rounds', 'care'].map((team) => [team, teamOf(team)])),
    rules: [
      { when: { cause: 'excluding-design' }, team: 'inclusion' },
      { when: { theme: ['food', 'waiting'], cause: ['silo', 'unowned'] }, team: 'kitchen' },
      { when: { theme: 'waiting' }, team: 'rounds' },
      { team: 'care' },
    ],
  });
  if (file.kind === 'invalid') throw new TypeError(file.problems.map(({ path }) => path).join());
  return file.owners;
})();

const why = (override: Partial<Why> = {}): Why => ({
  themes: ['waiting'],
  causes: ['defect'],
  phrases: ['late'],
  rules: ['DEFECT-1'],
  ...override,
});

const raised = (gaps: Gap[], existing: Action[] = []): Action => {
  const [triage] = triageCustomer(gaps, [], existing, owners, march(3));
  if (!triage) throw new TypeError('nothing was raised');
  return triage.action;
};

describe('the owner of an action', () => {
  it.each<[string, Partial<Why>, string]>([
    ['the theme alone', {}, 'rounds'],
    ['theme and cause', { causes: ['unowned'] }, 'kitchen'],
    ['one of several themes', { themes: ['staff', 'waiting'] }, 'rounds'],
    ['one of several causes', { themes: [], causes: ['silo', 'excluding-design'] }, 'inclusion'],
    ['neither, where none is asked for', { themes: ['staff'], causes: ['outdated'] }, 'care'],
  ])('is chosen by %s', (_, told, team) => {
    expect(raised([gap({ why: why(told) })]).owner.team).toBe(team);
  });

  it('is the fallback’s where the gap was found before it was told why', () => {
    expect(raised([gap()]).owner.team).toBe('care');
    expect(raised([gap()])).not.toHaveProperty('why');
  });

  it('is chosen by what the gap of a touchpoint is about, too', () => {
    const cell = gap({
      id: 'contradiction-1',
      kind: 'contradiction',
      scope: 'cell',
      customerId: undefined,
      why: why(),
    });
    expect(triageTouchpoint([cell], undefined, owners, march(3))?.action).toMatchObject({
      kind: 'fix',
      owner: { team: 'rounds' },
    });
  });

  it('changes only where what joins is graver and nobody has taken the action up', () => {
    const first = raised([gap({ why: why() })]);
    const graver = gap({
      id: 'runaround-1',
      kind: 'runaround',
      facts: ['text:sms-gateway:t-2'],
      why: why({ causes: ['unowned'] }),
    });
    expect(raised([gap({ why: why() }), graver], [first]).owner.team).toBe('kitchen');
    const taken = { ...first, status: 'acknowledged' as const };
    expect(raised([gap({ why: why() }), graver], [taken]).owner.team).toBe('rounds');
  });
});

describe('the reasons of several gaps', () => {
  const worst = why({ themes: ['staff'], causes: ['silo'], phrases: ['rude'], rules: ['CONDUCT-3'] });

  it('are those of the first first, each once, `defect` only where nothing structural shows', () => {
    expect(joinedWhy([worst, why(), worst])).toEqual({
      themes: ['staff', 'waiting'],
      causes: ['silo'],
      phrases: ['rude', 'late'],
      rules: ['CONDUCT-3', 'DEFECT-1'],
    });
  });

  it('are none where no gap has any', () => {
    expect(joinedWhy([])).toBeUndefined();
  });

  it('raise nothing anew', () => {
    const gaps = [gap({ why: why() })];
    expect(triageCustomer(gaps, [], [raised(gaps)], owners, march(4))).toEqual([]);
  });
});
