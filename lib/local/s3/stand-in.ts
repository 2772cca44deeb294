import { createHash } from 'node:crypto';
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import { crc32 } from 'node:zlib';
import { AwsError } from '../aws-error.ts';
import type { ServiceCall, WireAnswer, WireMessage } from '../protocol.ts';
import { unchunked } from './chunked-body.ts';
import type { Objects, StoredObject } from './objects.ts';

/** S3 as this machine has it: like DynamoDB it writes its own answers, as an object is bytes and not text. */
export interface LocalS3 {
  service: 's3';
  decode(message: WireMessage): ServiceCall;
  relay(request: IncomingMessage, body: Buffer, response: ServerResponse): Promise<void>;
  refuse(error: AwsError): WireAnswer;
  /** Makes a bucket known. */
  open(bucket: string, objects: Objects): void;
}

/** API reference, ListObjectsV2. */
const KEYS_OF_A_LIST = 1000;

interface Address {
  bucket: string;
  key: string;
  query: URLSearchParams;
}

/** `/bucket/key?query`: the style that an address by number is spoken to in. */
const addressOf = (path: string): Address => {
  const url = new URL(path, 'http://local');
  const [, bucket = '', ...key] = url.pathname.split('/');
  return { bucket: decodeURIComponent(bucket), key: key.map(decodeURIComponent).join('/'), query: url.searchParams };
};

const actionOf = (method: string, { bucket, key, query }: Address): string => {
  const isPlain = !['uploads', 'uploadId', 'tagging', 'acl', 'versionId'].some((name) => query.has(name));
  if (bucket !== '' && key !== '' && isPlain) {
    if (method === 'PUT') return 'PutObject';
    if (method === 'GET') return 'GetObject';
  }
  if (bucket !== '' && key === '' && method === 'GET' && query.get('list-type') === '2') return 'ListObjectsV2';
  throw new AwsError('NotImplemented', 'Served are PutObject, GetObject and ListObjectsV2.', 501);
};

const xml = (text: string): string =>
  text.replaceAll(/[<>&"]/g, (c) => `&#${c.charCodeAt(0)};`).replaceAll(/[\r\n]/g, (c) => `&#${c.charCodeAt(0)};`);

const crcOf = (body: Buffer): string => {
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return sum.toString('base64');
};

const etagOf = (body: Buffer): string => `"${createHash('md5').update(body).digest('hex')}"`;

/** The object itself; where the client told a CRC32, which its SDK does unasked, it must be that of what came. */
const receivedBody = (headers: IncomingHttpHeaders, sent: Buffer): Buffer => {
  const isChunked = headers['content-encoding']?.split(',').some((one) => one.trim() === 'aws-chunked');
  const { body, trailers } = isChunked ? unchunked(sent) : { body: sent, trailers: {} as Record<string, string> };
  const told = headers['x-amz-checksum-crc32']?.toString() ?? trailers['x-amz-checksum-crc32'];
  if (told === undefined || told === crcOf(body)) return body;
  throw new AwsError('BadDigest', 'The CRC32 you specified did not match the calculated checksum.');
};

const listOf = (bucket: string, objects: Objects, query: URLSearchParams): string => {
  if (query.has('delimiter')) throw new AwsError('NotImplemented', 'Lists are not grouped here.', 501);
  const prefix = query.get('prefix') ?? '';
  const after = query.get('continuation-token') ?? query.get('start-after') ?? '';
  const most = Math.min(KEYS_OF_A_LIST, Number(query.get('max-keys') ?? KEYS_OF_A_LIST));
  const inBytes = (a: string, b: string): number => Buffer.compare(Buffer.from(a), Buffer.from(b));
  const keys = objects
    .keys()
    .filter((key) => key.startsWith(prefix) && inBytes(key, after) > 0)
    .sort(inBytes);
  const page = keys.slice(0, most);
  const contents = page
    .flatMap((key) => objects.get(key) ?? [])
    .map(
      ({ key, body, modified }) =>
        `<Contents><Key>${xml(key)}</Key><LastModified>${new Date(modified).toISOString()}</LastModified><ETag>${xml(etagOf(body))}</ETag><Size>${body.length}</Size><StorageClass>STANDARD</StorageClass></Contents>`,
    );
  const next = keys.length > page.length ? page.at(-1) : undefined;
  return [
    '<?xml version="1.0" encoding="UTF-8"?><ListBucketResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/">',
    `<Name>${xml(bucket)}</Name><Prefix>${xml(prefix)}</Prefix><KeyCount>${page.length}</KeyCount><MaxKeys>${most}</MaxKeys>`,
    `<IsTruncated>${next !== undefined}</IsTruncated>`,
    next === undefined ? '' : `<NextContinuationToken>${xml(next)}</NextContinuationToken>`,
    ...contents,
    '</ListBucketResult>',
  ].join('');
};

const found = (object: StoredObject | undefined): StoredObject => {
  if (object) return object;
  throw new AwsError('NoSuchKey', 'The specified key does not exist.', 404);
};

/**
 * A STAND-IN for Amazon S3, not S3: whole objects put, read and listed, addressed by path. Left out: parts of an upload,
 * ranges, versions, deletion, lifecycle, encryption and everything else of it.
 */
export const makeS3 = (): LocalS3 => {
  const buckets = new Map<string, Objects>();

  const answerTo = (request: IncomingMessage, sent: Buffer) => {
    const address = addressOf(request.url ?? '/');
    const objects = buckets.get(address.bucket);
    if (!objects) throw new AwsError('NoSuchBucket', 'The specified bucket does not exist.', 404);
    switch (actionOf(request.method ?? '', address)) {
      case 'PutObject': {
        const body = receivedBody(request.headers, sent);
        objects.put(address.key, body);
        return { headers: { etag: etagOf(body), 'x-amz-checksum-crc32': crcOf(body) }, body: Buffer.alloc(0) };
      }
      case 'GetObject': {
        const { body, modified } = found(objects.get(address.key));
        const headers = {
          'content-type': 'application/octet-stream',
          'last-modified': new Date(modified).toUTCString(),
          etag: etagOf(body),
          'x-amz-checksum-crc32': crcOf(body),
        };
        return { headers, body };
      }
      default:
        return {
          headers: { 'content-type': 'application/xml' },
          body: Buffer.from(listOf(address.bucket, objects, address.query)),
        };
    }
  };

  return {
    service: 's3',
    decode: ({ method, path }) => {
      const address = addressOf(path);
      return { action: actionOf(method, address), request: { Bucket: address.bucket, Key: address.key } };
    },
    relay: async (request, sent, response) => {
      const { headers, body } = answerTo(request, sent);
      if (!response.destroyed) response.writeHead(200, { ...headers, 'content-length': body.length }).end(body);
    },
    refuse: ({ shape, message, status }) => ({
      status,
      headers: { 'content-type': 'application/xml' },
      // S3 has a word of its own for what the others call AccessDeniedException.
      body: `<?xml version="1.0" encoding="UTF-8"?><Error><Code>${xml(shape.replace('DeniedException', 'Denied'))}</Code><Message>${xml(message)}</Message></Error>`,
    }),
    open: (bucket, objects) => {
      buckets.set(bucket, objects);
    },
  };
};
