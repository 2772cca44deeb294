import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { addBusinessHours } from '../../../functions/domain/actions/business-calendar.ts';
import {
  type OwnerFacts,
  type Owners,
  OwnersFile,
  ownerOf,
  type ParsedOwners,
  parseOwners,
} from '../../../functions/domain/actions/owners.ts';
import { gapKinds } from '../../../functions/domain/gaps/gap.ts';

const weekday = ['09:00', '17:00'];
const offices = {
  timeZone: 'Europe/London',
  days: { mon: weekday, tue: weekday, wed: weekday, thu: weekday, fri: weekday },
  holidays: ['2026-12-25'],
};
const owned = (team: string) => ({
  team,
  contact: `${team}@example.com`,
  escalation: ['#duty-manager'],
  calendar: 'offices',
});
const perfect = {
  version: 1,
  calendars: { offices },
  answering: 'offices',
  rules: [
    { when: { kind: 'runaround' }, ...owned('recovery') },
    { when: { touchpoint: ['delivery', 'returns'], location: 'north' }, ...owned('north') },
    { when: { touchpoint: 'delivery' }, ...owned('delivery') },
    { when: { theme: ['billing', 'refund'], cause: 'no-human' }, ...owned('billing') },
    { when: { kind: ['dark-corner', 'surge'], location: 'south' }, ...owned('quality') },
    owned('care'),
  ],
};

const parsed = (result: ParsedOwners): Owners => {
  if (result.kind === 'invalid') throw new Error(JSON.stringify(result.problems));
  return result.owners;
};
const problemsOf = (file: unknown) => {
  const result = parseOwners(file);
  return result.kind === 'invalid' ? result.problems : [];
};
const pathsOf = (file: unknown): string[] => problemsOf(file).map(({ path }) => path);
const withRules = (...rules: object[]) => ({ ...perfect, rules });
const withCalendar = (override: object) => ({ ...perfect, calendars: { offices: { ...offices, ...override } } });
const withFallback = (override: object) => withRules({ ...owned('care'), ...override });

