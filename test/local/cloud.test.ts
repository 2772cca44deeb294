import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SendMessageBatchCommand, SQSClient } from '@aws-sdk/client-sqs';
import { App, ArnFormat, CfnOutput, Duration, Stack } from 'aws-cdk-lib';
import { AttributeType, TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Code, Function as LambdaFunction, LoggingFormat, Runtime } from 'aws-cdk-lib/aws-lambda';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import { Schedule, ScheduleExpression, ScheduleTargetInput } from 'aws-cdk-lib/aws-scheduler';
import { LambdaInvoke } from 'aws-cdk-lib/aws-scheduler-targets';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { type LocalCloud, startLocalCloud } from '../../lib/local/cloud.ts';
import { DeniedError } from '../../lib/local/iam/denial.ts';
import type { Role as GrantedRole } from '../../lib/local/iam/policies.ts';

/** Takes messages; the one named "spoilt" it reports as failed, each time. Tells what it saw. */
const keeper = `
export const handler = async ({ Records }, context) => {
  console.log(JSON.stringify({ saw: Records.map((r) => r.body), receives: Records.map((r) => r.attributes.ApproximateReceiveCount) }));
  return { batchItemFailures: Records.filter((r) => r.body === 'spoilt').map((r) => ({ itemIdentifier: r.messageId })) };
};`;

/** Does what its message tells it to. */
const mischief = `
import { env } from 'node:process';
export const handler = async ({ Records }) => {
  for (const { body } of Records) {
    if (body === 'sleep') await new Promise(() => setTimeout(() => {}, 60_000));
    if (body === 'throw') throw new TypeError('cannot read it');
    if (body === 'exit') process.exit(3);
  }
};`;

/** Answers its event and what it knows of itself. */
const mirror = `
import { readFileSync } from 'node:fs';
export const handler = async (event, context) => {
  console.warn({ event: 'mirror.asked' });
  if (event.fail) throw new RangeError('asked to');
  return {
    event,
    env: process.env,
    own: readFileSync(process.env.LAMBDA_TASK_ROOT + '/index.mjs', 'utf8').length > 0,
    functionName: context.functionName,
    requestId: context.awsRequestId,
    remaining: context.getRemainingTimeInMillis(),
  };
};`;

const directory = mkdtempSync(join(tmpdir(), 'local-cloud-'));

/** One stack of queues with dead letter queues, a table, three functions and a schedule. */
const synthesize = (): string => {
  const outdir = join(directory, 'cdk.out');
  const app = new App({ outdir, analyticsReporting: false });
  const stack = new Stack(app, 'Tiny');
  const bundle = (name: string, source: string): Code => {
    const folder = join(directory, name);
    mkdirSync(folder);
    writeFileSync(join(folder, 'index.mjs'), source);
    return Code.fromAsset(folder);
  };
  const fn = (id: string, source: string, timeoutSeconds: number, environment: Record<string, string> = {}) =>
    new LambdaFunction(stack, id, {
      code: bundle(id, source),
      handler: 'index.handler',
      runtime: Runtime.NODEJS_24_X,
      timeout: Duration.seconds(timeoutSeconds),
      environment,
      loggingFormat: source === mirror ? LoggingFormat.JSON : LoggingFormat.TEXT,
      // The role that CDK would make has a managed policy, which nobody can check call by call.
      role: new Role(stack, `${id}Role`, { assumedBy: new ServicePrincipal('lambda.amazonaws.com') }),
      initialPolicy: [
        new PolicyStatement({
          actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
          resources: [
            stack.formatArn({
              service: 'logs',
              resource: 'log-group:/aws/lambda/*',
              arnFormat: ArnFormat.NO_RESOURCE_NAME,
            }),
          ],
        }),
      ],
    });
  const queue = (id: string, maxReceiveCount: number) => {
    const dead = new Queue(stack, `${id}Dead`);
    return new Queue(stack, id, {
      visibilityTimeout: Duration.minutes(6),
      deadLetterQueue: { queue: dead, maxReceiveCount },
    });
  };

  const surveys = queue('Surveys', 3);
  const mischiefs = queue('Mischiefs', 2);
  const facts = new TableV2(stack, 'Facts', {
    partitionKey: { name: 'pk', type: AttributeType.STRING },
    timeToLiveAttribute: 'expiresAt',
    globalSecondaryIndexes: [{ indexName: 'by-day', partitionKey: { name: 'day', type: AttributeType.STRING } }],
  });
  fn('Keeper', keeper, 5).addEventSource(
    new SqsEventSource(surveys, {
      batchSize: 10,
      maxBatchingWindow: Duration.minutes(5),
      reportBatchItemFailures: true,
    }),
  );
  fn('Mischief', mischief, 1).addEventSource(new SqsEventSource(mischiefs, { batchSize: 1 }));
  const reflector = fn('Mirror', mirror, 5, { TABLE: facts.tableName, QUEUE_URL: surveys.queueUrl });
  new Schedule(stack, 'Hourly', {
    schedule: ScheduleExpression.rate(Duration.hours(1)),
    target: new LambdaInvoke(reflector, {
      input: ScheduleTargetInput.fromObject({ at: '<aws.scheduler.scheduled-time>', windowDays: 28 }),
    }),
  });
  new CfnOutput(stack, 'SurveysUrl', { value: surveys.queueUrl });
  app.synth();
  return outdir;
};

let cloud: LocalCloud;
const lines: [functionName: string, line: string][] = [];

/** A construct's logical id: its own, and eight digits of a hash. */
const logicalId = (names: Readonly<Record<string, unknown>>, construct: string): string =>
  Object.keys(names).find((id) => id.slice(0, -8) === construct) ?? '';

