import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Checked, check } from '../../functions/domain/message/rejection.ts';
import { isRejectionCode, rejectionCodes } from '../../functions/domain/message/rejection-codes.ts';
import { defaultScales } from '../../functions/domain/message/scale.ts';
import { messageSchema } from '../../lib/contract/message-schema.ts';
import { sentAt, validMessage } from './valid-messages.ts';
import { validator } from './validator.ts';

const fits = validator(messageSchema());

/** Paths name fields of the contract and nothing else, so that they can be logged. */
const pathOfContract = /^(?:\/(?:attributes(?:\/\*)?|scale(?:\/(?:min|max|best))?|[a-zA-Z]{2,13}))?$/;

const expectTold = (result: Checked): void => {
  if (result.kind === 'accepted') return;
  expect(result.reasons.length).toBeGreaterThan(0);
  expect(result.reasons.length).toBeLessThanOrEqual(5);
  for (const { path, code } of result.reasons) {
    expect(isRejectionCode(code)).toBe(true);
    expect(path).toMatch(pathOfContract);
  }
};

/** Most take under 0.1 ms, the worst known 30 ms; at this bound a batch of a hundred of the worst is still checked in time. */
const MAX_CHECK_MS = 500;
const timed = (body: string): Checked => {
  const start = performance.now();
  const result = check(body, sentAt);
  expect(performance.now() - start).toBeLessThan(MAX_CHECK_MS);
  return result;
};

const contractFields = [
  ...new Set(
    Object.values(messageSchema().$defs ?? {}).flatMap((def) =>
      typeof def === 'object' ? Object.keys(def.properties ?? {}) : [],
    ),
  ),
];

const oddValue = fc.oneof(
  fc.jsonValue(),
  fc.constantFrom<unknown>('', '4', -1, 1.5, 1e300, null, [], {}, true, 'yes', '\ud800', '2026-02-30T00:00:00Z', 'nps'),
  fc.constantFrom<unknown>(
    { min: 1, max: 1 },
    { min: 0, max: 1e12 },
    { min: '0', max: 1 },
    { a: { b: 1 } },
    'x'.repeat(33_000),
  ),
);

/** A valid message with one field changed or taken away. */
const mutated = fc
  .tuple(validMessage, fc.constantFrom(...contractFields), fc.option(oddValue, { nil: undefined }))
  .map(([message, field, value]) => ({ ...message, [field]: value }));

describe('checking', () => {
  it('tells of any text whether it is a message, and never throws', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (body) => expectTold(timed(body))));
  });

  it('tells of any JSON value whether it is a message, and never throws', () => {
    fc.assert(fc.property(fc.json(), (body) => expectTold(timed(body))));
  });

  it('tells of any object with the names of the contract whether it is a message', () => {
    const anything = fc.dictionary(fc.constantFrom(...contractFields), oddValue);
    fc.assert(fc.property(anything, (message) => expectTold(timed(JSON.stringify(message)))));
  });

  it('tells of a message cut off or damaged what it is', () => {
    const damaged = fc.tuple(validMessage, fc.nat(), fc.string({ maxLength: 3 })).map(([message, at, rubbish]) => {
      const body = JSON.stringify(message);
      return body.slice(0, at % body.length) + rubbish + body.slice((at % body.length) + rubbish.length);
    });
    fc.assert(fc.property(damaged, (body) => expectTold(timed(body))));
  });

  it('takes no longer for 250 KB of faults', () => {
    const attributes = Object.fromEntries(Array.from({ length: 20_000 }, (_, i) => [`a${i}`, 1]));
    expectTold(timed(JSON.stringify({ kind: 'text', attributes })));
    expectTold(timed(`{"kind": "text", "body": ${'['.repeat(120_000)}${']'.repeat(120_000)}}`));
  });

  it('accepts every message that the contract describes', () => {
    fc.assert(
      fc.property(validMessage, (message) => {
        expect(check(JSON.stringify(message), sentAt)).toMatchObject({ kind: 'accepted' });
      }),
    );
  });

  it('gives what it accepted the same again: times in UTC, defaults filled in', () => {
    fc.assert(
      fc.property(validMessage, (message) => {
        const first = check(JSON.stringify(message), sentAt);
        if (first.kind === 'rejected') throw new Error('not accepted');
        expect(check(JSON.stringify(first.message), sentAt)).toEqual({ ...first, unknownFields: 0 });
      }),
    );
  });
});

describe('the published schema', () => {
  it('refuses nothing that is accepted', () => {
    fc.assert(
      fc.property(fc.oneof(validMessage, mutated), (message) => {
        const sent: unknown = JSON.parse(JSON.stringify(message));
        if (check(JSON.stringify(message), sentAt).kind === 'rejected') return;
        expect(fits(sent), JSON.stringify(fits.errors)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('finds every fault that it is said to find', () => {
    fc.assert(
      fc.property(mutated, (message) => {
        const result = check(JSON.stringify(message), sentAt);
        if (result.kind === 'accepted') return;
        if (!result.reasons.some(({ code }) => rejectionCodes[code].schemaFinds === 'always')) return;
        expect(fits(JSON.parse(JSON.stringify(message))), JSON.stringify(result)).toBe(false);
      }),
      { numRuns: 500 },
    );
  });

  it('knows the usual scale of every metric', () => {
    for (const [metric, { min, max }] of Object.entries(defaultScales)) {
      const survey = (score: number) => ({ kind: 'survey', source: 's', id: '1', occurredAt: sentAt, metric, score });
      expect([min, max].map((score) => fits(survey(score)))).toEqual([true, true]);
      expect([min - 1, max + 1].map((score) => fits(survey(score)))).toEqual([false, false]);
    }
  });
});
