import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import dynalite from 'dynalite';
import type { AwsError } from './aws-error.ts';
import { actionOf, jsonObject, type ServiceCall, type WireAnswer, type WireMessage } from './protocol.ts';

/** DynamoDB in memory. It writes its own answers, so it is handed the response instead of giving back bytes. */
export interface LocalDynamo {
  service: 'dynamodb';
  decode(message: WireMessage): ServiceCall;
  relay(request: IncomingMessage, body: Buffer, response: ServerResponse): void;
  refuse(error: AwsError): WireAnswer;
}

/**
 * A DynamoDB by dynalite, empty, gone with the process. What it lacks: transactions, streams, PartiQL, time to live,
 * the item on a failed condition, capacity by index. It listens on no port; the endpoint hands it requests.
 */
export const makeDynamo = (): LocalDynamo => {
  const server = dynalite({ createTableMs: 0, updateTableMs: 0, deleteTableMs: 0 });
  return {
    service: 'dynamodb',
    decode: ({ target, body }) => ({ action: actionOf(target), request: jsonObject(body) }),
    relay: (request, body, response) => {
      server.emit('request', replay(request, body), response);
    },
    refuse: (error) => ({
      status: error.status,
      headers: { 'content-type': 'application/x-amz-json-1.0' },
      body: JSON.stringify({ __type: `com.amazon.coral.service#${error.shape}`, message: error.message }),
    }),
  };
};

/**
 * A request whose body has been read, readable again: dynalite reads the stream and looks at these three fields only.
 */
const replay = ({ headers, method, url }: IncomingMessage, body: Buffer): Readable =>
  Object.assign(Readable.from([body]), { headers, method, url });
