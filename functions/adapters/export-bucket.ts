import { PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { DependencyError } from '../runtime/errors.ts';

/** The bucket that findings are exported to. */
export class ExportBucket {
  readonly #client: S3Client;
  readonly #name: string;

  constructor(client: S3Client, name: string) {
    this.#client = client;
    this.#name = name;
  }

  /** Puts an object, in place of the one that is there. */
  put = async (key: string, body: string): Promise<void> => {
    const ContentType = key.endsWith('.json') ? 'application/json' : 'application/x-ndjson';
    try {
      await this.#client.send(new PutObjectCommand({ Bucket: this.#name, Key: key, Body: body, ContentType }));
    } catch (error) {
      throw new DependencyError('export bucket: PutObject failed', { cause: error });
    }
  };
}
