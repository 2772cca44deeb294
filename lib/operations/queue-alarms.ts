import { Duration } from 'aws-cdk-lib';
import { MathExpression, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import type { Settings } from '../settings.ts';
import type { Alarms } from './alarms.ts';
import type { Signals } from './signals.ts';
import { type IntakeQueueName, isIntake, type QueueName, type Watched } from './watched.ts';

const hurtByDeadLetters: Record<QueueName, string> = {
  Surveys:
    'Analysts: scores rest on fewer invitations and answers than there were, and unhappy customers who answered are not called back.',
  Texts:
    'A customer who is complaining now: no action has an owner, nobody calls, and a survey may ask for a recommendation this very day.',
  Reviews: "Analysts: reviews and the complaints in them are missing from touchpoints and from customers' stories.",
  Customers: 'These customers: what they said is stored, but opened no matter, no survey hold and no action.',
};

const hurtByWaiting: Record<QueueName, string> = {
  Surveys: "Analysts: today's answers and invitations do not count yet, and a complaint in one of them waits too.",
  Texts: 'A customer who is complaining now, and of whom nobody knows.',
  Reviews: "Analysts: today's reviews do not count yet, and a complaint in one of them waits too.",
  Customers: 'Customers whose complaint is stored and is no action yet, so that nobody owns it.',
};

const hurtByFailing: Record<QueueName, string> = {
  Surveys: 'Analysts: answers and invitations that have come in cannot be taken in, and count nowhere.',
  Texts: 'A customer who is complaining now: what was written cannot be taken in, so that nobody knows of it.',
  Reviews: 'Analysts: reviews that have come in cannot be taken in, and count nowhere.',
  Customers: 'Customers whose complaint is stored: their stories cannot be folded, so that it becomes no action.',
};

const hurtByRejects: Record<IntakeQueueName, string> = {
  Surveys: 'Whoever posts surveys, and analysts: these answers and invitations count nowhere until they are mended.',
  Texts: 'Customers whose complaint was turned away at the door for its form, and who wait for an answer.',
  Reviews: 'Whoever posts reviews, and analysts: these reviews count nowhere until they are mended.',
};

/** Complaints go through these two on their way to an action; what waits in the others delays figures. */
const isUrgent = (name: QueueName): boolean => name === 'Texts' || name === 'Customers';

const watchDeadLetters = (alarms: Alarms, name: string, hurts: string, deadLetters: Queue): void =>
  alarms.add({
    name,
    hurts,
    // How many are there. NumberOfMessagesSent would not count those that SQS itself moves here (SQS developer guide).
    metric: deadLetters.metricApproximateNumberOfMessagesVisible({ statistic: 'Maximum', period: Duration.minutes(5) }),
    raisedWhen: { above: 0 },
    periods: 1,
    // A queue that nobody touches for six hours falls silent, whatever lies in it: what was last seen stands.
    missing: TreatMissingData.IGNORE,
  });

const quarterHour = Duration.minutes(15);

/** Events that cannot be told, and events that the bus took and did not bring. */
const watchEvents = (alarms: Alarms, signals: Signals, eventsQueue: Queue): void => {
  alarms.add({
    name: 'Events waiting',
    hurts:
      'Whoever acts on events: teams are not told of new actions, reminders and escalations, nor survey tools of holds.',
    metric: signals.metric('eventsWaiting', { statistic: 'Sum', period: quarterHour }),
    raisedWhen: { above: 0 },
    // What one quarter of an hour leaves, follow-up-actions tells in the next; what still waits then, waits for a reason.
    periods: 2,
    missing: TreatMissingData.NOT_BREACHING,
  });
  const period = Duration.days(1);
  alarms.add({
    name: 'Events not arriving',
    hurts:
      'Whoever acts on events: the bus takes what becomes of actions and holds, brings it nowhere, and it is lost for good.',
    metric: new MathExpression({
      // A bus that is gone takes all it is given, and a rule that is disabled reports nothing: what comes out at the other
      // end is the only sign. Nothing told, nothing hurt; and neither metric has data where there was nothing.
      expression: 'IF(FILL(told, 0) > 0 AND FILL(came, 0) == 0, 1, 0)',
      usingMetrics: {
        told: signals.metric('eventsTold', { statistic: 'Sum', period }),
        came: eventsQueue.metricNumberOfMessagesSent({ statistic: 'Sum', period }),
      },
      label: 'Events told, and none came',
      period,
    }),
    raisedWhen: { above: 0 },
    // A queue that was at rest tells its figures a quarter of an hour late (SQS developer guide), in which the day that ends
    // now looks bad; the day before has had its time.
    periods: 2,
    missing: TreatMissingData.NOT_BREACHING,
  });
};

/** Messages of each queue that were given up, fail, wait or were rejected, and events that nobody is told of. */
export const watchQueues = (
  alarms: Alarms,
  signals: Signals,
  { queues, missedRuns, eventsQueue, eventsDeadLetters }: Watched,
  settings: Pick<Settings, 'oldestTextMinutes' | 'oldestFeedbackMinutes' | 'rejectsPerQuarterHour'>,
): void => {
  for (const { name, work } of queues) {
    watchDeadLetters(alarms, `${name} dead letters`, hurtByDeadLetters[name], work.deadLetters);
  }
  watchDeadLetters(
    alarms,
    'Missed runs',
    'Owners and analysts: nothing was told of what fell due, or touchpoints show what an earlier run saw.',
    missedRuns,
  );
  watchDeadLetters(
    alarms,
    'Events dead letters',
    'Whoever reads events: what they hold of some actions, holds or digests is no longer so.',
    eventsDeadLetters,
  );
  for (const { name, work } of queues) {
    alarms.add({
      name: `${name} failing`,
      hurts: hurtByFailing[name],
      // Long before the last try: SQS counts a message that was received three times out of the oldest one's age.
      metric: signals.metric('failures', { of: work.queue.queueName, statistic: 'Sum', period: quarterHour }),
      raisedWhen: { above: 0 },
      // A failed message is back after six minutes, so that one which fails again fails in each of the two.
      periods: 2,
      missing: TreatMissingData.NOT_BREACHING,
    });
  }
  for (const { name, work } of queues) {
    alarms.add({
      name: `${name} waiting`,
      hurts: hurtByWaiting[name],
      metric: work.queue.metricApproximateAgeOfOldestMessage({ statistic: 'Maximum', period: Duration.minutes(5) }),
      raisedWhen: { above: 60 * (isUrgent(name) ? settings.oldestTextMinutes : settings.oldestFeedbackMinutes) },
      periods: 1,
      // An empty queue has no oldest message, and reports nothing.
      missing: TreatMissingData.NOT_BREACHING,
    });
  }
  watchEvents(alarms, signals, eventsQueue);
  for (const { name, work } of queues) {
    if (!isIntake(name)) continue;
    alarms.add({
      name: `${name} rejected`,
      hurts: hurtByRejects[name],
      metric: signals.metric('rejects', { of: work.queue.queueName, statistic: 'Sum', period: quarterHour }),
      raisedWhen: { above: settings.rejectsPerQuarterHour },
      periods: 1,
      missing: TreatMissingData.NOT_BREACHING,
    });
  }
};
