import { Duration } from 'aws-cdk-lib';
import { MathExpression, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import type { RegularRun } from '../regular-run.ts';
import type { Alarms } from './alarms.ts';
import type { FunctionName, WatchedFunction } from './watched.ts';

const hurtByErrors: Record<FunctionName, string> = {
  'ingest-feedback': 'Customers who are complaining now, and everybody else who says something: it is not taken in.',
  'score-parked': 'Customers whose words wait to be scored: they go on waiting.',
  'detect-customer-gaps': 'Customers whose complaint is stored and becomes no action.',
  'compare-touchpoints': 'Analysts: touchpoints show what an earlier run saw.',
  'explain-touchpoints': 'Analysts: the reasons and quotes of touchpoints are those of an earlier run.',
  'follow-up-actions':
    'Customers left without a reply, and teams: what falls due is neither noticed, reminded of nor escalated.',
  'serve-analysts': 'Analysts and owners: what they ask is not answered, and changes of actions are not taken.',
  'serve-dashboard': 'Analysts and owners: the page does not open.',
  'export-findings': 'Analysts who ask the exported files: they are those of an earlier day.',
};

const hurtByRest: Partial<Record<FunctionName, string>> = {
  'score-parked': 'Customers whose words wait to be scored: nothing comes back for them.',
  'compare-touchpoints':
    'Analysts: touchpoints show what an earlier run saw, and contradictions of nobody in particular raise no action.',
  'follow-up-actions':
    'Customers left without a reply, and teams: nothing is noticed, reminded of, escalated or told that time alone brings.',
};

/** A scheduled run has one try more. One or two heal by themselves, and what does not ends among the dead letters. */
const errorsToBear = 2;

/**
 * Time that errors are counted over. An error counts at its start and is known at its end; three tries of a run that time out,
 * with one minute and then two between them (Lambda developer guide, retries of asynchronous invocation), are known after
 * three time-outs and three minutes: 18 minutes of five each, 48 of fifteen.
 */
const errorsCountedOver = ({ run, lambda }: WatchedFunction): Duration => {
  if (!run) return Duration.minutes(15);
  const tries = 3 * (lambda.timeout?.toMinutes() ?? 0) + 3;
  return Duration.minutes(tries <= 30 ? 30 : 60);
};

const watchErrors = (alarms: Alarms, watched: WatchedFunction): void => {
  const { name, lambda } = watched;
  alarms.add({
    name: `${name} errors`,
    hurts: hurtByErrors[name],
    metric: lambda.metricErrors({ statistic: 'Sum', period: errorsCountedOver(watched) }),
    raisedWhen: { above: errorsToBear },
    periods: 1,
    missing: TreatMissingData.NOT_BREACHING,
  });
};

/** One for all: none reserves concurrency, so that whoever is throttled, it is the account's share that is used up. */
const watchThrottles = (alarms: Alarms, functions: readonly WatchedFunction[]): void => {
  const period = Duration.minutes(15);
  const throttles = functions.map(({ lambda }, i) => [`f${i}`, lambda.metricThrottles({ statistic: 'Sum', period })]);
  alarms.add({
    name: 'Functions throttled',
    hurts:
      'Whoever is waiting: everything comes later, and what is throttled again and again ends among the dead letters.',
    metric: new MathExpression({
      // A function that did not run in a period has no data, and would leave the sum without any.
      expression: throttles.map(([id]) => `FILL(${id}, 0)`).join(' + '),
      usingMetrics: Object.fromEntries(throttles),
      label: 'Throttled invocations',
      period,
    }),
    raisedWhen: { above: 0 },
    // A burst is over within one; concurrency that stays used up is not.
    periods: 2,
    missing: TreatMissingData.NOT_BREACHING,
  });
};

/** Time without a run that is borne: an hour, and never less than two runs, for a run may start some seconds late. */
const periodsOfRest = (interval: Duration): number => Math.max(2, Math.ceil(60 / interval.toMinutes()));

const watchRhythm = (alarms: Alarms, { name, lambda }: WatchedFunction, { interval }: RegularRun): void =>
  alarms.add({
    name: `${name} not running`,
    hurts: hurtByRest[name] ?? hurtByErrors[name],
    metric: lambda.metricInvocations({ statistic: 'Sum', period: interval }),
    raisedWhen: { below: 1 },
    periods: periodsOfRest(interval),
    // A function that does not run reports nothing: silence is what is looked for.
    missing: TreatMissingData.BREACHING,
  });

/** Errors of each function, throttles of all, and schedules that have come to rest. */
export const watchFunctions = (alarms: Alarms, functions: readonly WatchedFunction[]): void => {
  for (const watched of functions) watchErrors(alarms, watched);
  watchThrottles(alarms, functions);
  for (const watched of functions) if (watched.run) watchRhythm(alarms, watched, watched.run);
};
