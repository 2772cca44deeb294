import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Handling, type Occurrence, rejectId, rejectsOf } from '../../../functions/domain/rejects/reject.ts';
import { march } from '../../builders.ts';

const occurrence = (overrides: Partial<Occurrence> = {}): Occurrence => ({
  reject: rejectId('texts', 'hello'),
  messageId: 'm-1',
  queue: 'texts',
  sentAt: march(5, '10:00'),
  rejectedAt: march(5, '10:01'),
  bytes: 5,
  reasons: [{ path: '', code: 'not_json' }],
  ...overrides,
});

const rejects = (occurrences: readonly Occurrence[], handled: [string, Handling][] = []) =>
  rejectsOf(occurrences, new Map(handled));

describe('what was rejected', () => {
  it('is one reject a body and queue, with its messages counted and their first and last time', () => {
    const twice = [
      occurrence({ messageId: 'm-2', sentAt: march(7), rejectedAt: march(8) }),
      occurrence(),
      occurrence({ messageId: 'm-3', reject: rejectId('surveys', 'hello'), queue: 'surveys', sentAt: march(6) }),
    ];
    expect(rejects(twice)).toMatchObject([
      { queue: 'texts', count: 2, firstSentAt: march(5), lastSentAt: march(7), open: true },
      { queue: 'surveys', count: 1 },
    ]);
  });

  it('has the reasons of the last time: the contract may have grown meanwhile', () => {
    const reasons = [{ path: '/kind', code: 'missing' as const }];
    const [reject] = rejects([occurrence({ messageId: 'm-2', rejectedAt: march(6), reasons }), occurrence()]);
    expect(reject?.reasons).toEqual(reasons);
  });

  it('is history only where every message that brought it was', () => {
    const history = occurrence({ backfill: true });
    expect(rejects([history])[0]?.backfill).toBe(true);
    expect(rejects([history, occurrence({ messageId: 'm-2' })])[0]?.backfill).toBe(false);
  });

  it('is done with once handled, and open again when it was rejected after that, whatever the operator’s clock says', () => {
    const { reject } = occurrence();
    const handled: [string, Handling][] = [[reject, { at: march(9), upTo: march(5, '10:01'), how: 'redriven' }]];
    expect(rejects([occurrence()], handled)[0]?.open).toBe(false);
    const again = occurrence({ messageId: 'm-2', rejectedAt: march(5, '10:02') });
    expect(rejects([occurrence(), again], handled)[0]?.open).toBe(true);
  });

  it('comes out the same whatever the order', () => {
    const some = fc.array(
      fc.record({
        body: fc.constantFrom('a', 'b'),
        day: fc.integer({ min: 1, max: 9 }),
        source: fc.constantFrom('x', 'y'),
      }),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(some, (drawn) => {
        const occurrences = drawn.map(({ body, day, source }, i) =>
          occurrence({
            messageId: `m-${i}`,
            reject: rejectId('texts', body),
            source,
            sentAt: march(day),
            rejectedAt: march(day, `11:${10 + i}`),
          }),
        );
        expect(rejects(occurrences.toReversed())).toEqual(rejects(occurrences));
        expect(rejects(occurrences).reduce((sum, { count }) => sum + count, 0)).toBe(occurrences.length);
      }),
    );
  });
});

describe('the name of a reject', () => {
  it('tells queue and body, and can be typed on a command line', () => {
    expect(rejectId('texts', 'hello')).toMatch(/^[0-9a-f]{32}$/);
    expect(new Set([rejectId('a', 'b'), rejectId('a', 'c'), rejectId('ab', ''), rejectId('b', 'b')]).size).toBe(4);
  });
});
