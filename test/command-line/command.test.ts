import { describe, expect, it } from 'vitest';
import { askedOf, type Command, helpOf } from '../../lib/command-line/command.ts';
import { flag, type Option, parsed, text, wholeNumber } from '../../lib/command-line/options.ts';

const command = {
  usage: ['npm run pour -- FILE... [options]'],
  about: 'Pours what is asked for.',
  operands: 'FILE...',
  options: {
    out: text('DIR', 'where to pour', 'glass'),
    cups: wholeNumber('N', 'how many', { least: 1, most: 12, fallback: 2 }),
    milk: flag('with milk'),
    'at-noon': parsed('yes|no', 'when', {
      wanted: '"yes" or "no"',
      read: (given) => (given === 'yes' ? true : given === 'no' ? false : undefined),
      fallback: undefined,
    }),
  },
  exits: '0 poured, 2 wrong usage.',
} satisfies Command<Record<string, Option>>;

const asked = (...words: string[]) => askedOf(command, words);

describe('a command line', () => {
  it('gives every option its value, or what stands where it is left out', () => {
    expect(asked()).toEqual({
      kind: 'run',
      values: { out: 'glass', cups: 2, milk: false, 'at-noon': undefined },
      operands: [],
    });
    expect(asked('a.txt', '--cups', '3', '--milk', '--out=mug', 'b.txt', '--at-noon', 'no')).toEqual({
      kind: 'run',
      values: { out: 'mug', cups: 3, milk: true, 'at-noon': false },
      operands: ['a.txt', 'b.txt'],
    });
  });

  it('takes what follows two dashes for arguments, and what follows an equals sign for a value, whatever it looks like', () => {
    expect(asked('--', '--milk')).toMatchObject({ operands: ['--milk'], values: { milk: false } });
    expect(asked('--out=--milk')).toMatchObject({ values: { out: '--milk', milk: false } });
  });

  it.each([
    [['--otu', 'x'], 'Unknown option --otu. Did you mean --out?'],
    [['--ouput', 'x'], 'Unknown option --ouput. Did you mean --out?'],
    [['--at'], 'Unknown option --at. Did you mean --at-noon?'],
    [['--Milk'], 'Unknown option --Milk. Did you mean --milk?'],
    [['--sugar'], 'Unknown option --sugar.'],
    [['--constructor'], 'Unknown option --constructor.'],
    [['-o', 'x'], 'Unknown option -o.'],
    [['--out'], '--out wants a value: --out DIR.'],
    [['--out', '--milk'], '--out wants a value: --out DIR.'],
    [['--out='], '--out wants a text that is not empty.'],
    [['--cups', 'many'], '--cups wants a whole number from 1 to 12.'],
    [['--cups', '-1'], '--cups wants a whole number from 1 to 12.'],
    [['--cups', '13'], '--cups wants a whole number from 1 to 12.'],
    [['--cups', '1e1'], '--cups wants a whole number from 1 to 12.'],
    [['--at-noon', 'maybe'], '--at-noon wants "yes" or "no".'],
    [['--milk=oat'], '--milk stands by itself and takes no value.'],
    [['--cups', '1', '--cups', '2'], '--cups is given twice.'],
  ])('%j is wrong, and told why', (words, problem) => {
    expect(asked(...words)).toEqual({ kind: 'wrong', problem });
  });

  it('refuses arguments where a command takes none, and tells what npm does with options', () => {
    const { operands: _, ...bare } = command;
    expect(askedOf(bare, ['4600'])).toMatchObject({ kind: 'wrong', problem: expect.stringMatching(/two dashes/) });
  });

  it.each(['--help', '-h'])('answers %s with the help', (word) => {
    expect(asked(word)).toEqual({ kind: 'help', text: helpOf(command) });
  });
});

describe('the help of a command', () => {
  it('tells its usage, every option it knows, and its exit codes', () => {
    expect(helpOf(command).split('\n')).toEqual([
      'npm run pour -- FILE... [options]',
      '',
      'Pours what is asked for.',
      '',
      '  --out DIR         where to pour',
      '  --cups N          how many',
      '  --milk            with milk',
      '  --at-noon yes|no  when',
      '  --help            shows this text',
      '',
      'Exit codes: 0 poured, 2 wrong usage.',
    ]);
  });
});
