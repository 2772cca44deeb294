import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { runOwners } from '../../lib/owners/run.ts';
import { march } from '../builders.ts';

const folder = mkdtempSync(join(tmpdir(), 'owners-'));
afterAll(() => rmSync(folder, { recursive: true }));

const office = ['09:00', '17:00'];
const perfect = {
  version: 1,
  calendars: {
    office: {
      timeZone: 'Europe/London',
      days: { mon: office, tue: office, wed: office, fri: office, sat: ['10:00', '14:00'] },
      holidays: ['2026-12-28', '2026-12-25'],
    },
  },
  answering: 'office',
  teams: {
    Planning: {
      contact: 'planning@example.com',
      escalation: ['head-of-delivery@example.com', { contact: '#board', afterHours: 4 }],
      calendar: 'office',
      remindHours: 8,
      budget: 30,
    },
    Care: { contact: '#care', calendar: 'office', remindHours: 0 },
  },
  rules: [
    { when: { touchpoint: ['delivery', 'returns'], cause: 'silo', theme: 'punctuality' }, team: 'Planning' },
    { when: { kind: 'surge' }, team: 'Planning' },
    { team: 'Care' },
  ],
};

const asked = (line: string, { content = perfect, width }: { content?: object; width?: number } = {}) => {
  const file = join(folder, 'owners.json');
  writeFileSync(file, JSON.stringify(content));
  const told: string[] = [];
  const noted: string[] = [];
  const code = runOwners([...line.split(' '), '--file', file], {
    out: (text) => told.push(text),
    note: (text) => noted.push(text),
    width,
    now: () => march(20),
  });
  return { code, out: told.join('\n'), note: noted.join('\n') };
};

describe('npm run owners -- explain', () => {
  const raised = '--at 2026-03-27T16:00Z';

  it('tells which rule takes an action, why none before does, and what follows by both clocks', () => {
    const { code, out } = asked(`explain --touchpoint delivery --cause defect --kind surge --priority P1 ${raised}`);
    expect(code).toBe(0);
    expect(out.split('\n')).toEqual([
      'kind surge, touchpoint delivery, cause defect',
      '',
      'rule      team      takes it  why',
      '/rules/0  Planning  no        theme is not known, wants punctuality',
      '                              cause is defect, not silo',
      '/rules/1  Planning  yes       kind surge',
      '',
      'owner     Planning, by /rules/1',
      'contact   planning@example.com, reminded 8 working hours before the deadline',
      'chain 1   head-of-delivery@example.com, 8 working hours after the deadline',
      'chain 2   #board, 4 working hours after that',
      '          the last again every 8 working hours',
      'calendar  office, Europe/London',
      'budget    30 actions open at once',
      '',
      'If it is raised Fri 2026-03-27 16:00 (2026-03-27 16:00 UTC):',
      '',
      'priority  what               Europe/London         UTC',
      'P1        reminder, at once  Fri 2026-03-27 16:00  2026-03-27 16:00',
      '          due                Mon 2026-03-30 12:00  2026-03-30 11:00',
      '          chain 1            Tue 2026-03-31 12:00  2026-03-31 11:00',
      '          chain 2            Tue 2026-03-31 16:00  2026-03-31 15:00',
    ]);
  });

  it('says what the last rule takes, that nobody stands above, and what no rule has a name for', () => {
    const { code, out } = asked(`explain --touchpoint delivry --location Millfield --priority P4 ${raised}`);
    expect(code).toBe(0);
    expect(out).toContain('No rule names the touchpoint delivry. Did you mean delivery?');
    expect(out).toContain('No rule names the location Millfield.');
    expect(out).toMatch(/\/rules\/2 +Care +yes +takes all that no rule before it takes\n/);
    expect(out).toContain('contact   #care, not reminded\nchain     nobody\n');
    expect(out).not.toMatch(/^ *P?\d? +reminder/m);
  });

  it('tells all priorities where none is named, one after the other', () => {
    const { out } = asked(`explain --kind surge ${raised}`);
    expect([...out.matchAll(/^(P\d)? +due +(.{20})/gm)].map(([, , local]) => local)).toEqual([
      'Mon 2026-03-30 12:00',
      'Tue 2026-03-31 12:00',
      'Sat 2026-04-04 13:00',
      'Mon 2026-04-13 12:00',
    ]);
  });

  it('tells the same as JSON', () => {
    const { code, out } = asked(`explain --kind surge --priority P1 ${raised} --json`);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      facts: { kind: 'surge' },
      rules: [
        { rule: 0, team: 'Planning' },
        { rule: 1, unmet: [] },
      ],
      owner: { team: 'Planning', rule: 1, budget: 30 },
      timeZone: 'Europe/London',
      raised: { at: '2026-03-27T16:00:00.000Z', local: '2026-03-27T16:00+00:00' },
      courses: [
        {
          priority: 'P1',
          due: { at: '2026-03-30T11:00:00.000Z', local: '2026-03-30T12:00+01:00' },
          chain: [{ contact: 'head-of-delivery@example.com' }, { contact: '#board' }],
        },
      ],
    });
  });

  it('refuses a theme that there is not, with the one that was meant', () => {
    expect(asked('explain --theme punctualty')).toEqual({
      code: 2,
      out: '',
      note: expect.stringContaining('did you mean punctuality? There are '),
    });
  });

  it('fits the screen', () => {
    for (const line of asked(`explain --kind surge ${raised}`, { width: 60 }).out.split('\n')) {
      if (/^\/rules|^P|^ /.test(line)) expect(line.length).toBeLessThanOrEqual(60);
    }
  });
});

