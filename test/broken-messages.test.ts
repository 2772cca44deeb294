import { describe, expect, it } from 'vitest';
import { check } from '../functions/domain/message/rejection.ts';
import { brokenKinds } from './broken-messages.ts';

describe('the kinds of broken messages', () => {
  it('are thirty, each of a name of its own', () => {
    expect(new Set(brokenKinds.map(({ name }) => name)).size).toBe(30);
  });

  it.each(brokenKinds)('are rejected for their reason: $name', ({ path, code, body }) => {
    expect(check(body(17), '2026-03-05T10:00:00.000Z')).toMatchObject({ kind: 'rejected', reasons: [{ path, code }] });
  });

  it('make another body of each seed', () => {
    for (const { name, body } of brokenKinds) {
      expect(new Set([1, 2, 3].map(body)).size, name).toBe(3);
      expect(body(1)).toBe(body(1));
    }
  });
});
