import { randomUUID } from 'node:crypto';
import type { Protocol, ServiceCall, WireAnswer, WireMessage } from '../protocol.ts';
import { performAction } from './actions.ts';
import type { QueueService } from './queues.ts';
import type { Action } from './requests.ts';
import { queryCode } from './sqs-error.ts';

const NAMESPACE = 'http://queue.amazonaws.com/doc/2012-11-05/';

/**
 * SQS as it was spoken until 2023, and as Debian's awscli 2.9 still speaks it: a form in, XML out. Both are
 * translated from and to the JSON protocol's fields, so that the actions exist once.
 */
export const sqsQueryProtocol = (sqs: QueueService): Protocol => ({
  service: 'sqs',
  decode: readForm,
  answer: async (call, context) => {
    const fields = await performAction(sqs, call.action, call.request, context);
    return xmlAnswer(200, call.action, fields);
  },
  refuse: (error) =>
    xml(
      error.status,
      `<ErrorResponse xmlns="${NAMESPACE}"><Error><Type>${error.status < 500 ? 'Sender' : 'Receiver'}</Type>` +
        element('Code', queryCode(error)) +
        `${element('Message', error.message)}<Detail/></Error>${element('RequestId', randomUUID())}</ErrorResponse>`,
    ),
});

/** Repeated parameters by the JSON field they become. Numbered from 1: `AttributeName.1`, `Attribute.1.Name`. */
const LISTS = new Map([
  ['AttributeName', 'AttributeNames'],
  ['MessageAttributeName', 'MessageAttributeNames'],
  ['MessageSystemAttributeName', 'MessageSystemAttributeNames'],
]);
const MAPS = new Map([
  ['Attribute', 'Attributes'],
  ['MessageAttribute', 'MessageAttributes'],
  ['MessageSystemAttribute', 'MessageSystemAttributes'],
]);
const ENTRIES = /BatchRequestEntry$/;

type Branch = { [key: string]: Branch | string };

/**
 * `Action=SendMessage&MessageAttribute.1.Name=lang&MessageAttribute.1.Value.StringValue=en` as the JSON protocol has
 * it.
 */
const readForm = ({ body, path }: WireMessage): ServiceCall => {
  const tree: Branch = Object.create(null);
  for (const [key, value] of new URLSearchParams(body)) grow(tree, key.split('.'), value);
  const { Action, Version: _, ...parameters } = tree;
  // Old clients post to the queue's own address and may leave the URL out of the form.
  if (!('QueueUrl' in parameters) && path.length > 1) parameters.QueueUrl = path;
  return { action: String(Action ?? ''), request: jsonFields(parameters) };
};

const grow = (branch: Branch, [key = '', ...rest]: string[], value: string): void => {
  if (rest.length === 0) {
    branch[key] = value;
    return;
  }
  const next = branch[key];
  const child: Branch = typeof next === 'object' ? next : Object.create(null);
  branch[key] = child;
  grow(child, rest, value);
};

const jsonFields = (branch: Branch): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(branch).map(([key, value]) => {
      const list = LISTS.get(key);
      const map = MAPS.get(key);
      if (list !== undefined) return [list, members(value)];
      if (map !== undefined) return [map, pairs(value)];
      if (ENTRIES.test(key)) return ['Entries', members(value).map((entry) => jsonFields(Object(entry)))];
      return [key, value];
    }),
  );

/** `{2: 'b', 1: 'a'}` -> `['a', 'b']`. */
const members = (value: Branch | string | undefined): (Branch | string)[] =>
  typeof value === 'object'
    ? Object.entries(value)
        .sort(([a], [b]) => Number(a) - Number(b))
        .map(([, member]) => member)
    : [];

const pairs = (value: Branch | string | undefined): Record<string, unknown> =>
  Object.fromEntries(
    members(value).map((pair) => {
      const { Name, Value } = Object(pair) as Branch;
      return [String(Name ?? ''), Value];
    }),
  );

/**
 * Actions whose model names no output (botocore sqs 2012-11-05). Every other answer bears its result's element, empty
 * or not: botocore looks there and fails without it.
 */
const WITHOUT_RESULT: ReadonlySet<string> = new Set<Action>([
  'DeleteQueue',
  'SetQueueAttributes',
  'PurgeQueue',
  'DeleteMessage',
  'ChangeMessageVisibility',
]);

const xmlAnswer = (status: number, action: string, fields: Record<string, unknown>): WireAnswer => {
  const inner = Object.entries(fields)
    .map(([key, value]) => xmlField(action, key, value))
    .join('');
  const result = WITHOUT_RESULT.has(action) ? '' : `<${action}Result>${inner}</${action}Result>`;
  return xml(
    status,
    `<${action}Response xmlns="${NAMESPACE}">${result}<ResponseMetadata>${element('RequestId', randomUUID())}` +
      `</ResponseMetadata></${action}Response>`,
  );
};

const elementOf = (action: string, key: string): string => {
  switch (key) {
    case 'QueueUrls':
    case 'queueUrls':
      return 'QueueUrl';
    case 'Messages':
      return 'Message';
    case 'Successful':
      return `${action}ResultEntry`;
    case 'Failed':
      return 'BatchResultErrorEntry';
    case 'Attributes':
      return 'Attribute';
    case 'MessageAttributes':
      return 'MessageAttribute';
    default:
      return key;
  }
};

/** Lists and maps are flattened: their elements stand beside each other without one around them. */
const xmlField = (action: string, key: string, value: unknown): string => {
  const name = elementOf(action, key);
  if (value === undefined) return '';
  if (Array.isArray(value)) return value.map((member) => `<${name}>${xmlContent(action, member)}</${name}>`).join('');
  if (name === 'Attribute' || name === 'MessageAttribute') {
    return Object.entries(Object(value))
      .map(([pair, inner]) => `<${name}>${element('Name', pair)}<Value>${xmlContent(action, inner)}</Value></${name}>`)
      .join('');
  }
  return `<${name}>${xmlContent(action, value)}</${name}>`;
};

const xmlContent = (action: string, value: unknown): string =>
  typeof value === 'object' && value !== null
    ? Object.entries(value)
        .map(([key, inner]) => xmlField(action, key, inner))
        .join('')
    : escaped(String(value));

const element = (name: string, text: string): string => `<${name}>${escaped(text)}</${name}>`;

/**
 * A carriage return must be written as a reference: a parser turns a bare one into a line feed, and the MD5 would
 * differ.
 */
const REFERENCES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\r': '&#xD;' };
const escaped = (text: string): string => text.replace(/[&<>"\r]/g, (character) => REFERENCES[character] ?? character);

const xml = (status: number, body: string): WireAnswer => ({
  status,
  headers: { 'content-type': 'text/xml', 'x-amzn-requestid': randomUUID() },
  body: `<?xml version="1.0"?>${body}`,
});
