import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import { AwsError } from '../aws-error.ts';

/** What a caller binds a ciphertext to: it must be told again, the same, to open it. */
export type EncryptionContext = Readonly<Record<string, string>>;

const CIPHER = 'aes-256-gcm';
const IV_BYTES = 12;
const TAG_BYTES = 16;
/** The ciphertext tells its key, as in AWS, where Decrypt need not name it: two bytes of length, then the ARN. */
const LENGTH_BYTES = 2;

/** KMS, GenerateDataKey: `NumberOfBytes` from 1 to 1,024, or a key of one of two sizes. */
const MAX_KEY_BYTES = 1024;
const KEY_BYTES: Readonly<Record<string, number>> = { AES_128: 16, AES_256: 32 };

/**
 * A STAND-IN for AWS Key Management Service, not KMS: it keeps one secret in the memory of this process, or wherever the
 * secret it is given came from. Its ciphertexts are AES-GCM under that secret, so a wrong key, context or ciphertext fails
 * as in AWS; but who has the secret has all keys. It knows symmetric keys and two calls, GenerateDataKey and Decrypt.
 * Nothing leaves the machine.
 */
export class KmsStandIn {
  readonly #secret: Buffer;
  readonly #arns = new Set<string>();

  /** @param secret the same again opens what was sealed before; left out, a random one, gone with the process */
  constructor(secret: Buffer = randomBytes(32)) {
    this.#secret = secret;
  }

  /** Makes a key known. */
  createKey(arn: string): void {
    this.#arns.add(arn);
  }

  /** A new data key, in the clear and sealed. Throws AwsError. */
  generateDataKey(
    keyId: string,
    size: { spec?: string | undefined; bytes?: number | undefined },
    context: EncryptionContext,
  ): { arn: string; plaintext: Buffer; ciphertext: Buffer } {
    const arn = this.#arnOf(keyId);
    const bytes = size.bytes ?? KEY_BYTES[size.spec ?? ''];
    if ((size.bytes === undefined) === (size.spec === undefined) || !bytes || bytes < 1 || bytes > MAX_KEY_BYTES) {
      throw new AwsError('ValidationException', 'Please specify either number of bytes or key spec.');
    }
    const plaintext = randomBytes(bytes);
    const iv = randomBytes(IV_BYTES);
    const cipher = createCipheriv(CIPHER, this.#keyOf(arn), iv).setAAD(boundTo(arn, context));
    const sealed = Buffer.concat([cipher.update(plaintext), cipher.final()]);
    const length = Buffer.alloc(LENGTH_BYTES);
    length.writeUInt16BE(Buffer.byteLength(arn));
    return {
      arn,
      plaintext,
      ciphertext: Buffer.concat([length, Buffer.from(arn), iv, cipher.getAuthTag(), sealed]),
    };
  }

  /** Opens what a key of ours sealed. Throws AwsError: InvalidCiphertextException also for another context. */
  decrypt(
    ciphertext: Buffer,
    keyId: string | undefined,
    context: EncryptionContext,
  ): { arn: string; plaintext: Buffer } {
    if (ciphertext.length < LENGTH_BYTES) throw invalidCiphertext();
    const at = LENGTH_BYTES + ciphertext.readUInt16BE();
    const arn = ciphertext.subarray(LENGTH_BYTES, at).toString();
    if (!this.#arns.has(arn) || ciphertext.length < at + IV_BYTES + TAG_BYTES) throw invalidCiphertext();
    if (keyId !== undefined && this.#arnOf(keyId) !== arn) {
      throw new AwsError(
        'IncorrectKeyException',
        'The key ID in the request does not identify a CMK that can perform this operation.',
      );
    }
    const iv = ciphertext.subarray(at, at + IV_BYTES);
    const tag = ciphertext.subarray(at + IV_BYTES, at + IV_BYTES + TAG_BYTES);
    const decipher = createDecipheriv(CIPHER, this.#keyOf(arn), iv).setAAD(boundTo(arn, context)).setAuthTag(tag);
    try {
      const sealed = ciphertext.subarray(at + IV_BYTES + TAG_BYTES);
      return { arn, plaintext: Buffer.concat([decipher.update(sealed), decipher.final()]) };
    } catch {
      throw invalidCiphertext(); // the platform's way of saying that the tag does not fit
    }
  }

  /** The key that an ARN or the id at its end names. */
  #arnOf(keyId: string): string {
    const arn = [...this.#arns].find((known) => known === keyId || known.endsWith(`/${keyId}`));
    if (arn === undefined) throw new AwsError('NotFoundException', `Key '${keyId}' does not exist`);
    return arn;
  }

  #keyOf(arn: string): Buffer {
    return createHmac('sha256', this.#secret).update(arn).digest();
  }
}

const boundTo = (arn: string, context: EncryptionContext): Buffer =>
  Buffer.from(JSON.stringify([arn, Object.entries(context).sort(([a], [b]) => (a < b ? -1 : 1))]));

const invalidCiphertext = (): AwsError => new AwsError('InvalidCiphertextException', '');
