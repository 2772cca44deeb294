import { Duration } from 'aws-cdk-lib';
import {
  AlarmStatusWidget,
  Dashboard as CloudWatchDashboard,
  Color,
  GraphWidget,
  type GraphWidgetProps,
  type IMetric,
  type IWidget,
  LegendPosition,
  type Metric,
  PeriodOverride,
  Row,
  TextWidget,
} from 'aws-cdk-lib/aws-cloudwatch';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { Settings } from '../settings.ts';
import type { Alarms } from './alarms.ts';
import type { Signals } from './signals.ts';
import { isIntake, type Watched, type WatchedQueue } from './watched.ts';

export interface DashboardProps {
  watched: Watched;
  signals: Signals;
  alarms: Alarms;
  settings: Settings;
}

/** Why a text is not scored now, as ingest-feedback tells it. */
const parkedBecause = ['throttled', 'outage', 'ceiling', 'unsupported'];

const priorities = ['P1', 'P2', 'P3', 'P4'];

/** A dashboard is 24 units wide (CloudWatch user guide): a row of graphs shares them. */
const WIDTH = 24;

const fiveMinutes = Duration.minutes(5);
const quarterHour = Duration.minutes(15);
const hourly = Duration.hours(1);
const daily = Duration.days(1);

interface Graph extends Pick<GraphWidgetProps, 'leftAnnotations' | 'stacked'> {
  title: string;
  of: IMetric[];
}

const row = (...graphs: Graph[]): IWidget =>
  new Row(
    ...graphs.map(
      ({ of, ...graph }) =>
        new GraphWidget({
          ...graph,
          left: of,
          leftYAxis: { min: 0, showUnits: false },
          legendPosition: LegendPosition.BOTTOM,
          width: WIDTH / graphs.length,
          height: 6,
        }),
    ),
  );

const heading = (title: string): IWidget => new TextWidget({ markdown: `### ${title}`, width: WIDTH, height: 1 });

/** What a cloud team keeps open: what comes in, what scoring costs, what fails, how the functions run, what comes of it. */
export class Dashboard extends Construct {
  readonly dashboardName: string;
  readonly #props: DashboardProps;

