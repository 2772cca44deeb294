import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { KMSClient } from '@aws-sdk/client-kms';
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import * as z from 'zod';
import { DynamoTable } from '../../functions/adapters/dynamo-table.ts';
import { BodyOpener } from '../../functions/adapters/rejects/body-seal.ts';
import { StoredRejects } from '../../functions/adapters/rejects/stored-rejects.ts';
import { BACKFILL } from '../../functions/domain/message/backfill.ts';
import { DependencyError } from '../../functions/runtime/errors.ts';
import { type Found, findDeployment, regionOf } from '../deployment/found.ts';
import type { Where } from '../deployment/where.ts';

const outputs = { surveys: 'SurveysQueueUrl', texts: 'TextsQueueUrl', reviews: 'ReviewsQueueUrl' } as const;

/** What people call an intake queue. */
export type QueueLabel = keyof typeof outputs;
export const queueLabels = Object.keys(outputs) as QueueLabel[];
export const isQueueLabel = (word: string): word is QueueLabel => Object.hasOwn(outputs, word);

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
  /** Hangs up. */
  close(): void;
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

type ClientConfig = ConstructorParameters<typeof SQSClient>[0] & object;

/** A local principal is the name of its role. */
const clientOf = ({ outputs: told, endpoint }: Found<Outputs>): ClientConfig => {
  const region = regionOf(told.RejectedBodiesKeyArn);
  if (endpoint === undefined) return { region };
  const accessKeyId = told.RedriveRoleArn.split('/').at(-1) ?? '';
  return { endpoint, region, credentials: { accessKeyId, secretAccessKey: 'local' } };
};

/** Finds and connects to a deployment. Throws UnreachableError. */
export const reach = (where: Where): RejectDeployment => {
  const found = findDeployment(where, Outputs);
  const client = clientOf(found);
  const sqs = new SQSClient(client);
  const dynamo = new DynamoDBClient(client);
  const kms = new KMSClient(client);
  const rejects = new StoredRejects(new DynamoTable(dynamo, found.outputs.StateTableName));
  const opener = new BodyOpener(kms, found.outputs.RejectedBodiesKeyArn);
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
    close: () => {
      for (const client of [sqs, dynamo, kms]) client.destroy();
    },
  };
};