const counted = (construct: string) => cloud.invocations[logicalId(cloud.invocations, construct)];

const dead = (construct: string): number =>
  cloud.deadLetters().find(({ queue }) => queue.startsWith(`${construct}Dead`))?.messages ?? -1;

const linesOf = (construct: string): string[] =>
  lines.filter(([name]) => name.slice(0, -8) === construct).map(([, line]) => line);

/** What a function prints takes another way than its answer, and may come a moment later. */
const printed = (check: () => void) => vi.waitFor(check);

const post = async (queue: string, ...bodies: string[]): Promise<void> => {
  const client = new SQSClient({
    endpoint: cloud.endpoint,
    region: 'us-east-1',
    credentials: { accessKeyId: 'upstream', secretAccessKey: 'local' },
  });
  const Entries = bodies.map((MessageBody, at) => ({ Id: String(at), MessageBody }));
  await client.send(new SendMessageBatchCommand({ QueueUrl: cloud.queues[logicalId(cloud.queues, queue)], Entries }));
  client.destroy();
};

beforeAll(async () => {
  cloud = await startLocalCloud({
    assembly: synthesize(),
    log: (functionName, line) => lines.push([functionName, line]),
  });
});

afterAll(async () => {
  await cloud.stop();
  rmSync(directory, { recursive: true });
});

describe('a stack on this machine', () => {
  test('a failed message is retried alone and then dead-lettered; its neighbours are delivered once', async () => {
    await post('Surveys', 'good', 'spoilt', 'better');
    await cloud.drain();
    await printed(() =>
      expect(linesOf('Keeper').map((line) => JSON.parse(line))).toEqual([
        { saw: ['good', 'spoilt', 'better'], receives: ['1', '1', '1'] },
        { saw: ['spoilt'], receives: ['2'] },
        { saw: ['spoilt'], receives: ['3'] },
      ]),
    );
    expect(dead('Surveys')).toBe(1);
    expect(counted('Keeper')).toMatchObject({ invocations: 3, errors: 0, records: 5 });
  });

  test.each(['throw', 'exit', 'sleep'])(
    'a function that should %s fails its batch, and works on the next',
    async (body) => {
      const before = { ...counted('Mischief') };
      const buried = dead('Mischiefs');
      await post('Mischiefs', body, 'behave');
      await cloud.drain();
      expect(counted('Mischief')?.errors).toBe((before.errors ?? 0) + 2);
      expect(counted('Mischief')?.invocations).toBe((before.invocations ?? 0) + 3);
      expect(dead('Mischiefs')).toBe(buried + 1);
    },
  );

  test('a failure is told with its type', () => {
    const told = linesOf('Mischief').join('\n');
    expect(told).toMatch(/TypeError.*cannot read it/);
    expect(told).toMatch(/Sandbox\.Timedout.*Task timed out after 1\.00 seconds/);
    expect(told).toMatch(/Runtime\.ExitError/);
  });

  test('a schedule runs at the time it is told, with its input', async () => {
    const answer = await cloud.runSchedule('Hourly', new Date('2026-03-05T10:00:00Z'), { windowDays: 7 });
    expect(answer).toMatchObject({ event: { at: '2026-03-05T10:00:00Z', windowDays: 7 } });
  });

  test('a function whose log format is JSON prints one object a line', async () => {
    const { requestId } = (await cloud.runSchedule('Hourly', new Date())) as { requestId: string };
    await printed(() =>
      expect(JSON.parse(linesOf('Mirror').at(-1) ?? '')).toMatchObject({
        level: 'WARN',
        requestId,
        message: { event: 'mirror.asked' },
      }),
    );
  });

  test('a scheduled run that fails is an error with its reason', async () => {
    const run = cloud.runSchedule('Hourly', new Date('2026-03-05T10:00:00Z'), { fail: true });
    await expect(run).rejects.toThrow(/RangeError: asked to/);
  });

  test("a function has the template's variables, its own identity, and nothing of this machine's", async () => {
    const mirror = logicalId(cloud.invocations, 'Mirror');
    const answer = (await cloud.runSchedule('Hourly', new Date())) as Record<string, unknown>;
    expect(answer).toMatchObject({
      own: true,
      functionName: mirror,
      requestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
      env: {
        TABLE: cloud.tables[logicalId(cloud.tables, 'Facts')],
        QUEUE_URL: cloud.outputs.SurveysUrl,
        AWS_ACCESS_KEY_ID: mirror,
        AWS_ENDPOINT_URL: cloud.endpoint,
        AWS_REGION: 'us-east-1',
      },
    });
    expect(answer.remaining).toBeGreaterThan(4000);
    expect(answer.env).not.toHaveProperty('PATH');
  });

  test('a run that its schedule may not start is an error that names schedule, call and function', async () => {
    const granted = cloud.policies;
    const [schedule] = [...granted.roles.values()].filter(({ logicalId }) => logicalId.includes('SchedulerRole'));
    const roles = new Map(granted.roles).set(schedule?.logicalId ?? '', { ...schedule, statements: [] } as GrantedRole);
    cloud.exchangePolicies({ ...granted, roles });
    const mirror = logicalId(cloud.invocations, 'Mirror');
    await expect(cloud.runSchedule('Hourly', new Date())).rejects.toThrow(
      new RegExp(`schedule Hourly.* may not call lambda:InvokeFunction on .*:${mirror}: no grant`),
    );
    expect(cloud.denials).toMatchObject([{ caller: { kind: 'schedule' }, action: 'lambda:InvokeFunction' }]);
    await expect(cloud.drain()).rejects.toThrow(DeniedError);
    cloud.exchangePolicies(granted);
    await cloud.drain();
    await cloud.runSchedule('Hourly', new Date());
  });
});