  constructor(scope: Construct, id: string, props: DashboardProps) {
    super(scope, id);
    this.#props = props;
    // Unnamed: names of dashboards are shared by all regions of an account.
    const board = new CloudWatchDashboard(this, 'Board', {
      defaultInterval: Duration.days(3),
      // Each graph keeps its period, so that a line drawn for a quarter of an hour or a day means that.
      periodOverride: PeriodOverride.INHERIT,
    });
    this.dashboardName = board.dashboardName;
    board.addWidgets(
      new TextWidget({ markdown: this.#guide(), width: 6, height: 8 }),
      new AlarmStatusWidget({ title: 'Alarms', alarms: [...props.alarms.all], width: 18, height: 8 }),
    );
    board.addWidgets(heading('Intake'), this.#intake());
    board.addWidgets(heading('Scoring'), this.#scoring());
    board.addWidgets(heading('Faults'), this.#faults(), this.#lostMessages());
    board.addWidgets(heading('Functions'), this.#functions());
    board.addWidgets(heading('Actions'), this.#actions());
    board.addWidgets(heading('Analysts'), this.#analysts());
  }

  #analysts(): IWidget {
    const { api } = this.#props.watched;
    return row(
      {
        title: 'Requests',
        of: [
          api.metricCount({ statistic: 'Sum', period: fiveMinutes, label: 'all' }),
          api.metricClientError({ statistic: 'Sum', period: fiveMinutes, label: 'refused' }),
          api.metricServerError({ statistic: 'Sum', period: fiveMinutes, label: 'faults' }),
        ],
      },
      {
        title: 'Milliseconds of an answer',
        of: [
          api.metricLatency({ statistic: 'p50', period: fiveMinutes, label: 'half' }),
          api.metricLatency({ statistic: 'p99', period: fiveMinutes, label: '99 in 100' }),
        ],
      },
    );
  }

  #guide(): string {
    const { alarms, settings } = this.#props;
    return [
      `An alarm says who is hurt; its section of the runbook, \`${settings.runbookUrl}\`, what to do:`,
      alarms.sections
        .map(({ name, address }) => (/^https?:/.test(address) ? `[${name}](${address})` : name))
        .join(', '),
    ].join('\n\n');
  }

  #intake(): IWidget {
    const { watched, settings } = this.#props;
    const ofEach = (metric: (queue: Queue) => Metric) =>
      watched.queues.map(({ name, work }) => metric(work.queue).with({ label: name }));
    return row(
      {
        title: 'Messages posted',
        stacked: true,
        of: ofEach((queue) => queue.metricNumberOfMessagesSent({ statistic: 'Sum', period: fiveMinutes })),
      },
      {
        title: 'Messages waiting',
        of: ofEach((queue) =>
          queue.metricApproximateNumberOfMessagesVisible({ statistic: 'Maximum', period: fiveMinutes }),
        ),
      },
      {
        title: 'Age of the oldest, seconds',
        of: ofEach((queue) => queue.metricApproximateAgeOfOldestMessage({ statistic: 'Maximum', period: fiveMinutes })),
        leftAnnotations: [
          { value: 60 * settings.oldestTextMinutes, label: 'alarm: texts, customers', color: Color.ORANGE },
          { value: 60 * settings.oldestFeedbackMinutes, label: 'alarm: surveys, reviews', color: Color.RED },
        ],
      },
    );
  }

  #scoring(): IWidget {
    const { signals, settings } = this.#props;
    return row(
      {
        title: 'Units billed a day',
        of: [signals.metric('unitsBilled', { statistic: 'Sum', period: daily, label: 'Units' })],
        leftAnnotations: [{ value: settings.unitsPerDay, label: 'ceiling', color: Color.RED }],
      },
      {
        title: 'Texts parked, by reason',
        stacked: true,
        of: parkedBecause.map((of) =>
          signals.metric('textsParked', { of, statistic: 'Sum', period: fiveMinutes, label: of }),
        ),
      },
      {
        title: 'Texts still parked',
        of: [signals.metric('parked', { statistic: 'Maximum', period: quarterHour, label: 'Texts' })],
        leftAnnotations: [{ value: settings.parkedTexts, label: 'alarm after three hours', color: Color.ORANGE }],
      },
    );
  }

  #faults(): IWidget {
    const { functions } = this.#props.watched;
    return row(
      {
        title: 'Errors',
        of: functions.map(({ name, lambda }) =>
          lambda.metricErrors({ statistic: 'Sum', period: fiveMinutes, label: name }),
        ),
      },
      {
        title: 'Throttles',
        of: functions.map(({ name, lambda }) =>
          lambda.metricThrottles({ statistic: 'Sum', period: fiveMinutes, label: name }),
        ),
      },
    );
  }

  #lostMessages(): IWidget {
    const { watched, signals, settings } = this.#props;
    const { queues, missedRuns, eventsDeadLetters } = watched;
    const logged = (signal: 'failures' | 'rejects', of: readonly WatchedQueue[]) =>
      of.map(({ name, work }) =>
        signals.metric(signal, { of: work.queue.queueName, statistic: 'Sum', period: quarterHour, label: name }),
      );
    const depth = (queue: Queue, label: string) =>
      queue.metricApproximateNumberOfMessagesVisible({ statistic: 'Maximum', period: fiveMinutes, label });
    return row(
      { title: 'Messages that failed', of: logged('failures', queues) },
      {
        title: 'Dead letters',
        of: [
          ...queues.map(({ name, work }) => depth(work.deadLetters, name)),
          depth(missedRuns, 'Missed runs'),
          depth(eventsDeadLetters, 'Events'),
        ],
      },
      {
        title: 'Messages rejected',
        of: logged(
          'rejects',
          queues.filter(({ name }) => isIntake(name)),
        ),
        leftAnnotations: [{ value: settings.rejectsPerQuarterHour, label: 'alarm', color: Color.ORANGE }],
      },
    );
  }

  #functions(): IWidget {
    const { watched, signals } = this.#props;
    return row(
      {
        title: 'Duration, the longest 5 % at least, milliseconds',
        of: watched.functions.map(({ name, lambda }) =>
          lambda.metricDuration({ statistic: 'p95', period: fiveMinutes, label: name }),
        ),
      },
      {
        title: 'At the same time',
        of: watched.functions.map(({ name, lambda }) =>
          lambda.metric('ConcurrentExecutions', { statistic: 'Maximum', period: fiveMinutes, label: name }),
        ),
      },
      {
        title: 'Touchpoints that a run did not come to explain',
        of: [signals.metric('unexplained', { statistic: 'Maximum', period: hourly, label: 'Touchpoints' })],
      },
      {
        title: 'Looks at the fleet, one a local day',
        of: [signals.metric('fleetLooks', { statistic: 'Sum', period: hourly, label: 'Looks' })],
      },
      {
        title: 'Runs skipped, for another was at work',
        of: [signals.metric('runsSkipped', { statistic: 'Sum', period: quarterHour, label: 'Runs' })],
      },
    );
  }

  #actions(): IWidget {
    const { signals, watched } = this.#props;
    return row(
      {
        title: 'Actions raised',
        stacked: true,
        of: priorities.map((of) =>
          signals.metric('actionsRaised', { of, statistic: 'Sum', period: hourly, label: of }),
        ),
      },
      {
        title: 'Events told, and events that came to the queue',
        of: [
          signals.metric('eventsTold', { statistic: 'Sum', period: hourly, label: 'Told' }),
          watched.eventsQueue.metricNumberOfMessagesSent({ statistic: 'Sum', period: hourly, label: 'Came' }),
        ],
      },
      {
        title: 'Actions and others whose events could not be told at once',
        of: [signals.metric('eventsWaiting', { statistic: 'Sum', period: quarterHour, label: 'Items' })],
      },
      {
        title: 'Customer keys found to be shared',
        of: [signals.metric('sharedKeys', { statistic: 'Sum', period: hourly, label: 'Days of a key' })],
      },
    );
  }
}
