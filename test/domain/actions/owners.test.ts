import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { OwnersFile } from '../../../functions/domain/actions/owners/file.ts';
import {
  type OwnerFacts,
  type Owners,
  ownerOf,
  type ParsedOwners,
  parseOwners,
} from '../../../functions/domain/actions/owners.ts';

const weekday = ['09:00', '17:00'];
const offices = {
  timeZone: 'Europe/London',
  days: { mon: weekday, tue: weekday, wed: weekday, thu: weekday, fri: weekday },
  holidays: ['2026-12-25'],
};
const entryOf = (team: string) => ({
  contact: `${team}@example.com`,
  escalation: ['#duty-manager'],
  calendar: 'offices',
});
/** A file of rules that name only a team, each team as the others. */
const fileOfRules = (...rules: { when?: unknown; team: string }[]) => ({
  version: 1,
  calendars: { offices },
  answering: 'offices',
  teams: Object.fromEntries(rules.map(({ team }) => [team, entryOf(team)])),
  rules,
});
const owned = (team: string) => ({ team });
const perfect = fileOfRules(
  { when: { kind: 'runaround' }, ...owned('recovery') },
  { when: { touchpoint: ['delivery', 'returns'], location: 'north' }, ...owned('north') },
  { when: { touchpoint: 'delivery' }, ...owned('delivery') },
  { when: { theme: ['billing', 'refund'], cause: 'no-human' }, ...owned('billing') },
  { when: { kind: ['dark-corner', 'surge'], location: 'south' }, ...owned('quality') },
  owned('care'),
);

const parsed = (result: ParsedOwners): Owners => {
  if (result.kind === 'invalid') throw new Error(JSON.stringify(result.problems));
  return result.owners;
};
const problemsOf = (file: unknown) => {
  const result = parseOwners(file);
  return result.kind === 'invalid' ? result.problems : [];
};
const pathsOf = (file: unknown): string[] => problemsOf(file).map(({ path }) => path);
const withCalendar = (override: object) => ({ ...perfect, calendars: { offices: { ...offices, ...override } } });
const withTeam = (override: object) => ({
  ...fileOfRules({ team: 'care' }),
  teams: { care: { ...entryOf('care'), ...override } },
});

describe('OWNER-1: the owner of an action', () => {
  const owners = parsed(parseOwners(perfect));

  it.each<[string, OwnerFacts, string, number]>([
    ['goes to the first rule that matches', { kind: 'runaround', touchpoint: 'delivery' }, 'recovery', 0],
    ['needs every condition of a rule', { touchpoint: 'returns', location: 'north' }, 'north', 1],
    ['passes a rule that matches in part', { touchpoint: 'delivery', location: 'south' }, 'delivery', 2],
    ['needs one theme in common', { theme: ['staff', 'refund'], cause: ['no-human'] }, 'billing', 3],
    ['is told by what was compared', { kind: 'dark-corner', location: 'south' }, 'quality', 4],
    ['is the same for its surges', { kind: 'surge', location: 'south', touchpoint: 'returns' }, 'quality', 4],
    ['passes a rule that asks for what is not known', { theme: ['refund'] }, 'care', 5],
    ['is the fallback where nothing is known', {}, 'care', 5],
  ])('%s', (_rule, facts, team, rule) => {
    expect(ownerOf(owners, facts)).toEqual({
      team,
      contact: `${team}@example.com`,
      escalation: [{ contact: '#duty-manager', afterHours: 8 }],
      calendar: 'offices',
      remindHours: 4,
      budget: 50,
      rule,
    });
  });
});

/** A world small enough to try every action in it. */
const world = { touchpoint: ['a', 'b', 'c'], location: ['x', 'y'], theme: ['p', 'q'] } as const;
const perhaps = <Value>(values: readonly Value[]): (Value | undefined)[] => [undefined, ...values];
const everyAction: OwnerFacts[] = perhaps(world.touchpoint).flatMap((touchpoint) =>
  perhaps(world.location).flatMap((location) =>
    [[], ['p'], ['q'], ['p', 'q']].map((theme) => ({ touchpoint, location, theme })),
  ),
);
type AnyWhen = { [Field in keyof typeof world]?: string[] };
const anyWhen: fc.Arbitrary<AnyWhen> = fc
  .record(
    {
      touchpoint: fc.subarray([...world.touchpoint], { minLength: 1 }),
      location: fc.subarray([...world.location], { minLength: 1 }),
      theme: fc.subarray([...world.theme], { minLength: 1 }),
    },
    { requiredKeys: [] },
  )
  .filter((when) => Object.keys(when).length > 0);
