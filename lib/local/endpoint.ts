import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { AwsError } from './aws-error.ts';
import { comprehendProtocol } from './comprehend/json-protocol.ts';
import type { ComprehendStandIn } from './comprehend/stand-in.ts';
import type { LocalDynamo } from './dynamo.ts';
import { eventsProtocol } from './events/json-protocol.ts';
import type { EventsStandIn } from './events/stand-in.ts';
import { kmsProtocol } from './kms/json-protocol.ts';
import type { KmsStandIn } from './kms/stand-in.ts';
import type { Protocol, ServiceCall, WireAnswer, WireMessage } from './protocol.ts';
import type { LocalS3 } from './s3/stand-in.ts';
import { sqsJsonProtocol } from './sqs/json-protocol.ts';
import { sqsQueryProtocol } from './sqs/query-protocol.ts';
import type { QueueService } from './sqs/queues.ts';

/** One call as a guard sees it: who (the access key of its SigV4 credential, if any) wants which action on what. */
export interface GuardedCall extends ServiceCall {
  accessKeyId: string | undefined;
  service: Protocol['service'] | Relay['service'];
}

/** A service that writes its own answers. */
type Relay = LocalDynamo | LocalS3;

/** Lets a call pass, or says why not: the caller then gets AccessDeniedException with that text. */
export type Authorize = (call: GuardedCall) => Promise<undefined | { denied: string }>;

export interface EndpointOptions {
  /** 0 picks a free one. */
  port: number;
  sqs: QueueService;
  comprehend: ComprehendStandIn;
  kms: KmsStandIn;
  events: EventsStandIn;
  dynamo: LocalDynamo;
  s3: LocalS3;
  authorize?: Authorize;
}

export interface Endpoint {
  /** `http://127.0.0.1:4566`, without a trailing slash. */
  url: string;
  /** Hangs up on everybody: long polls end without taking anything. */
  close(): Promise<void>;
}

/** Only this machine gets in: nothing here checks signatures. */
const HOST = '127.0.0.1';
/** Longer than any client keeps an idle connection, so that none sends into one that is just being closed. */
const KEEP_ALIVE_MS = 65_000;
/** DynamoDB takes 16 MiB in one request, more than the others. */
const MAX_REQUEST_BYTES = 16 * 1024 * 1024;

/**
 * One address for all services, as `AWS_ENDPOINT_URL` and `--endpoint-url` want it: the header X-Amz-Target
 * says which one is meant; without it a request signed for S3 is S3's, and a form post is SQS's Query protocol. Signatures are read for the access key,
 * never checked. Rejects where the port is taken.
 */
export const startEndpoint = async ({
  port,
  sqs,
  comprehend,
  kms,
  events,
  dynamo,
  s3,
  authorize,
}: EndpointOptions): Promise<Endpoint> => {
  const sqsJson = sqsJsonProtocol(sqs);
  const sqsQuery = sqsQueryProtocol(sqs);
  const standIn = comprehendProtocol(comprehend);
  const keys = kmsProtocol(kms);
  const buses = eventsProtocol(events);

  const protocolOf = (target: string | undefined, headers: IncomingHttpHeaders): Protocol | Relay | undefined => {
    if (target === undefined) {
      if (isSignedFor('s3', headers.authorization)) return s3;
      return headers['content-type']?.startsWith('application/x-www-form-urlencoded') ? sqsQuery : undefined;
    }
    if (target.startsWith('DynamoDB_20120810.')) return dynamo;
    if (target.startsWith('AmazonSQS.')) return sqsJson;
    if (target.startsWith('Comprehend_20171127.')) return standIn;
    if (target.startsWith('TrentService.')) return keys;
    if (target.startsWith('AWSEvents.')) return buses;
    return undefined;
  };

  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { headers } = request;
    const target = headers['x-amz-target']?.toString();
    const protocol = protocolOf(target, headers);
    try {
      const body = await bodyOf(request);
      if (!protocol) throw unknownTarget(target);
      const accessKeyId = accessKeyOf(headers.authorization);
      const { method = 'POST', url: path = '/' } = request;
      const message: WireMessage = { target, method, path, body: protocol.service === 's3' ? '' : body.toString() };
      const guard = async (call: ServiceCall): Promise<void> => {
        const verdict = await authorize?.({ ...call, accessKeyId, service: protocol.service });
        if (!verdict) return;
        // SQS and S3 say 403, the others 400.
        const status = ['sqs', 's3'].includes(protocol.service) ? 403 : 400;
        throw new AwsError('AccessDeniedException', verdict.denied, status);
      };
      if ('relay' in protocol) {
        if (authorize) await guard(protocol.decode(message));
        await protocol.relay(request, body, response);
        return;
      }
      const call = protocol.decode(message);
      await guard(call);
      const signal = hangUpOf(response);
      send(response, await protocol.answer(call, { accessKeyId, endpoint: url, signal }));
    } catch (error) {
      if (response.destroyed) return; // hung up: nobody to tell, and nothing wrong here
      const refusal = error instanceof AwsError ? error : internalFailure(error);
      // Where nobody is addressed, DynamoDB's plain JSON shape is one that every SDK can read.
      send(response, (protocol ?? dynamo).refuse(refusal));
    }
  };

  const server = createServer(
    { keepAliveTimeout: KEEP_ALIVE_MS },
    (request, response) => void serve(request, response),
  );
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => reject(isPortTaken(error) ? portTaken(port, error) : error));
    server.listen(port, HOST, resolve);
  });
  const url = `http://${HOST}:${(server.address() as AddressInfo).port}`;

  return {
    url,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};

