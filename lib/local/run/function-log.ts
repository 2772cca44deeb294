import { createWriteStream, existsSync, mkdirSync, renameSync, type WriteStream } from 'node:fs';
import { dirname, extname } from 'node:path';

export type FunctionLog = ReturnType<typeof functionLog>;

/** What functions print, in a file that is begun with the first line; a file that cannot be written ends nothing. */
export const functionLog = (file: string) => {
  let stream: WriteStream | undefined;
  let broken = false;
  const open = (): WriteStream => {
    mkdirSync(dirname(file), { recursive: true });
    return createWriteStream(file).on('error', (error) => {
      if (!broken) console.error(`${file} cannot be written (${error.message}); the functions' log is lost.`);
      broken = true;
    });
  };
  return {
    write: (name: string, line: string): void => {
      if (broken) return;
      stream ??= open();
      stream.write(`${name} ${line}\n`);
    },
    end: (): void => {
      stream?.end();
    },
  };
};

/** Lays the log of the run before aside, as `functions.previous.log`: a run that was killed is told by its own. */
export const keepPreviousLog = (file: string): void => {
  const extension = extname(file);
  if (existsSync(file)) renameSync(file, `${file.slice(0, -extension.length)}.previous${extension}`);
};
