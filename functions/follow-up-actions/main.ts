import { randomUUID } from 'node:crypto';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { SQSClient } from '@aws-sdk/client-sqs';
import { Actions } from '../adapters/actions.ts';
import { impatient } from '../adapters/client-config.ts';
import { readOwners } from '../adapters/deployed/owners.ts';
import { Digests } from '../adapters/digests.ts';
import { DueMarks } from '../adapters/due-marks.ts';
import { DynamoTable } from '../adapters/dynamo-table.ts';
import { EventBus } from '../adapters/event-bus.ts';
import { Leases } from '../adapters/leases.ts';
import { Looks } from '../adapters/looks.ts';
import { Outbox } from '../adapters/outbox.ts';
import { Weeks } from '../adapters/weeks.ts';
import { instantAt } from '../domain/instant.ts';
import { every, underLease } from '../runtime/lease.ts';
import { Env } from './env.ts';
import { makeHandler } from './handler.ts';

const env = Env.parse(process.env);

const state = new DynamoTable(new DynamoDBClient(impatient), env.STATE_TABLE);
const outbox = new Outbox(state, new EventBus(new EventBridgeClient(impatient), env.EVENT_BUS_NAME));
const lease = { leases: new Leases(state), now: () => instantAt(Date.now()), holder: randomUUID, every };

export const handler = underLease(
  'follow-up-actions',
  lease,
  makeHandler({
    owners: readOwners(import.meta.url),
    actions: new Actions(state, outbox),
    digests: new Digests(state, outbox),
    weeks: new Weeks(state, outbox),
    outbox,
    due: new DueMarks(state),
    looks: new Looks(new SQSClient(impatient), env.CUSTOMERS_QUEUE_URL),
  }),
);
