import { ComprehendClient } from '@aws-sdk/client-comprehend';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { KMSClient } from '@aws-sdk/client-kms';
import { SQSClient } from '@aws-sdk/client-sqs';
import { impatient } from '../adapters/client-config.ts';
import { ComprehendScorer, SCORER } from '../adapters/comprehend.ts';
import { DueMarks } from '../adapters/due-marks.ts';
import { DynamoTable } from '../adapters/dynamo-table.ts';
import { FactWriter } from '../adapters/facts.ts';
import { GuestDays } from '../adapters/guest-days.ts';
import { IntakeRecords } from '../adapters/intake-records.ts';
import { Looks } from '../adapters/looks.ts';
import { ParkedScores } from '../adapters/parked-scores.ts';
import { BodySealer } from '../adapters/rejects/body-seal.ts';
import { RejectWriter } from '../adapters/rejects/reject-writer.ts';
import { UnitLedger } from '../adapters/unit-ledger.ts';
import { instantAt } from '../domain/instant.ts';
import { Env } from './env.ts';
import { makeHandler } from './handler.ts';

const env = Env.parse(process.env);
const client = new DynamoDBClient(impatient);
const state = new DynamoTable(client, env.STATE_TABLE);

export const handler = makeHandler({
  now: () => instantAt(Date.now()),
  scorer: new ComprehendScorer(new ComprehendClient({ ...impatient, maxAttempts: 1 })),
  units: new UnitLedger(state, Number(env.UNITS_PER_DAY)),
  parked: new ParkedScores(state, SCORER, Number(env.RETENTION_DAYS)),
  facts: new FactWriter(new DynamoTable(client, env.FACTS_TABLE), Number(env.RETENTION_DAYS)),
  rejects: new RejectWriter(state, new BodySealer(new KMSClient(impatient), env.REJECTED_BODIES_KEY)),
  records: new IntakeRecords(state),
  guestDays: new GuestDays(state),
  looks: new Looks(new SQSClient(impatient), env.CUSTOMERS_QUEUE_URL),
  due: new DueMarks(state),
});
