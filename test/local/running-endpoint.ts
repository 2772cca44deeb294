import type { ComprehendFaults } from '../../lib/local/comprehend/stand-in.ts';
import { ComprehendStandIn } from '../../lib/local/comprehend/stand-in.ts';
import { makeDynamo } from '../../lib/local/dynamo.ts';
import { type Authorize, type Endpoint, startEndpoint } from '../../lib/local/endpoint.ts';
import { EventsStandIn } from '../../lib/local/events/stand-in.ts';
import { KmsStandIn } from '../../lib/local/kms/stand-in.ts';
import { type LocalS3, makeS3 } from '../../lib/local/s3/stand-in.ts';
import { QueueService } from '../../lib/local/sqs/queues.ts';

export interface RunningEndpoint extends Endpoint {
  /** For any SDK client: no retries, so that a test sees the first refusal. */
  clientConfig: {
    endpoint: string;
    region: string;
    credentials: { accessKeyId: string; secretAccessKey: string };
    maxAttempts: number;
  };
}

/** EventBridge as an account has it that nobody did anything in. */
export const noBuses = (): EventsStandIn =>
  new EventsStandIn({ now: () => Date.now(), region: 'us-east-1', accountId: '000000000000' });

/** All services behind one free port. */
export const makeEndpoint = async (
  options: {
    faults?: ComprehendFaults;
    authorize?: Authorize;
    kms?: KmsStandIn;
    events?: EventsStandIn;
    s3?: LocalS3;
  } = {},
): Promise<RunningEndpoint> => {
  const endpoint = await startEndpoint({
    port: 0,
    sqs: new QueueService({ now: () => Date.now() }),
    comprehend: new ComprehendStandIn(options.faults),
    kms: options.kms ?? new KmsStandIn(),
    events: options.events ?? noBuses(),
    dynamo: makeDynamo(),
    s3: options.s3 ?? makeS3(),
    ...(options.authorize ? { authorize: options.authorize } : {}),
  });
  const credentials = { accessKeyId: 'AKIDLOCAL', secretAccessKey: 'local' };
  return {
    ...endpoint,
    clientConfig: { endpoint: endpoint.url, region: 'us-east-1', credentials, maxAttempts: 1 },
  };
};
