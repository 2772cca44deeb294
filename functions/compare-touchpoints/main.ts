import { randomUUID } from 'node:crypto';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { Actions } from '../adapters/actions.ts';
import { impatient } from '../adapters/client-config.ts';
import { readOwners } from '../adapters/deployed/owners.ts';
import { readRates } from '../adapters/deployed/rates.ts';
import { DynamoTable } from '../adapters/dynamo-table.ts';
import { EventBus } from '../adapters/event-bus.ts';
import { Leases } from '../adapters/leases.ts';
import { Outbox } from '../adapters/outbox.ts';
import { Touchpoints } from '../adapters/touchpoints.ts';
import { instantAt } from '../domain/instant.ts';
import { every, underLease } from '../runtime/lease.ts';
import { Env } from './env.ts';
import { makeHandler } from './handler.ts';

const env = Env.parse(process.env);
const state = new DynamoTable(new DynamoDBClient(impatient), env.STATE_TABLE);
const outbox = new Outbox(state, new EventBus(new EventBridgeClient(impatient), env.EVENT_BUS_NAME));

const lease = { leases: new Leases(state), now: () => instantAt(Date.now()), holder: randomUUID, every };

export const handler = underLease(
  'compare-touchpoints',
  lease,
  makeHandler({
    owners: readOwners(import.meta.url),
    raiseFrom: env.RAISE_FROM,
    rates: readRates(import.meta.url),
    touchpoints: new Touchpoints(state),
    actions: new Actions(state, outbox),
  }),
);
