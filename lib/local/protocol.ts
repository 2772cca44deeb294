import { AwsError } from './aws-error.ts';

/** What came over HTTP, before anybody knows what it means. */
export interface WireMessage {
  /** The header X-Amz-Target: `AmazonSQS.SendMessage`. A form post has none. */
  target: string | undefined;
  /** Of HTTP: most services are always posted to. */
  method: string;
  /** Path and query of the address. */
  path: string;
  body: string;
}

/** A request whose meaning is known: one action of one service, in the JSON shape of that service's API. */
export interface ServiceCall {
  action: string;
  request: Record<string, unknown>;
}

/** What an answer may depend on beside the request. */
export interface CallContext {
  /** Access key id of the SigV4 credential; absent where the request bears none. */
  accessKeyId: string | undefined;
  /** This server's address without a trailing slash: queue URLs begin with it. */
  endpoint: string;
  /** Aborted when the client hangs up: a long poll then takes nothing. */
  signal: AbortSignal;
}

export interface WireAnswer {
  status: number;
  headers: Record<string, string>;
  body: string;
}

/**
 * One way of speaking to one service. All three methods may throw or take an AwsError; only `refuse` makes bytes of
 * it.
 */
export interface Protocol {
  service: 'sqs' | 'comprehend' | 'dynamodb' | 'kms' | 'events';
  decode(message: WireMessage): ServiceCall;
  answer(call: ServiceCall, context: CallContext): Promise<WireAnswer>;
  refuse(error: AwsError): WireAnswer;
}

/** The action a target header names: `AmazonSQS.SendMessage` -> `SendMessage`. */
export const actionOf = (target: string | undefined): string => target?.slice(target.indexOf('.') + 1) ?? '';

/** Reads a JSON body; AWS answers SerializationException for one that is no JSON object. */
export const jsonObject = (body: string): Record<string, unknown> => {
  let value: unknown;
  try {
    value = JSON.parse(body === '' ? '{}' : body);
  } catch {
    throw new AwsError('SerializationException', 'The body is not JSON.');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new AwsError('SerializationException', 'The body must be one JSON object.');
  }
  return { ...value };
};
