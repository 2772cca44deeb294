import { randomUUID } from 'node:crypto';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { S3Client } from '@aws-sdk/client-s3';
import { impatient } from '../adapters/client-config.ts';
import { SCORER } from '../adapters/comprehend.ts';
import { readThemes } from '../adapters/deployed/themes.ts';
import { DynamoTable } from '../adapters/dynamo-table.ts';
import { ExportBucket } from '../adapters/export-bucket.ts';
import { ExportProgress } from '../adapters/export-progress.ts';
import { StoredFacts } from '../adapters/facts.ts';
import { DayStories } from '../adapters/findings/day-stories.ts';
import { Findings } from '../adapters/findings/findings.ts';
import { GuestDays } from '../adapters/guest-days.ts';
import { Leases } from '../adapters/leases.ts';
import { Quotes } from '../adapters/quotes.ts';
import { Touchpoints } from '../adapters/touchpoints.ts';
import { instantAt } from '../domain/instant.ts';
import { every, underLease } from '../runtime/lease.ts';
import { Env } from './env.ts';
import { makeHandler } from './handler.ts';

const env = Env.parse(process.env);
const client = new DynamoDBClient(impatient);
const facts = new DynamoTable(client, env.FACTS_TABLE);
const state = new DynamoTable(client, env.STATE_TABLE);
const lease = { leases: new Leases(state), now: () => instantAt(Date.now()), holder: randomUUID, every };

export const handler = underLease(
  'export-findings',
  lease,
  makeHandler({
    taxonomy: readThemes(import.meta.url),
    scorer: SCORER,
    texts: env.EXPORT_TEXTS,
    stories: new DayStories({ facts, guestDays: new GuestDays(state) }),
    findings: new Findings(state),
    quotes: new Quotes(new StoredFacts(facts), new Touchpoints(state)),
    bucket: new ExportBucket(new S3Client(impatient), env.EXPORT_BUCKET),
    progress: new ExportProgress(state),
  }),
);
