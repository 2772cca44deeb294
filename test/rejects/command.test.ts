import { describe, expect, it } from 'vitest';
import { commandOf, UsageError } from '../../lib/rejects/command.ts';
import { march } from '../builders.ts';

const NOW = march(20);
const read = (line: string) => commandOf(line.split(' ').filter(Boolean), NOW);
const local = { kind: 'local', folder: '.local/state' };

describe('what a person asks for', () => {
  it.each([
    ['list', { kind: 'list', where: local, filter: {}, handledToo: false, json: false }],
    ['list --folder here --all --json', { where: { kind: 'local', folder: 'here' }, handledToo: true, json: true }],
    ['list --outputs o.json --stack Two', { where: { kind: 'deployed', outputs: 'o.json', stack: 'Two' } }],
    [
      'list --queue texts --code missing --source desk',
      { filter: { queue: 'texts', code: 'missing', source: 'desk' } },
    ],
    ['list --since 3d', { filter: { since: march(17) } }],
    ['list --since 90m', { filter: { since: march(20, '08:30') } }],
    ['list --since 2026-03-05T10:00:00Z', { filter: { since: march(5) } }],
    ['show 1a2b --body', { kind: 'show', id: '1a2b', body: true, json: false }],
    ['redrive 1a2b 3c4d', { kind: 'redrive', choice: { kind: 'named', ids: ['1a2b', '3c4d'] }, unchecked: false }],
    ['redrive 1a2b --body mended.json', { mended: 'mended.json' }],
    ['redrive --all --code in_the_future', { choice: { kind: 'all', filter: { code: 'in_the_future' } } }],
    ['drop 1a2b --yes', { kind: 'drop', choice: { kind: 'named', ids: ['1a2b'] }, yes: true }],
  ])('%s', (line, command) => expect(read(line)).toMatchObject(command));

  it.each(['--help', '-h', 'list --help', 'show --help', 'redrive -h', 'drop --help'])('is explained: %s', (line) => {
    const { kind, ...rest } = read(line) as { kind: string; text: string };
    expect(kind).toBe('help');
    for (const word of ['npm run rejects', '--outputs', 'RedriveRoleArn', 'Exit codes'])
      expect(rest.text).toContain(word);
  });
});

describe('what cannot be asked for is told with what can', () => {
  it.each([
    ['', /list, show, redrive or drop/],
    ['lost', /no "lost": list, show.* Did you mean list\?/],
    ['purge-everything', /no "purge-everything": list, show, redrive or drop\.$/],
    ['list --quue texts', /Unknown option '--quue'.* Did you mean --queue\?/],
    ['list --xyzzy', /Unknown option '--xyzzy'\.?$/],
    ['list 1a2b', /`show ID`/],
    ['list --queue fax', /surveys, texts, reviews/],
    ['list --code oops', /rejections\.md/],
    ['list --since yesterday', /2026-03-30T00:00:00Z.*3d/],
    ['list --since 2026-13-45', /2026-03-30T00:00:00Z/],
    ['list --folder a --outputs b', /one of the two/],
    ['list --stack Two', /--outputs/],
    ['show', /one ID/],
    ['show 1a2b 3c4d', /one ID/],
    ['show xyz!', /0-9 and a-f/],
    ['show 1a', /4 to 32/],
    ['redrive', /at least one ID, or --all/],
    ['redrive 1a2b --all', /not both/],
    ['redrive 1a2b --code missing', /go with --all/],
    ['redrive --all --body f', /one ID/],
    ['redrive 1a2b 3c4d --body f', /one ID/],
    ['redrive 1a2b --body', /argument missing/],
    ['drop', /at least one ID/],
  ])('%s', (line, problem) => {
    expect(() => read(line)).toThrow(UsageError);
    expect(() => read(line)).toThrow(problem);
  });
});
