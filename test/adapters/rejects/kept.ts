import { KMSClient } from '@aws-sdk/client-kms';
import { afterAll, beforeAll } from 'vitest';
import { BodyOpener, BodySealer } from '../../../functions/adapters/rejects/body-seal.ts';
import { KmsStandIn } from '../../../lib/local/kms/stand-in.ts';
import { makeEndpoint, type RunningEndpoint } from '../../local/running-endpoint.ts';

export const KEY = 'arn:aws:kms:us-east-1:000000000000:key/bodies';

/** A key service for the tests of a file, over the wire; its clients count what they send. */
export const keyService = () => {
  let endpoint: RunningEndpoint;
  const kms = new KmsStandIn();
  kms.createKey(KEY);
  beforeAll(async () => {
    endpoint = await makeEndpoint({ kms });
  });
  afterAll(() => endpoint.close());
  return () => {
    const client = new KMSClient(endpoint.clientConfig);
    const calls: string[] = [];
    client.middlewareStack.add(
      (next, { commandName = '' }) =>
        (args) => {
          calls.push(commandName.replace('Command', ''));
          return next(args);
        },
      { step: 'initialize' },
    );
    return { client, calls, sealer: new BodySealer(client, KEY), opener: new BodyOpener(client, KEY) };
  };
};

/** A client that reaches nobody. */
export const deadClient = (): KMSClient =>
  new KMSClient({
    endpoint: 'http://127.0.0.1:1',
    region: 'us-east-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    maxAttempts: 1,
  });
