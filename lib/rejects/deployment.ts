import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { KMSClient } from '@aws-sdk/client-kms';
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import * as z from 'zod';
import { DynamoTable } from '../../functions/adapters/dynamo-table.ts';
import { BodyOpener } from '../../functions/adapters/rejects/body-seal.ts';
import { StoredRejects } from '../../functions/adapters/rejects/stored-rejects.ts';
import { BACKFILL } from '../../functions/domain/message/backfill.ts';
import { DependencyError } from '../../functions/runtime/errors.ts';
import type { Where } from './command.ts';

const outputs = { surveys: 'SurveysQueueUrl', texts: 'TextsQueueUrl', reviews: 'ReviewsQueueUrl' } as const;

/** What people call an intake queue. */
export type QueueLabel = keyof typeof outputs;
export const queueLabels = Object.keys(outputs) as QueueLabel[];
export const isQueueLabel = (word: string): word is QueueLabel => Object.hasOwn(outputs, word);

/** There is no such deployment, or it cannot be reached; the message says what to do. */
export class UnreachableError extends Error {
  override readonly name = 'UnreachableError';
}

/** A deployment as whoever works off its rejects reaches it. */
export interface RejectDeployment {
  rejects: StoredRejects;
  /** The ARN of the role that may do this. */
  role: string;
  /** A reject's body, `undefined` where it is kept no more. */
  body(id: string): Promise<string | undefined>;
  /** What people call a queue; a queue of an earlier deployment, of which they know nothing, has none. */
  labelOf(queue: string): QueueLabel | undefined;
  /** Sends to a queue, and answers the id it gave. */
  send(queue: QueueLabel, body: string, backfill: boolean): Promise<string>;
}

const Outputs = z.object({
  StateTableName: z.string(),
  SurveysQueueUrl: z.string(),
  TextsQueueUrl: z.string(),
  ReviewsQueueUrl: z.string(),
  RedriveRoleArn: z.string(),
  RejectedBodiesKeyArn: z.string(),
});
type Outputs = z.infer<typeof Outputs>;

const OutputsFile = z.record(z.string(), z.record(z.string(), z.unknown()));
const Running = z.object({ pid: z.int(), endpoint: z.string(), outputs: z.record(z.string(), z.unknown()) });

type ClientConfig = ConstructorParameters<typeof SQSClient>[0] & object;

const jsonOf = (file: string): unknown => {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    throw new UnreachableError(missing ? `There is no file ${file}.` : `${file} cannot be read as JSON.`);
  }
};

const outputsOf = (told: unknown, from: string): Outputs => {
  const read = Outputs.safeParse(told);
  if (read.success) return read.data;
  const names = read.error.issues.map(({ path }) => path.join('.')).join(', ');
  throw new UnreachableError(`${from} lacks the outputs ${names}: deploy this version of the stack first.`);
};

/** Signal 0 only asks whether there is such a process. */
const runs = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
};

const local = (folder: string): { outputs: Outputs; client: ClientConfig } => {
  const nothing = new UnreachableError(
    `Nothing runs on ${folder}: \`npm start\` runs the stack on this machine, --outputs FILE names a deployed one.`,
  );
  const read = (() => {
    try {
      return Running.safeParse(jsonOf(join(folder, 'running.json')));
    } catch {
      throw nothing;
    }
  })();
  if (!read.success || !runs(read.data.pid)) throw nothing;
  const { endpoint } = read.data;
  const told = outputsOf(read.data.outputs, folder);
  // A local principal is the name of its role.
  const accessKeyId = told.RedriveRoleArn.split('/').at(-1) ?? '';
  return {
    outputs: told,
    client: { endpoint, region: regionOf(told), credentials: { accessKeyId, secretAccessKey: 'local' } },
  };
};

/** `arn:aws:kms:eu-west-1:111122223333:key/...` -> `eu-west-1`. */
const regionOf = ({ RejectedBodiesKeyArn }: Outputs): string => RejectedBodiesKeyArn.split(':')[3] ?? '';

const deployed = (file: string, stack: string | undefined): { outputs: Outputs; client: ClientConfig } => {
  const read = OutputsFile.safeParse(jsonOf(file));
  if (!read.success) throw new UnreachableError(`${file} is not what \`cdk deploy --outputs-file\` writes.`);
  const names = Object.keys(read.data);
  if (stack === undefined && names.length !== 1)
    throw new UnreachableError(`${file} has the stacks ${names.join(', ')}: choose one with --stack.`);
  const chosen = read.data[stack ?? names[0] ?? ''];
  if (chosen === undefined) throw new UnreachableError(`${file} has no stack ${stack}, but ${names.join(', ')}.`);
  const told = outputsOf(chosen, file);
  return { outputs: told, client: { region: regionOf(told) } };
};

/** Finds and connects to a deployment. Throws UnreachableError. */
export const reach = (where: Where): RejectDeployment => {
  const found = where.kind === 'local' ? local(where.folder) : deployed(where.outputs, where.stack);
  const sqs = new SQSClient(found.client);
  const rejects = new StoredRejects(new DynamoTable(new DynamoDBClient(found.client), found.outputs.StateTableName));
  const opener = new BodyOpener(new KMSClient(found.client), found.outputs.RejectedBodiesKeyArn);
  const urlOf = (label: QueueLabel): string => found.outputs[outputs[label]];
  return {
    rejects,
    role: found.outputs.RedriveRoleArn,
    body: (id) => rejects.body(id, opener),
    labelOf: (queue) => queueLabels.find((label) => urlOf(label).split('/').at(-1) === queue),
    send: async (queue, body, backfill) => {
      const MessageAttributes = { [BACKFILL]: { DataType: 'String', StringValue: 'true' } };
      const message = { QueueUrl: urlOf(queue), MessageBody: body, ...(backfill && { MessageAttributes }) };
      try {
        const { MessageId = '' } = await sqs.send(new SendMessageCommand(message));
        return MessageId;
      } catch (error) {
        throw new DependencyError(`${queue}: SendMessage failed`, { cause: error });
      }
    },
  };
};
