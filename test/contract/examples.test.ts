import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { check } from '../../functions/domain/message/rejection.ts';
import { rejectionCodes } from '../../functions/domain/message/rejection-codes.ts';
import { bodyOf, brokenExamples, sentAt } from '../../lib/contract/broken-examples.ts';
import { exampleMessages } from '../../lib/contract/examples.ts';
import { fileSchemas } from '../../lib/contract/file-schemas.ts';
import type { JsonSchema } from '../../lib/contract/json-schema.ts';
import { messageSchema } from '../../lib/contract/message-schema.ts';
import { validator } from './validator.ts';

const schema = messageSchema();
const fits = validator(schema);
const messages = Object.values(exampleMessages).map(({ message }) => message as Record<string, unknown>);

describe('the examples', () => {
  it.each(Object.entries(exampleMessages))('%s is accepted, without unknown fields', (_, { message }) => {
    expect(check(JSON.stringify(message), '2026-03-06T12:00:00.000Z')).toMatchObject({
      kind: 'accepted',
      unknownFields: 0,
    });
    expect(fits(message), JSON.stringify(fits.errors)).toBe(true);
  });

  it('use every field of every form', () => {
    for (const [form, def] of Object.entries(schema.$defs ?? {})) {
      const ofForm = messages.filter((one) => (one.retracted === true ? 'retraction' : one.kind) === form);
      const fields = Object.keys((def as JsonSchema).properties ?? {});
      const used = new Set(messages.flatMap((one) => Object.keys(one)));
      expect(ofForm.length).toBeGreaterThan(0);
      expect(fields.filter((field) => !used.has(field))).toEqual([]);
    }
  });

  it('show every status, our own reply and a note by staff', () => {
    const statuses = new Set(messages.filter((one) => !one.retracted).map(({ status }) => status));
    expect(statuses).toEqual(new Set(['invited', 'held', 'answered', 'bounced', undefined]));
    expect(messages.some(({ direction }) => direction === 'outbound')).toBe(true);
    expect(messages.some(({ channel }) => channel === 'frontline')).toBe(true);
  });
});

describe('the broken examples', () => {
  it.each(Object.entries(brokenExamples))('%s is the one reason, at its path', (code, example) => {
    expect(check(bodyOf(example), sentAt)).toMatchObject({ kind: 'rejected', reasons: [{ path: example.path, code }] });
  });

  it.each(Object.entries(rejectionCodes).filter(([, { schemaFinds }]) => schemaFinds === 'always'))(
    '%s is found by the schema too',
    (code) => {
      expect(fits(brokenExamples[code as keyof typeof brokenExamples].message)).toBe(false);
    },
  );
});

describe('the schemas of the other files', () => {
  it.each(Object.entries(fileSchemas()))('%s is a schema that a strict validator takes', (_, file) => {
    expect(validator(file)).toBeTypeOf('function');
  });

  it('owners.schema.json takes the owners of this repository', () => {
    const takes = validator(fileSchemas()['owners.schema.json'] as JsonSchema);
    const owners: unknown = JSON.parse(readFileSync(new URL('../../owners.json', import.meta.url), 'utf8'));
    expect(takes(owners), JSON.stringify(takes.errors)).toBe(true);
  });
});
