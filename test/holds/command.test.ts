import { describe, expect, it } from 'vitest';
import { commandOf } from '../../lib/holds/command.ts';
import { march } from '../builders.ts';

const NOW = march(20);
const read = (line: string) => commandOf(line.split(' ').filter(Boolean), NOW);
const local = { kind: 'local', folder: '.local/state' };

describe('what a person asks of holds', () => {
  it.each([
    ['check ada bo', { kind: 'check', where: local, customerIds: ['ada', 'bo'], fromInput: false, json: false }],
    ['check - --json', { kind: 'check', customerIds: [], fromInput: true, json: true }],
    ['check -- -ada --json', { customerIds: ['-ada', '--json'], json: false }],
    ['check ada -', { customerIds: ['ada', '-'], fromInput: false }],
    ['check ada --outputs o.json --stack Two', { where: { kind: 'deployed', outputs: 'o.json', stack: 'Two' } }],
    ['list', { kind: 'list', where: local, since: undefined, releasedToo: false, json: false }],
    ['list --since 3d --all', { since: march(17), releasedToo: true }],
    ['list --since 90m', { since: march(20, '08:30') }],
    ['list --since 2026-03-05', { since: march(5, '00:00') }],
    ['list --since 2026-03-05T10:00:00Z --folder here', { since: march(5), where: { folder: 'here' } }],
  ])('%s', (line, command) => expect(read(line)).toMatchObject(command));

  it.each([
    ['--help', /check ID\.\.\.[\s\S]*list/],
    ['check --help', /dynamodb:BatchGetItem[\s\S]*--outputs FILE/],
    ['list --help', /dynamodb:Query[\s\S]*--since TIME/],
  ])('is explained: %s', (line, told) => {
    expect(read(line)).toMatchObject({ kind: 'help', text: expect.stringMatching(told) });
  });
});

describe('what cannot be asked of holds is told with what can', () => {
  it.each([
    ['', /check or list/],
    ['lst', /Did you mean list\?/],
    ['check', /ids of customers, or -/],
    ['check ada --since 3d', /Unknown option --since/],
    ['check ada --folder a --outputs b', /one of the two/],
    ['list ada', /Takes no argument/],
    ['list --since yesterday', /--since wants a day.*3d/],
    ['list --since 2026-13-45', /--since wants/],
    ['list --stack Two', /--outputs/],
  ])('%s', (line, problem) => {
    expect(read(line)).toMatchObject({ kind: 'wrong', problem: expect.stringMatching(problem) });
  });

  it('an id without characters', () => {
    expect(commandOf(['check', ''], NOW)).toMatchObject({
      kind: 'wrong',
      problem: expect.stringContaining('not empty'),
    });
  });
});
