import type { TableDefinition } from '../definitions.ts';
import type { ServiceCall } from '../protocol.ts';
import type { Place } from '../resource-identity.ts';
import type { Context } from './condition.ts';
import { leadingKeysOf } from './leading-keys.ts';
import { fitsAction } from './wildcard.ts';

/** What a call needs to be allowed: an action on a resource. One call may need several. */
export interface Access {
  /** `dynamodb:PutItem` */
  action: string;
  /** An ARN, or `*` where the service has no resources. */
  resource: string;
  /** What conditions on the request itself see of it. */
  context?: Context;
}

/**
 * The calls in use, and the action each is granted as (service authorization reference, one page a service). What is
 * missing here is refused to every role, so that a new call is looked up before it is granted.
 */
const grantedAs: Readonly<Record<string, string>> = {
  'dynamodb:GetItem': 'dynamodb:GetItem',
  'dynamodb:PutItem': 'dynamodb:PutItem',
  'dynamodb:UpdateItem': 'dynamodb:UpdateItem',
  'dynamodb:DeleteItem': 'dynamodb:DeleteItem',
  'dynamodb:Query': 'dynamodb:Query',
  'dynamodb:BatchGetItem': 'dynamodb:BatchGetItem',
  'dynamodb:BatchWriteItem': 'dynamodb:BatchWriteItem',
  'sqs:SendMessage': 'sqs:SendMessage',
  'sqs:SendMessageBatch': 'sqs:SendMessage',
  'sqs:ReceiveMessage': 'sqs:ReceiveMessage',
  'sqs:DeleteMessage': 'sqs:DeleteMessage',
  'sqs:DeleteMessageBatch': 'sqs:DeleteMessage',
  'sqs:ChangeMessageVisibility': 'sqs:ChangeMessageVisibility',
  'sqs:ChangeMessageVisibilityBatch': 'sqs:ChangeMessageVisibility',
  'sqs:GetQueueAttributes': 'sqs:GetQueueAttributes',
  'sqs:GetQueueUrl': 'sqs:GetQueueUrl',
  'comprehend:BatchDetectSentiment': 'comprehend:BatchDetectSentiment',
  'events:PutEvents': 'events:PutEvents',
  'kms:GenerateDataKey': 'kms:GenerateDataKey',
  'kms:Decrypt': 'kms:Decrypt',
  'lambda:InvokeFunction': 'lambda:InvokeFunction',
  'execute-api:Invoke': 'execute-api:Invoke',
  's3:PutObject': 's3:PutObject',
  's3:GetObject': 's3:GetObject',
  's3:ListObjectsV2': 's3:ListBucket',
  'logs:CreateLogStream': 'logs:CreateLogStream',
  'logs:PutLogEvents': 'logs:PutLogEvents',
};

/** Whether a grant's action, a pattern, is one of the actions in use, or holds some. */
export const isInUse = (pattern: string): boolean =>
  Object.values(grantedAs).some((action) => fitsAction(pattern, action));

/** Whether the catalogue has an action as such: `sqs:SendMessage`. */
export const hasAction = (action: string): boolean => Object.hasOwn(grantedAs, action);

type Request = Record<string, unknown>;

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

const single = (value: unknown): Context => (value === undefined ? () => undefined : () => [String(value)]);

/** What a stack has that requests do not tell: which attribute is a partition key, and the one key it encrypts with. */
export interface Known {
  tables: readonly TableDefinition[];
  /** ARNs of KMS keys. */
  keys: readonly string[];
}

/** Reads of requests what they need. */
export const makeCatalogue = (place: Pick<Place, 'region' | 'accountId'>, { tables, keys }: Known) => {
  const arn = (service: string, resource: string): string =>
    resource.startsWith('arn:') ? resource : `arn:aws:${service}:${place.region}:${place.accountId}:${resource}`;
  const byName = new Map(tables.map((table) => [table.name, table]));
  const nameOf = (table: string): string => table.slice(table.lastIndexOf('/') + 1);

  const onTable = (action: string, table: string, index: string | undefined, request: Request): Access => ({
    action: `dynamodb:${action}`,
    resource: arn('dynamodb', `table/${nameOf(table)}${index === undefined ? '' : `/index/${index}`}`),
    context: (key) =>
      key === 'dynamodb:leadingkeys' ? leadingKeysOf(action, request, byName.get(nameOf(table)), index) : undefined,
  });

  const services: Record<string, (action: string, request: Request) => Access[]> = {
    dynamodb: (action, request) => {
      if (action.startsWith('Batch')) {
        const tables = Object.entries(Object(request.RequestItems)) as [string, Request | unknown[]][];
        return tables.map(([table, items]) => onTable(action, table, undefined, { items }));
      }
      const table = text(request.TableName);
      if (table === undefined) return [{ action: `dynamodb:${action}`, resource: '*' }];
      return [onTable(action, table, text(request.IndexName), request)];
    },
    sqs: (action, { QueueUrl, QueueName }) => {
      const queue = text(QueueUrl) ?? text(QueueName);
      const resource = queue === undefined ? '*' : arn('sqs', queue.slice(queue.lastIndexOf('/') + 1));
      return [{ action: `sqs:${action}`, resource }];
    },
    events: (action, { Entries }) => {
      const names = [Entries].flat().map((entry) => text(Object(entry).EventBusName) ?? 'default');
      return [...new Set(names)].map((name) => ({
        action: `events:${action}`,
        resource: arn('events', name.startsWith('arn:') ? name : `event-bus/${name}`),
      }));
    },
    s3: (action, { Bucket, Key }) => [
      { action: `s3:${action}`, resource: `arn:aws:s3:::${Bucket}${Key ? `/${Key}` : ''}` },
    ],
    kms: (action, { KeyId, EncryptionContext }) => {
      const context = Object.fromEntries(
        Object.entries(Object(EncryptionContext)).map(([name, value]) => [name.toLowerCase(), value]),
      );
      // Decrypt may leave the key to the ciphertext, which is another's to read: with one key there is no doubt.
      const key = text(KeyId) ?? (keys.length === 1 ? keys[0] : undefined);
      return [
        {
          action: `kms:${action}`,
          resource: key === undefined ? '*' : arn('kms', key.startsWith('arn:') ? key : `key/${key}`),
          context: (name) => single(context[name.replace('kms:encryptioncontext:', '')])(name),
        },
      ];
    },
  };

  /**
   * What a call over the endpoint needs. The action is told as it is granted; where the catalogue lacks the call, under the
   * call's own name, and `known` is false.
   */
  return (service: string, { action, request }: ServiceCall): { known: boolean; accesses: Access[] } => {
    const call = `${service}:${action}`;
    const granted = grantedAs[call];
    const accesses = services[service]?.(action, request) ?? [{ action: call, resource: '*' }];
    return {
      known: granted !== undefined,
      accesses: accesses.map((access) => ({ ...access, action: granted ?? call })),
    };
  };
};