describe('the owner of an action', () => {
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
    expect(ownerOf(owners, facts)).toEqual({ ...owned(team), rule });
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
  withRules(...whens.map((when, i) => ({ when, ...owned(`team-${i}`) })), owned('care'));

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

  it('is refused for exactly the rules that no action reaches', () => {
    fc.assert(
      fc.property(fc.array(anyWhen, { maxLength: 7 }), (whens) => {
        const reached = new Set(everyAction.map((action) => whens.findIndex((when) => holds(when, action))));
        const idle = whens.flatMap((_, i) => (reached.has(i) ? [] : [`/rules/${i}`]));
        expect(pathsOf(fileOf(whens))).toEqual(idle);
      }),
      { numRuns: 500 },
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

  it('says of a rule behind a wider one which rule takes its place', () => {
    const file = withRules(
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

  it('sees a rule that only several others together leave nothing of', () => {
    const file = withRules(
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

  it('tells a duplicate from a narrower rule, however its names are ordered', () => {
    const file = withRules(
      { when: { touchpoint: ['delivery', 'returns'] }, ...owned('delivery') },
      { when: { touchpoint: ['returns', 'delivery'] }, ...owned('other') },
      owned('care'),
    );
    expect(problemsOf(file)[0]).toMatchObject({
      path: '/rules/1',
      problem: 'a duplicate: /rules/0 has the same conditions',
    });
  });

  it.each<[string, unknown, string[]]>([
    ['without rules', withRules(), ['/rules']],
    ['without a fallback', withRules({ when: { kind: 'surge' }, ...owned('insight') }), ['/rules']],
    [
      'with a fallback that is not the last',
      withRules(owned('care'), { when: { kind: 'surge' }, ...owned('insight') }),
      ['/rules/0'],
    ],
    ['with two fallbacks', withRules(owned('care'), owned('nobody')), ['/rules/0']],
    ['with a rule of no conditions', withRules({ when: {}, ...owned('care') }), ['/rules/0/when']],
    [
      'with a misspelt condition',
      withRules({ when: { tuochpoint: 'a' }, ...owned('a') }),
      ['/rules/0/when/tuochpoint'],
    ],
    [
      'with a kind of gap that does not exist',
      withRules({ when: { kind: 'surg' }, ...owned('a') }),
      ['/rules/0/when/kind'],
    ],
    [
      'with one such kind in a list',
      withRules({ when: { kind: ['surge', 'surg'] }, ...owned('a') }),
      ['/rules/0/when/kind/1'],
    ],
    [
      'with a cause that is never told',
      withRules({ when: { cause: 'no-humans' }, ...owned('a') }),
      ['/rules/0/when/cause'],
    ],
    ['with a number for a name', withRules({ when: { theme: 7 }, ...owned('a') }), ['/rules/0/when/theme']],
    ['with an unknown calendar in a rule', withFallback({ calendar: 'constructor' }), ['/rules/0/calendar']],
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
      expect(pathsOf(withFallback({ contact }))).toEqual(['/rules/0/contact']);
      expect(pathsOf(withFallback({ escalation: ['#duty', contact] }))).toEqual(['/rules/0/escalation/1']);
    },
  );

  it.each(['care@example.com', 'https://example.com/desk', '#customer-care'])('takes the contact "%s"', (contact) => {
    expect(pathsOf(withFallback({ contact }))).toEqual([]);
  });

  it('repeats none of the values it refuses', () => {
    const file = withFallback({ contact: 'secret', calendar: 'secret', team: ['secret'] });
    expect(JSON.stringify(problemsOf(file))).not.toContain('secret');
  });

  it('describes its format as a JSON Schema', () => {
    const schema = z.toJSONSchema(OwnersFile, { io: 'input' });
    expect(schema).toMatchObject({ title: 'owners.json', required: ['version', 'calendars', 'answering', 'rules'] });
  });
});

describe('the owners of Fennel & Rye', () => {
  const owners = parsed(
    parseOwners(JSON.parse(readFileSync(new URL('../../../owners.json', import.meta.url), 'utf8'))),
  );

  it.each<[OwnerFacts, string]>([
    [{ kind: 'runaround', touchpoint: 'billing' }, 'Service recovery'],
    [{ kind: 'dark-corner', touchpoint: 'delivery', location: 'Millfield' }, 'Delivery'],
    [{ kind: 'dark-corner', touchpoint: 'delivery', location: 'Millfield', cause: ['cost-cutting'] }, 'Route planning'],
    [{ kind: 'dark-corner', touchpoint: 'billing' }, 'Billing'],
    [{ kind: 'surge', touchpoint: 'checkout', location: 'Millfield' }, 'Millfield shop'],
    [{ kind: 'surge', touchpoint: 'support-call', location: 'Online' }, 'Contact centre'],
    [{ touchpoint: 'delivery', cause: ['defect', 'broken-promise'] }, 'Route planning'],
    [{ touchpoint: 'checkout', location: 'Online' }, 'Online shop'],
    [{ touchpoint: 'checkout', location: 'Harbour Street' }, 'Harbour Street shop'],
    [{ touchpoint: 'returns', location: 'Online' }, 'Returns desk'],
    [{ touchpoint: 'app-login', cause: ['excluding-design'] }, 'Inclusive design'],
    [{ touchpoint: 'onboarding' }, 'App'],
    [{ touchpoint: 'unattributed' }, 'Customer care'],
  ])('give %o to %s', (facts, team) => {
    expect(ownerOf(owners, facts).team).toBe(team);
  });

  it('answer for every kind of gap at every touchpoint and location by a calendar that exists', () => {
    for (const kind of gapKinds) {
      for (const touchpoint of [
        'delivery',
        'checkout',
        'billing',
        'support-call',
        'store-visit',
        'returns',
        'elsewhere',
      ]) {
        for (const location of ['Northgate', 'Harbour Street', 'Millfield', 'Online', 'elsewhere']) {
          expect(owners.calendars).toHaveProperty(ownerOf(owners, { kind, touchpoint, location }).calendar);
        }
      }
    }
  });

  it.each(['offices', 'shops', 'customer-care'])('keep the English bank holidays in the calendar of the %s', (name) => {
    const bankHolidays = [
      ['2026-01-01', '2026-04-03', '2026-04-06', '2026-05-04', '2026-05-25', '2026-08-31', '2026-12-25', '2026-12-28'],
      ['2027-01-01', '2027-03-26', '2027-03-29', '2027-05-03', '2027-05-31', '2027-08-30', '2027-12-27', '2027-12-28'],
    ].flat();
    expect(owners.calendars[name]?.holidays).toEqual(expect.arrayContaining(bankHolidays));
  });

  it('work in the offices on weekdays only, in the shops on Sundays too', () => {
    const sunday = '2026-03-01T12:00:00.000Z';
    const next = (name: 'offices' | 'shops') => {
      const calendar = owners.calendars[name];
      return calendar && addBusinessHours(sunday, 0, calendar);
    };
    expect([next('offices'), next('shops')]).toEqual(['2026-03-02T09:00:00.000Z', sunday]);
  });
});
