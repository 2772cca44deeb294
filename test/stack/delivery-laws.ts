import { ids, type Law } from './law.ts';
import { all, one, type Resource, type Template } from './template.ts';

type Queue = Resource<'AWS::SQS::Queue'>;
type Mapping = Resource<'AWS::Lambda::EventSourceMapping'>;

const queues = (template: Template) => all(template, 'AWS::SQS::Queue');
const functions = (template: Template) => all(template, 'AWS::Lambda::Function');
const mappings = (template: Template) => all(template, 'AWS::Lambda::EventSourceMapping');
const schedules = (template: Template) => all(template, 'AWS::Scheduler::Schedule');

const surveys = (template: Template) => one(template, 'AWS::SQS::Queue', 'IntakeSurveysQueue').Properties;
const textDelivery = (template: Template) =>
  one(template, 'AWS::Lambda::EventSourceMapping', 'IntakeTextsDelivery').Properties;
const ingest = (template: Template) => one(template, 'AWS::Lambda::Function', 'IntakeIngestFeedback').Properties;
const comparison = (template: Template) => one(template, 'AWS::Scheduler::Schedule', 'AnalysisComparison').Properties;

const deadLettersOf = (queue: Queue): string | undefined =>
  queue.Properties.RedrivePolicy?.deadLetterTargetArn['Fn::GetAtt'][0];

const deadLetterQueues = (template: Template): Set<string | undefined> =>
  new Set([
    ...queues(template).map(deadLettersOf),
    ...schedules(template).map(({ Properties }) => Properties.Target.DeadLetterConfig?.Arn['Fn::GetAtt'][0]),
  ]);

/** SQS keeps a message four days, and hides it 30 seconds, where the template says nothing. */
const retention = (queue: Queue | undefined): number => queue?.Properties.MessageRetentionPeriod ?? 345_600;
const visibility = (queue: Queue | undefined): number => queue?.Properties.VisibilityTimeout ?? 30;

/** Seconds a queue must hide a message that it has delivered: Lambda's rule. */
export const leastVisibility = (template: Template, { Properties }: Mapping): number => {
  const consumer = functions(template).find(({ id }) => id === Properties.FunctionName.Ref);
  return 6 * (consumer?.Properties.Timeout ?? 3) + (Properties.MaximumBatchingWindowInSeconds ?? 0);
};

/** Seconds between two runs of `cron(0/15 * * * ? *)`, each of the fields a number, any, or a step. */
const rhythm = ({ Properties }: Resource<'AWS::Scheduler::Schedule'>): number => {
  const [minute, hour] = Properties.ScheduleExpression.replace('cron(', '').split(' ');
  const [everyMinutes, everyHours] = [minute, hour].map((field) => Number(field?.split('/')[1] ?? 0));
  return everyMinutes ? everyMinutes * 60 : (everyHours || 1) * 3600;
};

