import { randomUUID } from 'node:crypto';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SQSClient } from '@aws-sdk/client-sqs';
import { impatient } from '../adapters/client-config.ts';
import { DueMarks } from '../adapters/due-marks.ts';
import { DynamoTable } from '../adapters/dynamo-table.ts';
import { Leases } from '../adapters/leases.ts';
import { Looks } from '../adapters/looks.ts';
import { instantAt } from '../domain/instant.ts';
import { every, underLease } from '../runtime/lease.ts';
import { Env } from './env.ts';
import { makeHandler } from './handler.ts';

const env = Env.parse(process.env);

const state = new DynamoTable(new DynamoDBClient(impatient), env.STATE_TABLE);
const lease = { leases: new Leases(state), now: () => instantAt(Date.now()), holder: randomUUID, every };

export const handler = underLease(
  'follow-up-actions',
  lease,
  makeHandler({
    due: new DueMarks(state),
    looks: new Looks(new SQSClient(impatient), env.CUSTOMERS_QUEUE_URL),
  }),
);
