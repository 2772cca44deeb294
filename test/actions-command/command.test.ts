import { describe, expect, it } from 'vitest';
import { ActionStatus } from '../../functions/domain/actions/action-words.ts';
import { commandOf } from '../../lib/actions/command.ts';
import { march } from '../builders.ts';

const now = march(20);
const asked = (...words: string[]) => commandOf(words, now);
const [one, two] = ['recover-GLklaE5A', 'fix-7j6Q7E6J'];

describe('the words after npm run actions', () => {
  it('ask for all that is not over, unless they say otherwise', () => {
    expect(asked('list')).toEqual({
      kind: 'list',
      where: { kind: 'local', folder: '.local/state' },
      filter: { statuses: ['open', 'acknowledged', 'reopened', 'queued'], overdue: false },
      limit: 100,
      json: false,
    });
    expect(asked('list', '--status', 'verified,open')).toMatchObject({ filter: { statuses: ['open', 'verified'] } });
    expect(asked('list', '--status', 'all')).toMatchObject({ filter: { statuses: ActionStatus.options } });
  });

  it('limit a list by all that an action is found by', () => {
    const words =
      '--team Delivery --priority P1,P2 --kind fix --touchpoint delivery --location Millfield --customer ada';
    expect(asked('list', ...words.split(' '), '--overdue', '--since', '3d', '--limit', '5', '--json')).toMatchObject({
      filter: {
        team: 'Delivery',
        priorities: ['P1', 'P2'],
        kinds: ['fix'],
        touchpoint: 'delivery',
        location: 'Millfield',
        customer: 'ada',
        overdue: true,
        since: march(17),
      },
      limit: 5,
      json: true,
    });
  });

  it.each([
    [['ack', one, two, one], { ids: [one, two], change: { kind: 'acknowledge' }, actor: { role: 'lead' } }],
    [['resolve', one, '--note', 'called'], { change: { kind: 'resolve', reason: 'called' } }],
    [['resolve', one], { change: { kind: 'resolve', reason: '' } }],
    [['dismiss', one, '--reason', 'a test'], { change: { kind: 'dismiss', reason: 'a test' } }],
    [
      ['reassign', one, '--to', 'App', '--reason', 'theirs', '--owners', 'ours.json'],
      { change: { kind: 'reassign', team: 'App', reason: 'theirs' }, ownersFile: 'ours.json' },
    ],
    [['reopen', one, '--reason', 'came back'], { change: { kind: 'reopen' }, ownersFile: 'owners.json' }],
    [['label', one, two, 'wrong-gap'], { ids: [one, two], change: { kind: 'label', label: 'wrong-gap' } }],
    [
      ['ack', one, '--as', 'Kim Lee', '--role', 'owner', '--team', 'App', '--version', '3'],
      { actor: { id: 'Kim Lee', role: 'owner', team: 'App' }, version: 3 },
    ],
    [['ack', one, '--outputs', 'out.json', '--stack', 'S'], { where: { kind: 'deployed', outputs: 'out.json' } }],
  ])('%j', (words, wanted) => {
    expect(asked(...words)).toMatchObject({ kind: 'change', ...wanted });
  });

  it.each([
    [[], /Say what to do: list, show/],
    [['lst'], /Did you mean list\?/],
    [['list', 'x'], /no argument/],
    [['list', '--status', 'opne'], /did you mean open\?/],
    [['list', '--since', 'yesterday'], /--since wants an instant such as/],
    [['list', '--folder', 'a', '--outputs', 'b'], /give one of the two/],
    [['show'], /at least one ID/],
    [['show', one, two], /one ID/],
    [['show', 'GLklaE5A'], /recover-, fix- or ask-/],
    [['ack', 'recover-abc'], /at least four/],
    [['ack', one, '--as', 'clock'], /not `triage` or `clock`/],
    [['ack', one, '--as', 'a\u0007'], /1 to 64 characters/],
    [['ack', one, '--role', 'boss'], /"lead", "owner" or "reader"/],
    [['ack', one, '--role', 'owner'], /go together/],
    [['ack', one, '--team', 'App'], /go together/],
    [['ack', one, '--version', '0'], /from 1 on/],
    [['ack', one, two, '--version', '1'], /one ID with it/],
    [['ack', one, '--owners', 'f'], /Unknown option --owners/],
    [['reassign', one, '--reason', 'theirs'], /--to TEAM/],
    [['label', one], /not-a-complaint and wrong-gap/],
    [['label', one, 'wrong-gap', 'not-a-complaint'], /one of/],
    [['resolve', one, '--not', 'x'], /Did you mean --note\?/],
  ])('%j is wrong, and what is wanted is said', (words, problem) => {
    expect(asked(...words)).toEqual({ kind: 'wrong', problem: expect.stringMatching(problem) });
  });

  it.each(['list', 'show', 'ack', 'resolve', 'dismiss', 'reassign', 'reopen', 'label'])(
    '%s has its own help',
    (name) => {
      const { kind, text } = asked(name, '--help') as { kind: string; text: string };
      expect(kind).toBe('help');
      expect(text).toContain(`npm run actions -- ${name}`);
      expect(text).toContain('--outputs FILE');
    },
  );

  it('name the rights that a person needs', () => {
    const { text } = asked('--help') as { text: string };
    for (const right of ['GetItem', 'BatchGetItem', 'Query', 'PutItem', 'UpdateItem', 'events:PutEvents'])
      expect(text).toContain(right);
  });
});
