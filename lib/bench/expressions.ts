import type { DynamoTable, Item } from '../../functions/adapters/dynamo-table.ts';

export type Asked = Parameters<DynamoTable['query']>[0];
export type Condition = NonNullable<Parameters<DynamoTable['put']>[1]>;

type Names = Record<string, string>;
type Values = Record<string, unknown>;
type Test = (before: Item | undefined, values: Values, names: Names) => boolean;

const lengthOf = (list: unknown): number | undefined => (Array.isArray(list) ? list.length : undefined);

/** Every condition that the adapters set. */
const CONDITIONS: Record<string, Test> = {
  'attribute_not_exists(pk)': (before) => before === undefined,
  'attribute_not_exists(pk) OR #order <= :order': (before, values) =>
    before === undefined || (before.order as string) <= (values[':order'] as string),
  '#order = :replaced': (before, values) => before?.order === values[':replaced'],
  '#version = :version': (before, values) => before?.version === values[':version'],
  '#version = :version AND size(#pending) = :told': (before, values) =>
    before?.version === values[':version'] && lengthOf(before?.pending) === values[':told'],
  'attribute_not_exists(#number) OR #number <= :room': (before, values, names) => {
    const number = before?.[names['#number'] as string];
    return number === undefined || (number as number) <= (values[':room'] as number);
  },
};

/**
 * Whether a condition holds for the item that is there.
 *
 * @throws RangeError where it is none of those that the adapters set
 */
export const holdsFor = (condition: Condition | undefined, before: Item | undefined): boolean => {
  if (!condition) return true;
  const { ConditionExpression, ExpressionAttributeNames = {}, ExpressionAttributeValues = {} } = condition;
  const test = CONDITIONS[ConditionExpression];
  if (!test) throw new RangeError(`cannot read the condition "${ConditionExpression}"`);
  return test(before, ExpressionAttributeValues, ExpressionAttributeNames);
};

/**
 * What an update makes of an item: attributes removed, set to a value, or a number added to.
 *
 * @throws RangeError where it asks for anything else
 */
