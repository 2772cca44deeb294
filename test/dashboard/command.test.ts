import { describe, expect, it } from 'vitest';
import { commandOf, DEFAULT_DASHBOARD_PORT, DEFAULT_OUTPUTS } from '../../lib/dashboard/command.ts';

const port = DEFAULT_DASHBOARD_PORT;

describe('npm run dashboard', () => {
  it.each([
    [[], { kind: 'local', folder: '.local/state' }, port],
    [['--folder', 'kept', '--port', '0'], { kind: 'local', folder: 'kept' }, 0],
    [['--stack', 'DarkCorners'], { kind: 'deployed', outputs: DEFAULT_OUTPUTS, stack: 'DarkCorners' }, port],
    [['--outputs', 'out.json'], { kind: 'deployed', outputs: 'out.json' }, port],
    [['--outputs', 'out.json', '--stack', 'A'], { kind: 'deployed', outputs: 'out.json', stack: 'A' }, port],
  ])('with %j opens what is meant', (words, where, at) => {
    expect(commandOf(words)).toEqual({ kind: 'serve', where, port: at });
  });

  it.each([
    [['--folder', 'kept', '--outputs', 'out.json'], /one of the two/],
    [['--folder', 'kept', '--stack', 'A'], /one of the two/],
    [['--port', '70000'], /--port/],
    [['--port', 'any'], /--port/],
    [['now'], /no argument/],
  ])('with %j says what is wrong', (words, problem) => {
    expect(commandOf(words)).toMatchObject({ kind: 'wrong', problem: expect.stringMatching(problem) });
  });

  it('tells with --help who may use it, and of each option', () => {
    const told = commandOf(['--help']);
    const help = told.kind === 'help' ? told.text : '';
    for (const word of ['--stack', '--outputs', '--folder', '--port', 'ReaderPolicyArn', String(port)]) {
      expect(help).toContain(word);
    }
  });
});
