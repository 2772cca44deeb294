import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { addBusinessHours } from '../../../functions/domain/actions/business-calendar.ts';
import { type OwnerFacts, ownerOf, parseOwners } from '../../../functions/domain/actions/owners.ts';
import { gapKinds } from '../../../functions/domain/gaps/gap.ts';

describe('the owners of Fennel & Rye', () => {
  const file = parseOwners(JSON.parse(readFileSync(new URL('../../../owners.json', import.meta.url), 'utf8')));
  if (file.kind === 'invalid') throw new TypeError(JSON.stringify(file.problems));
  const { owners } = file;

  it.each<[OwnerFacts, string]>([
    [{ kind: 'runaround', touchpoint: 'billing' }, 'Service recovery'],
    [{ kind: 'dark-corner', touchpoint: 'delivery', location: 'Millfield' }, 'Delivery'],
    [{ kind: 'dark-corner', touchpoint: 'delivery', location: 'Millfield', cause: ['cost-cutting'] }, 'Route planning'],
    [{ kind: 'dark-corner', touchpoint: 'billing' }, 'Billing'],
    [{ kind: 'surge', touchpoint: 'checkout', location: 'Millfield' }, 'Millfield shop'],
    [{ kind: 'surge', touchpoint: 'support-call', location: 'Online' }, 'Contact centre'],
    [{ touchpoint: 'delivery', cause: ['defect', 'broken-promise'] }, 'Route planning'],
    [{ touchpoint: 'checkout', location: 'Online' }, 'Online shop'],
    [{ touchpoint: 'checkout', location: 'Harbour Street' }, 'Harbour Street shop'],
    [{ touchpoint: 'returns', location: 'Online' }, 'Returns desk'],
    [{ touchpoint: 'app-login', cause: ['excluding-design'] }, 'Inclusive design'],
    [{ touchpoint: 'onboarding' }, 'App'],
    [{ touchpoint: 'unattributed' }, 'Customer care'],
  ])('give %o to %s', (facts, team) => {
    expect(ownerOf(owners, facts).team).toBe(team);
  });

  it('answer for every kind of gap at every touchpoint and location by a calendar that exists', () => {
    for (const kind of gapKinds) {
      for (const touchpoint of [
        'delivery',
        'checkout',
        'billing',
        'support-call',
        'store-visit',
        'returns',
        'elsewhere',
      ]) {
        for (const location of ['Northgate', 'Harbour Street', 'Millfield', 'Online', 'elsewhere']) {
          expect(owners.calendars).toHaveProperty(ownerOf(owners, { kind, touchpoint, location }).calendar);
        }
      }
    }
  });

  it.each(['offices', 'shops', 'customer-care'])('keep the English bank holidays in the calendar of the %s', (name) => {
    const bankHolidays = [
      ['2026-01-01', '2026-04-03', '2026-04-06', '2026-05-04', '2026-05-25', '2026-08-31', '2026-12-25', '2026-12-28'],
      ['2027-01-01', '2027-03-26', '2027-03-29', '2027-05-03', '2027-05-31', '2027-08-30', '2027-12-27', '2027-12-28'],
    ].flat();
    expect(owners.calendars[name]?.holidays).toEqual(expect.arrayContaining(bankHolidays));
  });

  it('work in the offices on weekdays only, in the shops on Sundays too', () => {
    const sunday = '2026-03-01T12:00:00.000Z';
    const next = (name: 'offices' | 'shops') => {
      const calendar = owners.calendars[name];
      return calendar && addBusinessHours(sunday, 0, calendar);
    };
    expect([next('offices'), next('shops')]).toEqual(['2026-03-02T09:00:00.000Z', sunday]);
  });
});
