import { join } from 'node:path';
import type { Duration } from 'aws-cdk-lib';
import { RemovalPolicy } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Architecture, LoggingFormat, Runtime, Tracing } from 'aws-cdk-lib/aws-lambda';
import { type BundlingOptions, LogLevel, NodejsFunction, OutputFormat } from 'aws-cdk-lib/aws-lambda-nodejs';
import { LogGroup, type RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import type * as z from 'zod';

const root = join(import.meta.dirname, '..');

export interface FileBeside {
  /** Absolute path. */
  from: string;
  name: string;
}

export interface NodeFunctionProps<Env extends z.ZodObject> {
  /** Folder in functions/ whose main.ts exports `handler`. */
  folder: string;
  /** What it does, for whoever meets it in the console. */
  description: string;
  /** A value for each variable of the folder's env.ts: one that is missing or misspelt fails `tsc`. */
  environment: { [Variable in keyof z.input<Env>]: string };
  /** What its handler calls, and nothing else. Writing its own log is granted here. */
  grants: PolicyStatement[];
  timeout: Duration;
  /** Where 512 are too few; they buy CPU as well: 1,769 are one core. */
  memoryMegabytes?: number;
  logRetention: RetentionDays;
  /** For a function on a schedule: how long a run is worth retrying, and where it is kept when that did not help. */
  onFault?: { retryFor: Duration; deadLetters: IQueue };
  /** Files to lay beside the bundle, under the names that the function reads in its task root. */
  files?: FileBeside[];
}

/** Allows exactly these calls on exactly this resource. */
export const allow = (resourceArn: string, ...actions: string[]): PolicyStatement =>
  new PolicyStatement({ actions, resources: [resourceArn] });

/**
 * A Lambda function with the defaults of this product: Node 24 on arm64, one ESM bundle with the SDK inside, a role of
 * its own, a log of its own in JSON.
 */
export const nodeFunction = <Env extends z.ZodObject>(
  scope: Construct,
  id: string,
  props: NodeFunctionProps<Env>,
): NodejsFunction => {
  const logGroup = new LogGroup(scope, `${id}Log`, {
    retention: props.logRetention,
    // What must last is in the tables. Retention empties a group but never deletes it: kept, it would stay for ever.
    removalPolicy: RemovalPolicy.DESTROY,
  });
  return new NodejsFunction(scope, id, {
    description: props.description,
    entry: join(root, 'functions', props.folder, 'main.ts'),
    projectRoot: root,
    depsLockFilePath: join(root, 'package-lock.json'),
    bundling: bundling(props.files ?? []),
    runtime: Runtime.NODEJS_24_X,
    architecture: Architecture.ARM_64,
    // Bundles start at 71 to 195 MB (Node 24, resident; the most where stories are folded, and some 155 where languages are
    // detected). The rest holds a batch and buys CPU: 1,769 MB are one core (Lambda developer guide).
    memorySize: props.memoryMegabytes ?? 512,
    timeout: props.timeout,
    // Event sources cap concurrency. Reserving it would throttle here, and a throttled delivery counts as a failed one.
    environment: props.environment,
    role: new Role(scope, `${id}Role`, { assumedBy: new ServicePrincipal('lambda.amazonaws.com') }),
    initialPolicy: [...props.grants, allow(logGroup.logGroupArn, 'logs:CreateLogStream', 'logs:PutLogEvents')],
    logGroup,
    loggingFormat: LoggingFormat.JSON,
    // A trace per invocation costs more than the invocation; the log's timings tell what it would.
    tracing: Tracing.DISABLED,
    ...(props.onFault && {
      deadLetterQueue: props.onFault.deadLetters,
      maxEventAge: props.onFault.retryFor,
      retryAttempts: 2,
    }),
  });
};

const bundling = (files: readonly FileBeside[]): BundlingOptions => ({
  format: OutputFormat.ESM,
  target: 'node24',
  mainFields: ['module', 'main'],
  // CommonJS dependencies call `require`, which an ES module has to make for itself.
  banner: "import{createRequire}from'node:module';const require=createRequire(import.meta.url);",
  // The runtime's own SDK starts 12 to 21 % slower than a bundled one, and changes version without a deployment.
  bundleAwsSDK: true,
  minify: true,
  // Reading a linked map adds about 14 ms to every cold start. The same commit and lockfile give the same bundle, so
  // whoever needs the map of a stack trace can build it then.
  sourceMap: false,
  logLevel: LogLevel.ERROR,
  ...(files.length > 0 && {
    environment: Object.fromEntries(files.map(({ from }, i) => [`FILE_${i}`, from])),
    commandHooks: layBeside(files.map(({ name }) => name)),
  }),
});

/** Copies the files named by the variables FILE_0 and on into the bundle, by Node, so that any shell can run it. */
const layBeside = (names: readonly string[]): NonNullable<BundlingOptions['commandHooks']> => ({
  beforeBundling: () => [],
  beforeInstall: () => [],
  afterBundling: (_from, to) =>
    names.map(
      (name, i) => `node -e "require('node:fs').copyFileSync(process.env.FILE_${i}, process.argv[1])" "${to}/${name}"`,
    ),
});
