import type { IncomingMessage } from 'node:http';

/**
 * The body of a request.
 *
 * @returns nothing where it has more bytes than that; what is left of it the server then reads and drops by itself
 */
export const wholeBody = async (request: IncomingMessage, mostBytes: number): Promise<Buffer | undefined> => {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > mostBytes) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
};
