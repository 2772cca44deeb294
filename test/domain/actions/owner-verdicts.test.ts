import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { verdictsOf } from '../../../functions/domain/actions/owners/verdicts.ts';
import { type OwnerFacts, ownerOf } from '../../../functions/domain/actions/owners.ts';
import { owners } from '../../builders.ts';

const anyFacts: fc.Arbitrary<OwnerFacts> = fc.record(
  {
    kind: fc.constantFrom('runaround' as const, 'surge' as const),
    touchpoint: fc.constantFrom('delivery', 'billing'),
    theme: fc.constantFrom([], ['food']),
  },
  { requiredKeys: [] },
);

describe('what the rules say to an action', () => {
  it('ends with the rule that takes it, and of each before tells what it wanted and what is known', () => {
    expect(verdictsOf(owners, { kind: 'surge', touchpoint: 'delivery' })).toEqual([
      { rule: 0, team: 'Recovery', unmet: [{ condition: 'kind', wanted: ['runaround'], known: ['surge'] }] },
      { rule: 1, team: 'Delivery', unmet: [] },
    ]);
    expect(verdictsOf(owners, {}).at(-1)).toEqual({ rule: 2, team: 'Care', unmet: [] });
    expect(verdictsOf(owners, {})[1]?.unmet).toEqual([{ condition: 'touchpoint', wanted: ['delivery'], known: [] }]);
  });

  it('agrees with who its owner is', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const verdicts = verdictsOf(owners, facts);
        const { rule, team } = ownerOf(owners, facts);
        expect(verdicts.at(-1)).toEqual({ rule, team, unmet: [] });
        expect(verdicts.slice(0, -1).every(({ unmet }) => unmet.length > 0)).toBe(true);
      }),
    );
  });
});