/** Whether a start failed because another program listens on the port. */
export const isPortTaken = (error: unknown): boolean =>
  error instanceof Error && (('code' in error && error.code === 'EADDRINUSE') || isPortTaken(error.cause));

const portTaken = (port: number, cause: Error): Error =>
  new Error(
    `Port ${port} is taken by another program. End that one, or choose another port: --port 0 picks a free one.`,
    { cause },
  );

const unknownTarget = (target: string | undefined): AwsError =>
  new AwsError(
    'UnknownOperationException',
    `${target === undefined ? 'A request without X-Amz-Target' : `The target ${target}`} is not served here. Served are DynamoDB_20120810.*, AmazonSQS.*, Comprehend_20171127.*, TrentService.* (KMS), AWSEvents.* (EventBridge), and what is signed for S3.`,
  );

/** A bug of the local cloud: the caller learns that it is not its own fault, the person at the console learns which. */
const internalFailure = (error: unknown): AwsError => {
  console.error('endpoint.failed', error);
  return new AwsError('InternalFailure', 'The local cloud failed; its console says why.', 500);
};

/** By its events: iterating over a request costs more than reading it. */
const bodyOf = (request: IncomingMessage): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let bytes = 0;
    request.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes > MAX_REQUEST_BYTES) reject(new AwsError('RequestEntityTooLargeException', 'Over 16 MiB.', 413));
      else chunks.push(chunk);
    });
    request.on('end', () => resolve(chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks)));
    request.on('error', reject);
    request.on('close', () => request.complete || reject(new Error('the client hung up')));
  });

/** `AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20260305/us-east-1/sqs/aws4_request, ...` -> `AKIDEXAMPLE`. */
const accessKeyOf = (authorization: string | undefined): string | undefined =>
  /Credential=([^/,\s]+)\//.exec(authorization ?? '')?.[1];

/** `.../20260305/us-east-1/s3/aws4_request, ...` is signed for `s3`. */
const isSignedFor = (service: string, authorization: string | undefined): boolean =>
  /Credential=[^,\s]+\/([^/,\s]+)\/aws4_request/.exec(authorization ?? '')?.[1] === service;

/** Aborts when the client goes before it has its answer. */
const hangUpOf = (response: ServerResponse): AbortSignal => {
  const hangUp = new AbortController();
  if (response.destroyed) hangUp.abort();
  response.once('close', () => {
    if (!response.writableFinished) hangUp.abort();
  });
  return hangUp.signal;
};

const send = (response: ServerResponse, { status, headers, body }: WireAnswer): void => {
  if (response.destroyed) return;
  response.writeHead(status, { ...headers, 'content-length': Buffer.byteLength(body) }).end(body);
};
