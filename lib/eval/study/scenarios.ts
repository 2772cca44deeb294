import { BASE, type WorldSettings } from './world-settings.ts';

/** A customer base that differs from the base in one thing. */
export interface Scenario {
  name: string;
  /** In a sentence: what is different, for people. */
  about: string;
  settings: WorldSettings;
  /** Worlds a seed: small fleets need more of them for as many cells. */
  worlds: number;
}

const differing = (name: string, about: string, change: Partial<WorldSettings>, worlds = 1): Scenario => ({
  name,
  about,
  settings: { ...BASE, ...change },
  worlds,
});

const NONE = { dark: 0, bad: 0, chatty: 0, surge: 0 };

/** Laid down before any figure was seen, but for the last. */
export const scenarios: readonly Scenario[] = [
  differing('base', '60 cells, one survey a customer, one metric, everything attributed', {}),
  differing('nothing dark', 'no cell brushes off more than others', { types: { ...BASE.types, dark: 0 } }),
  differing('brushed off but answering', 'who was brushed off answers like everybody', {
    answering: { ...BASE.answering, brushedOff: 1 },
  }),
  differing(
    'repeat customers',
    'four invitations a customer in 88 days; half of mood is the customer’s own, and grudges last',
    {
      days: 88,
      invitationsPerCustomer: 4,
      ownMood: 0.5,
      grudge: 2,
    },
  ),
  differing('three metrics', 'recommendation, satisfaction and effort asked in one cell', {
    metrics: [
      ['nps', 0.5],
      ['csat', 0.3],
      ['ces', 0.2],
    ],
  }),
  differing('no place told', 'a fifth of invitations and complaints end in `unattributed`', { placeless: 0.2 }),
  differing('bounces and holds', 'a tenth bounces, and most of those heard to complain are not asked', {
    bounced: 0.1,
    held: 0.7,
  }),
  differing('silent unhappy', 'the unhappy who never complain answer less than half as often', {
    answering: { ...BASE.answering, silentUnhappy: 0.4 },
  }),
  differing('moods answer', 'each point of mood makes an answer a twentieth likelier, whoever it is', {
    answeringByMood: 0.05,
  }),
  differing('slow answers', 'answers take a week on average, and weekends are quiet', {
    lag: { meanDays: 7, spread: 0.8 },
    weekdays: [1, 1, 1.1, 1.1, 1.3, 0.5, 0.4],
  }),
  differing('deafer than believed', 'sensitivity .73 and false-positive rate .19, at the ends of what is believed', {
    voices: [{ channel: 'sms', language: 'en', share: 1, sensitivity: 0.73, falsePositiveRate: 0.19 }],
  }),
  differing('unlike voices', 'calls in German and social posts are heard otherwise than text messages', {
    voices: [
      { channel: 'sms', language: 'en', share: 0.5, sensitivity: 0.88, falsePositiveRate: 0.08 },
      { channel: 'call', language: 'de', share: 0.3, sensitivity: 0.7, falsePositiveRate: 0.05 },
      { channel: 'social', language: 'en', share: 0.2, sensitivity: 0.92, falsePositiveRate: 0.25 },
    ],
  }),
  differing('misread replies', 'one remedy in ten is not seen as one, one hollow reply in twenty taken for one', {
    misread: { remedies: 0.1, hollow: 0.05 },
  }),
  differing('uneven answering', 'cells answer from 5 to 60 in a hundred', { respondByCell: [0.2, 2.4] }),
  differing('tiny cells', '5 to 40 invited a cell', { invited: [5, 40] }),
  differing('one cell', 'a fleet of one', { cells: 1, types: { ...NONE, dark: 0.4, bad: 0.2 } }, 30),
  differing('three cells', 'a fleet of three', { cells: 3, types: { ...NONE, dark: 0.3, bad: 0.2 } }, 12),
  differing('ten cells', 'a fleet of ten', { cells: 10 }, 6),
  differing('mostly dark', 'six in ten cells are dark', { types: { ...NONE, dark: 0.6, bad: 0.1 } }),
  differing('answers alone', 'nobody tells of invitations', { invitationsKnown: false }),
  differing(
    'loud but put right',
    'half the cells as bad as the dark ones or chatty, and nearly every complaint put right',
    {
      types: { ...BASE.types, bad: 0.4, chatty: 0.2 },
      hollow: { ...BASE.hollow, elsewhere: [0, 0.03] },
      unreplied: { dark: 0.2, elsewhere: 0.02 },
    },
  ),
];

/** A customer base that is looked at daily for 90 days, four weeks of it lying behind. */
export type WatchedScenario = Omit<Scenario, 'worlds'>;

const WATCHED_DAYS = 118;
const STATIONARY = { days: WATCHED_DAYS, types: { ...BASE.types, surge: 0 } };

export const watchedScenarios: readonly WatchedScenario[] = [
  differing('nothing dark', 'stationary, no cell brushes off more than others', {
    ...STATIONARY,
    types: { ...STATIONARY.types, dark: 0 },
  }),
  differing('dark throughout', 'stationary, an eighth of the cells dark from before the first look', STATIONARY),
  differing('turning dark', 'an eighth of the cells turns dark four weeks after the first look', {
    ...STATIONARY,
    darkAfterDays: 56,
  }),
];
