import type { IncomingMessage } from 'node:http';

/**
 * The body of a request.
 *
 * What is too long is read to its end all the same, and forgotten: who is cut off while they send never reads why.
 *
 * @returns nothing where it has more bytes than that
 */
export const wholeBody = async (request: IncomingMessage, mostBytes: number): Promise<Buffer | undefined> => {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes <= mostBytes) chunks.push(chunk);
  }
  return bytes > mostBytes ? undefined : Buffer.concat(chunks);
};
