import { Duration, RemovalPolicy, Stack, Validations } from 'aws-cdk-lib';
import type { NodejsFunction } from 'aws-cdk-lib/aws-lambda-nodejs';
import type { RetentionDays } from 'aws-cdk-lib/aws-logs';
import { BlockPublicAccess, Bucket, BucketEncryption, type CfnBucket, ObjectOwnership } from 'aws-cdk-lib/aws-s3';
import { ScheduleExpression } from 'aws-cdk-lib/aws-scheduler';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { Env } from '../functions/export-findings/env.ts';
import { allow, nodeFunction } from './node-function.ts';
import { RegularRun, type Rhythm } from './regular-run.ts';
import type { Store } from './store.ts';

export interface ExportsProps {
  store: Store;
  /** Where runs end that could not be started or failed to the end. */
  missedRuns: Queue;
  /** Absolute path of a checked file of themes. */
  themesFile: string;
  /** Whether words of customers are exported. */
  texts: boolean;
  /** Days that a fact is kept, and so what was exported of it. */
  factRetentionDays: number;
  logRetention: RetentionDays;
}

/** All that Lambda gives: what a run does not come to, the next goes on with. */
const timeout = Duration.minutes(15);

/**
 * Past the hour's comparison and what is explained after it. Once a day there is something to do, in the first hour of the
 * UTC day; the other runs go on with what is left of it, and else read one item.
 */
const hourly: Rhythm = { at: ScheduleExpression.cron({ minute: '40' }), interval: Duration.hours(1) };

const noAccessLog = {
  id: 'AwsSolutions-S1',
  reason:
    'Logging accesses would take a second bucket that keeps who read what; CloudTrail tells the same, where the account turns on its data events.',
};

/** Writes what was found to a bucket, day by day, for whoever asks in SQL. */
export class Exports extends Construct {
  readonly bucket: Bucket;
  readonly exportFindings: NodejsFunction;
  readonly run: RegularRun;

  constructor(scope: Construct, id: string, props: ExportsProps) {
    super(scope, id);
    const { store } = props;
    this.bucket = new Bucket(this, 'Bucket', {
      encryption: BucketEncryption.S3_MANAGED,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      enforceSSL: true,
      // No versions: each would keep for good what a later export has written over, an erased customer among it. What is
      // lost is written again from the tables.
      versioned: false,
      lifecycleRules: [{ expiration: Duration.days(props.factRetentionDays) }],
      removalPolicy: RemovalPolicy.RETAIN,
    });
    Validations.of(this.bucket).acknowledge(noAccessLog);
    this.exportFindings = nodeFunction<typeof Env>(this, 'ExportFindings', {
      folder: 'export-findings',
      description: 'Writes the facts of the last days and what was found to a bucket.',
      timeout,
      // Hears stories again as folds do, which is a matter of CPU: 1,769 MB are one core.
      memoryMegabytes: 1769,
      logRetention: props.logRetention,
      files: [{ from: props.themesFile, name: 'themes.json' }],
      onFault: { retryFor: hourly.interval, deadLetters: props.missedRuns },
      environment: {
        FACTS_TABLE: store.facts.tableName,
        STATE_TABLE: store.state.tableName,
        EXPORT_BUCKET: this.bucket.bucketName,
        EXPORT_TEXTS: String(props.texts),
      },
      grants: [
        allow(store.facts.tableArn, 'dynamodb:Query', 'dynamodb:BatchGetItem'),
        allow(`${store.facts.tableArn}/index/facts-by-day`, 'dynamodb:Query'),
        allow(
          store.state.tableArn,
          'dynamodb:GetItem',
          'dynamodb:BatchGetItem',
          'dynamodb:Query',
          // how far it has come, and its lease
          'dynamodb:PutItem',
          'dynamodb:DeleteItem',
        ),
        allow(`${store.state.tableArn}/index/listing`, 'dynamodb:Query'),
        allow(`${store.state.tableArn}/index/changes`, 'dynamodb:Query'),
        allow(this.bucket.arnForObjects('*'), 's3:PutObject'),
      ],
    });
    if (this.exportFindings.role) Validations.of(this.exportFindings.role).acknowledge(this.#objectsAreNew());
    this.run = new RegularRun(this, 'Run', {
      of: this.exportFindings,
      description: 'Exports once a day what was found, in as many runs as it takes.',
      rhythm: hourly,
      input: {},
      deadLetters: props.missedRuns,
    });
  }

  #objectsAreNew() {
    return {
      id: `AwsSolutions-IAM5[Resource::<${this.#logicalId()}.Arn>/*]`,
      reason: 'The objects of a day bear its name; the bucket holds nothing else, and it may only put them.',
    };
  }

  #logicalId(): string {
    return Stack.of(this).getLogicalId(this.bucket.node.defaultChild as CfnBucket);
  }
}
