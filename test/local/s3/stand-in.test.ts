import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { GetObjectCommand, ListObjectsV2Command, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { unchunked } from '../../../lib/local/s3/chunked-body.ts';
import { objectsInFolder, objectsInMemory } from '../../../lib/local/s3/objects.ts';
import { makeS3 } from '../../../lib/local/s3/stand-in.ts';
import { makeEndpoint, type RunningEndpoint } from '../running-endpoint.ts';

const folder = mkdtempSync(join(tmpdir(), 'dark-corners-s3-'));
let endpoint: RunningEndpoint;
let client: S3Client;

beforeAll(async () => {
  const s3 = makeS3();
  s3.open('memory', objectsInMemory());
  s3.open('folder', objectsInFolder(folder));
  endpoint = await makeEndpoint({ s3 });
  client = new S3Client(endpoint.clientConfig);
});
afterAll(async () => {
  client.destroy();
  await endpoint.close();
  rmSync(folder, { recursive: true });
});

const put = (Bucket: string, Key: string, Body: string | Buffer) =>
  client.send(new PutObjectCommand({ Bucket, Key, Body }));
const textOf = async (Bucket: string, Key: string): Promise<string> => {
  const { Body } = await client.send(new GetObjectCommand({ Bucket, Key }));
  return (await Body?.transformToString()) ?? '';
};
const nameOf = (sent: Promise<unknown>) =>
  sent.then(
    () => 'nothing wrong',
    (error: Error) => error.name,
  );

describe.each(['memory', 'folder'])('the stand-in for S3 with objects in %s, asked with the SDK', (bucket) => {
  it('gives back what was put, the last of it, under any key', async () => {
    const key = 'facts/day=2026-03-05/part 1 + ü & <2>.ndjson';
    await put(bucket, key, 'first');
    await put(bucket, key, 'größer\n');
    expect(await textOf(bucket, key)).toBe('größer\n');
  });

  it('takes bytes as they are, and nothing at all', async () => {
    const bytes = Buffer.from([0, 255, 13, 10, 128]);
    await put(bucket, 'bytes', bytes);
    const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: 'bytes' }));
    expect(Buffer.from((await Body?.transformToByteArray()) ?? [])).toEqual(bytes);
    await put(bucket, 'empty', '');
    expect(await textOf(bucket, 'empty')).toBe('');
  });

  it('takes a stream, which the SDK sends in chunks with its checksum after them', async () => {
    const text = 'a line of some length\n'.repeat(10_000);
    const Body = Readable.from([text.slice(0, 70_000), text.slice(70_000)].map((part) => Buffer.from(part)));
    const sent = { Bucket: bucket, Key: 'stream', Body, ContentLength: text.length };
    await client.send(new PutObjectCommand(sent));
    expect(await textOf(bucket, 'stream')).toBe(text);
  });

  it('lists by prefix, in the order of keys, a page at a time', async () => {
    for (const key of ['list/b', 'list/a', 'list/c', 'lists']) await put(bucket, key, key);
    const page = async (ContinuationToken?: string) =>
      client.send(new ListObjectsV2Command({ Bucket: bucket, Prefix: 'list/', MaxKeys: 2, ContinuationToken }));
    const first = await page();
    expect(first.Contents?.map(({ Key, Size }) => [Key, Size])).toEqual([
      ['list/a', 6],
      ['list/b', 6],
    ]);
    expect(first.IsTruncated).toBe(true);
    const second = await page(first.NextContinuationToken);
    expect(second.Contents?.map(({ Key }) => Key)).toEqual(['list/c']);
    expect(second.IsTruncated).toBe(false);
  });
});

describe('the stand-in for S3 refuses, as S3 says it', () => {
  it('what is not there', async () => {
    expect(await nameOf(textOf('memory', 'nobody'))).toBe('NoSuchKey');
    expect(await nameOf(put('elsewhere', 'a', ''))).toBe('NoSuchBucket');
  });

  it('what arrived otherwise than it was sent', async () => {
    const wrong = new PutObjectCommand({ Bucket: 'memory', Key: 'a', Body: 'a', ChecksumCRC32: 'AAAAAA==' });
    expect(await nameOf(client.send(wrong))).toBe('BadDigest');
  });

  it('what it does not do', async () => {
    const grouped = new ListObjectsV2Command({ Bucket: 'memory', Delimiter: '/' });
    expect(await nameOf(client.send(grouped))).toBe('NotImplemented');
  });
});

describe('a body in chunks', () => {
  const inChunks = (chunks: readonly Uint8Array[], trailer: string): Buffer =>
    Buffer.concat([
      ...chunks.flatMap((chunk) => [
        Buffer.from(`${chunk.length.toString(16)};chunk-signature=0\r\n`),
        chunk,
        Buffer.from('\r\n'),
      ]),
      Buffer.from(`0\r\n${trailer}\r\n`),
    ]);

  it('is read as it was cut, whatever the chunks hold', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ minLength: 1, maxLength: 40 })), (chunks) => {
        const { body, trailers } = unchunked(inChunks(chunks, 'x-amz-checksum-crc32:abc=\r\n'));
        expect(body).toEqual(Buffer.concat(chunks));
        expect(trailers).toEqual({ 'x-amz-checksum-crc32': 'abc=' });
      }),
    );
  });

  it('that ends too soon is refused', () => {
    const whole = inChunks([Buffer.from('hello')], '');
    expect(() => unchunked(whole.subarray(0, 8))).toThrow('ends too soon');
  });
});
