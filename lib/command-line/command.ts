import { parseArgs } from 'node:util';
import { nearest } from '../../functions/domain/nearest.ts';
import { flag, type Option, type ValuesOf } from './options.ts';

/** A command as a person calls it. Its help, its parsing and its messages all come from here. */
export interface Command<Options extends Record<string, Option>> {
  /** One line for each way to call it. */
  usage: readonly string[];
  /** What it does, as lines of text. */
  about: string;
  options: Options;
  /** What stands in the usage for arguments that are no options; left out, it takes none. */
  operands?: string;
  /** What its exit codes mean. */
  exits: string;
}

/** What the words of a command line ask for. */
export type Asked<Values> =
  | { kind: 'run'; values: Values; operands: string[] }
  | { kind: 'help'; text: string }
  | { kind: 'wrong'; problem: string };

const HELP = { help: flag('shows this text') };

const columnOf = ([name, option]: [string, Option]): string =>
  option.kind === 'flag' ? `--${name}` : `--${name} ${option.placeholder}`;

/** The help of a command: every option it knows, and no other. */
export const helpOf = ({ usage, about, options, exits }: Command<Record<string, Option>>): string => {
  const known = Object.entries({ ...options, ...HELP });
  const width = Math.max(...known.map((each) => columnOf(each).length)) + 2;
  const described = known.map((each) => {
    const [first, ...more] = each[1].help.split('\n');
    return [`  ${columnOf(each).padEnd(width)}${first}`, ...more.map((line) => `  ${' '.repeat(width)}${line}`)].join(
      '\n',
    );
  });
  return [usage.join('\n'), about, described.join('\n'), `Exit codes: ${exits}`].join('\n\n');
};

/** npm takes options for its own unless two dashes stand before them, and hands on their values alone. */
const SURPLUS_HINT = 'Options go after two dashes of their own: npm run COMMAND -- --option value.';

/** Reads the words of a command line. The first thing that is wrong is told, with what to do. */
export const askedOf = <Options extends Record<string, Option>>(
  command: Command<Options>,
  words: readonly string[],
): Asked<ValuesOf<Options>> => {
  const known: Record<string, Option> = { ...command.options, ...HELP };
  const { tokens } = parseArgs({
    args: [...words],
    allowPositionals: true,
    strict: false,
    tokens: true,
    options: {
      ...Object.fromEntries(
        Object.entries(known).map(([name, { kind }]) => [
          name,
          { type: kind === 'flag' ? 'boolean' : 'string' } as const,
        ]),
      ),
      help: { type: 'boolean', short: 'h' },
    },
  });
  const wrong = (problem: string) => ({ kind: 'wrong', problem }) as const;
  const values: Record<string, unknown> = Object.fromEntries(
    Object.entries(command.options).map(([name, option]) => [name, option.kind === 'flag' ? false : option.fallback]),
  );
  const given = new Set<string>();
  const operands: string[] = [];
  for (const token of tokens) {
    if (token.kind === 'option-terminator') continue;
    if (token.kind === 'positional') {
      operands.push(token.value);
      continue;
    }
    const { name, rawName, value } = token;
    const option = Object.hasOwn(known, name) ? known[name] : undefined;
    if (!option) {
      const meant = rawName.startsWith('--') ? nearest(name, Object.keys(known)) : undefined;
      return wrong(`Unknown option ${rawName}.${meant ? ` Did you mean --${meant}?` : ''}`);
    }
    if (name === 'help') return { kind: 'help', text: helpOf(command) };
    if (given.has(name)) return wrong(`${rawName} is given twice.`);
    given.add(name);
    if (option.kind === 'flag') {
      if (value !== undefined) return wrong(`${rawName} stands by itself and takes no value.`);
      values[name] = true;
      continue;
    }
    // `--out --sample` forgets the directory; `--out=--sample` means it.
    if (value === undefined || (/^-(?!\d)/.test(value) && !token.inlineValue)) {
      return wrong(`${rawName} wants a value: ${rawName} ${option.placeholder}.`);
    }
    const reading = option.read(value);
    if (reading.kind === 'wanted') return wrong(`${rawName} wants ${reading.rule}.`);
    values[name] = reading.value;
  }
  if (operands.length > 0 && command.operands === undefined) {
    return wrong(`Takes no argument but its options. ${SURPLUS_HINT}`);
  }
  return { kind: 'run', values: values as ValuesOf<Options>, operands };
};
