import { Duration } from 'aws-cdk-lib';
import { TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import type { Settings } from '../settings.ts';
import type { Alarms } from './alarms.ts';
import type { Signals } from './signals.ts';

/** Share of the daily ceiling at which somebody should know: the rest leaves hours to decide at an even load. */
const warnedAt = 0.8;

/** What is wrong with the feedback itself, rather than with what carries it: unscored, dear, unexplained, or of nobody. */
export const watchFeedback = (
  alarms: Alarms,
  signals: Signals,
  { unitsPerDay, parkedTexts }: Pick<Settings, 'unitsPerDay' | 'parkedTexts'>,
): void => {
  alarms.add({
    name: 'Parked scores',
    hurts: 'Customers who complained: what they wrote is judged by its words alone, and some complaints are not heard.',
    // The least of an hour: a gauge that is told at each run, and may fall to nothing by the next.
    metric: signals.metric('parked', { statistic: 'Minimum', period: Duration.hours(1) }),
    raisedWhen: { above: parkedTexts },
    periods: 3,
    // Told by each run of score-parked; where it does not run, an alarm of its own says so.
    missing: TreatMissingData.IGNORE,
  });
  alarms.add({
    name: 'Units near the ceiling',
    hurts: 'Whoever pays, and soon customers: at the ceiling nothing more is scored until the next day begins.',
    // The last 24 hours, which the alarm moves on as time passes; the ceiling is for a day in UTC, so this warns early.
    metric: signals.metric('unitsBilled', { statistic: 'Sum', period: Duration.days(1) }),
    raisedWhen: { above: Math.floor(warnedAt * unitsPerDay) },
    periods: 1,
    missing: TreatMissingData.NOT_BREACHING,
  });
  alarms.add({
    name: 'Ceiling reached',
    hurts:
      'Customers who complain today: what they write is scored tomorrow, and until then judged by its words alone.',
    metric: signals.metric('textsParked', { of: 'ceiling', statistic: 'Sum', period: Duration.minutes(15) }),
    raisedWhen: { above: 0 },
    periods: 1,
    missing: TreatMissingData.NOT_BREACHING,
  });
  alarms.add({
    name: 'Fleet not looked at',
    hurts: 'Owners and analysts: dark corners and surges are neither found nor cleared, and corrected scores grow old.',
    // One line a local day, whatever the number of cells; in two days of UTC one at least.
    metric: signals.metric('fleetLooks', { statistic: 'Sum', period: Duration.days(1) }),
    raisedWhen: { below: 1 },
    periods: 2,
    missing: TreatMissingData.BREACHING,
  });
  alarms.add({
    name: 'Touchpoints unexplained',
    hurts: 'Analysts: at some touchpoints reasons and quotes are days old, however often they are compared.',
    // The least of six hours, in which there is one run: what one leaves, the next begins with.
    metric: signals.metric('unexplained', { statistic: 'Minimum', period: Duration.hours(6) }),
    raisedWhen: { above: 0 },
    // A day on which no run came to the end of them.
    periods: 4,
    // Told by each run of explain-touchpoints; where it does not run, an alarm of its own says so.
    missing: TreatMissingData.IGNORE,
  });
  alarms.add({
    name: 'Shared customer keys',
    hurts:
      'Customers behind a key that many share: their complaints count for touchpoints and raise no action of their own.',
    metric: signals.metric('sharedKeys', { statistic: 'Sum', period: Duration.hours(1) }),
    raisedWhen: { above: 0 },
    periods: 1,
    missing: TreatMissingData.NOT_BREACHING,
  });
};
