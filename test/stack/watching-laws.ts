import { drawnBy, madeByFilters, readByAlarm, widgets } from '../operations/metrics-of-ours.ts';
import { ids, type Law } from './law.ts';
import { all, one, type Shapes, type Template } from './template.ts';

type Alarm = Shapes['AWS::CloudWatch::Alarm'];

const alarms = (template: Template) => all(template, 'AWS::CloudWatch::Alarm');
const alarm = (template: Template, name: string) =>
  one(template, 'AWS::CloudWatch::Alarm', `OperationsAlarms${name}`).Properties;
const remove = (template: Template, name: string) =>
  delete template.Resources[one(template, 'AWS::CloudWatch::Alarm', `OperationsAlarms${name}`).id];

interface Read {
  MetricName?: string;
  Dimensions?: { Name: string; Value: unknown }[];
}

/** What an alarm reads, by itself or in an expression. */
const reads = (properties: Alarm): Read[] => [
  properties,
  ...(properties.Metrics ?? []).flatMap(({ MetricStat }) => (MetricStat ? [MetricStat.Metric] : [])),
];

/** Whether any alarm of this sort reads this metric of this resource. */
const isWatched = (template: Template, id: string, metric: string, sort: (alarm: Alarm) => boolean = () => true) =>
  alarms(template).some(
    ({ Properties }) =>
      sort(Properties) &&
      reads(Properties).some(
        ({ MetricName, Dimensions }) =>
          MetricName === metric && Dimensions?.some(({ Value }) => JSON.stringify(Value).includes(`"${id}"`)),
      ),
  );

const functions = (template: Template) => all(template, 'AWS::Lambda::Function');
/** Those that feed a function; others read the queue of events, or nobody does. */
const workQueues = (template: Template) => {
  const sources = all(template, 'AWS::Lambda::EventSourceMapping').map(
    ({ Properties }) => Properties.EventSourceArn['Fn::GetAtt'][0],
  );
  return all(template, 'AWS::SQS::Queue').filter(({ id }) => sources.includes(id));
};
/** Those to which a rule brings events. */
const fedByRules = (template: Template): string[] =>
  all(template, 'AWS::Events::Rule').flatMap(({ Properties }) =>
    Properties.Targets.map(({ Arn }) => Arn['Fn::GetAtt'][0]),
  );
const deadLetterQueues = (template: Template) =>
  all(template, 'AWS::SQS::Queue').filter(({ Properties }) => !Properties.RedrivePolicy);

