import { RemovalPolicy } from 'aws-cdk-lib';
import {
  AttributeType,
  Billing,
  type GlobalSecondaryIndexPropsV2,
  ProjectionType,
  TableEncryptionV2,
  type TablePropsV2,
  TableV2,
} from 'aws-cdk-lib/aws-dynamodb';
import { Construct } from 'constructs';
import { clockAttributes } from '../functions/domain/actions/clock-entry.ts';

const text = (name: string) => ({ name, type: AttributeType.STRING });

const index = (
  indexName: string,
  partition: string,
  sort: string,
  projectionType: ProjectionType,
): GlobalSecondaryIndexPropsV2 => ({ indexName, partitionKey: text(partition), sortKey: text(sort), projectionType });

/** Which facts a day brought. Keys are enough: whoever finds one reads its story from the table. */
const factIndexes = [index('facts-by-day', 'dayShard', 'daySort', ProjectionType.KEYS_ONLY)];

/** Sparse: an item that lacks an index's attributes costs that index nothing. */
const stateIndexes = [
  // actions by status, gaps by kind
  index('listing', 'listPartition', 'listSort', ProjectionType.ALL),
  // a team's actions by deadline
  index('owner', 'ownerPartition', 'ownerSort', ProjectionType.ALL),
  // actions and gaps of a touchpoint at a location
  index('place', 'placePartition', 'placeSort', ProjectionType.ALL),
  // holds and actions changed since a point in time
  index('changes', 'changePartition', 'changedAt', ProjectionType.ALL),
  // what time alone may change, or whose events are not told: no more of an action than that asks for
  { ...index('clock', 'clockPartition', 'clockSort', ProjectionType.INCLUDE), nonKeyAttributes: [...clockAttributes] },
];

/** A table that outlives mistakes: neither a deployment, a deleted stack nor a wrong write of the last 35 days ends it. */
const durable: TablePropsV2 = {
  partitionKey: text('pk'),
  sortKey: text('sk'),
  billing: Billing.onDemand(),
  // The key AWS owns: a customer-managed one bills each use, and losing it loses the facts. Who must be able to revoke
  // the key changes it here, for all three.
  encryption: TableEncryptionV2.dynamoOwnedKey(),
  pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
  deletionProtection: true,
  removalPolicy: RemovalPolicy.RETAIN,
  timeToLiveAttribute: 'expiresAt',
};

/**
 * The tables: three, for three sets of rights. All indexes ship at once, for CloudFormation changes one index a table and
 * update.
 */
export class Store extends Construct {
  /** Immutable: what customers said, and how it scored. */
  readonly facts: TableV2;
  /** Folded from facts, and overwritten by a fold of more: matters, gaps, tally rows, actions. */
  readonly state: TableV2;
  /** The ledger of erased customers, and the key of the customer hash. */
  readonly erasures: TableV2;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.facts = new TableV2(this, 'Facts', { ...durable, globalSecondaryIndexes: factIndexes });
    this.state = new TableV2(this, 'State', { ...durable, globalSecondaryIndexes: stateIndexes });
    this.erasures = new TableV2(this, 'Erasures', durable);
  }
}
