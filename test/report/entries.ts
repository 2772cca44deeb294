import type { ActionEntry } from '../../functions/domain/outputs/action-entry.ts';
import type { CoverageEntry } from '../../functions/domain/outputs/coverage.ts';
import { GapEntry } from '../../functions/domain/outputs/gap-entry.ts';
import type { Summary } from '../../functions/domain/outputs/summary.ts';
import { TouchpointEntry } from '../../functions/domain/outputs/touchpoint-entry.ts';
import { ASSOCIATION, type TouchpointWhyEntry } from '../../functions/domain/outputs/why.ts';
import { FEWEST_INVITED } from '../../functions/domain/touchpoints/coverage.ts';
import { march } from '../builders.ts';

export const summaryEntry = (over: Partial<Summary> = {}): Summary => ({
  lines: 18_420,
  accepted: 18_391,
  duplicates: 22,
  rejected: 7,
  unscored: 31,
  scorer: 'amazon-comprehend',
  asOf: march(30, '00:00'),
  windowDays: 28,
  ...over,
});

/** A score by its figures; what follows from them is worked out so that they agree. */
export const scoreOf = (of: { net: number; n: number; invited: number; hidden: number; half: number }) => {
  const { net, n, invited, hidden, half } = of;
  const corrected = Math.max(-100, Math.min(100, net - hidden));
  const silent = invited - n;
  const bound = (ofSilent: number): number => (n * net + silent * ofSilent) / invited;
  const brushedOff = {
    invited: invited * 0.012 * Math.max(1, hidden),
    answers: n * 0.001 * Math.max(1, hidden),
    net: -38,
  };
  const remedied = { invited: invited * 0.04, answers: n * 0.045, net: 31 };
  return {
    surveyed: { metric: 'nps' as const, net, n, invited, responseRate: n / invited },
    adjusted: {
      net: corrected,
      low: Math.max(-100, corrected - half),
      high: Math.min(100, corrected + half),
      worst: bound(-100),
      middle: bound(net - 2 * hidden),
      best: bound(100),
      method: 'silence' as const,
      heardExactly: { low: Math.max(-100, corrected - 0.8 * half), high: Math.min(100, corrected + 0.8 * half) },
      strata: {
        noComplaint: {
          invited: invited - brushedOff.invited - remedied.invited,
          answers: n - brushedOff.answers - remedied.answers,
          net: Math.min(100, net + 3),
        },
        remedied,
        brushedOff,
      },
    },
    gap: { points: hidden, low: hidden - 0.7 * half, high: hidden + 0.7 * half, qValue: hidden > 8 ? 0.004 : 0.61 },
  };
};

const ordinary = scoreOf({ net: 46, n: 104, invited: 610, hidden: 2, half: 8 });

/** Who was asked and is heard, nobody told apart. */
export const coverageEntryOf = (over: Partial<CoverageEntry> = {}): CoverageEntry => {
  const { invited, answers } = { invited: 610, answers: 104, ...over };
  return {
    invited,
    answers,
    responseRate: invited < FEWEST_INVITED ? null : answers / invited,
    worded: 60,
    unscored: 0,
    brushedOff: { invited: 0, answers: 0 },
    byLanguage: [],
    byChannel: [],
    bySegment: [],
    staffNotes: { n: 0, quotes: [] },
    ...over,
  };
};

/** Languages, channels or segments by name. */
export const groupsOf = (
  counts: Record<string, [invited: number, answers: number, worded: number, unscored: number]>,
): CoverageEntry['byLanguage'] =>
  Object.entries(counts).map(([name, [invited, answers, worded, unscored]]) => ({
    name,
    invited,
    answers,
    responseRate: invited < FEWEST_INVITED ? null : answers / invited,
    worded,
    unscored,
  }));

