import { productEvents } from '../../../functions/domain/events/event.ts';
import { type JsonSchema, jsonSchemaOf, schemaFile } from '../json-schema.ts';
import { exampleEvents } from './examples.ts';
import { eventMeanings } from './meanings.ts';

/** The schema of what each event holds, in the envelope's `detail`, by the path it is published under. */
export const eventSchemas = (): Record<string, JsonSchema> =>
  Object.fromEntries(
    productEvents.map((schema) => {
      const { type, version } = schema.shape;
      const [name, form] = [type.value, version.value];
      return [
        `events/${name}.schema.json`,
        schemaFile(`event:${name}:${form}`, `Dark Corners: the event ${name}, version ${form}`, {
          description: eventMeanings[name],
          ...jsonSchemaOf(schema),
        }),
      ];
    }),
  );

/** One event of each type, by the path it is published under. */
export const eventExamples = (): Record<string, object> =>
  Object.fromEntries(Object.entries(exampleEvents).map(([type, event]) => [`events/examples/${type}.json`, event]));
