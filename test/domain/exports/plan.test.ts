import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { advanced, begun, overSince, prefixOf, unitsLeft, unitsOf } from '../../../functions/domain/exports/plan.ts';
import { march } from '../../builders.ts';

const prefixes = (day: string): string[] => unitsOf(day).map((unit) => prefixOf(unit, day));

describe('EXPORT-1: the facts of each of the seven days before are written anew', () => {
  it('across the end of a month', () => {
    expect(prefixes('2026-03-03')).toEqual([
      'gaps/snapshot=2026-03-03/',
      'touchpoints/snapshot=2026-03-03/',
      'actions/snapshot=2026-03-03/',
      'facts/day=2026-03-02/',
      'facts/day=2026-03-01/',
      'facts/day=2026-02-28/',
      'facts/day=2026-02-27/',
      'facts/day=2026-02-26/',
      'facts/day=2026-02-25/',
      'facts/day=2026-02-24/',
    ]);
  });

  it('so that a day is written on each of seven days, and today on none', () => {
    const days = Array.from({ length: 20 }, (_, i) => march(1 + i).slice(0, 10));
    const written = days.filter((day) => prefixes(day).includes('facts/day=2026-03-05/'));
    expect(written).toEqual(days.slice(5, 12));
  });
});

describe('EXPORT-2: what is over is told for a while', () => {
  it('actions for 28 days from their last change, gaps for 90 from their beginning', () => {
    expect(overSince('actions', march(31))).toBe(march(3));
    expect(overSince('gaps', march(31))).toBe('2025-12-31T10:00:00.000Z');
  });
});

describe('the progress of a day', () => {
  it('comes to its end, whatever is done in whichever order, and forgets what no later day writes', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(unitsOf('2026-03-05'), { minLength: 10, maxLength: 10 }), (order) => {
        let progress = begun('2026-03-05', undefined);
        for (const unit of order) {
          expect(unitsLeft(progress)).toContainEqual(unit);
          progress = advanced(progress, prefixOf(unit, '2026-03-05'), { parts: 2, rows: 1 });
        }
        expect(unitsLeft(progress)).toEqual([]);
        expect(begun('2026-03-05', progress)).toBe(progress);
        const next = begun('2026-03-06', progress);
        expect(next).toMatchObject({ done: [], told: false });
        // Six of the seven days are written again; the snapshots lie elsewhere.
        expect(Object.keys(next.written).sort()).toEqual(
          prefixes('2026-03-06')
            .filter((prefix) => prefixes('2026-03-05').includes(prefix))
            .sort(),
        );
        expect(Object.keys(next.written)).toHaveLength(6);
      }),
    );
  });
});