/** How messages and scheduled runs reach functions, and what becomes of those that do not. */
export const deliveryLaws: Law[] = [
  {
    says: 'a queue has a dead letter queue, or is one',
    brokenBy: (template) =>
      ids(queues(template).filter((queue) => !deadLettersOf(queue) && !deadLetterQueues(template).has(queue.id))),
    mutants: { 'no redrive': (template) => delete surveys(template).RedrivePolicy },
  },
  {
    says: 'dead letters are kept longer than the messages they were',
    brokenBy: (template) =>
      ids(
        queues(template).filter((queue) => {
          const deadLetters = queues(template).find(({ id }) => id === deadLettersOf(queue));
          return deadLetters !== undefined && retention(deadLetters) <= retention(queue);
        }),
      ),
    mutants: {
      'dead letters by the default': (template) =>
        delete one(template, 'AWS::SQS::Queue', 'IntakeSurveysDeadLetters').Properties.MessageRetentionPeriod,
      'a source kept as long': (template) => Object.assign(surveys(template), { MessageRetentionPeriod: 1_209_600 }),
    },
  },
  {
    says: 'a message is tried for ten hours, and set aside before its queue would drop it',
    brokenBy: (template) =>
      ids(
        queues(template).filter((queue) => {
          const receives = queue.Properties.RedrivePolicy?.maxReceiveCount;
          const tried = (receives ?? 0) * visibility(queue);
          return receives !== undefined && (tried < 36_000 || tried > retention(queue) / 2);
        }),
      ),
    mutants: {
      'half an hour': (template) => Object.assign(surveys(template).RedrivePolicy ?? {}, { maxReceiveCount: 5 }),
      'four days': (template) => Object.assign(surveys(template).RedrivePolicy ?? {}, { maxReceiveCount: 900 }),
      'a short visibility': (template) => Object.assign(surveys(template), { VisibilityTimeout: 30 }),
    },
  },
  {
    says: 'a delivered message stays hidden for six timeouts and the window',
    brokenBy: (template) =>
      mappings(template)
        .filter((mapping) => {
          const queue = queues(template).find(({ id }) => id === mapping.Properties.EventSourceArn['Fn::GetAtt'][0]);
          return visibility(queue) < leastVisibility(template, mapping);
        })
        .map((mapping) => mapping.Properties.EventSourceArn['Fn::GetAtt'][0]),
    mutants: {
      'a second less': (template) => Object.assign(surveys(template), { VisibilityTimeout: 364 }),
      'the default': (template) => delete surveys(template).VisibilityTimeout,
      'a slower function': (template) => Object.assign(ingest(template), { Timeout: 61 }),
      'a longer window': (template) => Object.assign(textDelivery(template), { MaximumBatchingWindowInSeconds: 2 }),
    },
  },
  {
    says: 'a message that failed comes again without its neighbours',
    brokenBy: (template) =>
      ids(
        mappings(template).filter(
          ({ Properties }) => !Properties.FunctionResponseTypes?.includes('ReportBatchItemFailures'),
        ),
      ),
    mutants: { 'whole batches': (template) => delete textDelivery(template).FunctionResponseTypes },
  },
  {
    says: 'concurrency is capped where messages are taken, never by throttling the function',
    brokenBy: (template) => [
      ...ids(mappings(template).filter(({ Properties }) => !Properties.ScalingConfig?.MaximumConcurrency)),
      ...ids(functions(template).filter(({ Properties }) => Properties.ReservedConcurrentExecutions !== undefined)),
    ],
    mutants: {
      'no cap': (template) => delete textDelivery(template).ScalingConfig,
      reserved: (template) => Object.assign(ingest(template), { ReservedConcurrentExecutions: 1 }),
    },
  },
  {
    says: 'no more than eight batches are scored at the same time',
    brokenBy: (template) => {
      const scored = mappings(template).filter(({ Properties }) =>
        Properties.FunctionName.Ref.startsWith('IntakeIngestFeedback'),
      );
      const batches = scored.reduce(
        (sum, { Properties }) => sum + (Properties.ScalingConfig?.MaximumConcurrency ?? 1000),
        0,
      );
      return batches > 8 ? ids(scored) : [];
    },
    mutants: {
      'one more': (template) => Object.assign(textDelivery(template), { ScalingConfig: { MaximumConcurrency: 5 } }),
      'no cap': (template) => delete textDelivery(template).ScalingConfig,
    },
  },
  {
    says: 'a scheduled run is told its time, retried within bounds, and kept where that did not help',
    brokenBy: (template) =>
      ids(
        schedules(template).filter((schedule) => {
          const { Target } = schedule.Properties;
          const { MaximumEventAgeInSeconds: age = 86_400, MaximumRetryAttempts: attempts = 185 } =
            Target.RetryPolicy ?? {};
          const told = Target.Input?.includes('"at":"<aws.scheduler.scheduled-time>"');
          return !told || age > rhythm(schedule) || attempts > 5 || Target.DeadLetterConfig === undefined;
        }),
      ),
    mutants: {
      timeless: (template) => Object.assign(comparison(template).Target, { Input: '{}' }),
      'retried for a day': (template) => delete comparison(template).Target.RetryPolicy,
      'retried beyond the next run': (template) =>
        Object.assign(comparison(template), { ScheduleExpression: 'cron(0/15 * * * ? *)' }),
      dropped: (template) => delete comparison(template).Target.DeadLetterConfig,
    },
  },
];
