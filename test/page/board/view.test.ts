import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addressOf } from '../../../functions/serve-dashboard/page/address.ts';
import {
  askedFor,
  atTab,
  fits,
  kinds,
  linkToView,
  orderOf,
  priorities,
  tabNames,
  tabs,
  type View,
  viewOf,
} from '../../../functions/serve-dashboard/page/board/view.ts';
import { march } from '../../builders.ts';
import { listedAction } from './listed-action.ts';

type Me = Parameters<typeof viewOf>[1];

const lead: Me = { id: 'alex', roles: ['lead'], teams: ['Delivery', 'Digital'], now: march(8) };
const owner: Me = { ...lead, roles: ['owner'], team: 'Delivery' };

const read = (query: string, me = lead): View => viewOf(new URLSearchParams(query), me);

const anyView = fc
  .record({
    tab: fc.constantFrom(...tabNames),
    end: fc.option(fc.constantFrom(...tabs.over), { nil: undefined }),
    team: fc.option(fc.constantFrom('Delivery', 'Digital', 'A & B'), { nil: undefined }),
    priority: fc.option(fc.constantFrom(...priorities), { nil: undefined }),
    kind: fc.option(fc.constantFrom(...kinds), { nil: undefined }),
    place: fc.option(fc.tuple(fc.constantFrom('delivery', '50 % off'), fc.option(fc.constant('Millfield'))), {
      nil: undefined,
    }),
    overdue: fc.boolean(),
  })
  .map(
    ({ place, tab, end, overdue, ...rest }): View => ({
      ...rest,
      tab,
      end: tab === 'over' ? end : undefined,
      touchpoint: place?.[0],
      location: place?.[1] ?? undefined,
      overdue: overdue && tab !== 'over',
    }),
  );

describe('what the board shows', () => {
  it('has an address of its own that leads back to it, whoever follows it within a role', () => {
    fc.assert(
      fc.property(anyView, fc.constantFrom(lead, owner), (view, me) => {
        expect(viewOf(addressOf(linkToView(view, me)).query, me)).toEqual(view);
      }),
    );
  });

  it('is what is to be done by all teams, and of an owner their own team’s', () => {
    expect(read('')).toMatchObject({ tab: 'open', team: undefined, overdue: false });
    expect(read('', owner)).toMatchObject({ team: 'Delivery' });
    expect(read('team=all', owner)).toMatchObject({ team: undefined });
    expect(read('', { ...owner, roles: ['owner', 'lead'] })).toMatchObject({ team: undefined });
  });

  it('is found by any status, of what is over by how it ended', () => {
    expect(read('status=reopened')).toMatchObject({ tab: 'open', end: undefined });
    expect(read('status=verified')).toMatchObject({ tab: 'over', end: 'verified' });
    expect(read('status=lost')).toMatchObject({ tab: 'open' });
  });

  it('is not limited by what an address gets wrong', () => {
    expect(read('priority=P9&kind=mend&overdue=yes&location=Millfield')).toEqual(read(''));
  });

  it('asks the API no more than it can filter by, and leaves the rest to the page', () => {
    expect(askedFor(read('overdue=1&team=Delivery'), 'open', march(8))).toEqual({
      status: 'open',
      team: 'Delivery',
      dueBefore: march(8),
    });
    expect(askedFor(read('overdue=1&priority=P1'), 'open', march(8))).toEqual({ status: 'open', priority: 'P1' });
  });

  it('comes in the order of the index that is read', () => {
    expect(['', 'team=Delivery', 'team=Delivery&touchpoint=delivery'].map((query) => orderOf(read(query)))).toEqual([
      'urgency',
      'due',
      'opened',
    ]);
  });
});

describe('an action', () => {
  it.each([
    ['team=Digital', {}, false],
    ['team=Delivery', {}, true],
    ['priority=P1', {}, false],
    ['kind=fix', {}, false],
    ['touchpoint=delivery&location=Millfield', {}, true],
    // As the API has it: without a location are those that nobody told one of.
    ['touchpoint=delivery', {}, false],
    ['touchpoint=delivery', { location: undefined }, true],
    ['overdue=1', {}, true],
    ['overdue=1', { dueAt: march(9) }, false],
    ['overdue=1', { status: 'resolved' }, false],
  ] as const)('is held against %s: %o', (query, fields, isThere) => {
    expect(fits(read(query), listedAction(fields), march(8))).toBe(isThere);
  });

  it('is never overdue once it is over, so that this filter ends with the tab', () => {
    expect(atTab(read('overdue=1'), 'over').overdue).toBe(false);
    expect(atTab(read('overdue=1'), 'acknowledged').overdue).toBe(true);
  });
});
