import type { TouchpointEntry } from '../../functions/domain/outputs/touchpoint-entry.ts';
import type { Told } from '../../lib/report/cells.ts';
import { march } from '../builders.ts';
import {
  actionEntryOf,
  cellEntry,
  coverageEntryOf,
  gapEntryOf,
  groupsOf,
  scoreOf,
  summaryEntry,
  whyEntry,
} from './entries.ts';

/** Names as an upstream system may post them, none of them meant well. */
export const hostile = {
  touchpoint: '<img src=x onerror=alert(1)>',
  location: '"><script>alert("Northgate")</script>',
  quote: '</p></blockquote><style>*{display:none}</style> & so on',
  team: 'Ops </td><td onclick=\'alert("owner")\'>',
} as const;

/** One of the longest names the contract takes. */
export const LONG = 'Harbour-Street-and-Old-Fishmarket-collection-point-riverside-gat';

export const CUSTOMER = 'customer-key-8841';

const daily = (mean: number, surge?: { from: number; times: number }): TouchpointEntry['daily'] =>
  Array.from({ length: 28 }, (_, i) => {
    const expected = mean * (i % 7 > 4 ? 1.5 : 0.8);
    const wave = 1 + 0.6 * Math.sin(i * 2.4);
    const times = surge && i >= surge.from ? surge.times : 1;
    return { day: march(2 + i).slice(0, 10), complaining: Math.round(expected * wave * times), expected };
  });

/** Touchpoint, location, then net, answers, invited, points hidden, half the interval's width. */
const plain: [string, string, number, number, number, number, number][] = [
  ['delivery', 'Harbour Street', 51, 132, 702, 3, 7],
  ['checkout', 'Millfield', 62, 88, 412, 1, 8],
  ['checkout', 'Harbour Street', 57, 93, 440, -1, 8],
  ['billing', 'Online', 38, 120, 820, 4, 7],
  ['support-call', 'Millfield', 33, 61, 520, 5, 11],
  ['store-visit', 'Millfield', 66, 140, 530, 0, 6],
  ['store-visit', 'Northgate', 61, 118, 498, 2, 7],
  ['store-visit', 'Harbour Street', 59, 97, 433, 1, 7],
  ['app-login', 'Online', 41, 210, 1590, 3, 5],
  ['returns', 'Millfield', 35, 44, 301, 4, 12],
  ['onboarding', 'Online', 55, 77, 380, -2, 9],
  ['onboarding', LONG, 48, 51, 260, 2, 11],
];

const weak: [string, string, number, number, number, number, number][] = [
  ['returns', 'Northgate', -14, 66, 340, 1, 10],
  ['returns', 'Online', 4, 152, 960, 3, 7],
  ['support-call', 'Northgate', 9, 58, 410, 2, 11],
];

const dark: [string, string, number, number, number, number, number, number, number][] = [
  ['delivery', 'Millfield', 58, 120, 803, 27, 7, 141, 9],
  ['support-call', 'Online', 49, 96, 1204, 22, 9, 203, 13],
  ['billing', 'unattributed', 44, 71, 640, 17, 10, 66, 5],
  [hostile.touchpoint, hostile.location, 63, 41, 388, 24, 13, 38, 0.4],
];

