import { Annotations, CfnOutput, Stack, type StackProps, Tags } from 'aws-cdk-lib';
import { type ITopic, Topic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import type { Day } from '../functions/domain/instant.ts';
import { Analysis } from './analysis.ts';
import { Analysts } from './analysts.ts';
import {
  checkedOwnersFile,
  checkedRatesFile,
  checkedThemesFile,
  ownersWarning,
  ratesWarning,
  requireKnownThemes,
} from './checked-file.ts';
import { Events } from './events.ts';
import { Exports } from './exports.ts';
import { Intake } from './intake.ts';
import { Operations } from './operations/operations.ts';
import { Redrive } from './redrive.ts';
import type { Settings } from './settings.ts';
import { Store } from './store.ts';

export interface FeedbackStackProps extends StackProps {
  /** Told of every alarm; instead of the one that the settings name by its ARN. */
  alarmTopic?: ITopic;
  /** UTC day of the synth, which holidays are held against; left out, nothing is said of holidays that are over. */
  today?: Day;
}

/** The whole product in one stack; it looks up no account and no region, so one template deploys to any. */
export class FeedbackStack extends Stack {
  constructor(scope: Construct, id: string, settings: Settings, props: FeedbackStackProps = {}) {
    const { alarmTopic, today = '', ...stackProps } = props;
    super(scope, id, {
      description: 'Dark Corners: finds where the score is fine and the customers are not.',
      ...stackProps,
    });
    Tags.of(this).add('product', 'dark-corners');

    const logRetention = settings.logRetentionDays;
    const store = new Store(this, 'Store');
    const owners = checkedOwnersFile(settings.ownersFile);
    const themes = checkedThemesFile(settings.themesFile);
    requireKnownThemes(owners, themes);
    const rates = checkedRatesFile(settings.ratesFile);
    const warnings = { hearingRates: ratesWarning(rates), owners: ownersWarning(owners, today) };
    for (const [of, warning] of Object.entries(warnings)) {
      if (warning !== undefined) Annotations.of(this).addWarningV2(`dark-corners:${of}`, warning);
    }
    const events = new Events(this, 'Events');
    const analysis = new Analysis(this, 'Analysis', {
      store,
      bus: events.bus,
      ownersFile: owners.file,
      themesFile: themes.file,
      ratesFile: rates.file,
      windowDays: settings.windowDays,
      raiseFrom: settings.raiseFrom,
      logRetention,
    });
    const redrive = new Redrive(this, 'Redrive', { state: store.state });
    const intake = new Intake(this, 'Intake', {
      store,
      customersToLookAt: analysis.customersToLookAt.queue,
      missedRuns: analysis.missedRuns,
      rejectedBodies: redrive.bodiesKey,
      factRetentionDays: settings.factRetentionDays,
      unitsPerDay: settings.unitsPerDay,
      logRetention,
    });
    const analysts = new Analysts(this, 'Analysts', {
      store,
      bus: events.bus,
      ownersFile: owners.file,
      themesFile: themes.file,
      settings,
    });
    const exports = settings.exportDaily
      ? new Exports(this, 'Exports', {
          store,
          missedRuns: analysis.missedRuns,
          themesFile: themes.file,
          texts: settings.exportTexts,
          factRetentionDays: settings.factRetentionDays,
          logRetention,
        })
      : undefined;
    const told = alarmTopic ?? this.#topicOf(settings);
    const operations = new Operations(this, 'Operations', {
      queues: [
        { name: 'Surveys', work: intake.surveys },
        { name: 'Texts', work: intake.texts },
        { name: 'Reviews', work: intake.reviews },
        { name: 'Customers', work: analysis.customersToLookAt },
      ],
      missedRuns: analysis.missedRuns,
      eventsQueue: events.queue,
      eventsDeadLetters: events.deadLetters,
      functions: [
        { name: 'ingest-feedback', lambda: intake.ingestFeedback },
        { name: 'detect-customer-gaps', lambda: analysis.detectCustomerGaps },
        { name: 'compare-touchpoints', lambda: analysis.compareTouchpoints, run: analysis.comparison },
        { name: 'explain-touchpoints', lambda: analysis.explainTouchpoints, run: analysis.explanation },
        { name: 'follow-up-actions', lambda: analysis.followUpActions, run: analysis.followUp },
        { name: 'score-parked', lambda: intake.scoreParked, run: intake.parkedScores },
        { name: 'serve-analysts', lambda: analysts.serveAnalysts },
        { name: 'serve-dashboard', lambda: analysts.serveDashboard },
        ...(exports ? [{ name: 'export-findings' as const, lambda: exports.exportFindings, run: exports.run }] : []),
      ],
      api: analysts.api,
      settings,
      ...(told && { alarmTopic: told }),
    });

    redrive.allowSending(intake.surveys.queue, intake.texts.queue, intake.reviews.queue);

    this.#tell({
      SurveysQueueUrl: intake.surveys.queue.queueUrl,
      TextsQueueUrl: intake.texts.queue.queueUrl,
      ReviewsQueueUrl: intake.reviews.queue.queueUrl,
      CustomersQueueUrl: analysis.customersToLookAt.queue.queueUrl,
      SurveysDeadLettersUrl: intake.surveys.deadLetters.queueUrl,
      TextsDeadLettersUrl: intake.texts.deadLetters.queueUrl,
      ReviewsDeadLettersUrl: intake.reviews.deadLetters.queueUrl,
      CustomersDeadLettersUrl: analysis.customersToLookAt.deadLetters.queueUrl,
      MissedRunsUrl: analysis.missedRuns.queueUrl,
      EventBusName: events.bus.eventBusName,
      EventsQueueUrl: events.queue.queueUrl,
      EventsDeadLettersUrl: events.deadLetters.queueUrl,
      FactsTableName: store.facts.tableName,
      StateTableName: store.state.tableName,
      ErasuresTableName: store.erasures.tableName,
      IngestFeedbackFunctionName: intake.ingestFeedback.functionName,
      ScoreParkedFunctionName: intake.scoreParked.functionName,
      DetectCustomerGapsFunctionName: analysis.detectCustomerGaps.functionName,
      CompareTouchpointsFunctionName: analysis.compareTouchpoints.functionName,
      ExplainTouchpointsFunctionName: analysis.explainTouchpoints.functionName,
      FollowUpActionsFunctionName: analysis.followUpActions.functionName,
      ServeAnalystsFunctionName: analysts.serveAnalysts.functionName,
      ServeDashboardFunctionName: analysts.serveDashboard.functionName,
      ComparisonScheduleName: analysis.comparison.scheduleName,
      ExplanationScheduleName: analysis.explanation.scheduleName,
      FollowUpScheduleName: analysis.followUp.scheduleName,
      ParkedScoresScheduleName: intake.parkedScores.scheduleName,
      AnalystsUrl: analysts.api.apiEndpoint,
      ...analysts.policyArns,
      DashboardName: operations.dashboardName,
      RedriveRoleArn: redrive.role.roleArn,
      RejectedBodiesKeyArn: redrive.bodiesKey.keyArn,
      ...(exports && {
        ExportBucketName: exports.bucket.bucketName,
        ExportFindingsFunctionName: exports.exportFindings.functionName,
        ExportScheduleName: exports.run.scheduleName,
      }),
    });
  }

  /** A topic that is only named: whether alarms may publish to it is for its own policy to say. */
  #topicOf({ alarmTopicArn }: Settings): ITopic | undefined {
    return alarmTopicArn === undefined ? undefined : Topic.fromTopicArn(this, 'AlarmTopic', alarmTopicArn);
  }

  /** What upstream systems and operators need to know of a deployment, by names they can read. */
  #tell(outputs: Record<string, string>): void {
    for (const [name, value] of Object.entries(outputs)) new CfnOutput(this, name, { value });
  }
}
