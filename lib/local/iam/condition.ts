import { fitsPattern } from './wildcard.ts';

/** One line of a statement's Condition: an operator, a key of the request, and the values that satisfy it. */
export interface Condition {
  /** What must hold of a key with many values: each of them fits, or at least one does. */
  quantifier?: 'ForAllValues' | 'ForAnyValue';
  fits: (wanted: string, given: string) => boolean;
  /** In lower case: keys are told without regard to case. */
  key: string;
  values: string[];
}

/** The values a key has in a request; `undefined` where the request does not carry it. */
export type Context = (key: string) => readonly string[] | undefined;

/**
 * An ARN's parts are compared one by one, so that a wildcard never reaches over a colon, save in the sixth and last (IAM
 * user guide, "Amazon Resource Name (ARN) condition operators").
 */
const fitsArn = (wanted: string, given: string): boolean => {
  const [parts, others] = [wanted, given].map((arn) => {
    const split = arn.split(':');
    return [...split.slice(0, 5), split.slice(5).join(':')];
  }) as [string[], string[]];
  return parts.every((part, i) => fitsPattern(part, others[i] ?? ''));
};

/** ArnEquals and ArnLike are the same in AWS. */
const operators: Record<string, Condition['fits']> = {
  StringEquals: (wanted, given) => wanted === given,
  StringLike: fitsPattern,
  ArnEquals: fitsArn,
  ArnLike: fitsArn,
  Bool: (wanted, given) => wanted.toLowerCase() === given.toLowerCase(),
};

/** Keys that are the same for every request that reaches a resource in one way, from one caller. */
const standingKeys = new Set([
  'aws:securetransport',
  'aws:sourceaccount',
  'aws:sourcearn',
  'aws:principalarn',
  'aws:principalaccount',
]);

/** The one key in use that has many values: the partitions a request touches. */
const LEADING_KEYS = 'dynamodb:leadingkeys';

const isRequestKey = (key: string): boolean => key === LEADING_KEYS || key.startsWith('kms:encryptioncontext:');

/** Whether a condition may come out differently for two requests of one caller for one action on one resource. */
export const dependsOnRequest = ({ key }: Condition): boolean => isRequestKey(key);

const parsed = (operator: string, name: string, given: unknown, path: string): Condition => {
  const key = name.toLowerCase();
  const [, quantifier, test = ''] = /^(?:(ForAllValues|ForAnyValue):)?(.*)$/.exec(operator) ?? [];
  const fits = operators[test];
  if (!fits) {
    throw new Error(
      `${path}: the operator ${operator} is not evaluated here (${Object.keys(operators).join(', ')} are).`,
    );
  }
  if (!standingKeys.has(key) && !isRequestKey(key)) {
    throw new Error(`${path}: the condition key ${name} is not known here; add it to lib/local/iam/condition.ts.`);
  }
  if (key === LEADING_KEYS && !quantifier) {
    throw new Error(`${path}: ${name} has many values; write ForAllValues:${operator} or ForAnyValue:${operator}.`);
  }
  return {
    ...(quantifier ? { quantifier: quantifier as 'ForAllValues' | 'ForAnyValue' } : {}),
    fits,
    key,
    values: [given].flat().map(String),
  };
};

/** Reads the Condition of a statement. Throws on an operator or a key that is not evaluated here. */
export const parseConditions = (block: Record<string, Record<string, unknown>>, path: string): Condition[] =>
  Object.entries(block).flatMap(([operator, keys]) =>
    Object.entries(keys).map(([key, values]) => parsed(operator, key, values, `${path}.${operator}`)),
  );

/**
 * Whether a condition holds. A key the request lacks fails it, save under ForAllValues, which an absent key satisfies (IAM
 * user guide, "Set operators for multivalued context keys").
 */
export const holds = ({ quantifier, fits, key, values }: Condition, context: Context): boolean => {
  const given = context(key) ?? [];
  const fitsOne = (value: string): boolean => values.some((wanted) => fits(wanted, value));
  return quantifier === 'ForAllValues' ? given.every(fitsOne) : given.some(fitsOne);
};
