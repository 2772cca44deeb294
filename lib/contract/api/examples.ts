import type { RouteName } from '../../../functions/domain/analysts/paths.ts';
import {
  actionColumns,
  cellsOf,
  gapColumns,
  headOf,
  touchpointColumns,
} from '../../../functions/domain/outputs/columns.ts';
import { csvOf } from '../../../functions/domain/outputs/csv.ts';
import type { AnswerOf, AskedOf } from '../../../functions/serve-analysts/answering.ts';
import { exampleAction, exampleGap, exampleHold, exampleTouchpoint, exampleWords, late } from './example-entries.ts';

/** What a route is asked and answers. */
interface ExampleOf<Name extends RouteName> {
  query?: Record<string, string>;
  body?: AskedOf<Name>['body'];
  answer?: AnswerOf<Name>;
}

const cursor = 'eyJwayI6ImFjdGlvbiJ9.Jq0cYk6l1o7c0vGm3bJtH8m7sZ0k3Q2xw1T5r9aPq4E';
const remark = { day: '2026-03-03', touchpoint: late.touchpoint, text: 'New courier on the Millfield round.' };
const annotation = {
  ...remark,
  id: '2026-03-03.Qm4rTn2K',
  at: '2026-03-04T08:02:11.000Z',
  by: 'kim@fennel-and-rye.example',
};
const receipt = {
  receipt: 'erasure-Tn2KzX6wEo1Ab8Yt0cQm4r',
  state: 'recorded',
  requestedAt: '2026-03-04T10:00:00.000Z',
} as const;
const { why: _, ...bareAction } = exampleAction;

const moments = [
  { at: '2026-03-03T20:12:40.000Z', kind: 'complaint', fact: exampleWords.fact, feedback: 'text', channel: 'sms' },
  { at: '2026-03-03T20:31:05.000Z', kind: 'reply', fact: 'text:sms-gateway:t-70032', reply: 'hollow' },
  { at: '2026-03-04T09:30:00.000Z', kind: 'invitation', fact: 'survey:survey-tool:s-51120:invited', metric: 'nps' },
  { at: '2026-03-04T09:30:00.000Z', kind: 'gap', gap: { id: exampleGap.id, kind: 'unheard', state: 'suspected' } },
] satisfies AnswerOf<'action'>['moments'];

const detail: AnswerOf<'action'> = {
  ...exampleAction,
  labels: [],
  gaps: [exampleGap],
  history: [{ version: 1, at: exampleAction.raisedAt, by: 'triage', type: 'raised', change: 'raised', status: 'open' }],
  moments,
};

const acknowledged: AnswerOf<'changeAction'> = {
  ...detail,
  status: 'acknowledged',
  version: 2,
  history: [
    ...detail.history,
    {
      version: 2,
      at: '2026-03-04T10:04:00.000Z',
      by: 'kim@fennel-and-rye.example',
      type: 'acknowledged',
      change: 'acknowledged',
      status: 'acknowledged',
    },
  ],
};

/** One request and its answer for every route; of the invented grocer Fennel & Rye. */
export const apiExamples: { [Name in RouteName]: ExampleOf<Name> } = {
  me: {
    answer: {
      id: 'kim@fennel-and-rye.example',
      roles: ['owner'],
      team: 'Delivery',
      teams: ['Delivery', 'Shops'],
      now: '2026-03-04T10:00:00.000Z',
    },
  },
  actions: { query: { team: 'Delivery', status: 'open' }, answer: { actions: [exampleAction], next: cursor } },
  actionsCsv: {
    query: { status: 'open' },
    answer: csvOf([headOf(actionColumns), cellsOf(actionColumns, exampleAction)]),
  },
  action: { answer: detail },
  actionWords: { answer: { words: [exampleWords] } },
  changeAction: { body: { kind: 'acknowledge', version: 1 }, answer: acknowledged },
  touchpoints: { query: { limit: '20' }, answer: { touchpoints: [exampleTouchpoint], next: cursor } },
  touchpointsCsv: { answer: csvOf([headOf(touchpointColumns), cellsOf(touchpointColumns, exampleTouchpoint)]) },
  touchpoint: {
    answer: {
      ...(({ themes: __, ...listed }) => listed)(exampleTouchpoint),
      window: { from: '2026-02-04', to: '2026-03-03' },
      trend: [{ day: '2026-03-03', invited: 14, top: 2, middle: 1, bottom: 0, complaining: 5 }],
      scores: [{ day: '2026-03-04', surveyed: 41.5, adjusted: { net: 12.4, low: 3.1, high: 21.7 }, points: 27.9 }],
      gaps: [],
      actions: [],
      annotations: [annotation],
    },
  },
  gaps: { query: { kind: 'unheard', state: 'suspected' }, answer: { gaps: [exampleGap] } },
  gapsCsv: { query: { kind: 'unheard' }, answer: csvOf([headOf(gapColumns), cellsOf(gapColumns, exampleGap)]) },
  week: {
    query: { week: '2026-W10' },
    answer: {
      week: '2026-W10',
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
  annotations: { query: { touchpoint: late.touchpoint }, answer: { annotations: [annotation] } },
  annotate: { body: remark, answer: annotation },
  removeAnnotation: {},
  holds: {
    query: { changedSince: '2026-03-04T09:55:00Z' },
    answer: { holds: [{ ...exampleHold, version: 1, changedAt: '2026-03-03T20:12:44.000Z' }] },
  },
  checkHolds: {
    body: { customerIds: [late.customerId, 'c-20419'] },
    answer: { holds: [exampleHold, { customerId: 'c-20419', held: false }] },
  },
  story: {
    query: { customer: late.customerId },
    answer: {
      customerId: late.customerId,
      hold: exampleHold,
      since: '2025-09-05T10:00:00.000Z',
      moments,
      words: [exampleWords],
      gaps: [exampleGap],
      actions: [bareAction],
    },
  },
  erase: { body: { customerId: late.customerId }, answer: receipt },
  erasure: { answer: receipt },
};
