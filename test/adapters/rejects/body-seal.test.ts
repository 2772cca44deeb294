import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BodySealer } from '../../../functions/adapters/rejects/body-seal.ts';
import { instantAt, plus } from '../../../functions/domain/instant.ts';
import { DependencyError } from '../../../functions/runtime/errors.ts';
import { march } from '../../builders.ts';
import { deadClient, KEY, keyService } from './kept.ts';

const service = keyService();
const AT = march(5);
const MINUTE = 60_000;

describe('a sealed body', () => {
  it('opens as it was, whatever it holds', async () => {
    const { sealer, opener } = service();
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary' }), async (body) => {
        expect(await opener.open(await sealer.seal(body, 'r-1', AT), 'r-1')).toBe(body.toWellFormed());
      }),
      { numRuns: 30 },
    );
  });

  it('holds nothing that can be read, and never the same bytes twice', async () => {
    const { sealer } = service();
    const [first, second] = await Promise.all([
      sealer.seal('hello hello', 'r-1', AT),
      sealer.seal('hello hello', 'r-1', AT),
    ]);
    expect(Buffer.from(first.ciphertext).toString('latin1')).not.toContain('hello');
    expect(Buffer.from(first.ciphertext)).not.toEqual(Buffer.from(second.ciphertext));
    expect(first.iv).not.toEqual(second.iv);
  });

  it.each(['iv', 'tag', 'ciphertext', 'encryptedKey'] as const)('is refused where its %s was touched', async (part) => {
    const { sealer, opener } = service();
    const sealed = await sealer.seal('hello', 'r-1', AT);
    const touched = Uint8Array.from(sealed[part]);
    touched[touched.length - 1] = (touched.at(-1) ?? 0) ^ 1;
    await expect(opener.open({ ...sealed, [part]: touched }, 'r-1')).rejects.toThrow(DependencyError);
  });

  it('is refused under another name: a record cannot show the body of another', async () => {
    const { sealer, opener } = service();
    await expect(opener.open(await sealer.seal('hello', 'r-1', AT), 'r-2')).rejects.toThrow(DependencyError);
  });
});

describe('data keys', () => {
  it('are asked for once for many bodies, and opened once', async () => {
    const { sealer, opener, calls } = service();
    const sealed = await Promise.all(['a', 'b', 'c'].map((body) => sealer.seal(body, body, AT)));
    expect(calls).toEqual(['GenerateDataKey']);
    await Promise.all(sealed.map((one, i) => opener.open(one, 'abc'.charAt(i))));
    expect(calls).toEqual(['GenerateDataKey', 'Decrypt']);
  });

  it('serve five minutes and a thousand bodies at most', async () => {
    const { sealer, calls } = service();
    await sealer.seal('x', 'r', AT);
    await sealer.seal('x', 'r', plus(AT, 5 * MINUTE - 1));
    expect(calls).toHaveLength(1);
    await sealer.seal('x', 'r', plus(AT, 5 * MINUTE));
    expect(calls).toHaveLength(2);
    for (let i = 1; i < 1_000; i++) await sealer.seal('x', 'r', plus(AT, 5 * MINUTE));
    expect(calls).toHaveLength(2);
    await sealer.seal('x', 'r', plus(AT, 5 * MINUTE));
    expect(calls).toHaveLength(3);
  });

  it('are asked for again ten seconds after the service failed, and not before: a batch waits once', async () => {
    const client = deadClient();
    let asked = 0;
    client.middlewareStack.add(
      (next) => (args) => {
        asked++;
        return next(args);
      },
      { step: 'initialize' },
    );
    const sealer = new BodySealer(client, KEY);
    const start = Date.parse(AT);
    for (const ms of [0, 1, 9_999]) {
      await expect(sealer.seal('x', 'r', instantAt(start + ms))).rejects.toThrow(DependencyError);
    }
    expect(asked).toBe(1);
    await expect(sealer.seal('x', 'r', instantAt(start + 10_000))).rejects.toThrow(DependencyError);
    expect(asked).toBe(2);
  });
});
