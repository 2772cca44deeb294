import { accessSync, constants, statSync } from 'node:fs';
import { wrongUsage } from './terminal.ts';

/** Ends the command as wrongly used unless every file is there, is no directory, and can be read. */
export const requireReadable = (files: readonly string[]): void => {
  for (const file of files) {
    try {
      accessSync(file, constants.R_OK);
    } catch {
      wrongUsage(`${file}: cannot be read. Is there such a file?`);
    }
    if (statSync(file).isDirectory()) wrongUsage(`${file}: is a directory; name the files in it.`);
  }
};
