import type { RatesFile } from '../../../functions/domain/calibration/hearing-rates.ts';
import { compareFleet } from '../../../functions/domain/silence/compare-fleet.ts';
import { share, table } from '../table.ts';
import { type Detection, figuresOf, type StudyFigures } from './figures.ts';
import { type WatchFigures, watch, watchFigures } from './looks.ts';
import { measure } from './measure.ts';
import { type Scenario, scenarios, type WatchedScenario, watchedScenarios } from './scenarios.ts';
import { seenFleet } from './seen.ts';

/** Worlds of one seed never are those of another. */
const MOST_WORLDS = 1000;

/** Runs a scenario: as many worlds as it has, for each seed from 1 on. */
export const runScenario = ({ settings, worlds }: Scenario, seeds: number, rates: RatesFile): StudyFigures => {
  const outcomes = [];
  for (let seed = 1; seed <= seeds; seed++) {
    for (let world = 0; world < worlds; world++)
      outcomes.push(measure(seenFleet(settings, seed * MOST_WORLDS + world), compareFleet, rates));
  }
  return figuresOf(outcomes);
};

/** Looks daily at the worlds of a scenario, one a seed. */
export const runWatch = ({ settings }: WatchedScenario, seeds: number, rates: RatesFile): WatchFigures => {
  const cells = [];
  for (let seed = 1; seed <= seeds; seed++) cells.push(...watch(settings, seed * MOST_WORLDS, compareFleet, rates));
  return watchFigures(cells, settings.darkAfterDays);
};

type Named<T> = readonly (readonly [name: string, figures: T])[];

const number = (value: number | undefined, digits = 1): string => value?.toFixed(digits) ?? '-';

const head = (names: string): string[] => ['', ...names.split(', ')];

const scoreTable = (figures: Named<StudyFigures>): string =>
  table([
    head('cells, too few, bias s, c, dark s, c, RMSE s, c, ratio'),
    ...figures.map(([name, { cells, tooFew, surveyed, adjusted, errorRatio }]) => [
      name,
      cells,
      share(tooFew),
      ...[surveyed.bias, adjusted.bias, surveyed.darkBias, adjusted.darkBias].map((bias) => number(bias)),
      number(surveyed.rmse),
      number(adjusted.rmse),
      number(errorRatio, 2),
    ]),
  ]);

const intervalTable = (figures: Named<StudyFigures>): string =>
  table([
    head('held s, c, exactly, width s, c, score s, c, bounds'),
    ...figures.map(([name, { surveyed, adjusted, coverageHeardExactly, boundsCoverage }]) => [
      name,
      share(surveyed.coverage),
      share(adjusted.coverage),
      share(coverageHeardExactly),
      ...[surveyed.width, adjusted.width, surveyed.intervalScore, adjusted.intervalScore].map((width) => number(width)),
      share(boundsCoverage),
    ]),
  ]);

const ofRule = ({ auc, recall, precision, falseAlarms }: Detection): string[] => [
  share(auc),
  share(recall),
  share(precision),
  number(falseAlarms),
];

const detectionTable = (figures: Named<StudyFigures>): string =>
  table([
    head(
      'dark, bias, RMSE, held, AUC g, recall, precision, false, AUC s, recall, precision, false, AUC n, recall, precision, false',
    ),
    ...figures.map(([name, { dark, gap, bySilence, bySurvey, byComplaints }]) => [
      name,
      dark,
      number(gap.bias),
      number(gap.rmse),
      share(gap.coverage),
      ...[bySilence, bySurvey, byComplaints].flatMap(ofRule),
    ]),
  ]);

const watchTable = (figures: Named<WatchFigures>): string =>
  table([
    ['', 'fair cells', 'ever told of 100', 'dark cells', 'told', 'days until', 'openings', 'open since'],
    ...figures.map(([name, { fair, falseAlarms, dark, told, daysUntilTold, openings, stays }]) => [
      name,
      fair,
      number(falseAlarms),
      dark,
      share(told),
      number(daysUntilTold, 0),
      number(openings, 2),
      share(stays),
    ]),
  ]);

export interface StudySize {
  /** Worlds a scenario. */
  seeds: number;
  /** Worlds looked at daily. */
  watchedSeeds: number;
}

/**
 * The figures of docs/study.md.
 *
 * @param progress is told what is being run, for people who wait
 */
export const studyFigures = (
  { seeds, watchedSeeds }: StudySize,
  rates: RatesFile,
  progress: (what: string) => void,
): string[] => {
  const running = <S extends { name: string }, T>(those: readonly S[], run: (one: S) => T): Named<T> =>
    those.map((one) => {
      progress(one.name);
      return [one.name, run(one)] as const;
    });
  const figures = running(scenarios, (scenario) => runScenario(scenario, seeds, rates));
  const watched = running(watchedScenarios, (scenario) => runWatch(scenario, watchedSeeds, rates));
  const titled = (title: string, rows: string): string => `${title}; simulated\n${rows}`;
  return [
    titled(
      `the score, surveyed (s) and corrected for silence (c), against the truth: ${seeds} seeds`,
      scoreTable(figures),
    ),
    titled('their 90 % intervals', intervalTable(figures)),
    titled(
      'what silence hides, and which cells are dark by the gap (g), the lowest scores (s), the most complaints (n)',
      detectionTable(figures),
    ),
    titled(`90 daily looks: ${watchedSeeds} seeds`, watchTable(watched)),
  ];
};
