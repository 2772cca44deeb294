import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { DecryptCommand, GenerateDataKeyCommand, type KMSClient } from '@aws-sdk/client-kms';
import { type Instant, millis } from '../../domain/instant.ts';
import { BODY_PURPOSE } from '../../domain/rejects/reject.ts';
import { DependencyError } from '../../runtime/errors.ts';

/** A body that nobody reads without the key service: AES-256-GCM under a data key, which itself is encrypted. */
export interface SealedBody {
  encryptedKey: Uint8Array;
  /** 96 bits, never twice under one key (NIST SP 800-38D, 8.2.2). */
  iv: Uint8Array;
  tag: Uint8Array;
  ciphertext: Uint8Array;
}

const CIPHER = 'aes-256-gcm';
/** A data key serves so long and so many bodies at most: one that leaked opens no more than these. */
const KEY_MS = 5 * 60_000;
const KEY_BODIES = 1_000;
/** After a failure nobody asks again for so long: a hundred messages that wait for a service that is down fail at once. */
const PAUSE_MS = 10_000;

interface DataKey {
  plaintext: Uint8Array;
  encrypted: Uint8Array;
}

/** Seals bodies; asks for a data key once for many. What it seals it cannot open. */
export class BodySealer {
  readonly #client: KMSClient;
  readonly #keyId: string;
  #key: Promise<DataKey> | undefined;
  #until = 0;
  #left = 0;

  constructor(client: KMSClient, keyId: string) {
    this.#client = client;
    this.#keyId = keyId;
  }

  /** Seals a body under its name: opened under another, it is refused. */
  async seal(body: string, name: string, at: Instant): Promise<SealedBody> {
    const { plaintext, encrypted } = await this.#dataKey(millis(at));
    const iv = randomBytes(12);
    const cipher = createCipheriv(CIPHER, plaintext, iv).setAAD(Buffer.from(name));
    const ciphertext = Buffer.concat([cipher.update(body, 'utf8'), cipher.final()]);
    return { encryptedKey: encrypted, iv, tag: cipher.getAuthTag(), ciphertext };
  }

  #dataKey(now: number): Promise<DataKey> {
    if (this.#key === undefined || now >= this.#until || this.#left === 0) {
      const asked = this.#generate();
      this.#key = asked;
      this.#until = now + KEY_MS;
      this.#left = KEY_BODIES;
      asked.catch(() => {
        if (this.#key === asked) this.#until = now + PAUSE_MS;
      });
    }
    this.#left--;
    return this.#key;
  }

  async #generate(): Promise<DataKey> {
    try {
      const made = await this.#client.send(
        new GenerateDataKeyCommand({
          KeyId: this.#keyId,
          KeySpec: 'AES_256',
          EncryptionContext: BODY_PURPOSE,
        }),
      );
      return { plaintext: made.Plaintext as Uint8Array, encrypted: made.CiphertextBlob as Uint8Array };
    } catch (error) {
      throw new DependencyError('key of rejected bodies: GenerateDataKey failed', { cause: error });
    }
  }
}

/** Opens sealed bodies; many share a data key, which is decrypted once. */
export class BodyOpener {
  readonly #client: KMSClient;
  readonly #keyId: string;
  readonly #keys = new Map<string, Promise<Uint8Array>>();

  constructor(client: KMSClient, keyId: string) {
    this.#client = client;
    this.#keyId = keyId;
  }

  /** The body as it was sealed under this name. */
  async open({ encryptedKey, iv, tag, ciphertext }: SealedBody, name: string): Promise<string> {
    const key = await this.#dataKey(encryptedKey);
    const decipher = createDecipheriv(CIPHER, key, iv).setAAD(Buffer.from(name)).setAuthTag(tag);
    try {
      return Buffer.concat([decipher.update(ciphertext), decipher.final()]).toString();
    } catch (error) {
      throw new DependencyError('sealed body: it is not what was sealed under this name', { cause: error });
    }
  }

  #dataKey(encrypted: Uint8Array): Promise<Uint8Array> {
    const name = Buffer.from(encrypted).toString('base64');
    const known = this.#keys.get(name) ?? this.#decrypt(encrypted);
    this.#keys.set(name, known);
    return known;
  }

  async #decrypt(encrypted: Uint8Array): Promise<Uint8Array> {
    try {
      const opened = await this.#client.send(
        new DecryptCommand({
          KeyId: this.#keyId,
          CiphertextBlob: encrypted,
          EncryptionContext: BODY_PURPOSE,
        }),
      );
      return opened.Plaintext as Uint8Array;
    } catch (error) {
      throw new DependencyError('key of rejected bodies: Decrypt failed', { cause: error });
    }
  }
}
