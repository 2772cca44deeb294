import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { AwsV4Signer } from 'aws4fetch';
import { targetOf } from '../request-target.ts';
import { wholeBody } from '../whole-body.ts';
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
/** As much as the API takes of a body. */
const MOST_BYTES = 256 * 1024;
/** Seconds; API Gateway waits for 30. */
const TIMEOUT = 35;

/** Of a request only what the API reads; a cookie is for the proxy alone. */
const forwarded = ['accept', 'content-type', 'if-none-match'];
/**
 * Of an answer only what is of the content: a connection's own headers end here (RFC 9110, 7.6.1), content comes unpacked, and
 * who speaks without TLS must not promise it (RFC 6797, 7.2).
 */
const dropped = new Set([
  'connection',
  'keep-alive',
  'proxy-connection',
  'transfer-encoding',
  'upgrade',
  'content-length',
  'content-encoding',
  'set-cookie',
  'strict-transport-security',
]);
/** Answers that have no content, and so no length (RFC 9110, 8.6). */
const bare = [204, 304];

const encoded = (part: string): string =>
  encodeURIComponent(part).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

/** As a signature has it: a `+`, which one reader takes for a space and another for itself, is never sent. */
const unambiguous = (query: string): string =>
  [...new URLSearchParams(query)]
    .filter(([name]) => name !== '')
    .map((pair) => pair.map(encoded).join('='))
    .join('&');

/** Why nothing came back, without an address: that is told beside it. */
const reasonOf = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error);
  if (error.name === 'TimeoutError') return `nothing came for ${TIMEOUT} seconds`;
  const { cause } = error;
  return cause instanceof Error && 'code' in cause ? String(cause.code) : error.message;
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

  /** Only what every signature must have is signed: nothing on the way may break it. */
  const signed = async (method: string, path: string, body: Buffer): Promise<{ url: URL; headers: Headers }> => {
    const { accessKeyId, secretAccessKey, sessionToken } = await credentials();
    const signer = new AwsV4Signer({
      url: `${api}${path}`,
      method,
      ...(body.length > 0 && { body }),
      service: 'execute-api',
      region,
      accessKeyId,
      secretAccessKey,
      ...(sessionToken !== undefined && { sessionToken }),
    });
    return signer.sign();
  };

  const asked = async (method: string, path: string, request: IncomingMessage, body: Buffer) => {
    const { url, headers } = await signed(method, path, body);
    for (const name of forwarded) {
      const value = request.headers[name];
      if (value !== undefined) headers.set(name, [value].flat().join(', '));
    }
    try {
      const answer = await fetch(url, {
        method,
        headers,
        ...(body.length > 0 && { body }),
        redirect: 'manual',
        signal: AbortSignal.timeout(TIMEOUT * 1000),
      });
      return { answer, content: Buffer.from(await answer.arrayBuffer()) };
    } catch (cause) {
      throw new Error(`${api} does not answer: ${reasonOf(cause)}`, { cause });
    }
  };

  const pass = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = await wholeBody(request, MOST_BYTES);
    if (!body) return text(response, 413, `A request has at most ${MOST_BYTES} bytes.`);
    const { method = 'GET' } = request;
    const { path, query } = targetOf(request);
    const parameters = unambiguous(query);
    // The API has no routes of HEAD; of what answers one, the content is left out here.
    const { answer, content } = await asked(
      method === 'HEAD' ? 'GET' : method,
      `${path}${parameters === '' ? '' : `?${parameters}`}`,
      request,
      body,
    );
    const hint = hintOf(answer.status, answer.headers.get('content-type') ?? '');
    if (hint) sayOnce(hint);
    response.writeHead(answer.status, {
      ...Object.fromEntries([...answer.headers].filter(([name]) => !dropped.has(name))),
      ...(!bare.includes(answer.status) && { 'content-length': content.length }),
    });
    response.end(content);
  };

  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { port } = server.address() as AddressInfo;
    const { path, query } = targetOf(request);
    const isOpened = key !== undefined && path === '/' && bearsKey(query, key);
    const turned = turnedAway(request, port, isOpened ? undefined : key);
    if (turned) return text(response, turned.status, turned.because);
    if (isOpened && key !== undefined)
      return text(response, 303, 'Open.', { 'set-cookie': cookieFor(key, port), location: '/' });
    await pass(request, response);
  };

  const server = createServer((request, response) => {
    serve(request, response).catch((error: unknown) => {
      if (response.destroyed) return;
      const because = error instanceof Error ? error.message : String(error);
      sayOnce(`The API cannot be asked: ${because}.`);
      if (response.headersSent) response.destroy();
      else text(response, 502, `The API cannot be asked: ${because}.`);
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