const holds = ({ touchpoint, location, theme }: AnyWhen, action: OwnerFacts): boolean =>
  (touchpoint?.includes(action.touchpoint ?? '') ?? true) &&
  (location?.includes(action.location ?? '') ?? true) &&
  (theme?.some((one) => action.theme?.includes(one)) ?? true);
const fileOf = (whens: AnyWhen[]) =>
  fileOfRules(...whens.map((when, i) => ({ when, ...owned(`team-${i}`) })), owned('care'));

describe('OWNER-2: a rule that no action reaches', () => {
  it('is refused, and no other', () => {
    fc.assert(
      fc.property(fc.array(anyWhen, { maxLength: 7 }), (whens) => {
        const reached = new Set(everyAction.map((action) => whens.findIndex((when) => holds(when, action))));
        const idle = whens.flatMap((_, i) => (reached.has(i) ? [] : [`/rules/${i}`]));
        expect(pathsOf(fileOf(whens))).toEqual(idle);
      }),
      { numRuns: 500 },
    );
  });

  it('behind a wider one is told with the rule that takes its place', () => {
    const file = fileOfRules(
      { when: { touchpoint: ['delivery', 'returns'] }, ...owned('delivery') },
      { when: { touchpoint: 'returns', location: 'north' }, ...owned('north') },
      owned('care'),
    );
    expect(problemsOf(file)).toEqual([
      {
        path: '/rules/1',
        problem: 'never reached: /rules/0 takes all of it',
        fix: 'move it before what takes its place, narrow that, or delete it',
      },
    ]);
  });

  it('is seen where only several others together leave nothing of it', () => {
    const file = fileOfRules(
      { when: { touchpoint: 'delivery' }, ...owned('delivery') },
      { when: { touchpoint: 'returns' }, ...owned('returns') },
      { when: { touchpoint: ['returns', 'delivery'] }, ...owned('north') },
      owned('care'),
    );
    expect(problemsOf(file)[0]).toMatchObject({
      path: '/rules/2',
      problem: 'never reached: the rules before it together take all of it',
    });
  });

  it('is a duplicate where the conditions are the same, however their names are ordered', () => {
    const file = fileOfRules(
      { when: { touchpoint: ['delivery', 'returns'] }, ...owned('delivery') },
      { when: { touchpoint: ['returns', 'delivery'] }, ...owned('other') },
      owned('care'),
    );
    expect(problemsOf(file)[0]).toMatchObject({
      path: '/rules/1',
      problem: 'a duplicate: /rules/0 has the same conditions',
    });
  });
});

