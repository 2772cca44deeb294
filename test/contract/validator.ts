import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import type { JsonSchema } from '../../lib/contract/json-schema.ts';

/** A schema as upstream's validator reads it; the product itself never does. */
export const validator = (schema: JsonSchema) => {
  // `required` and `properties` of a condition speak of fields that the schema around it declares.
  const ajv = new Ajv2020({ strict: true, strictRequired: false, strictTypes: false });
  formats.default(ajv);
  return ajv.compile<unknown>(schema);
};
