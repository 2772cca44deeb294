import { EventEmitter } from 'node:events';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import dynalite from 'dynalite';
import { AwsError } from './aws-error.ts';
import { actionOf, jsonObject, type ServiceCall, type WireAnswer, type WireMessage } from './protocol.ts';

/** DynamoDB in memory. It writes its own answers, so it is handed the response instead of giving back bytes. */
export interface LocalDynamo {
  service: 'dynamodb';
  decode(message: WireMessage): ServiceCall;
  /** Throws AwsError for an item over 400 KB, before anything is answered. */
  relay(request: IncomingMessage, body: Buffer, response: ServerResponse): Promise<void>;
  refuse(error: AwsError): WireAnswer;
  /** Asks in this process, without HTTP. Throws where DynamoDB refuses. */
  ask(action: string, request: object): Promise<Record<string, unknown>>;
  /**
   * From now on requests are served one after the other, and each that succeeded is kept before its answer goes out: so
   * what anybody has seen is kept, and in the order in which it came about.
   */
  keepWrites(keep: Keep): void;
  /** Resolves when every request that was taken in has ended. */
  settled(): Promise<void>;
}

/** Keeps what a write did; its answer waits for that. */
export type Keep = (action: string, request: Record<string, unknown>) => Promise<void>;

/** Actions that change items; tables come from the template alone. */
const WRITES: ReadonlySet<string> = new Set(['PutItem', 'UpdateItem', 'DeleteItem', 'BatchWriteItem']);

/**
 * A DynamoDB by dynalite, empty, gone with the process. What it lacks: transactions, streams, PartiQL, time to live,
 * the item on a failed condition, capacity by index. It listens on no port; the endpoint hands it requests.
 */
export const makeDynamo = (): LocalDynamo => {
  const server = dynalite({ createTableMs: 0, updateTableMs: 0, deleteTableMs: 0 });
  let keep: Keep | undefined;
  let lane: Promise<unknown> = Promise.resolve();

  const serveAndKeep = async (request: RequestHead, body: Buffer): Promise<WireAnswer> => {
    const answer = await answerOf(server, request, body);
    const action = actionOf(request.headers['x-amz-target']?.toString());
    if (answer.status === 200 && WRITES.has(action)) await keep?.(action, jsonObject(body.toString()));
    return answer;
  };

  return {
    service: 'dynamodb',
    decode: ({ target, body }) => ({ action: actionOf(target), request: jsonObject(body) }),
    relay: async (request, body, response) => {
      const target = request.headers['x-amz-target']?.toString();
      checkItemSizes(target, body);
      if (!keep) {
        replay(request, body, (again) => server.emit('request', again, response));
        return;
      }
      const answer = lane.then(() => serveAndKeep(request, body));
      lane = answer.catch(() => undefined); // told to who asked, below; the next in line is served all the same
      const { status, headers, body: text } = await answer;
      if (!response.destroyed) response.writeHead(status, headers).end(text);
    },
    ask: async (action, request) => {
      const { status, body } = await answerOf(server, ownHeaders(action), Buffer.from(JSON.stringify(request)));
      if (status === 200) return jsonObject(body);
      throw new Error(`DynamoDB refuses ${action}: ${jsonObject(body).message ?? status}`);
    },
    keepWrites: (how) => {
      keep = how;
    },
    settled: async () => {
      await lane;
    },
    refuse: (error) => ({
      status: error.status,
      headers: { 'content-type': 'application/x-amz-json-1.0' },
      body: JSON.stringify({ __type: `com.amazon.coral.service#${error.shape}`, message: error.message }),
    }),
  };
};

/**
 * A request whose body has been read, told again: dynalite looks at these three fields only, and listens for the body. A
 * stream would take several turns of the loop to say the same.
 */
const replay = ({ headers, method, url }: RequestHead, body: Buffer, to: (again: EventEmitter) => void): void => {
  const again = Object.assign(new EventEmitter(), { headers, method, url });
  to(again);
  again.emit('data', body);
  again.emit('end');
};

type RequestHead = Pick<IncomingMessage, 'headers' | 'method' | 'url'>;

