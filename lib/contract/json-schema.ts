import * as z from 'zod';

/** A JSON Schema 2020-12. */
export type JsonSchema = z.core.JSONSchema.BaseSchema;

/** A schema as the writer of a file sees it: what has a default may be left out, what is unknown is let pass. */
export const jsonSchemaOf = (schema: z.ZodType): JsonSchema => {
  const { $schema: _, ...json } = z.toJSONSchema(schema, { io: 'input' });
  return json;
};

/** A schema that stands in a file of its own. */
export const schemaFile = (name: string, title: string, schema: JsonSchema): JsonSchema => ({
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: `urn:dark-corners:contract:${name}`,
  title,
  ...schema,
});
