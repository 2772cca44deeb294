import type { TableDefinition } from '../definitions.ts';

type Request = Record<string, unknown>;

const field = (value: unknown, name: string): unknown => Object(value)[name];

/** An attribute's value as conditions compare it: `{"S": "due#1"}` -> `due#1`. */
const plain = (value: unknown): string => String(Object.values(Object(value))[0]);

/** The partition a query reads: each key condition has one equality on the partition key, joined by AND. */
const partitionOf = (query: Request, partitionKey: string): string => {
  const names = Object(query.ExpressionAttributeNames) as Record<string, string>;
  for (const [, name = '', value = ''] of String(query.KeyConditionExpression).matchAll(/([#\w]+)\s*=\s*(:\w+)/g)) {
    if ((names[name] ?? name) === partitionKey) return plain(field(query.ExpressionAttributeValues, value));
  }
  throw new Error('dynamodb:LeadingKeys: the partition of this query cannot be read here; write `key = :value`.');
};

const itemsOf = (action: string, request: Request): unknown[] => {
  switch (action) {
    case 'PutItem':
      return [request.Item];
    case 'BatchGetItem':
      return [field(request.items, 'Keys')].flat();
    case 'BatchWriteItem':
      return [request.items]
        .flat()
        .map((write) => field(field(write, 'PutRequest'), 'Item') ?? field(field(write, 'DeleteRequest'), 'Key'));
    default:
      return [request.Key];
  }
};

/**
 * The partition keys a request touches, for the condition key `dynamodb:LeadingKeys` (DynamoDB developer guide, "Using IAM
 * policy conditions for fine-grained access control"). Of a batch, `items` is what it asks of this table.
 */
export const leadingKeysOf = (
  action: string,
  request: Request,
  table: TableDefinition | undefined,
  indexName: string | undefined,
): readonly string[] | undefined => {
  const index = [...(table?.globalIndexes ?? []), ...(table?.localIndexes ?? [])].find(
    ({ IndexName }) => IndexName === indexName,
  );
  const schema = indexName === undefined ? table?.key : index?.KeySchema;
  const partitionKey = schema?.find(({ KeyType }) => KeyType === 'HASH')?.AttributeName;
  if (partitionKey === undefined) return undefined;
  if (action === 'Query') return [partitionOf(request, partitionKey)];
  return [...new Set(itemsOf(action, request).map((item) => plain(field(item, partitionKey))))];
};
