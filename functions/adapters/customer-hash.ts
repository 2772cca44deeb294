import { createHmac } from 'node:crypto';
import { DeploymentSecret } from './deployment-secret.ts';
import type { DynamoTable } from './dynamo-table.ts';

/** Keyed hash of customers, for rows that must tell two customers apart and name neither. */
export class CustomerHash {
  readonly #key: DeploymentSecret;

  constructor(erasures: DynamoTable) {
    this.#key = new DeploymentSecret(erasures, 'hash-key');
  }

  /** 12 URL-safe characters: 72 bits tell a billion customers apart but for odds of one in ten thousand. */
  async hash(customerId: string): Promise<string> {
    return createHmac('sha256', await this.#key.value())
      .update(customerId)
      .digest('base64url')
      .slice(0, 12);
  }
}
