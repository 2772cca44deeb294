import { describe, expect, it } from 'vitest';
import { commandOf } from '../../lib/calibration/command.ts';
import { march } from '../builders.ts';

const NOW = march(20);
const read = (line: string) => commandOf(line.split(' ').filter(Boolean), NOW);
const local = { kind: 'local', folder: '.local/state' };

describe('what a person asks for', () => {
  it.each([
    ['draw --out s.csv', { kind: 'draw', where: local, out: 's.csv', customers: 200, seed: '1' }],
    ['draw --out s.csv --customers 400 --seed two', { customers: 400, seed: 'two' }],
    ['draw --out s.csv --folder here', { where: { kind: 'local', folder: 'here' } }],
    ['draw --out s.csv --outputs o.json --stack Two', { where: { kind: 'deployed', outputs: 'o.json', stack: 'Two' } }],
    ['draw --out s.csv --days 2', { days: ['2026-03-19', '2026-03-20'] }],
    ['draw --out s.csv --days 2 --to 2026-03-01', { days: ['2026-02-28', '2026-03-01'] }],
    ['draw --out s.csv --from 2026-03-19', { days: ['2026-03-19', '2026-03-20'] }],
    ['draw --out s.csv --from 2026-03-01 --to 2026-03-01', { days: ['2026-03-01'] }],
    ['read s.csv', { kind: 'read', sheet: 's.csv', rates: 'hearing-rates.json' }],
    ['read s.csv --rates r.json --labelled-by care', { rates: 'r.json', labelledBy: 'care' }],
  ])('%s', (line, command) => expect(read(line)).toMatchObject(command));

  it('is, left open, the last four weeks', () => {
    const command = read('draw --out s.csv');
    const days = command.kind === 'draw' ? command.days : [];
    expect([days.length, days[0], days.at(-1)]).toEqual([28, '2026-02-21', '2026-03-20']);
  });

  it.each(['--help', '-h', 'draw --help', 'read -h'])('is explained: %s', (line) => {
    expect(read(line)).toMatchObject({
      kind: 'help',
      text: expect.stringMatching(/npm run calibrate[\s\S]*Exit codes/),
    });
  });
});

describe('what cannot be asked for is told with what can', () => {
  it.each([
    ['', /draw or read/],
    ['drw', /Did you mean draw\?/],
    ['draw', /--out FILE/],
    ['draw s.csv', /no argument/],
    ['draw --out sheet.xlsx', /ends in \.csv/],
    ['draw --out s.csv --customers 10', /whole number from 20 to 5000/],
    ['draw --out s.csv --days 0', /whole number from 1 to 366/],
    ['draw --out s.csv --from yesterday', /2026-03-01/],
    ['draw --out s.csv --from 2026-02-30', /2026-03-01/],
    ['draw --out s.csv --from 2026-03-21', /not after --to/],
    ['draw --out s.csv --from 2024-03-01', /366 days/],
    ['draw --out s.csv --from 2026-03-01 --days 3', /not both/],
    ['draw --out s.csv --stack Two', /--outputs/],
    ['draw --out s.csv --folder a --outputs b', /one of the two/],
    ['draw --out s.csv --sed 1', /Did you mean --seed\?/],
    ['read', /one sheet/],
    ['read a.csv b.csv', /one sheet/],
  ])('%s', (line, problem) =>
    expect(read(line)).toMatchObject({ kind: 'wrong', problem: expect.stringMatching(problem) }),
  );
});
