import { CfnOutput, Stack, type StackProps, Tags } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { Analysis } from './analysis.ts';
import { Intake } from './intake.ts';
import { checkedOwnersFile } from './owners-file.ts';
import { Redrive } from './redrive.ts';
import type { Settings } from './settings.ts';
import { Store } from './store.ts';

/** The whole product in one stack; it looks up no account and no region, so one template deploys to any. */
export class FeedbackStack extends Stack {
  constructor(scope: Construct, id: string, settings: Settings, props?: StackProps) {
    super(scope, id, {
      description: 'Dark Corners: finds where the score is fine and the customers are not.',
      ...props,
    });
    Tags.of(this).add('product', 'dark-corners');

    const logRetention = settings.logRetentionDays;
    const store = new Store(this, 'Store');
    const analysis = new Analysis(this, 'Analysis', {
      store,
      ownersFile: checkedOwnersFile(settings.ownersFile),
      windowDays: settings.windowDays,
      logRetention,
    });
    const redrive = new Redrive(this, 'Redrive', { state: store.state });
    const intake = new Intake(this, 'Intake', {
      store,
      customersToLookAt: analysis.customersToLookAt.queue,
      rejectedBodies: redrive.bodiesKey,
      factRetentionDays: settings.factRetentionDays,
      logRetention,
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
      FactsTableName: store.facts.tableName,
      StateTableName: store.state.tableName,
      ErasuresTableName: store.erasures.tableName,
      IngestFeedbackFunctionName: intake.ingestFeedback.functionName,
      DetectCustomerGapsFunctionName: analysis.detectCustomerGaps.functionName,
      CompareTouchpointsFunctionName: analysis.compareTouchpoints.functionName,
      FollowUpActionsFunctionName: analysis.followUpActions.functionName,
      ComparisonScheduleName: analysis.comparison.scheduleName,
      FollowUpScheduleName: analysis.followUp.scheduleName,
      RedriveRoleArn: redrive.role.roleArn,
      RejectedBodiesKeyArn: redrive.bodiesKey.keyArn,
    });
  }

  /** What upstream systems and operators need to know of a deployment, by names they can read. */
  #tell(outputs: Record<string, string>): void {
    for (const [name, value] of Object.entries(outputs)) new CfnOutput(this, name, { value });
  }
}
