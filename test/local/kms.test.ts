import { DecryptCommand, GenerateDataKeyCommand, KMSClient } from '@aws-sdk/client-kms';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { KmsStandIn } from '../../lib/local/kms/stand-in.ts';
import { makeEndpoint, type RunningEndpoint } from './running-endpoint.ts';

const KEY = 'arn:aws:kms:us-east-1:000000000000:key/bodies';
const OTHER = 'arn:aws:kms:us-east-1:000000000000:key/other';
const context = { purpose: 'test', of: 'keys' };

let endpoint: RunningEndpoint;
let client: KMSClient;
beforeAll(async () => {
  const kms = new KmsStandIn();
  for (const key of [KEY, OTHER]) kms.createKey(key);
  endpoint = await makeEndpoint({ kms });
  client = new KMSClient(endpoint.clientConfig);
});
afterAll(() => endpoint.close());

const sealed = () =>
  client.send(new GenerateDataKeyCommand({ KeyId: KEY, KeySpec: 'AES_256', EncryptionContext: context }));

const nameOf = (sent: Promise<unknown>) =>
  sent.then(
    () => 'nothing wrong',
    (error: Error) => error.name,
  );

describe('the stand-in for KMS, asked with the SDK', () => {
  it('makes a key of 256 bits, and opens what it sealed', async () => {
    const { Plaintext, CiphertextBlob, KeyId } = await sealed();
    expect(KeyId).toBe(KEY);
    expect(Plaintext).toHaveLength(32);
    const opened = await client.send(new DecryptCommand({ CiphertextBlob, EncryptionContext: context }));
    expect(opened).toMatchObject({ KeyId: KEY, Plaintext });
  });

  it('never makes the same key twice', async () => {
    const [first, second] = await Promise.all([sealed(), sealed()]);
    expect(first.Plaintext).not.toEqual(second.Plaintext);
  });

  it('takes the context in any order, and no other context', async () => {
    const { CiphertextBlob, Plaintext } = await sealed();
    const decrypt = (EncryptionContext?: Record<string, string>) =>
      client.send(new DecryptCommand({ CiphertextBlob, EncryptionContext }));
    expect(await decrypt({ of: 'keys', purpose: 'test' })).toMatchObject({ Plaintext });
    for (const wrong of [undefined, { purpose: 'test' }, { ...context, more: 'x' }]) {
      expect(await nameOf(decrypt(wrong))).toBe('InvalidCiphertextException');
    }
  });

  it('says which key is not there, is another, or sealed nothing of the sort', async () => {
    const { CiphertextBlob } = await sealed();
    const generate = new GenerateDataKeyCommand({ KeyId: 'nobody', KeySpec: 'AES_256' });
    expect(await nameOf(client.send(generate))).toBe('NotFoundException');
    const withKey = new DecryptCommand({ CiphertextBlob, KeyId: OTHER, EncryptionContext: context });
    expect(await nameOf(client.send(withKey))).toBe('IncorrectKeyException');
    for (const blob of ['x', 'a longer one that says nothing', '\u0000\u0005short']) {
      const rubbish = new DecryptCommand({ CiphertextBlob: Buffer.from(blob) });
      expect(await nameOf(client.send(rubbish))).toBe('InvalidCiphertextException');
    }
  });

  it('wants one size of a key', async () => {
    expect(await nameOf(client.send(new GenerateDataKeyCommand({ KeyId: KEY })))).toBe('ValidationException');
  });
});

describe('the secret of the stand-in', () => {
  const generate = (kms: KmsStandIn) => {
    kms.createKey(KEY);
    return kms.generateDataKey(KEY, { spec: 'AES_256' }, context);
  };

  it('opens after a restart what was sealed before, where it is the same', () => {
    const secret = Buffer.alloc(32, 7);
    const { ciphertext, plaintext } = generate(new KmsStandIn(secret));
    const restarted = new KmsStandIn(Buffer.from(secret));
    restarted.createKey(KEY);
    expect(restarted.decrypt(ciphertext, KEY, context).plaintext).toEqual(plaintext);
  });

  it('is another in each process, where none is given', () => {
    const { ciphertext } = generate(new KmsStandIn());
    const other = new KmsStandIn();
    other.createKey(KEY);
    expect(() => other.decrypt(ciphertext, KEY, context)).toThrow(
      expect.objectContaining({ shape: 'InvalidCiphertextException' }),
    );
  });
});