/** That nothing can go wrong without somebody being told, who it hurts and where to read on. */
export const watchingLaws: Law[] = [
  {
    says: 'an alarm says who is hurt, where the runbook tells of it, when it is raised and what silence means',
    brokenBy: (template) =>
      ids(
        alarms(template).filter(
          ({ Properties: { AlarmDescription = '', AlarmName = '', Threshold, TreatMissingData } }) => {
            const name = AlarmName.replace(/^DarkCorners /, '');
            const isTold = /^[A-Z].{20,}\. Runbook: /.test(AlarmDescription) && AlarmDescription.includes(`"${name}"`);
            return !isTold || Threshold === undefined || TreatMissingData === undefined;
          },
        ),
      ),
    mutants: {
      'no description': (template) => delete alarm(template, 'TextsWaiting').AlarmDescription,
      "another alarm's": (template) =>
        Object.assign(alarm(template, 'TextsWaiting'), {
          AlarmDescription: alarm(template, 'SurveysWaiting').AlarmDescription,
        }),
      'nobody hurt': (template) =>
        Object.assign(alarm(template, 'TextsWaiting'), { AlarmDescription: 'Runbook: "Texts waiting"' }),
      'no threshold': (template) => delete alarm(template, 'TextsWaiting').Threshold,
      'silence by the default': (template) => delete alarm(template, 'TextsWaiting').TreatMissingData,
    },
  },
  {
    says: 'each function is watched for errors and throttles',
    brokenBy: (template) =>
      ids(
        functions(template).filter(
          ({ id }) => !isWatched(template, id, 'Errors') || !isWatched(template, id, 'Throttles'),
        ),
      ),
    mutants: {
      'errors unseen': (template) => remove(template, 'FollowUpActionsErrors'),
      'throttles unseen': (template) => alarm(template, 'FunctionsThrottled').Metrics?.pop(),
      'a new function': (template) => {
        template.Resources.New = structuredClone(one(template, 'AWS::Lambda::Function', 'IntakeIngestFeedback'));
      },
    },
  },
  {
    says: 'each function on a schedule is missed when it does not run',
    brokenBy: (template) =>
      all(template, 'AWS::Scheduler::Schedule')
        .map(({ Properties }) => Properties.Target.Arn['Fn::GetAtt'][0])
        .filter(
          (id) =>
            !isWatched(
              template,
              id,
              'Invocations',
              ({ ComparisonOperator, TreatMissingData }) =>
                ComparisonOperator === 'LessThanThreshold' && TreatMissingData === 'breaching',
            ),
        ),
    mutants: {
      unwatched: (template) => remove(template, 'CompareTouchpointsNotRunning'),
      'silence is fine': (template) =>
        Object.assign(alarm(template, 'CompareTouchpointsNotRunning'), { TreatMissingData: 'notBreaching' }),
    },
  },
  {
    says: 'each queue that feeds a function is watched for how long messages wait',
    brokenBy: (template) =>
      ids(workQueues(template).filter(({ id }) => !isWatched(template, id, 'ApproximateAgeOfOldestMessage'))),
    mutants: { unwatched: (template) => remove(template, 'CustomersWaiting') },
  },
  {
    says: 'each queue that feeds a function is watched for messages that fail, before they are given up',
    brokenBy: (template) => ids(workQueues(template).filter(({ id }) => !isWatched(template, id, 'MessagesFailed'))),
    mutants: { unwatched: (template) => remove(template, 'TextsFailing') },
  },
  {
    says: 'each dead letter queue is watched for what lies in it, and stays so when it falls silent',
    brokenBy: (template) =>
      ids(
        deadLetterQueues(template).filter(
          ({ id }) =>
            !isWatched(
              template,
              id,
              'ApproximateNumberOfMessagesVisible',
              ({ Threshold, TreatMissingData }) => Threshold === 0 && TreatMissingData === 'ignore',
            ),
        ),
      ),
    mutants: {
      unwatched: (template) => remove(template, 'MissedRuns'),
      'what was sent': (template) =>
        Object.assign(alarm(template, 'TextsDeadLetters'), { MetricName: 'NumberOfMessagesSent' }),
      'silence is fine': (template) =>
        Object.assign(alarm(template, 'TextsDeadLetters'), { TreatMissingData: 'notBreaching' }),
    },
  },
  {
    says: 'where every event comes is watched for silence, as long as any are told',
    brokenBy: (template) =>
      ids(
        all(template, 'AWS::SQS::Queue').filter(
          ({ id }) =>
            fedByRules(template).includes(id) &&
            !isWatched(template, id, 'NumberOfMessagesSent', (properties) =>
              reads(properties).some(({ MetricName }) => MetricName === 'EventsTold'),
            ),
        ),
      ),
    mutants: {
      unwatched: (template) => remove(template, 'EventsNotArriving'),
      'another queue': (template) => {
        const sent = reads(alarm(template, 'EventsNotArriving')).find(({ Dimensions }) => Dimensions?.length);
        Object.assign(sent?.Dimensions?.[0] ?? {}, { Value: 'another' });
      },
      'whether any are told or not': (template) => {
        const told = reads(alarm(template, 'EventsNotArriving')).find(({ MetricName }) => MetricName === 'EventsTold');
        Object.assign(told ?? {}, { MetricName: 'FleetLooks' });
      },
    },
  },
  {
    says: 'alarms and dashboards read no metric of ours that no filter makes',
    brokenBy: (template) => {
      const made = madeByFilters(template);
      const isMade = (metric: string): boolean => made.has(metric);
      return [
        ...ids(alarms(template).filter(({ Properties }) => !readByAlarm(Properties).every(isMade))),
        ...widgets(template).flatMap((widget) => drawnBy(widget).filter((metric) => !isMade(metric))),
      ];
    },
    mutants: {
      'no filter': (template) => {
        delete template.Resources[one(template, 'AWS::Logs::MetricFilter', 'OperationsSignalsMessagesRejected').id];
      },
      'a misspelt metric': (template) =>
        Object.assign(alarm(template, 'TextsRejected'), { MetricName: 'TextRejected' }),
      'a misspelt one in an expression': (template) => {
        const ours = reads(alarm(template, 'EventsNotArriving')).find(({ MetricName }) => MetricName === 'EventsTold');
        Object.assign(ours ?? {}, { MetricName: 'EventTold' });
      },
      'another dimension': (template) =>
        Object.assign(alarm(template, 'CeilingReached').Dimensions?.[0] ?? {}, { Name: 'cause' }),
    },
  },
];
