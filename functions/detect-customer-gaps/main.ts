import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { Actions } from '../adapters/actions.ts';
import { impatient } from '../adapters/client-config.ts';
import { CustomerHash } from '../adapters/customer-hash.ts';
import { readOwners } from '../adapters/deployed/owners.ts';
import { readThemes } from '../adapters/deployed/themes.ts';
import { DueMarks } from '../adapters/due-marks.ts';
import { DynamoTable } from '../adapters/dynamo-table.ts';
import { EventBus } from '../adapters/event-bus.ts';
import { StoredFacts } from '../adapters/facts.ts';
import { GuestDays, GuestFacts } from '../adapters/guest-days.ts';
import { Holds } from '../adapters/holds.ts';
import { IntakeRecords } from '../adapters/intake-records.ts';
import { Outbox } from '../adapters/outbox.ts';
import { Stories } from '../adapters/stories.ts';
import { instantAt } from '../domain/instant.ts';
import { Env } from './env.ts';
import { makeHandler } from './handler.ts';

const env = Env.parse(process.env);
const client = new DynamoDBClient(impatient);
const facts = new DynamoTable(client, env.FACTS_TABLE);
const state = new DynamoTable(client, env.STATE_TABLE);
const outbox = new Outbox(state, new EventBus(new EventBridgeClient(impatient), env.EVENT_BUS_NAME));

export const handler = makeHandler({
  owners: readOwners(import.meta.url),
  raiseFrom: env.RAISE_FROM,
  taxonomy: readThemes(import.meta.url),
  now: () => instantAt(Date.now()),
  customers: new CustomerHash(new DynamoTable(client, env.ERASURES_TABLE)),
  facts: new StoredFacts(facts),
  guestDays: new GuestDays(state),
  guestFacts: new GuestFacts(facts),
  addresses: new IntakeRecords(state),
  stories: new Stories(state),
  holds: new Holds(state, outbox),
  actions: new Actions(state, outbox),
  due: new DueMarks(state),
});
