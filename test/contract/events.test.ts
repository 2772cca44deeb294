import { describe, expect, it } from 'vitest';
import { productEvents } from '../../functions/domain/events/event.ts';
import { eventExamples, eventSchemas } from '../../lib/contract/events/event-files.ts';
import { exampleEvents } from '../../lib/contract/events/examples.ts';
import { validator } from './validator.ts';

const schemas = eventSchemas();
const types = productEvents.map(({ shape }) => shape.type.value);
const fits = (type: string) => validator(schemas[`events/${type}.schema.json`] ?? {});

describe('an event that is published', () => {
  it('has a schema and an example of its type, and nothing else has', () => {
    expect(Object.keys(schemas)).toEqual(types.map((type) => `events/${type}.schema.json`));
    expect(Object.keys(eventExamples()).sort()).toEqual(types.map((type) => `events/examples/${type}.json`).sort());
  });

  it.each(types)('%s is what its example shows, under its type and version, and no other', (type) => {
    const schema = schemas[`events/${type}.schema.json`];
    expect(schema?.$id).toBe(`urn:dark-corners:contract:event:${type}:1`);
    expect(schema?.title).toBe(`Dark Corners: the event ${type}, version 1`);
    const takes = fits(type);
    const example = exampleEvents[type];
    expect(takes(example), JSON.stringify(takes.errors)).toBe(true);
    expect(takes({ ...example, version: 2 })).toBe(false);
    expect(types.filter((other) => takes(exampleEvents[other]))).toEqual([type]);
  });

  it.each(types)('%s may gain a field, and loses none', (type) => {
    const takes = fits(type);
    const example = exampleEvents[type];
    expect(takes({ ...example, more: 1, data: { ...example.data, more: 1 } })).toBe(true);
    for (const field of Object.keys(example)) expect(takes({ ...example, [field]: undefined }), field).toBe(false);
  });

  it('of an action counts by the version that it made', () => {
    for (const { data, sequence, subject } of Object.values(exampleEvents)) {
      if ('action' in data) expect([subject, sequence]).toEqual([data.action.id, data.action.version]);
    }
  });
});
