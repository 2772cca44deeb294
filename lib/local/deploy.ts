import { CreateTableCommand, DynamoDBClient, waitUntilTableExists } from '@aws-sdk/client-dynamodb';
import type { QueueDefinition, TableDefinition } from './definitions.ts';
import type { Place } from './resource-identity.ts';
import type { QueueService } from './sqs/queues.ts';

/** Creates the tables through the endpoint, as a deployment would, and resolves when all are active. */
export const createTables = async (place: Place, tables: readonly TableDefinition[]): Promise<void> => {
  const client = new DynamoDBClient({
    endpoint: place.endpoint,
    region: place.region,
    credentials: { accessKeyId: 'deployment', secretAccessKey: 'local' },
  });
  try {
    await Promise.all(
      tables.map(async ({ name, attributes, key, globalIndexes, localIndexes }) => {
        await client.send(
          new CreateTableCommand({
            TableName: name,
            BillingMode: 'PAY_PER_REQUEST',
            AttributeDefinitions: attributes,
            KeySchema: key,
            ...(globalIndexes.length > 0 && { GlobalSecondaryIndexes: globalIndexes }),
            ...(localIndexes.length > 0 && { LocalSecondaryIndexes: localIndexes }),
          }),
        );
        await waitUntilTableExists({ client, maxWaitTime: 10, minDelay: 0.01, maxDelay: 0.1 }, { TableName: name });
      }),
    );
  } finally {
    client.destroy();
  }
};

/** Creates the queues, empty. */
export const createQueues = (sqs: QueueService, queues: readonly QueueDefinition[]): void => {
  // A redrive policy may only name a queue that is there: those that others name come first.
  const targets = new Set(queues.map(({ redrive }) => redrive?.deadLetterArn));
  for (const queue of [...queues].sort((a, b) => Number(targets.has(b.arn)) - Number(targets.has(a.arn)))) {
    sqs.createQueue(queue.name, {
      VisibilityTimeout: String(queue.visibilityTimeoutSeconds),
      DelaySeconds: String(queue.delaySeconds),
      MessageRetentionPeriod: String(queue.retentionSeconds),
      ...(queue.redrive && {
        RedrivePolicy: JSON.stringify({
          deadLetterTargetArn: queue.redrive.deadLetterArn,
          maxReceiveCount: queue.redrive.maxReceiveCount,
        }),
      }),
    });
  }
};
