import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { securityHeaders } from './headers.ts';
import type { PublicConfig } from './public-config.ts';
import type { ShellEntry } from './shell.ts';

/** All that it ever answers from is given at the start: it reads nothing, and so has nothing to give away. */
export interface Deps {
  shell: readonly ShellEntry[];
  config: PublicConfig;
}

type Request = Pick<APIGatewayProxyEventV2, 'rawPath' | 'headers'>;

const YEAR_SECONDS = 31_536_000;

/** The name of an asset changes with its content; of all else a browser asks whether it is still so. */
const cacheControl = (path: string): string =>
  path.startsWith('/assets/') ? `public, max-age=${YEAR_SECONDS}, immutable` : 'no-cache';

const configEntry = ({ page }: PublicConfig): ShellEntry => {
  const content = JSON.stringify(page);
  const hash = createHash('sha256').update(content).digest('base64url').slice(0, 16);
  return { path: '/config.json', type: 'application/json', gzip: gzipSync(content).toString('base64'), hash };
};

/** RFC 9110, 12.5.3: `gzip;q=0` is a refusal. */
const takesGzip = (accepted = ''): boolean =>
  accepted.split(',').some((one) => /^\s*(?:gzip|\*)\s*(?:;\s*q=(?!0(?:\.0*)?\s*$).*)?$/i.test(one));

/** RFC 9110, 13.1.2: weakly, since the same content is sent packed or not. */
const isKnown = (asked = '', tag: string): boolean =>
  asked.split(',').some((one) => one.trim() === '*' || one.trim().replace(/^W\//, '') === tag);

/** Serves the page, its assets, what it must know before it can ask, and the description of the API. */
export const makeHandler = ({ shell, config }: Deps) => {
  const entries = new Map([...shell, configEntry(config)].map((entry) => [entry.path, entry]));
  const always = securityHeaders(config.origins);

  return async ({ rawPath, headers }: Request): Promise<APIGatewayProxyStructuredResultV2> => {
    const entry = entries.get(rawPath);
    if (!entry) {
      return { statusCode: 404, headers: { ...always, 'content-type': 'text/plain', 'cache-control': 'no-store' } };
    }
    const tag = `"${entry.hash}"`;
    const kept = {
      ...always,
      etag: `W/${tag}`,
      'cache-control': cacheControl(rawPath),
      vary: 'accept-encoding',
    };
    if (isKnown(headers['if-none-match'], tag)) return { statusCode: 304, headers: kept };
    const told = { ...kept, 'content-type': entry.type };
    if (takesGzip(headers['accept-encoding'])) {
      const packed = { ...told, 'content-encoding': 'gzip' };
      return { statusCode: 200, headers: packed, body: entry.gzip, isBase64Encoded: true };
    }
    const content = gunzipSync(Buffer.from(entry.gzip, 'base64')).toString('utf8');
    return { statusCode: 200, headers: told, body: content };
  };
};
