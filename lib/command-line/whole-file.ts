import { renameSync, rmSync, writeFileSync } from 'node:fs';

/**
 * Writes a file whole or not at all: whoever reads it finds the old one or the new one.
 *
 * @param options `secret` lets nobody but the person read it
 */
export const writeWhole = (file: string, text: string, { secret = false } = {}): void => {
  const beside = `${file}.${process.pid}.part`;
  try {
    writeFileSync(beside, text, secret ? { mode: 0o600 } : {});
    renameSync(beside, file);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
};
