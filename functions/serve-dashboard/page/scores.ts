import type { AnswerOf } from './api.ts';

export type Listed = AnswerOf<'touchpoints'>['touchpoints'][number];
export type Gap = AnswerOf<'gaps'>['gaps'][number];
export type Metric = NonNullable<Listed['surveyed']['metric']>;
export type Corrected = Extract<NonNullable<Listed['adjusted']>, { net: number }>;

/** What a metric's answers say, and what silence makes of it. */
export interface Score {
  surveyed: Pick<Listed['surveyed'], 'metric' | 'net' | 'n' | 'invited' | 'responseRate'>;
  adjusted?: Listed['adjusted'] | undefined;
  gap?: { points: number; low: number; high: number; qValue?: number } | undefined;
}

/** Of fewer answers no score is told: it is theirs, not the touchpoint's (functions/domain/silence/compare-metric.ts). */
export const ENOUGH_ANSWERS = 10;

/** A touchpoint's scores by metric, first the one that most customers were asked. */
export const scoresOf = (entry: Score & { surveyed: Listed['surveyed'] }): [Score, ...Score[]] => [
  entry,
  ...(entry.surveyed.otherMetrics ?? []).map(({ adjusted, gap, ...surveyed }) => ({ surveyed, adjusted, gap })),
];

/** The corrected score, where there is one. */
export const correctedOf = ({ adjusted }: Pick<Score, 'adjusted'>): Corrected | undefined =>
  adjusted && 'net' in adjusted ? adjusted : undefined;

/** How many answers would be enough, where there are too few to correct. */
export const neededOf = ({ adjusted }: Pick<Score, 'adjusted'>): number | undefined =>
  adjusted && 'tooFew' in adjusted ? adjusted.needed : undefined;

/** Whether it is corrected by complaints per answer, as nobody told who was asked. */
export const isByComplaints = (score: Pick<Score, 'adjusted'>): boolean =>
  correctedOf(score)?.method === 'complaints-per-answer';

/** The surveyed net, where enough answered to tell one. */
export const shownNet = ({ surveyed }: Pick<Score, 'surveyed'>): number | undefined =>
  surveyed.n < ENOUGH_ANSWERS ? undefined : (surveyed.net ?? undefined);
