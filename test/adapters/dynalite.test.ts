import { App, type CfnElement, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { Store } from '../../lib/store.ts';
import { schemas } from './dynalite.ts';

const stack = new Stack(new App(), 'Tables');
const store = new Store(stack, 'Store');
const deployed = Template.fromStack(stack).findResources('AWS::DynamoDB::GlobalTable');

describe('the tables in memory', () => {
  it.each(['facts', 'state', 'erasures'] as const)('have the keys and indexes that are deployed: %s', (name) => {
    const id = stack.getLogicalId(store[name].node.defaultChild as CfnElement);
    const { AttributeDefinitions, KeySchema, GlobalSecondaryIndexes } = deployed[id]?.Properties ?? {};
    expect({ AttributeDefinitions, KeySchema, GlobalSecondaryIndexes }).toEqual({
      GlobalSecondaryIndexes: undefined,
      ...schemas[name],
    });
  });
});
