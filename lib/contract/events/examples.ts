import type { ActionTold, DigestTold, HoldTold, ProductEvent } from '../../../functions/domain/events/event.ts';
import type { EventType } from './meanings.ts';

type ActionEvent = Extract<ProductEvent, { data: ActionTold }>;

/** As digests of ours look: 22 characters. */
const brushedOff = 'matter-Wc5nR8eHq1JtX0zUvGd3La';

const late: ActionTold['action'] = {
  id: 'recover-7yQ0bX3mN2kP5sT8vW1aZd',
  kind: 'recover',
  title: 'Complaint brushed off, then asked to score delivery at Millfield',
  owner: { team: 'Delivery', contact: 'delivery-leads@fennel-and-rye.example' },
  priority: 'P1',
  openedAt: '2026-03-04T09:30:00.000Z',
  raisedAt: '2026-03-04T09:31:12.000Z',
  dueAt: '2026-03-04T13:31:12.000Z',
  status: 'open',
  customerId: 'c-20418',
  matterId: brushedOff,
  touchpoint: 'delivery',
  location: 'Millfield',
  version: 1,
};

const tills: ActionTold['action'] = {
  id: 'fix-Kd93hfLw0QxZr5bYtN2mVe',
  kind: 'fix',
  title: 'Dark corner: checkout at Harbour Street brushes off about 40 customers a month, surveys show 3',
  owner: { team: 'Shops', contact: 'shop-operations@fennel-and-rye.example' },
  priority: 'P2',
  openedAt: '2026-02-20T06:00:00.000Z',
  raisedAt: '2026-02-20T06:00:00.000Z',
  dueAt: '2026-03-06T17:00:00.000Z',
  status: 'open',
  touchpoint: 'checkout',
  location: 'Harbour Street',
  version: 1,
};

/** An action's event: its sequence is the version that the change made. */
const ofAction = (
  type: ActionEvent['type'],
  action: ActionTold['action'],
  at: string,
  change: Partial<ActionTold['change']> = {},
): ProductEvent => ({
  version: 1,
  type,
  subject: action.id,
  sequence: action.version,
  at,
  data: { action, change: { by: 'triage', what: type.replace('action.', ''), ...change } },
});

const ofHold = (
  type: 'placed' | 'extended' | 'released',
  sequence: number,
  at: string,
  hold: HoldTold,
): ProductEvent => ({
  version: 1,
  type: `hold.${type}`,
  subject: `hold#${hold.customerId}`,
  sequence,
  at,
  data: hold,
});

const hold: HoldTold = {
  customerId: 'c-20418',
  since: '2026-03-03T20:12:40.000Z',
  until: '2026-05-02T20:12:40.000Z',
  matterIds: [brushedOff],
};

const digest: DigestTold = {
  team: 'Delivery',
  contact: 'delivery-leads@fennel-and-rye.example',
  day: '2026-03-05',
  open: 6,
  dueToday: 2,
  overdue: 1,
  queued: 1,
  oldestQueuedAt: '2026-03-02T16:40:00.000Z',
  top: [{ id: late.id, title: late.title, priority: 'P1', dueAt: late.dueAt, status: 'open' }],
};

