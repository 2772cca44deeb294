import { AwsError } from '../aws-error.ts';

const CRLF = '\r\n';

const broken = (): AwsError => new AwsError('IncompleteBody', 'The aws-chunked body ends too soon.');

/**
 * What a body holds that was sent in chunks (S3 API reference, "Transferring payload with chunked encoding"): each after its
 * length in hexadecimal, the last empty, then trailers. Signatures of chunks are not checked, as none is here.
 */
export const unchunked = (body: Buffer): { body: Buffer; trailers: Record<string, string> } => {
  const chunks: Buffer[] = [];
  let at = 0;
  const line = (): string => {
    const end = body.indexOf(CRLF, at);
    if (end < 0) throw broken();
    const text = body.toString('latin1', at, end);
    at = end + CRLF.length;
    return text;
  };
  for (;;) {
    const length = Number.parseInt(line(), 16);
    if (Number.isNaN(length) || at + length > body.length) throw broken();
    if (length === 0) break;
    chunks.push(body.subarray(at, at + length));
    at += length + CRLF.length;
  }
  const trailers: Record<string, string> = {};
  while (at < body.length) {
    const [name = '', ...value] = line().split(':');
    if (name !== '') trailers[name.toLowerCase()] = value.join(':').trim();
  }
  return { body: Buffer.concat(chunks), trailers };
};