/** Of a request of the local cloud itself; dynalite wants a signature, and does not check it. */
const ownHeaders = (action: string): RequestHead => ({
  method: 'POST',
  url: '/',
  headers: {
    'content-type': 'application/x-amz-json-1.0',
    'x-amz-target': `DynamoDB_20120810.${action}`,
    'x-amz-date': '20260305T000000Z',
    authorization: 'AWS4-HMAC-SHA256 Credential=local, SignedHeaders=host, Signature=none',
  },
});

/** dynalite's answer to a request, held back: the part of a response that dynalite uses. */
const answerOf = (server: Server, request: RequestHead, requested: Buffer): Promise<WireAnswer> =>
  new Promise((resolve) => {
    const headers: WireAnswer['headers'] = {};
    const response = {
      statusCode: 200,
      setHeader: (name: string, value: unknown): void => {
        headers[name] = String(value);
      },
      end: (body = ''): void => resolve({ status: response.statusCode, headers, body }),
    };
    replay(request, requested, (again) => server.emit('request', again, response));
  });

/**
 * dynalite keeps what it stores as Buffers. Small ones share slabs of Node's pool, and one that lives on keeps its slab, 8 KB
 * by default, from being freed: of 40,000 messages that made 400 MB where 250 are enough.
 */
Buffer.poolSize = 1024;

/** 400 KB, names of attributes and values together (DD/ServiceQuotas, "Item size"). */
const MAX_ITEM_BYTES = 409_600;

type Value = Record<string, unknown>;

/**
 * dynalite counts characters where DynamoDB counts bytes of UTF-8, so it keeps items that AWS refuses. No item is larger
 * than the JSON that brings it: a body within the limit needs no count.
 */
const checkItemSizes = (target: string | undefined, body: Buffer): void => {
  if (body.length <= MAX_ITEM_BYTES) return;
  const request = jsonObject(body.toString());
  for (const item of itemsOf(actionOf(target), request)) {
    if (mapBytes(item) > MAX_ITEM_BYTES) {
      throw new AwsError('ValidationException', 'Item size has exceeded the maximum allowed size');
    }
  }
};

const itemsOf = (action: string, { Item, RequestItems }: Value): unknown[] => {
  if (action === 'PutItem') return [Item];
  if (action !== 'BatchWriteItem') return [];
  return Object.values(Object(RequestItems))
    .flat()
    .map((write) => Object(Object(write).PutRequest).Item);
};

/** Bytes of names and values, without a map's own three. What is malformed counts nothing: dynalite refuses it. */
const mapBytes = (map: unknown): number =>
  Object.entries<Value>(Object(map)).reduce(
    (bytes, [name, value]) => bytes + Buffer.byteLength(name) + bytesOf(value),
    0,
  );

/**
 * DD/CapacityUnitCalculations: a list or map has three bytes of its own and one for each entry; a number about one for two
 * significant digits and one more, and one for a minus sign (the last as dynalite has it).
 */
const bytesOf = (value: Value): number => {
  const [type, given] = Object.entries(Object(value))[0] ?? [];
  const members = Array.isArray(given) ? given : [];
  const sum = (bytes: (member: never) => number) => members.reduce((all, member) => all + bytes(member as never), 0);
  switch (type) {
    case 'S':
      return Buffer.byteLength(String(given));
    case 'N':
      return numberBytes(String(given));
    case 'B':
      return Buffer.byteLength(String(given), 'base64');
    case 'SS':
      return sum((text) => Buffer.byteLength(String(text)));
    case 'NS':
      return sum((number) => numberBytes(String(number)));
    case 'BS':
      return sum((binary) => Buffer.byteLength(String(binary), 'base64'));
    case 'L':
      return 3 + sum((member) => 1 + bytesOf(member));
    case 'M':
      return 3 + Object.keys(Object(given)).length + mapBytes(given);
    default:
      return 1; // BOOL, NULL
  }
};

/** `-0012.500` has three significant digits. */
const numberBytes = (number: string): number => {
  const digits = number
    .replace(/e.*$/i, '')
    .replace(/\D/g, '')
    .replace(/^0+|0+$/g, '');
  return 1 + Math.ceil(digits.length / 2) + (number.startsWith('-') ? 1 : 0);
};
