import type { JsonSchema } from './json-schema.ts';
import { code, table } from './markdown.ts';

/** One field over all forms of the message. */
interface Field {
  name: string;
  schema: JsonSchema;
  /** By the form's name: whether the form knows the field, and needs it. */
  uses: Map<string, 'needed' | 'optional'>;
}

const number = new Intl.NumberFormat('en-GB');

const propertiesOf = (schema: JsonSchema): [string, JsonSchema][] =>
  Object.entries(schema.properties ?? {}).map(([name, property]) => [name, property as JsonSchema]);

const fieldsOf = (forms: readonly [string, JsonSchema][]): Field[] => {
  const fields = new Map<string, Field>();
  for (const [form, schema] of forms) {
    for (const [name, property] of propertiesOf(schema)) {
      const field = fields.get(name) ?? { name, schema: property, uses: new Map() };
      field.uses.set(form, schema.required?.includes(name) ? 'needed' : 'optional');
      fields.set(name, field);
    }
  }
  return [...fields.values()];
};

const lengthOf = ({ minLength = 0, maxLength }: JsonSchema): string =>
  maxLength === undefined ? 'text' : `text, ${minLength} to ${number.format(maxLength)}`;

const valuesOf = (schema: JsonSchema): string => {
  if (schema.enum) return schema.enum.map((value) => code(String(value))).join(' ');
  if (schema.format === 'date-time') return 'instant';
  switch (schema.type) {
    case 'boolean':
      return '`true` `false`';
    case 'integer':
      return `whole number, ${schema.minimum} to ${number.format(schema.maximum ?? Number.MAX_SAFE_INTEGER)}`;
    case 'number':
      return schema.const === undefined ? 'number' : code(String(schema.const));
    case 'string':
      return schema.const === undefined ? lengthOf(schema) : code(String(schema.const));
    default:
      return schema.maxProperties === undefined
        ? `object of ${propertiesOf(schema)
            .map(([name]) => code(name))
            .join(', ')}`
        : `object of texts, at most ${schema.maxProperties}`;
  }
};

/** The values over all forms: once where one form has them all, else those of each. */
const allValues = (name: string, forms: readonly [string, JsonSchema][]): string => {
  const told = forms.flatMap(([, { properties }]) => {
    const property = properties?.[name];
    return property ? [valuesOf(property as JsonSchema)] : [];
  });
  const longest = told.reduce((a, b) => (b.length > a.length ? b : a), '');
  return told.every((values) => longest.includes(values)) ? longest : [...new Set(told)].join('; ');
};

const defaultOf = (schema: JsonSchema): string =>
  schema.default === undefined ? '' : code(JSON.stringify(schema.default));

/** The fields of several forms of one object, in the order of the schema; `-` where a form does not know the field. */
export const fieldTable = (forms: readonly [string, JsonSchema][]): string =>
  table(
    ['field', ...forms.map(([form]) => form), 'values', 'default', 'meaning'],
    fieldsOf(forms).map(({ name, schema, uses }) => [
      code(name),
      ...forms.map(([form]) => uses.get(form) ?? '-'),
      allValues(name, forms),
      defaultOf(schema),
      schema.description ?? '',
    ]),
  );