describe('a file of owners', () => {
  it('gives every action exactly one owner, that of the first rule that holds', () => {
    fc.assert(
      fc.property(fc.array(anyWhen, { maxLength: 5 }), (whens) => {
        const result = parseOwners(fileOf(whens));
        fc.pre(result.kind === 'ok');
        for (const action of everyAction) {
          const first = [...whens, {}].findIndex((when) => holds(when, action));
          const { rule, team } = ownerOf(parsed(result), action);
          expect({ rule, team }).toEqual({ rule: first, team: whens[first] ? `team-${first}` : 'care' });
        }
      }),
    );
  });

  it('is never answered with a throw, whatever it holds', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.jsonValue(),
          fc.jsonValue().map((rules) => ({ ...perfect, rules })),
        ),
        (file) => {
          const problems = problemsOf(file);
          expect(problems.length).toBeGreaterThan(0);
          expect(problems.every(({ problem, fix }) => problem !== '' && fix !== '')).toBe(true);
        },
      ),
    );
  });

  it.each<[string, unknown, string[]]>([
    ['without rules', fileOfRules(), ['/rules']],
    ['without a fallback', fileOfRules({ when: { kind: 'surge' }, ...owned('insight') }), ['/rules']],
    [
      'with a fallback that is not the last',
      fileOfRules(owned('care'), { when: { kind: 'surge' }, ...owned('insight') }),
      ['/rules/0'],
    ],
    ['with two fallbacks', fileOfRules(owned('care'), owned('nobody')), ['/rules/0']],
    ['with a rule of no conditions', fileOfRules({ when: {}, ...owned('care') }), ['/rules/0/when']],
    [
      'with a misspelt condition',
      fileOfRules({ when: { tuochpoint: 'a' }, ...owned('a') }),
      ['/rules/0/when/tuochpoint'],
    ],
    [
      'with a kind of gap that does not exist',
      fileOfRules({ when: { kind: 'surg' }, ...owned('a') }),
      ['/rules/0/when/kind'],
    ],
    [
      'with one such kind in a list',
      fileOfRules({ when: { kind: ['surge', 'surg'] }, ...owned('a') }),
      ['/rules/0/when/kind/1'],
    ],
    [
      'with a cause that is never told',
      fileOfRules({ when: { cause: 'no-humans' }, ...owned('a') }),
      ['/rules/0/when/cause'],
    ],
    ['with a number for a name', fileOfRules({ when: { theme: 7 }, ...owned('a') }), ['/rules/0/when/theme']],
    ['with an unknown calendar of a team', withTeam({ calendar: 'constructor' }), ['/teams/care/calendar']],
    ['with a calendar that nothing uses', { ...perfect, calendars: { offices, shops: offices } }, ['/calendars/shops']],
    ['with a budget of nothing', withTeam({ budget: 0 }), ['/teams/care/budget']],
    ['with a budget of half an action', withTeam({ budget: 0.5 }), ['/teams/care/budget']],
    ['with a reminder after the deadline', withTeam({ remindHours: -1 }), ['/teams/care/remindHours']],
    ['with a reminder weeks before', withTeam({ remindHours: 81 }), ['/teams/care/remindHours']],
    [
      'with a level at the deadline',
      withTeam({ escalation: [{ contact: '#a', afterHours: 0 }] }),
      ['/teams/care/escalation/0/afterHours'],
    ],
    [
      'with a level without hours',
      withTeam({ escalation: ['#a', { contact: '#b' }] }),
      ['/teams/care/escalation/1/afterHours'],
    ],
    ['with a level that is none', withTeam({ escalation: [8] }), ['/teams/care/escalation/0']],
    ['with an unknown calendar for answers', { ...perfect, answering: 'shops' }, ['/answering']],
    ['with an unknown time zone', withCalendar({ timeZone: 'Europe/Londn' }), ['/calendars/offices/timeZone']],
    ['with a calendar of no hours', withCalendar({ days: {} }), ['/calendars/offices/days']],
    [
      'with an opening after the closing',
      withCalendar({ days: { mon: ['17:00', '09:00'] } }),
      ['/calendars/offices/days/mon'],
    ],
    [
      'with an opening at the closing',
      withCalendar({ days: { mon: ['09:00', '09:00'] } }),
      ['/calendars/offices/days/mon'],
    ],
    ['with a time that is none', withCalendar({ days: { mon: ['9:00', '17:00'] } }), ['/calendars/offices/days/mon/0']],
    ['with a weekday that is none', withCalendar({ days: { monday: weekday } }), ['/calendars/offices/days/monday']],
    ['with a holiday that is no day', withCalendar({ holidays: ['2026-02-30'] }), ['/calendars/offices/holidays/0']],
    ['of another version', { ...perfect, version: 2 }, ['/version']],
    ['that is no object', null, ['']],
  ])('%s is refused at the place to mend', (_case, file, paths) => {
    const problems = problemsOf(file);
    expect(problems.map(({ path }) => path)).toEqual(paths);
    expect(problems.every(({ fix }) => fix.length > 0)).toBe(true);
  });

  it.each(['care', 'care@', 'http://example.com/desk', 'https://', '#', '# care', ''])(
    'refuses the contact "%s"',
    (contact) => {
      expect(pathsOf(withTeam({ contact }))).toEqual(['/teams/care/contact']);
      expect(pathsOf(withTeam({ escalation: ['#duty', contact] }))).toEqual(['/teams/care/escalation/1']);
    },
  );

  it.each(['care@example.com', 'https://example.com/desk', '#customer-care'])('takes the contact "%s"', (contact) => {
    expect(pathsOf(withTeam({ contact }))).toEqual([]);
  });

  it('repeats none of the values it refuses', () => {
    const file = withTeam({
      contact: 'secret',
      calendar: 'secret',
      escalation: [{ contact: 'secret', afterHours: 8 }],
    });
    expect(JSON.stringify(problemsOf(file))).not.toContain('secret');
  });

  it('describes its format as a JSON Schema', () => {
    const schema = z.toJSONSchema(OwnersFile, { io: 'input' });
    expect(schema).toMatchObject({
      title: 'owners.json',
      required: ['version', 'calendars', 'answering', 'teams', 'rules'],
    });
  });
});
