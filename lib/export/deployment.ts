import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import { lean } from '../../functions/adapters/client-config.ts';
import { SCORER } from '../../functions/adapters/comprehend.ts';
import { DynamoTable } from '../../functions/adapters/dynamo-table.ts';
import { StoredFacts } from '../../functions/adapters/facts.ts';
import { DayStories } from '../../functions/adapters/findings/day-stories.ts';
import { Findings } from '../../functions/adapters/findings/findings.ts';
import { GuestDays } from '../../functions/adapters/guest-days.ts';
import { Quotes } from '../../functions/adapters/quotes.ts';
import { Touchpoints } from '../../functions/adapters/touchpoints.ts';
import type { ExportDeps } from '../../functions/runtime/exported.ts';
import { findDeployment, regionOf } from '../deployment/found.ts';
import type { Where } from '../deployment/where.ts';
import { STAND_IN } from '../local/comprehend/label.ts';
import { OPERATOR } from '../local/run/deployment.ts';

/** A deployment as an export reads it. */
export interface ReadDeployment extends ExportDeps {
  /** Who scored the words. */
  scorer: string;
  /** Hangs up. */
  close(): void;
}

/** The region is that of the stack's key. */
const Outputs = z.object({ FactsTableName: z.string(), StateTableName: z.string(), RejectedBodiesKeyArn: z.string() });

/**
 * Finds and connects to a deployment.
 *
 * @throws UnreachableError
 */
export const reach = (where: Where): ReadDeployment => {
  const { outputs, endpoint } = findDeployment(where, Outputs);
  const region = regionOf(outputs.RejectedBodiesKeyArn);
  const dynamo = new DynamoDBClient({ ...lean, ...(endpoint !== undefined && { ...OPERATOR, endpoint }), region });
  const [facts, state] = [
    new DynamoTable(dynamo, outputs.FactsTableName),
    new DynamoTable(dynamo, outputs.StateTableName),
  ];
  return {
    stories: new DayStories({ facts, guestDays: new GuestDays(state) }),
    findings: new Findings(state),
    quotes: new Quotes(new StoredFacts(facts), new Touchpoints(state)),
    scorer: endpoint === undefined ? SCORER : STAND_IN,
    close: () => dynamo.destroy(),
  };
};
