import type { IncomingMessage } from 'node:http';

/**
 * What a request is for: its path, with a slash, and its query without the question mark that begins it. A query may have
 * further ones (RFC 3986, 3.4).
 */
export const targetOf = ({ url = '/' }: IncomingMessage): { path: string; query: string } => {
  const end = url.indexOf('?');
  return end === -1 ? { path: url, query: '' } : { path: url.slice(0, end), query: url.slice(end + 1) };
};
