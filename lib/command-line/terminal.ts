import { askedOf, type Command } from './command.ts';
import type { Option, ValuesOf } from './options.ts';

/** Wrong usage, for the shell. */
export const EXIT_WRONG = 2;

/** Ends the command as wrongly used; the way out is told with the problem. */
export const wrongUsage = (problem: string): never => {
  console.error(`${problem}\n--help tells how it is used.`);
  process.exit(EXIT_WRONG);
};

/** What this process was asked for; shows the help, or the problem, and ends where nothing is to be run. */
export const asked = <Options extends Record<string, Option>>(
  command: Command<Options>,
): { values: ValuesOf<Options>; operands: string[] } => {
  const wanted = askedOf(command, process.argv.slice(2));
  switch (wanted.kind) {
    case 'run':
      return wanted;
    case 'help':
      console.log(wanted.text);
      process.exit(0);
      break;
    case 'wrong':
      return wrongUsage(wanted.problem);
  }
};

/**
 * Whoever reads what we print may stop reading (`| head`): that is no failure. What is left to print is dropped, and a
 * command that would go on printing is told.
 */
export const allowClosedPipe = (onClosed: () => void = () => {}): void => {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
      if (stream === process.stdout) onClosed();
    });
  }
};