/** Four weeks of an invented company that has everything a page has to tell. */
export const fennelAndRye = (): Told => {
  const touchpoints: TouchpointEntry[] = [
    ...[...plain, ...weak].map(([touchpoint, location, net, n, invited, hidden, half], i) =>
      cellEntry({
        touchpoint,
        location,
        ...scoreOf({ net, n, invited, hidden, half }),
        daily: daily(0.4 + (i % 4) * 0.5),
        complaints: { customers: 9 + i, share: 0.02 },
      }),
    ),
    ...dark.map(([touchpoint, location, net, n, invited, hidden, half, perMonth, shown], i) =>
      cellEntry({
        touchpoint,
        location,
        ...scoreOf({ net, n, invited, hidden, half }),
        impact: { perMonth, shown },
        complaints: { customers: Math.round(perMonth * 0.9), share: 0.19 },
        daily: daily(3 + i),
        why: whyEntry(i === 3 ? { quotes: [{ fact: 'q-9', text: hostile.quote }], counterExamples: [] } : {}),
        coverage: coverageEntryOf({
          invited,
          answers: n,
          unscored: 6,
          worded: 340,
          brushedOff: { invited: Math.round(0.2 * invited), answers: 4 },
          staffNotes:
            i === 0
              ? { n: 7, quotes: [{ fact: 'n-1', text: 'Two drivers down since Monday, the late round is always us.' }] }
              : { n: 0, quotes: [] },
          byLanguage: groupsOf({ en: [500, 92, 260, 0], de: [160, 14, 50, 1], pl: [90, 4, 30, 5], cy: [6, 1, 2, 0] }),
          byChannel: groupsOf({ sms: [420, 60, 200, 3], email: [280, 44, 110, 1], social: [50, 3, 30, 2] }),
          bySegment: groupsOf({ weekly: [300, 66, 100, 2], 'first order': [450, 45, 240, 4] }),
        }),
      }),
    ),
    cellEntry({
      touchpoint: 'delivery',
      location: 'Northgate',
      ...scoreOf({ net: 47, n: 101, invited: 655, hidden: 8, half: 9 }),
      gap: { points: 8, low: 2, high: 14, qValue: 0.08 },
      daily: daily(2),
      impact: { perMonth: 31, shown: 6 },
    }),
    cellEntry({
      touchpoint: 'checkout',
      location: 'Northgate',
      ...scoreOf({ net: 52, n: 84, invited: 420, hidden: 3, half: 9 }),
      daily: daily(1.2, { from: 24, times: 4 }),
    }),
    cellEntry({
      touchpoint: 'checkout',
      location: 'Online',
      ...(() => {
        const [first, second] = [
          scoreOf({ net: 54, n: 130, invited: 700, hidden: 2, half: 7 }),
          scoreOf({ net: 71, n: 64, invited: 350, hidden: 6, half: 10 }),
        ];
        const { qValue: _, ...gap } = second.gap;
        return {
          ...first,
          surveyed: {
            ...first.surveyed,
            otherMetrics: [{ ...second.surveyed, metric: 'csat' as const, adjusted: second.adjusted, gap }],
          },
        };
      })(),
    }),
    cellEntry({
      touchpoint: 'app-login',
      location: 'Millfield',
      surveyed: { metric: 'ces', net: 33, n: 6, invited: 41, responseRate: 6 / 41 },
      adjusted: { tooFew: true, needed: 10 },
      gap: undefined,
      impact: undefined,
      complaints: { customers: 14, share: 0.17 },
    }),
    cellEntry({
      touchpoint: 'billing',
      location: 'Northgate',
      coverage: coverageEntryOf({ invited: 0, answers: 0 }),
      ...(() => {
        const { adjusted, ...rest } = scoreOf({ net: 42, n: 55, invited: 55, hidden: 6, half: 14 });
        const { strata: _, heardExactly: __, ...told } = adjusted;
        return { ...rest, adjusted: { ...told, worst: -100, best: 100, method: 'complaints-per-answer' as const } };
      })(),
    }),
  ];
  const corners = dark.map(([touchpoint, location, , , , points, half], i) =>
    gapEntryOf({
      id: `dark-corner-${i + 1}`,
      touchpoint,
      ...(location === 'unattributed' ? { location: undefined } : { location }),
      size: points,
      low: points - half,
      high: points + half,
    }),
  );
  return {
    summary: summaryEntry(),
    touchpoints,
    gaps: [
      ...corners,
      gapEntryOf({
        id: 'dark-corner-5',
        location: 'Northgate',
        state: 'suspected',
        size: 8,
        low: 2,
        high: 14,
        qValue: 0.08,
      }),
      gapEntryOf({
        id: 'rolled-1',
        scope: 'touchpoint',
        location: undefined,
        size: 14,
        low: 9,
        high: 19,
        qValue: 0.002,
        impact: { perMonth: 178, shown: 17.2 },
        anchor: { touchpoint: 'delivery', location: 'Millfield' },
      }),
      gapEntryOf({
        id: 'rolled-2',
        scope: 'location',
        touchpoint: undefined,
        location: 'Online',
        size: 9,
        low: 4,
        high: 14,
        qValue: 0.03,
        state: 'suspected',
      }),
      gapEntryOf({
        id: 'surge-1',
        kind: 'surge',
        touchpoint: 'checkout',
        location: 'Northgate',
        openedAt: march(26, '00:00'),
        size: 14.7,
        low: 8.2,
        high: 23.4,
        surge: { days: 3, customers: 19, expected: 4.3 },
      }),
      gapEntryOf({ id: 'unanswered-1', kind: 'unanswered', scope: 'customer', customerId: CUSTOMER, size: undefined }),
    ],
    actions: [
      actionEntryOf({ gapIds: ['dark-corner-1', 'rolled-1'], touchpoint: 'delivery', location: 'Millfield' }),
      actionEntryOf({
        id: 'fix-2',
        gapIds: ['dark-corner-2'],
        title: 'Dark corner: the score of support-call at Online hides its silence',
        owner: { team: 'Customer support', contact: 'support@fennel-and-rye.example' },
        status: 'acknowledged',
        dueAt: march(28, '17:00'),
      }),
      actionEntryOf({
        id: 'fix-3',
        gapIds: ['dark-corner-4'],
        priority: 'P2',
        title: `Dark corner: the score of ${hostile.touchpoint} hides its silence`,
        owner: { team: hostile.team, contact: 'ops@fennel-and-rye.example' },
        dueAt: march(32, '17:00'),
      }),
      actionEntryOf({
        id: 'fix-4',
        gapIds: ['surge-1'],
        priority: 'P2',
        title: 'Complaints about checkout at Northgate are surging',
      }),
      actionEntryOf({
        id: 'ask-1',
        kind: 'ask',
        gapIds: [],
        priority: 'P3',
        title: 'Too few answers to know app-login at Millfield: 6 of 10 needed, while 14 customers complained',
      }),
      actionEntryOf({ id: 'fix-5', gapIds: ['gone'], status: 'resolved', title: 'Done and over' }),
      ...Array.from({ length: 12 }, (_, i) =>
        actionEntryOf({
          id: `recover-${i}`,
          kind: 'recover',
          customerId: CUSTOMER,
          title: `Complaint about delivery of ${CUSTOMER} got no answer`,
          priority: i % 3 === 0 ? 'P1' : 'P3',
        }),
      ),
    ],
  };
};

/** As many touchpoints at locations as asked for, of every shape. */
export const manyCells = (n: number): Told => {
  const told = fennelAndRye();
  const touchpoints = Array.from({ length: n }, (_, i) => ({
    ...(told.touchpoints[i % told.touchpoints.length] as TouchpointEntry),
    touchpoint: `touchpoint-${i % 20}`,
    location: `location-${Math.floor(i / 20)}`,
  }));
  const gaps = touchpoints
    .filter((_, i) => i % 8 === 0)
    .map(({ touchpoint, location }, i) => gapEntryOf({ id: `dark-corner-${i}`, touchpoint, location }));
  return { ...told, touchpoints, gaps };
};
