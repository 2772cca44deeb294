import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SQSClient } from '@aws-sdk/client-sqs';
import { Actions } from '../../../functions/adapters/actions.ts';
import { lean } from '../../../functions/adapters/client-config.ts';
import { readThemes } from '../../../functions/adapters/deployed/themes.ts';
import { DueMarks } from '../../../functions/adapters/due-marks.ts';
import { DynamoTable } from '../../../functions/adapters/dynamo-table.ts';
import { GuestDays } from '../../../functions/adapters/guest-days.ts';
import { unscoredReasons } from '../../../functions/adapters/parked-scores.ts';
import { StoredRejects } from '../../../functions/adapters/rejects/stored-rejects.ts';
import { Touchpoints } from '../../../functions/adapters/touchpoints.ts';
import type { Summary } from '../../../functions/domain/outputs/summary.ts';
import type { Taxonomy } from '../../../functions/domain/why/taxonomy.ts';
import type { LocalCloud } from '../cloud.ts';

/** Who works on a local run from outside: the person at the terminal. */
export const OPERATOR = { region: 'local', credentials: { accessKeyId: 'operator', secretAccessKey: 'local' } };

/** A running stack as its operator reaches it: by its outputs, over the wire, like one in AWS. */
export interface Deployment {
  sqs: SQSClient;
  queueUrls: { survey: string; text: string; review: string };
  facts: DynamoTable;
  guestDays: GuestDays;
  actions: Actions;
  due: DueMarks;
  rejects: StoredRejects;
  touchpoints: Touchpoints;
  /** How many words have no sentiment, by reason. */
  unscored(): Promise<NonNullable<Summary['parked']>>;
  stateTable: string;
  /** As the functions have it. */
  taxonomy: Taxonomy;
}

const output = (cloud: LocalCloud, name: string): string => {
  const value = cloud.outputs[name];
  if (value === undefined) throw new Error(`The stack has no output ${name}.`);
  return value;
};

const taxonomyOf = ({ bundles }: LocalCloud): Taxonomy => {
  const [, bundle] = Object.entries(bundles).find(([id]) => id.startsWith('AnalysisDetectCustomerGaps')) ?? [];
  if (bundle === undefined) throw new Error('The stack has no function that detects gaps of customers.');
  return readThemes(pathToFileURL(join(bundle, 'index.mjs')).href);
};

/** Connects to a stack that runs locally. */
export const connect = (cloud: LocalCloud): Deployment => {
  const client = { ...lean, endpoint: cloud.endpoint, ...OPERATOR };
  const dynamo = new DynamoDBClient(client);
  const stateTable = output(cloud, 'StateTableName');
  const state = new DynamoTable(dynamo, stateTable);
  return {
    sqs: new SQSClient(client),
    queueUrls: {
      survey: output(cloud, 'SurveysQueueUrl'),
      text: output(cloud, 'TextsQueueUrl'),
      review: output(cloud, 'ReviewsQueueUrl'),
    },
    facts: new DynamoTable(dynamo, output(cloud, 'FactsTableName')),
    guestDays: new GuestDays(state),
    actions: new Actions(state),
    due: new DueMarks(state),
    rejects: new StoredRejects(state),
    touchpoints: new Touchpoints(state),
    unscored: () => unscoredReasons(state),
    stateTable,
    taxonomy: taxonomyOf(cloud),
  };
};
