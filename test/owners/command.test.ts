import { describe, expect, it } from 'vitest';
import { commandOf } from '../../lib/owners/command.ts';
import { march } from '../builders.ts';

const NOW = march(20);
const read = (line: string) => commandOf(line.split(' ').filter(Boolean), NOW);
const files = { file: 'owners.json', themes: 'themes.json' };
const all = ['P1', 'P2', 'P3', 'P4'];

describe('what a person asks of the owners', () => {
  it.each<[string, object]>([
    [
      'explain --touchpoint delivery',
      {
        kind: 'explain',
        question: { facts: { touchpoint: 'delivery' }, at: NOW, priorities: all },
        json: false,
        ...files,
      },
    ],
    [
      'explain --location Millfield --kind unheard --theme waiting,food --cause silo,unowned --json',
      {
        question: {
          facts: { location: 'Millfield', kind: 'unheard', theme: ['waiting', 'food'], cause: ['silo', 'unowned'] },
          at: NOW,
          priorities: all,
        },
        json: true,
      },
    ],
    [
      'explain --kind surge --priority P3 --at 2026-03-05T11:00+01:00',
      { question: { facts: { kind: 'surge' }, at: march(5), priorities: ['P3'] } },
    ],
    ['check --file mine.json --themes ours.json', { kind: 'check', file: 'mine.json', themes: 'ours.json' }],
    ['list --json', { kind: 'list', json: true, ...files }],
  ])('%s', (line, command) => expect(read(line)).toMatchObject(command));

  it.each(['--help', '-h', 'explain --help', 'check --help', 'list -h'])('is explained: %s', (line) => {
    expect(read(line)).toEqual({
      kind: 'help',
      text: expect.stringMatching(/^npm run owners -- (?:.|\n)*Exit codes: 0 done/),
    });
  });

  it.each([
    ['', 'Say what to do: explain, check or list.'],
    ['explian', 'There is no such thing to do: explain, check or list. Did you mean explain?'],
    ['explain', 'explain wants to know something of the action: --touchpoint,'],
    ['explain --kind unherd', '--kind wants a kind of gap: did you mean unheard? There are unanswered, unheard,'],
    ['explain --kind surge,unheard', '--kind wants one kind'],
    ['explain --cause unowned,sillo', '--cause wants a root cause: did you mean silo? There are unowned, silo,'],
    ['explain --cause weather-and-wind', '--cause wants a root cause: one of unowned, silo,'],
    ['explain --kind surge --priority P0', '--priority wants a priority: did you mean P1? There are P1, P2, P3, P4.'],
    ['explain --kind surge --at 2026-03-05', '--at wants an instant with its offset'],
    ['explain --kind surge --at 2026-03-05T10:00', '--at wants an instant with its offset'],
    ['explain --kind surge --at 2026-02-30T10:00Z', '--at wants an instant with its offset'],
    ['explain --touhcpoint delivery', 'Unknown option --touhcpoint. Did you mean --touchpoint?'],
    ['list --touchpoint delivery', 'Unknown option --touchpoint.'],
  ])('"%s" is wrong, and told why', (line, problem) => {
    expect(read(line)).toEqual({ kind: 'wrong', problem: expect.stringContaining(problem) });
  });
});