/** A touchpoint at a location with nothing the matter. */
export const cellEntry = (over: Partial<TouchpointEntry> = {}): TouchpointEntry =>
  TouchpointEntry.parse({
    touchpoint: 'delivery',
    location: 'Millfield',
    ...ordinary,
    impact: { perMonth: 6.4, shown: 2.1 },
    complaints: { customers: 11, share: 0.02 },
    reviews: { net: 40, n: 12 },
    coverage: coverageEntryOf({
      invited: (over.surveyed ?? ordinary.surveyed).invited,
      answers: (over.surveyed ?? ordinary.surveyed).n,
    }),
    ...over,
  });

export const gapEntryOf = (over: Partial<GapEntry> = {}): GapEntry =>
  GapEntry.parse({
    id: 'dark-corner-1',
    kind: 'dark-corner',
    scope: 'cell',
    touchpoint: 'delivery',
    location: 'Millfield',
    facts: ['text:sms-gateway:t-1'],
    state: 'open',
    openedAt: march(21, '00:00'),
    size: 26,
    low: 19,
    high: 33,
    qValue: 0.004,
    ...over,
  });

export const actionEntryOf = (over: Partial<ActionEntry> = {}): ActionEntry => ({
  id: 'fix-1',
  kind: 'fix',
  title: 'Dark corner: the score of delivery at Millfield hides its silence',
  owner: { team: 'Delivery operations', contact: 'delivery@fennel-and-rye.example' },
  priority: 'P1',
  parts: { severity: 24, customers: 25, secondComplaint: 0, hollowApology: 0, confidence: 10 },
  openedAt: march(21, '00:00'),
  raisedAt: march(21, '00:00'),
  dueAt: march(31, '17:00'),
  status: 'open',
  gapIds: ['dark-corner-1'],
  evidence: ['text:sms-gateway:t-1'],
  version: 1,
  ...over,
});

export const whyEntry = (over: Partial<TouchpointWhyEntry> = {}): TouchpointWhyEntry => ({
  themes: ['punctuality', 'food-and-drink', 'contact-and-support'],
  causes: ['unowned', 'broken-promise'],
  phrases: ['left outside', 'spilled'],
  complaints: 132,
  read: 100,
  byTheme: [
    {
      theme: 'punctuality',
      complaints: 71,
      share: 71 / 132,
      elsewhere: 0.19,
      effect: { points: -44, low: -58, high: -30, speaking: 63, others: 214 },
    },
    {
      theme: 'food-and-drink',
      complaints: 40,
      share: 40 / 132,
      elsewhere: 0.12,
      effect: { points: -21, low: -39, high: -3, speaking: 38, others: 240 },
    },
    { theme: 'contact-and-support', complaints: 25, share: 25 / 132, elsewhere: 0.22 },
  ],
  byCause: [
    { cause: 'unowned', complaints: 58, share: 58 / 132, elsewhere: 0.2 },
    { cause: 'broken-promise', complaints: 33, share: 33 / 132, elsewhere: 0.14 },
  ],
  distinctive: [
    { phrase: 'left outside', customers: 19, share: 0.15, elsewhere: 0.01, z: 4.8, q: 0.001 },
    { phrase: 'spilled', customers: 16, share: 0.13, elsewhere: 0.02, z: 4.1, q: 0.002 },
  ],
  weeks: [
    { from: '2026-03-02', complaints: 21, themes: { punctuality: 9 } },
    { from: '2026-03-09', complaints: 27, themes: { punctuality: 14 } },
    { from: '2026-03-16', complaints: 39, themes: { punctuality: 22 } },
    { from: '2026-03-23', complaints: 45, themes: { punctuality: 26 } },
  ],
  quotes: [
    { fact: 'q-1', text: 'Two hours late again, soup all over the bag, and nobody ever calls back.' },
    { fact: 'q-2', text: 'They left it outside in the rain and the app says delivered.' },
    { fact: 'q-3', text: 'Third time I write. “We are looking into it” is all I get.' },
  ],
  counterExamples: [{ fact: 'c-1', text: 'Right on time and still hot, the driver even rang first.' }],
  association: ASSOCIATION,
  ...over,
});
