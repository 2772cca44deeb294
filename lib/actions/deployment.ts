import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import * as z from 'zod';
import { Actions } from '../../functions/adapters/actions.ts';
import { lean } from '../../functions/adapters/client-config.ts';
import { DynamoTable } from '../../functions/adapters/dynamo-table.ts';
import { EventBus } from '../../functions/adapters/event-bus.ts';
import { Outbox } from '../../functions/adapters/outbox.ts';
import { findDeployment, regionOf } from '../deployment/found.ts';
import type { Where } from '../deployment/where.ts';

/** A deployment as whoever works off its actions reaches it. */
export interface ActionDeployment {
  actions: Actions;
  /** Hangs up. */
  close(): void;
}

const Outputs = z.object({
  StateTableName: z.string(),
  EventBusName: z.string(),
  /** Tells the region. */
  RejectedBodiesKeyArn: z.string(),
});

/** A local run lets whoever is no function of its stack do everything. */
const atTheTerminal = { accessKeyId: 'operator', secretAccessKey: 'local' };

/**
 * Finds and connects to a deployment.
 *
 * @param onUntold called where a change stands but the bus would not take its event
 * @throws UnreachableError
 */
export const reach = (where: Where, onUntold: () => void): ActionDeployment => {
  const { outputs, endpoint } = findDeployment(where, Outputs);
  const region = regionOf(outputs.RejectedBodiesKeyArn);
  const client = { ...lean, region, ...(endpoint !== undefined && { endpoint, credentials: atTheTerminal }) };
  const [dynamo, bridge] = [new DynamoDBClient(client), new EventBridgeClient(client)];
  const state = new DynamoTable(dynamo, outputs.StateTableName);
  const outbox = new Outbox(state, new EventBus(bridge, outputs.EventBusName), { told: () => {}, left: onUntold });
  return {
    actions: new Actions(state, outbox),
    close: () => {
      for (const each of [dynamo, bridge]) each.destroy();
    },
  };
};
