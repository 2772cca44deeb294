/**
 * One pattern of an event source mapping's filter criteria: each path of the record must hold one of the values.
 * The subset of Lambda's filter rules that says "equals"; anything else is refused when the stack is read.
 */
export type Pattern = { path: string[]; anyOf: Scalar[] }[];

type Scalar = string | number | boolean | null;

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A rule is a plain text or `null`, or, for a number, `{"numeric": ["=", n]}`. */
const equality = (rule: unknown, path: string[]): Scalar => {
  if (rule === null || typeof rule === 'string' || typeof rule === 'boolean' || typeof rule === 'number') return rule;
  const numeric = isObject(rule) && Object.keys(rule).length === 1 ? rule.numeric : undefined;
  if (Array.isArray(numeric) && numeric.length === 2 && numeric[0] === '=' && typeof numeric[1] === 'number') {
    return numeric[1];
  }
  throw new Error(`the filter rule at ${path.join('.')} is no equality; only those are evaluated here.`);
};

/** Reads a pattern's JSON text. Throws where it is more than equalities. */
export const parsePattern = (text: string): Pattern => {
  const rules: Pattern = [];
  const walk = (node: unknown, path: string[]): void => {
    if (Array.isArray(node)) rules.push({ path, anyOf: node.map((rule) => equality(rule, path)) });
    else if (isObject(node)) for (const [key, inner] of Object.entries(node)) walk(inner, [...path, key]);
    else throw new Error(`the filter at ${path.join('.') || 'its root'} must be an object or a list of rules.`);
  };
  walk(JSON.parse(text), []);
  return rules;
};

const valueAt = (node: unknown, path: string[]): unknown =>
  path.reduce<unknown>((inner, key) => (isObject(inner) ? inner[key] : undefined), node);

const parsedBody = (body: string): unknown => {
  try {
    return JSON.parse(body);
  } catch {
    // A body that is no JSON is compared as the text it is.
    return body;
  }
};

/** Whether a record fits at least one of the patterns; with none, every record fits. */
export const fits = (record: { body: string }, patterns: readonly Pattern[]): boolean => {
  if (patterns.length === 0) return true;
  const seen = { ...record, body: parsedBody(record.body) };
  return patterns.some((pattern) =>
    pattern.every(({ path, anyOf }) => {
      const value = valueAt(seen, path);
      return anyOf.some((wanted) => wanted === value);
    }),
  );
};