describe('npm run owners -- check', () => {
  it('says that every action has one owner, and what should not stay', () => {
    const { code, out, note } = asked('check');
    expect({ code, out }).toEqual({
      code: 0,
      out: `${join(folder, 'owners.json')}: every action has one owner. Rules 3, teams 2, calendars 1.`,
    });
    expect(note).toMatch(/should be looked at:\n {2}at \/teams\/Care: nobody stands above it/);
  });

  it('tells what a synth would, and fails', () => {
    const { Care, ...teams } = perfect.teams;
    const { code, out, note } = asked('check', { content: { ...perfect, teams } });
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(note).toMatch(
      /does not give every action one owner:\n {2}at \/rules\/2\/team: there is no team.*\n {4}fix: /,
    );
  });

  it('tells of themes that there are not', () => {
    const rules = [{ when: { theme: 'punctualty' }, team: 'Planning' }, { team: 'Care' }];
    const { code, note } = asked('check', { content: { ...perfect, rules } });
    expect(code).toBe(1);
    expect(note).toMatch(/at \/rules\/0\/when\/theme: there is no theme "punctualty"/);
  });

  it('fails where there is no such file', () => {
    expect(asked(`check --themes ${join(folder, 'nowhere.json')}`)).toMatchObject({
      code: 1,
      note: expect.stringMatching(/nowhere\.json cannot be read\./),
    });
  });

  it('takes the owners of this repository', () => {
    expect(asked('check', { content: JSON.parse(readFileSync('owners.json', 'utf8')) }).code).toBe(0);
  });
});

describe('npm run owners -- list', () => {
  it('tells the rules in their order, the teams with their hours, and the calendars', () => {
    expect(asked('list').out.split('\n')).toEqual([
      'rule      team      when',
      '/rules/0  Planning  touchpoint delivery or returns, theme punctuality, cause silo',
      '/rules/1  Planning  kind surge',
      '/rules/2  Care      all else',
      '',
      'team      budget  calendar  told                          when',
      'Planning      30  office    planning@example.com          8 h before',
      '                            head-of-delivery@example.com  8 h after',
      '                            #board                        4 h later',
      'Care          50  office    #care                         no reminder',
      '',
      'calendar  time zone      hours                                                  holidays',
      'office    Europe/London  mon-wed 09:00-17:00, fri 09:00-17:00, sat 10:00-14:00  2, to 2026-12-28',
    ]);
  });

  it('tells the same as JSON', () => {
    expect(Object.keys(JSON.parse(asked('list --json').out))).toEqual(expect.arrayContaining(['rules', 'teams']));
  });
});
