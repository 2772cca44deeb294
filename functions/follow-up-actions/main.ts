import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SQSClient } from '@aws-sdk/client-sqs';
import { DueMarks } from '../adapters/due-marks.ts';
import { DynamoTable } from '../adapters/dynamo-table.ts';
import { impatient } from '../adapters/impatient.ts';
import { Looks } from '../adapters/looks.ts';
import { Env } from './env.ts';
import { makeHandler } from './handler.ts';

const env = Env.parse(process.env);

export const handler = makeHandler({
  due: new DueMarks(new DynamoTable(new DynamoDBClient(impatient), env.STATE_TABLE)),
  looks: new Looks(new SQSClient(impatient), env.CUSTOMERS_QUEUE_URL),
});
