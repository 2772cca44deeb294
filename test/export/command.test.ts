import { describe, expect, it } from 'vitest';
import { commandOf } from '../../lib/export/command.ts';
import { march } from '../builders.ts';

const read = (line: string) => commandOf(line.split(' ').filter(Boolean), march(20));

describe('what a person asks to be exported', () => {
  it.each([
    [
      '--out x',
      { out: 'x', formats: ['ndjson', 'csv'], what: ['facts', 'gaps', 'touchpoints', 'actions'], texts: false },
    ],
    ['--out x --format csv', { formats: ['csv'] }],
    ['--out x --format both', { formats: ['ndjson', 'csv'] }],
    ['--out x --what actions,gaps', { what: ['gaps', 'actions'] }],
    ['--out x --texts --themes t.json', { texts: true, themesFile: 't.json' }],
    ['--out x --folder here', { where: { kind: 'local', folder: 'here' } }],
    ['--out x --outputs o.json --stack Two', { where: { kind: 'deployed', outputs: 'o.json', stack: 'Two' } }],
    ['--out x --from 2026-03-19', { days: ['2026-03-19', '2026-03-20'] }],
    ['--out x --from 2026-02-28 --to 2026-03-01', { days: ['2026-02-28', '2026-03-01'] }],
  ])('%s', (line, command) => expect(read(line)).toMatchObject({ kind: 'export', ...command }));

  it('is, left open, the last four weeks', () => {
    const command = read('--out x');
    const days = command.kind === 'export' ? command.days : [];
    expect([days.length, days[0], days.at(-1)]).toEqual([28, '2026-02-21', '2026-03-20']);
  });

  it('is explained', () => {
    expect(read('--help')).toMatchObject({
      kind: 'help',
      text: expect.stringMatching(/npm run export[\s\S]*Exit codes/),
    });
  });
});

describe('what cannot be exported is told with what can', () => {
  it.each([
    ['', /Say where to: --out DIR/],
    ['--out x --format xml', /--format wants "ndjson", "csv" or "both"/],
    ['--out x --what fact', /did you mean facts\?/],
    ['--out x --from 2026-03-21', /not after --to/],
    ['--out x --from 2010-01-01', /more than 3650 days apart/],
    ['--out x --from 2026-02-30', /a UTC day/],
    ['--out x --stack Two', /--outputs/],
    ['--out x --txts', /Did you mean --texts/],
    ['x', /Takes no argument/],
  ])('%j', (line, problem) =>
    expect(read(line)).toMatchObject({ kind: 'wrong', problem: expect.stringMatching(problem) }),
  );
});
