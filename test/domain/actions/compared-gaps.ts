import type { Action } from '../../../functions/domain/actions/action.ts';
import { triageTouchpoint } from '../../../functions/domain/actions/triage-touchpoint.ts';
import { type Gap, gapId } from '../../../functions/domain/gaps/gap.ts';
import type { Instant } from '../../../functions/domain/instant.ts';
import { type Cell, cellKey } from '../../../functions/domain/touchpoints/tally-row.ts';
import { gap, march, owners } from '../../builders.ts';

type Override = Parameters<typeof gap>[0];

const nobody = { customerId: undefined, matterId: undefined };

/** A cell whose score hides a hundred and forty customers a month. */
export const darkCorner = (override: Override = {}): Gap => {
  const cell: Cell = { touchpoint: 'delivery', location: 'Millfield' };
  return gap({
    id: gapId('dark-corner', 'cell', cellKey(cell)),
    kind: 'dark-corner',
    scope: 'cell',
    ...nobody,
    ...cell,
    facts: ['text:sms-gateway:t-1', 'text:sms-gateway:t-2'],
    size: 27,
    low: 19,
    high: 35,
    qValue: 0.01,
    impact: { perMonth: 139.6, shown: 9.2 },
    ...override,
  });
};

const anchor: Cell = { touchpoint: 'delivery', location: 'Millfield' };

/** The same touchpoint over all its locations, or another thing that cells have in common; most of it lies in that cell. */
export const rolledUp = (override: Override = {}): Gap =>
  darkCorner({
    id: 'dark-corner-everywhere',
    scope: 'touchpoint',
    location: undefined,
    facts: ['text:sms-gateway:t-3'],
    impact: { perMonth: 412, shown: 31 },
    anchor,
    ...override,
  });

/** A cell where nineteen customers complained in three days. */
export const surging = (override: Override = {}): Gap =>
  gap({
    id: 'surge-1',
    kind: 'surge',
    scope: 'cell',
    ...nobody,
    touchpoint: 'checkout',
    location: 'Quay Street',
    facts: ['text:sms-gateway:t-4', 'text:sms-gateway:t-5'],
    qValue: 0.02,
    surge: { days: 3, customers: 19, expected: 4.2 },
    ...override,
  });

export const raisedAt = march(3, '11:00');

/** The action after a look at its gaps, whether that changed it or not. */
export const looked = (gaps: readonly Gap[], existing?: Action, asOf: Instant = raisedAt): Action => {
  const action = triageTouchpoint(gaps, existing, owners, asOf)?.action ?? existing;
  if (!action) throw new TypeError('nothing was raised');
  return action;
};
