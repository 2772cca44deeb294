import type { ListedTouchpoint } from '../../../functions/domain/analysts/answers.ts';
import { touchpointId } from '../../../functions/domain/analysts/touchpoint-id.ts';
import type { ActionEntry } from '../../../functions/domain/outputs/action-entry.ts';
import type { GapEntry } from '../../../functions/domain/outputs/gap-entry.ts';
import type { HoldEntry } from '../../../functions/domain/outputs/hold-entry.ts';

/** The customer whose crates came late, of the invented grocer Fennel & Rye: the same as in the examples of messages. */
export const late = { customerId: 'c-20418', touchpoint: 'delivery', location: 'Millfield' } as const;

const complaint = 'text:sms-gateway:t-70031';
const matterId = 'matter-Wc5nR8eHq1JtX0zUvGd3La';
const why = { themes: ['delivery-time', 'packaging'], causes: ['defect' as const], phrases: ['late', 'burst'] };

export const exampleGap: GapEntry = {
  id: 'unheard-b8Yt0cQm4rTn2KzX6wEo1A',
  kind: 'unheard',
  scope: 'customer',
  ...late,
  facts: [complaint, 'survey:survey-tool:s-51120:invited'],
  state: 'suspected',
  openedAt: '2026-03-04T09:30:00.000Z',
  why,
};

export const exampleAction: ActionEntry = {
  id: 'recover-7yQ0bX3mN2kP5sT8vW1aZd',
  kind: 'recover',
  title: 'Complaint brushed off, then asked to score delivery at Millfield',
  owner: { team: 'Delivery', contact: 'delivery-leads@fennel-and-rye.example' },
  priority: 'P1',
  parts: { severity: 26, customers: 1, secondComplaint: 0, hollowApology: 8, confidence: 9 },
  openedAt: '2026-03-04T09:30:00.000Z',
  raisedAt: '2026-03-04T09:31:12.000Z',
  dueAt: '2026-03-04T13:31:12.000Z',
  status: 'open',
  gapIds: [exampleGap.id],
  matterId,
  ...late,
  why,
  evidence: exampleGap.facts,
  version: 1,
};

export const exampleTouchpoint: ListedTouchpoint = {
  touchpoint: late.touchpoint,
  location: late.location,
  surveyed: { metric: 'nps', net: 41.5, n: 82, invited: 410, responseRate: 0.2 },
  adjusted: { net: 12.4, low: 3.1, high: 21.7, worst: -71.7, middle: 9.8, best: 88.3, method: 'silence' },
  gap: { points: 27.9, low: 18.2, high: 37.5, qValue: 0.002 },
  impact: { perMonth: 61.1, shown: 4 },
  complaints: { customers: 74, share: 0.18 },
  reviews: { net: 10, n: 20 },
  id: touchpointId(late),
  asOf: '2026-03-04T09:00:00.000Z',
  themes: ['delivery-time', 'packaging'],
};

export const exampleHold: HoldEntry = {
  customerId: late.customerId,
  held: true,
  since: '2026-03-03T20:12:40.000Z',
  until: '2026-05-02T20:12:40.000Z',
  matterIds: [matterId],
};

export const exampleWords = {
  fact: complaint,
  text: 'The crates came an hour and a half late and the yoghurt had burst over everything else.',
};
