import { createHash, createHmac } from 'node:crypto';

/** A request as it came over the wire. */
export interface Received {
  method: string;
  /** With its query, as written. */
  url: string;
  headers: Readonly<Record<string, string | string[] | undefined>>;
  body: Buffer;
}

const sha256 = (content: string | Buffer): string => createHash('sha256').update(content).digest('hex');
const hmac = (key: string | Buffer, content: string): Buffer => createHmac('sha256', key).update(content).digest();

/** RFC 3986: all but the unreserved characters, byte by byte. */
const encoded = (text: string): string =>
  [...Buffer.from(text)]
    .map((byte) => String.fromCharCode(byte))
    .map((sign) => (/[\w.~-]/.test(sign) ? sign : `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`))
    .join('');

/** Each part once more, as all services but S3 have it; names and values of the query as they are, a `+` among them. */
const canonicalPath = (path: string): string => path.split('/').map(encoded).join('/');
const canonicalQuery = (query: string): string =>
  (query === '' ? [] : query.split('&'))
    .map((pair) => {
      const [name = '', value = ''] = pair.split('=');
      return [name, value].map((part) => encoded(decodeURIComponent(part)));
    })
    .map(([name, value]) => `${name}=${value}`)
    .sort()
    .join('&');

/**
 * The signature that AWS reckons for a request, with what it says of itself (IAM user guide, "Create a signed AWS API
 * request"). Written anew from there: what signs is not asked whether it is right.
 */
export const signatureOf = ({ method, url, headers, body }: Received, secretAccessKey: string): string => {
  const [, scope = '', signed = ''] =
    /Credential=[^/]+\/(\S+), SignedHeaders=(\S+), Signature=/.exec(String(headers.authorization)) ?? [];
  const [day = '', region = '', service = '', end = ''] = scope.split('/');
  const [path = '', query = ''] = url.split('?', 2);
  const named = signed.split(';').map((name) => `${name}:${String(headers[name]).trim().replace(/ +/g, ' ')}\n`);
  const request = [method, canonicalPath(path), canonicalQuery(query), named.join(''), signed, sha256(body)].join('\n');
  const toSign = ['AWS4-HMAC-SHA256', headers['x-amz-date'], scope, sha256(request)].join('\n');
  const key = [day, region, service, end].reduce<string | Buffer>(hmac, `AWS4${secretAccessKey}`);
  return hmac(key, toSign).toString('hex');
};
