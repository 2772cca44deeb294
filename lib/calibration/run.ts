import { UnreachableError } from '../deployment/found.ts';
import { commandOf } from './command.ts';
import { draw } from './drawing.ts';
import type { ExitCode, Person } from './person.ts';
import { read } from './reading.ts';

const perform = async (words: readonly string[], person: Person): Promise<ExitCode> => {
  const command = commandOf(words, person.now());
  switch (command.kind) {
    case 'help':
      person.out(command.text);
      return 0;
    case 'wrong':
      person.note(`${command.problem}\n\`npm run calibrate -- --help\` tells more.`);
      return 2;
    case 'draw':
      return await draw(command, person);
    case 'read':
      return read(command, person);
  }
};

/** What a service refused is told with its own word for it, what the disk refused likewise; all else is a fault of ours. */
const problemOf = (error: unknown): string | undefined => {
  if (error instanceof UnreachableError) return error.message;
  if (!(error instanceof Error)) return undefined;
  if (error.name === 'DependencyError') {
    const cause = error.cause instanceof Error ? error.cause.name : 'unknown';
    const rights = /AccessDenied|Credentials|Token/.test(cause)
      ? ' Use credentials that may read the facts table and the state table; `draw --help` tells which calls.'
      : '';
    return `${error.message}: ${cause}.${rights}`;
  }
  return 'code' in error && 'syscall' in error ? error.message : undefined;
};

/** Does what the words after `npm run calibrate --` ask for. */
export const runCalibrate = async (words: readonly string[], person: Person): Promise<ExitCode> => {
  try {
    return await perform(words, person);
  } catch (error) {
    if (person.signal.aborted) {
      person.note('Stopped; nothing was written.');
      return 1;
    }
    const problem = problemOf(error);
    if (problem === undefined) throw error;
    person.note(problem);
    return 1;
  }
};
