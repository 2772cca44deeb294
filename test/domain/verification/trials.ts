import type { WindowCounts } from '../../../functions/domain/verification/counts.ts';
import type { BeforeAndAfter, FixFacts } from '../../../functions/domain/verification/judge-fix.ts';

/** Counts of a window whose days lie as far apart as chance has them. */
export const counts = (events: number, exposure: number): WindowCounts => ({
  events,
  exposure,
  scatter: { squares: 6, freedom: 6 },
});

/** So many of so many before, and after. */
export const trial = (
  [before, asked]: readonly [number, number],
  [after, askedAfter]: readonly [number, number],
): BeforeAndAfter => ({ before: counts(before, asked), after: counts(after, askedAfter) });

/** A large cell whose rate stays as it was, beside five that stayed too. */
export const facts = (override: Partial<FixFacts> = {}): FixFacts => ({
  kind: 'dark-corner',
  ...trial([60, 400], [150, 1000]),
  controls: Array.from({ length: 5 }, () => trial([60, 400], [150, 1000])),
  usual: { events: 0.5, exposure: 10 },
  next: '2026-05-03T10:00:00.000Z',
  ...override,
});
