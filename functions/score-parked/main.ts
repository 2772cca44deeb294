import { randomUUID } from 'node:crypto';
import { ComprehendClient } from '@aws-sdk/client-comprehend';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SQSClient } from '@aws-sdk/client-sqs';
import { impatient } from '../adapters/client-config.ts';
import { ComprehendScorer, SCORER } from '../adapters/comprehend.ts';
import { DueMarks } from '../adapters/due-marks.ts';
import { DynamoTable } from '../adapters/dynamo-table.ts';
import { FactWriter } from '../adapters/facts.ts';
import { GuestDays } from '../adapters/guest-days.ts';
import { Leases } from '../adapters/leases.ts';
import { Looks } from '../adapters/looks.ts';
import { ParkedScores } from '../adapters/parked-scores.ts';
import { UnitLedger } from '../adapters/unit-ledger.ts';
import { instantAt } from '../domain/instant.ts';
import { every, underLease } from '../runtime/lease.ts';
import { Env } from './env.ts';
import { makeHandler } from './handler.ts';

const env = Env.parse(process.env);
const client = new DynamoDBClient(impatient);
const state = new DynamoTable(client, env.STATE_TABLE);
const retentionDays = Number(env.RETENTION_DAYS);

const lease = { leases: new Leases(state), now: () => instantAt(Date.now()), holder: randomUUID, every };

const score = makeHandler({
  scorer: new ComprehendScorer(new ComprehendClient({ ...impatient, maxAttempts: 1 })),
  units: new UnitLedger(state, Number(env.UNITS_PER_DAY)),
  parked: new ParkedScores(state, SCORER, retentionDays),
  facts: new FactWriter(new DynamoTable(client, env.FACTS_TABLE), retentionDays),
  looks: new Looks(new SQSClient(impatient), env.CUSTOMERS_QUEUE_URL),
  due: new DueMarks(state),
  guestDays: new GuestDays(state),
});

export const handler = underLease('score-parked', lease, score);
