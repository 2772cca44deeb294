import { createWriteStream, existsSync, mkdirSync, renameSync, rmSync, type WriteStream } from 'node:fs';
import { dirname, extname } from 'node:path';

/** Lines in a file that is begun with the first of them; a file that cannot be written ends nothing. */
const lineFile = (file: string, whose: string) => {
  let stream: WriteStream | undefined;
  let broken = false;
  const open = (): WriteStream => {
    mkdirSync(dirname(file), { recursive: true });
    return createWriteStream(file).on('error', (error) => {
      if (!broken) console.error(`${file} cannot be written (${error.message}); ${whose} log is lost.`);
      broken = true;
    });
  };
  return {
    add: (line: string): void => {
      if (broken) return;
      stream ??= open();
      stream.write(`${line}\n`);
    },
    end: (): void => {
      stream?.end();
    },
  };
};

export type FunctionLog = ReturnType<typeof functionLog>;

/** What functions print. */
export const functionLog = (file: string) => {
  const { add, end } = lineFile(file, "the functions'");
  return { write: (name: string, line: string): void => add(`${name} ${line}`), end };
};

/**
 * What was put on the bus, an event a line in the form in which rules bring it to their targets. Begun anew: a run that
 * tells nothing leaves no file of an earlier one.
 */
export const eventLog = (file: string) => {
  rmSync(file, { force: true });
  const { add, end } = lineFile(file, "the events'");
  return { write: add, end };
};

/** Lays the log of the run before aside, as `functions.previous.log`: a run that was killed is told by its own. */
export const keepPreviousLog = (file: string): void => {
  const extension = extname(file);
  if (existsSync(file)) renameSync(file, `${file.slice(0, -extension.length)}.previous${extension}`);
};