/** One event of each type, of the invented grocer Fennel & Rye: what `detail` of the envelope holds. */
export const exampleEvents: Readonly<Record<EventType, ProductEvent>> = {
  'action.raised': ofAction('action.raised', late, late.raisedAt),
  'action.joined': ofAction('action.joined', { ...tills, version: 2 }, '2026-02-21T06:00:00.000Z', {
    what: 'more customers brushed off',
  }),
  'action.acknowledged': ofAction(
    'action.acknowledged',
    { ...late, status: 'acknowledged', version: 4 },
    '2026-03-04T15:02:00.000Z',
    { by: 'noor', reason: 'calling her now' },
  ),
  'action.resolved': ofAction(
    'action.resolved',
    { ...late, status: 'resolved', version: 5 },
    '2026-03-04T15:40:00.000Z',
    { by: 'noor', reason: 'called, refunded the order, a new crate goes out tomorrow' },
  ),
  'action.verified': ofAction(
    'action.verified',
    { ...late, status: 'verified', version: 6 },
    '2026-03-12T18:20:00.000Z',
    { what: 'verified: a favourable score on 2026-03-12' },
  ),
  'action.unconfirmed': ofAction(
    'action.unconfirmed',
    { ...late, status: 'unconfirmed', version: 6 },
    '2026-04-04T06:00:00.000Z',
    { by: 'clock', what: 'unconfirmed: nothing was heard since' },
  ),
  'action.reopened': ofAction(
    'action.reopened',
    { ...late, status: 'reopened', dueAt: '2026-03-12T22:20:00.000Z', version: 6 },
    '2026-03-12T18:20:00.000Z',
    { what: 'failed again: a bad score after it was done' },
  ),
  'action.dismissed': ofAction(
    'action.dismissed',
    { ...tills, status: 'dismissed', version: 3 },
    '2026-02-23T10:10:00.000Z',
    { by: 'ilse', reason: 'the shop was being rebuilt; it is closed since the 16th' },
  ),
  'action.queued': ofAction('action.queued', { ...tills, status: 'queued', version: 2 }, '2026-02-20T06:15:00.000Z', {
    by: 'clock',
    what: 'waits: Shops has no room',
  }),
  'action.promoted': ofAction('action.promoted', { ...tills, version: 3 }, '2026-02-24T09:00:00.000Z', {
    by: 'clock',
    what: 'waits no longer',
  }),
  'action.reassigned': ofAction(
    'action.reassigned',
    { ...tills, owner: { team: 'Rota', contact: 'rota@fennel-and-rye.example' }, version: 4 },
    '2026-02-24T11:30:00.000Z',
    { by: 'ilse', what: 'reassigned to Rota', reason: 'tills are open, nobody is planned to sit at them' },
  ),
  'action.reminded': ofAction('action.reminded', { ...late, version: 2 }, '2026-03-04T12:30:00.000Z', {
    by: 'clock',
    what: 'due 2026-03-04T13:31:12.000Z',
    to: ['delivery-leads@fennel-and-rye.example'],
  }),
  'action.escalated': ofAction('action.escalated', { ...late, version: 3 }, '2026-03-04T14:45:00.000Z', {
    by: 'clock',
    what: 'overdue since 2026-03-04T13:31:12.000Z: level 1',
    to: ['head-of-delivery@fennel-and-rye.example'],
  }),
  'action.labelled': ofAction(
    'action.labelled',
    { ...tills, status: 'dismissed', version: 3 },
    '2026-02-23T10:10:00.000Z',
    { by: 'ilse', what: 'labelled wrong-gap', reason: 'these were answers about the car park' },
  ),
  'hold.placed': ofHold('placed', 1, '2026-03-03T20:12:55.000Z', hold),
  'hold.extended': ofHold('extended', 2, '2026-03-06T08:00:31.000Z', { ...hold, until: '2026-05-05T07:58:02.000Z' }),
  'hold.released': ofHold('released', 3, '2026-03-07T10:15:40.000Z', {
    ...hold,
    until: '2026-03-07T10:15:03.000Z',
    matterIds: [],
  }),
  'digest.made': {
    version: 1,
    type: 'digest.made',
    subject: 'digest#Delivery#2026-03-05',
    sequence: 1,
    at: '2026-03-05T08:00:00.000Z',
    data: digest,
  },
  'week.summed_up': {
    version: 1,
    type: 'week.summed_up',
    subject: 'week#2026-03-02',
    sequence: 1,
    at: '2026-03-09T06:00:00.000Z',
    data: {
      from: '2026-03-02T00:00:00.000Z',
      to: '2026-03-09T00:00:00.000Z',
      lines: [
        '41 actions were raised, 33 ended; 6 are overdue.',
        'Of 19 customers who were called back, 8 were heard to be content, 2 complained again.',
        'Delivery at Millfield hides the most: 12 points behind its score.',
        'Checkout at Harbour Street is better than shops left alone by 7 points, give or take 5.',
        '27 customers are not asked how likely they are to recommend us, as their complaint is open.',
      ],
    },
  },
};
