import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addBusinessHours, BusinessCalendar } from '../../../functions/domain/actions/business-calendar.ts';
import { ownerWarnings } from '../../../functions/domain/actions/owners/warnings.ts';
import { type ParsedOwners, parseOwners } from '../../../functions/domain/actions/owners.ts';
import { DAY, instantAt, millis } from '../../../functions/domain/instant.ts';

const office = ['09:00', '17:00'];
const offices = { timeZone: 'UTC', days: { mon: office, tue: office, wed: office, thu: office, fri: office } };
const care = { contact: '#care', escalation: ['#head', '#director'], calendar: 'offices' };
const fileOf = ({ team = {}, calendar = {} }: { team?: object; calendar?: object } = {}) => ({
  version: 1,
  calendars: { offices: { ...offices, ...calendar } },
  answering: 'offices',
  teams: { care: { ...care, ...team } },
  rules: [{ team: 'care' }],
});
const problemsOf = (result: ParsedOwners) => (result.kind === 'invalid' ? result.problems : []);
const pathsOf = (file: object): string[] => problemsOf(parseOwners(file)).map(({ path }) => path);

/** Days in a row, as an owner writes holidays. */
const closed = (from: string, days: number): string[] =>
  Array.from({ length: days }, (_, i) => instantAt(millis(`${from}T00:00:00.000Z`) + i * DAY).slice(0, 10));

describe('OWNER-3: names that lead nowhere', () => {
  it('are told all at once, with where they stand', () => {
    const file = {
      ...fileOf(),
      answering: 'shops',
      teams: { care: { ...care, calendar: 'shops' }, 'sales/north': care },
      rules: [{ when: { kind: 'surge' }, team: 'sales' }, { team: 'care' }],
    };
    expect(pathsOf(file)).toEqual(['/answering', '/teams/care/calendar', '/rules/0/team', '/teams/sales~1north']);
  });

  it('are not taken for the names that every object knows', () => {
    expect(pathsOf({ ...fileOf(), rules: [{ when: { kind: 'surge' }, team: 'toString' }, { team: 'care' }] })).toEqual([
      '/rules/0/team',
    ]);
  });
});

describe('OWNER-4: a chain', () => {
  it.each<[string, unknown[], string[]]>([
    ['that tells one after the other', ['#head', '#director'], []],
    ['that comes back to somebody', ['#head', '#director', '#head'], []],
    ['that tells the same twice running', ['#head', { contact: '#head', afterHours: 16 }], ['1']],
    ['that tells the team itself', ['#head', '#care'], ['1']],
    ['that only tells the team itself', ['#care', '#care'], ['0', '1']],
  ])('%s is refused where it tells nobody new', (_case, escalation, steps) => {
    expect(pathsOf(fileOf({ team: { escalation } }))).toEqual(steps.map((i) => `/teams/care/escalation/${i}`));
  });
});

describe('OWNER-5: a calendar', () => {
  it.each<[string, object, string[]]>([
    ['of one short morning a week', { days: { mon: ['09:00', '10:00'] } }, ['/calendars/offices/days']],
    ['of one day a week', { days: { sun: office } }, []],
    ['that closes for four weeks', { holidays: closed('2026-08-03', 28) }, []],
    ['that closes for two months', { holidays: closed('2026-07-01', 62) }, ['/calendars/offices/holidays/0']],
    [
      'that closes twice for too long',
      { holidays: [...closed('2027-07-01', 62), ...closed('2026-07-01', 62)] },
      ['/calendars/offices/holidays/62', '/calendars/offices/holidays/0'],
    ],
    [
      'whose only day is a holiday week after week',
      { days: { fri: office }, holidays: ['2026-05-01', '2026-05-08', '2026-05-15', '2026-05-22', '2026-05-29'] },
      ['/calendars/offices/holidays/0'],
    ],
    [
      'that names a holiday twice',
      { holidays: ['2026-12-25', '2026-12-28', '2026-12-25'] },
      ['/calendars/offices/holidays/2'],
    ],
  ])('%s is refused where it leaves no time to work in', (_case, calendar, paths) => {
    expect(pathsOf(fileOf({ calendar }))).toEqual(paths);
  });

  it('that is taken has a working day within 35 days of any other, and one that is refused has not', () => {
    const everyDay = closed('2026-01-01', 180);
    const anyCalendar = fc.record({
      days: fc
        .dictionary(fc.constantFrom('mon', 'wed', 'fri', 'sun'), fc.constantFrom(office, ['06:00', '18:00']))
        .filter((days) => Object.keys(days).length > 0),
      holidays: fc
        .array(fc.record({ from: fc.nat(120), days: fc.nat(45) }), { maxLength: 2 })
        .map((closings) => [...new Set(closings.flatMap(({ from, days }) => everyDay.slice(from, from + days)))]),
    });
    fc.assert(
      fc.property(anyCalendar, (override) => {
        const calendar = BusinessCalendar.parse({ ...offices, ...override });
        const waits = closed('2025-11-20', 230).map((day) => {
          const at = `${day}T00:00:00.000Z`;
          // A closing is the next opening; what ends a moment before it ends that day.
          return (millis(addBusinessHours(at, 8 - 1e-6, calendar)) - millis(at)) / DAY;
        });
        expect(pathsOf(fileOf({ calendar: override })).length === 0).toBe(waits.every((days) => days <= 35));
      }),
      { numRuns: 40 },
    );
  });
});

describe('OWNER-6: what can be worked with', () => {
  const warned = (override: Parameters<typeof fileOf>[0], today: string): string[] => {
    const result = parseOwners(fileOf(override));
    if (result.kind === 'invalid') throw new TypeError(JSON.stringify(result.problems));
    return ownerWarnings(result.owners, today).map(({ path }) => path);
  };

  it('is told of when the last holiday is over, and not where there never was one', () => {
    const calendar = { holidays: ['2026-12-28', '2026-12-25'] };
    expect(warned({ calendar }, '2026-12-28')).toEqual([]);
    expect(warned({ calendar }, '2026-12-29')).toEqual(['/calendars/offices/holidays']);
    expect(warned({}, '2026-12-29')).toEqual([]);
  });

  it('is told of where nobody stands above a team', () => {
    expect(warned({ team: { escalation: [] } }, '2026-12-29')).toEqual(['/teams/care']);
  });
});

describe('the problems of a file', () => {
  it('are all told, though one section is not of the form expected', () => {
    const file = {
      ...fileOf({ team: { escalation: ['#care'] }, calendar: { holidays: closed('2026-07-01', 62) } }),
      version: 2,
      rules: [{ team: 'care' }, { team: 'care' }],
    };
    expect(pathsOf(file)).toEqual([
      '/version',
      '/rules/0',
      '/teams/care/escalation/0',
      '/calendars/offices/holidays/0',
    ]);
  });
});
