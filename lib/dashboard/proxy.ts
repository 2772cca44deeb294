import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { AwsV4Signer } from 'aws4fetch';
import { bearsKey, cookieFor, turnedAway } from './guard.ts';

/** Credentials as the SDK finds them. */
export interface Credentials {
  accessKeyId: string;
  secretAccessKey: string;
  sessionToken?: string | undefined;
}

export interface ProxyOptions {
  /** Of the API, without a slash at the end. */
  api: string;
  region: string;
  /** Asked before each request, so that what was renewed meanwhile is used. */
  credentials(): Promise<Credentials>;
  /** 0 picks a free one. */
  port: number;
  /** That a browser must bring; absent where anybody on this machine may ask. */
  key?: string;
  /** Told, once for each reason, of what the person at the terminal can mend. */
  say(text: string): void;
}

export interface SigningProxy {
  /** What to open, with the key where there is one. */
  url: string;
  close(): Promise<void>;
}

const HOST = '127.0.0.1';
/** As much as the API takes of a body, and more than it answers. */
const MOST_BYTES = 256 * 1024;
const TIMEOUT_MS = 35_000;

/** Of a request only what the API reads; a cookie is for the proxy alone. */
const forwarded = ['accept', 'accept-encoding', 'content-type', 'if-none-match'];
/** Of an answer only what is of the content: a connection's own headers end here (RFC 9110, 7.6.1). */
const dropped = new Set([
  'connection',
  'keep-alive',
  'transfer-encoding',
  'content-length',
  'content-encoding',
  'set-cookie',
]);

const bodyOf = async (request: IncomingMessage): Promise<Buffer | undefined> => {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > MOST_BYTES) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
};

const text = (response: ServerResponse, status: number, body: string, headers: Record<string, string> = {}): void => {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store', ...headers });
  response.end(`${body}\n`);
};

/** What a refusal by API Gateway means for who started the proxy; the API's own refusals say it themselves. */
const hintOf = (status: number, type: string): string | undefined =>
  status === 403 && !type.startsWith('application/problem+json')
    ? 'AWS does not let these credentials ask for that: they need one of the policies that the stack tells of in its outputs, ReaderPolicyArn, LeadPolicyArn or PrivacyPolicyArn, or they have expired.'
    : undefined;

/**
 * Serves the page at an address of this machine, and signs what it asks (Signature Version 4, service execute-api).
 *
 * @throws Error with code EADDRINUSE where the port is taken
 */
export const startProxy = async ({
  api,
  region,
  credentials,
  port: wanted,
  key,
  say,
}: ProxyOptions): Promise<SigningProxy> => {
  const said = new Set<string>();
  const sayOnce = (line: string): void => {
    if (!said.has(line)) say(line);
    said.add(line);
  };

  const pass = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = await bodyOf(request);
    if (!body) return text(response, 413, `A request has at most ${MOST_BYTES} bytes.`);
    const { accessKeyId, secretAccessKey, sessionToken } = await credentials();
    const signer = new AwsV4Signer({
      url: `${api}${request.url ?? '/'}`,
      method: request.method ?? 'GET',
      headers: Object.fromEntries(
        forwarded.flatMap((name) => {
          const value = request.headers[name];
          return value === undefined ? [] : [[name, [value].flat().join(', ')]];
        }),
      ),
      ...(body.length > 0 && { body }),
      service: 'execute-api',
      region,
      accessKeyId,
      secretAccessKey,
      ...(sessionToken !== undefined && { sessionToken }),
    });
    const { url, method, headers, body: signed } = await signer.sign();
    const answer = await fetch(url, {
      method,
      headers,
      ...(signed && { body: signed }),
      redirect: 'manual',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    const content = Buffer.from(await answer.arrayBuffer());
    const hint = hintOf(answer.status, answer.headers.get('content-type') ?? '');
    if (hint) sayOnce(hint);
    response.writeHead(answer.status, Object.fromEntries([...answer.headers].filter(([name]) => !dropped.has(name))));
    response.end(content);
  };

  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { port } = server.address() as AddressInfo;
    const [path = '/', query = ''] = (request.url ?? '/').split('?', 2);
    const isOpened = key !== undefined && path === '/' && bearsKey(query, key);
    const turned = turnedAway(request, port, isOpened ? undefined : key);
    if (turned) return text(response, turned.status, turned.because);
    if (isOpened && key !== undefined)
      return text(response, 303, 'Open.', { 'set-cookie': cookieFor(key), location: '/' });
    await pass(request, response);
  };

  const server = createServer((request, response) => {
    serve(request, response).catch((error: unknown) => {
      if (response.destroyed) return;
      const because = error instanceof Error ? error.message : String(error);
      sayOnce(`The API cannot be asked: ${because}`);
      if (response.headersSent) response.destroy();
      else text(response, 502, `The API cannot be asked: ${because}`);
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(wanted, HOST, resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://${HOST}:${port}/${key === undefined ? '' : `?key=${key}`}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};
