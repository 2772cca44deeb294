import { randomUUID } from 'node:crypto';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { impatient } from '../adapters/client-config.ts';
import { readThemes } from '../adapters/deployed/themes.ts';
import { DynamoTable } from '../adapters/dynamo-table.ts';
import { StoredFacts } from '../adapters/facts.ts';
import { Leases } from '../adapters/leases.ts';
import { Touchpoints } from '../adapters/touchpoints.ts';
import { instantAt } from '../domain/instant.ts';
import { every, underLease } from '../runtime/lease.ts';
import { Env } from './env.ts';
import { makeHandler } from './handler.ts';

const env = Env.parse(process.env);
const client = new DynamoDBClient(impatient);
const state = new DynamoTable(client, env.STATE_TABLE);

const lease = { leases: new Leases(state), now: () => instantAt(Date.now()), holder: randomUUID, every };

export const handler = underLease(
  'explain-touchpoints',
  lease,
  makeHandler({
    taxonomy: readThemes(import.meta.url),
    facts: new StoredFacts(new DynamoTable(client, env.FACTS_TABLE)),
    touchpoints: new Touchpoints(state),
  }),
);
