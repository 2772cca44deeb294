import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { Actions } from '../adapters/actions.ts';
import { DynamoTable } from '../adapters/dynamo-table.ts';
import { impatient } from '../adapters/impatient.ts';
import { readOwners } from '../adapters/owners-file.ts';
import { Touchpoints } from '../adapters/touchpoints.ts';
import { Env } from './env.ts';
import { makeHandler } from './handler.ts';

const state = new DynamoTable(new DynamoDBClient(impatient), Env.parse(process.env).STATE_TABLE);

export const handler = makeHandler({
  owners: readOwners(import.meta.url),
  touchpoints: new Touchpoints(state),
  actions: new Actions(state),
});