export const updated = (
  item: Item,
  expression: string,
  { ExpressionAttributeNames: names = {}, ExpressionAttributeValues: values = {} }: Condition,
): Item => {
  const next: Item = { ...item };
  const unread = () => new RangeError(`cannot read the update "${expression}"`);
  const named = (name: string): string => (name.startsWith('#') ? names[name] : name) ?? '';
  const clauses = expression.split(/\s*\b(REMOVE|SET|ADD)\b\s*/).slice(1);
  if (clauses.length === 0) throw unread();
  for (let i = 0; i < clauses.length; i += 2) {
    for (const part of (clauses[i + 1] ?? '').split(/\s*,\s*/)) {
      const [, name = '', mark, bound = ''] = /^(#?\w+)(?:( = | )(:\w+))?$/.exec(part) ?? [];
      const attribute = named(name);
      const asked = `${clauses[i]}${mark ?? ''}`;
      if (attribute === '' || (mark !== undefined && !(bound in values))) throw unread();
      if (asked === 'REMOVE') delete next[attribute];
      else if (asked === 'SET = ') next[attribute] = values[bound];
      else if (asked === 'ADD ') next[attribute] = ((next[attribute] as number) ?? 0) + (values[bound] as number);
      else throw unread();
    }
  }
  return next;
};

/** Sort keys that a query asks for, from one to another; `undefined` where there is no end. */
export interface KeyRange {
  from?: string;
  /** Whether `from` itself is left out. */
  isOpen?: boolean;
  to?: string;
  /** Whether `to` itself is left out. */
  isBefore?: boolean;
}

type Filter = (item: Item) => boolean;

/** How a filter compares. What is not there, or of another type, is like nothing (developer guide, comparison operators). */
const COMPARISONS: Record<string, (told: unknown, wanted: unknown) => boolean> = {
  '=': (told, wanted) => told === wanted,
  '<': (told, wanted) => typeof told === 'string' && told < (wanted as string),
  '>=': (told, wanted) => typeof told === 'string' && told >= (wanted as string),
};

/** One part of a filter: that an attribute is there, or how what lies at a path of names compares. */
const partOf = (
  part: string,
  { ExpressionAttributeNames: names = {}, ExpressionAttributeValues: values }: Asked,
): Filter | undefined => {
  const [, attribute] = /^attribute_exists\((\w+)\)$/.exec(part) ?? [];
  if (attribute) return (item) => item[attribute] !== undefined;
  const [, path = '', sign = '', bound = ''] = /^(#\w+(?:\.#\w+)*) (=|<|>=) (:\w+)$/.exec(part) ?? [];
  const compares = COMPARISONS[sign];
  const steps = path.split('.').map((step) => names[step]);
  if (!compares || typeof values[bound] !== 'string' || steps.includes(undefined)) return undefined;
  return (item) => {
    const told = steps.reduce((within: unknown, step) => Object(within)[step as string], item);
    return compares(told, values[bound]);
  };
};

/**
 * Which of the items read a query hands over; those left out are billed as well.
 *
 * @throws RangeError where it is none of the filters that the adapters set
 */
export const filterOf = (asked: Asked): Filter => {
  const { FilterExpression: expression } = asked;
  if (expression === undefined) return () => true;
  const parts = expression.split(' AND ').map((part) => {
    const filter = partOf(part, asked);
    if (!filter) throw new RangeError(`cannot read the filter "${expression}"`);
    return filter;
  });
  return (item) => parts.every((wants) => wants(item));
};

const LAST_CHARACTER = '\u{10ffff}';
/** What a query may bring beside its keys; another option would change what is read, and bill it wrong. */
const READ_OPTIONS = [
  'IndexName',
  'KeyConditionExpression',
  'ExpressionAttributeValues',
  'ExpressionAttributeNames',
  'FilterExpression',
  'ConsistentRead',
  'ScanIndexForward',
];

/**
 * The partition and the range that a query asks for.
 *
 * @param keys names of the table's or the index's own keys
 * @throws RangeError where it asks otherwise, or for more than that
 */
export const askedOf = (asked: Asked, keys: { partition: string; sort: string }): { pk: string; range: KeyRange } => {
  const { KeyConditionExpression: expression = '', ExpressionAttributeValues: values } = asked;
  const option = Object.keys(asked).find((name) => !READ_OPTIONS.includes(name));
  if (option) throw new RangeError(`cannot read the query's option ${option}`);
  const [, name, partition = '', rest = ''] = /^(\w+) = (:\w+)(?: AND (.*))?$/.exec(expression) ?? [];
  const pk = values[partition];
  if (name !== keys.partition || typeof pk !== 'string') throw new RangeError(`cannot read the query "${expression}"`);
  if (rest === '') return { pk, range: {} };
  const value = (bound = ''): string => values[bound] as string;
  const [, between, low, high] = /^(\w+) BETWEEN (:\w+) AND (:\w+)$/.exec(rest) ?? [];
  if (between === keys.sort) return { pk, range: { from: value(low), to: value(high) } };
  const [, begins, prefix] = /^begins_with\((\w+), (:\w+)\)$/.exec(rest) ?? [];
  if (begins === keys.sort) return { pk, range: { from: value(prefix), to: `${value(prefix)}${LAST_CHARACTER}` } };
  const [, compared, sign = '', bound] = /^(\w+) (<=|>=|<|>) (:\w+)$/.exec(rest) ?? [];
  if (compared !== keys.sort) throw new RangeError(`cannot read the range "${rest}"`);
  if (sign.startsWith('<')) return { pk, range: { to: value(bound), isBefore: sign === '<' } };
  return { pk, range: { from: value(bound), isOpen: sign === '>' } };
};
