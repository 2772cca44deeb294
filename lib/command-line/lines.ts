import { createReadStream } from 'node:fs';

/** What has lines of messages refuses those over 1 MiB; this much of a longer one is enough to be refused by. */
export const LONGEST_LINE_BYTES = 2 * 1024 * 1024;

const LF = 0x0a;

const textOf = (parts: readonly Buffer[]): string => {
  const line = Buffer.concat(parts).toString('utf8');
  return line.endsWith('\r') ? line.slice(0, -1) : line;
};

/**
 * The lines of a file of JSON lines, which end with \n or \r\n (jsonlines.org). `node:readline` ends them at U+2028 and
 * U+2029 as well, which JSON may hold (RFC 8259, section 7), and would tear such a message in two. Whatever the length of
 * a file or of a line, a few megabytes are held: of a line that is too long the beginning.
 */
export const linesIn = async function* (file: string): AsyncGenerator<string> {
  let parts: Buffer[] = [];
  let bytes = 0;
  const keep = (part: Buffer): void => {
    const kept = part.subarray(0, LONGEST_LINE_BYTES - bytes);
    if (kept.length > 0) parts.push(kept);
    bytes += kept.length;
  };
  for await (const chunk of createReadStream(file) as AsyncIterable<Buffer>) {
    let from = 0;
    for (let end = chunk.indexOf(LF); end >= 0; end = chunk.indexOf(LF, from)) {
      keep(chunk.subarray(from, end));
      yield textOf(parts);
      [parts, bytes, from] = [[], 0, end + 1];
    }
    keep(chunk.subarray(from));
  }
  if (bytes > 0) yield textOf(parts);
};
