import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import { DynamoTable } from '../../functions/adapters/dynamo-table.ts';
import { Holds } from '../../functions/adapters/holds.ts';
import { findDeployment, regionOf } from '../deployment/found.ts';
import type { Where } from '../deployment/where.ts';
import { OPERATOR } from '../local/run/deployment.ts';

/** The region is that of the stack's key. */
const Outputs = z.object({ StateTableName: z.string(), RejectedBodiesKeyArn: z.string() });

/** Finds and connects to a deployment's holds; `close` hangs up. Throws UnreachableError. */
export const reach = (where: Where): { holds: Holds; close(): void } => {
  const { outputs, endpoint } = findDeployment(where, Outputs);
  const region = regionOf(outputs.RejectedBodiesKeyArn);
  const client = new DynamoDBClient(endpoint === undefined ? { region } : { ...OPERATOR, region, endpoint });
  return { holds: new Holds(new DynamoTable(client, outputs.StateTableName)), close: () => client.destroy() };
};
