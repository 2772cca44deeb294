import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Env } from '../../functions/compare-touchpoints/env.ts';
import type { NodeFunctionProps } from '../../lib/node-function.ts';
import { deliveryLaws, leastVisibility } from './delivery-laws.ts';
import { entryLaws } from './entry-laws.ts';
import { functionLaws } from './function-laws.ts';
import { keepingLaws } from './keeping-laws.ts';
import { redriveLaws } from './redrive-laws.ts';
import { tellingLaws } from './telling-laws.ts';
import { all, one, synthesized } from './template.ts';
import { watchingLaws } from './watching-laws.ts';

const template = synthesized();
const laws = [
  ...deliveryLaws,
  ...keepingLaws,
  ...functionLaws,
  ...watchingLaws,
  ...redriveLaws,
  ...tellingLaws,
  ...entryLaws,
];

describe('the template', () => {
  for (const law of laws) {
    it(`holds that ${law.says}`, () => expect(law.brokenBy(template)).toEqual([]));
  }
});

describe('a template is reported', () => {
  for (const { says, brokenBy, mutants } of laws) {
    for (const [change, apply] of Object.entries(mutants)) {
      it(`that breaks "${says}": ${change}`, () => {
        const mutant = structuredClone(template);
        apply(mutant);
        expect(brokenBy(mutant)).not.toEqual([]);
      });
    }
  }

  it('for a visibility too small, and for no other', () => {
    const hidden = deliveryLaws.find(({ says }) => says.includes('stays hidden'));
    const deliveries = all(template, 'AWS::Lambda::EventSourceMapping');
    fc.assert(
      fc.property(fc.constantFrom(...deliveries), fc.integer({ min: 0, max: 43_200 }), (delivery, seconds) => {
        const mutant = structuredClone(template);
        const queue = delivery.Properties.EventSourceArn['Fn::GetAtt'][0];
        one(mutant, 'AWS::SQS::Queue', queue).Properties.VisibilityTimeout = seconds;
        expect(hidden?.brokenBy(mutant)).toEqual(seconds < leastVisibility(template, delivery) ? [queue] : []);
      }),
    );
  });
});

describe('the store', () => {
  const indexes = (table: string) =>
    (one(template, 'AWS::DynamoDB::GlobalTable', table).Properties.GlobalSecondaryIndexes ?? []).map((index) => [
      index.IndexName,
      ...index.KeySchema.map(({ AttributeName }) => AttributeName),
      index.Projection.ProjectionType,
    ]);

  it('finds facts by day, through their keys alone', () => {
    expect(indexes('StoreFacts')).toEqual([['facts-by-day', 'dayShard', 'daySort', 'KEYS_ONLY']]);
  });

  it('finds state by list, owner, place, change and clock', () => {
    expect(indexes('StoreState')).toEqual([
      ['listing', 'listPartition', 'listSort', 'ALL'],
      ['owner', 'ownerPartition', 'ownerSort', 'ALL'],
      ['place', 'placePartition', 'placeSort', 'ALL'],
      ['changes', 'changePartition', 'changedAt', 'ALL'],
      ['clock', 'clockPartition', 'clockSort', 'INCLUDE'],
    ]);
  });

  it('finds erasures by key alone', () => expect(indexes('StoreErasures')).toEqual([]));
});

describe('the schedules', () => {
  const input = (schedule: string): unknown =>
    JSON.parse(one(template, 'AWS::Scheduler::Schedule', schedule).Properties.Target.Input ?? '');

  it('tell the comparison its time and window', () => {
    expect(input('AnalysisComparison')).toEqual({ at: '<aws.scheduler.scheduled-time>', windowDays: 28 });
  });

  it('tell the follow-up its time', () => {
    expect(input('AnalysisFollowUp')).toEqual({ at: '<aws.scheduler.scheduled-time>' });
  });

  it('tell the scoring of what was parked its time', () => {
    expect(input('IntakeParkedScores')).toEqual({ at: '<aws.scheduler.scheduled-time>' });
  });
});

describe('the environment of a function', () => {
  it('does not compile without a variable that its env.ts names', () => {
    // @ts-expect-error STATE_TABLE is missing
    const environment: NodeFunctionProps<typeof Env>['environment'] = {};
    expect(environment).not.toHaveProperty('STATE_TABLE');
  });
});

describe('the outputs', () => {
  const names = Object.keys(template.Outputs);

  it('tell upstream systems where to post, and operators what to look at', () => {
    expect(names).toEqual(
      expect.arrayContaining([
        ...['SurveysQueueUrl', 'TextsQueueUrl', 'ReviewsQueueUrl', 'CustomersQueueUrl'],
        ...['FactsTableName', 'StateTableName', 'ErasuresTableName'],
        ...['IngestFeedbackFunctionName', 'DetectCustomerGapsFunctionName'],
        ...['CompareTouchpointsFunctionName', 'FollowUpActionsFunctionName'],
        ...['ScoreParkedFunctionName', 'ParkedScoresScheduleName'],
        ...['ComparisonScheduleName', 'FollowUpScheduleName'],
        ...['EventBusName', 'EventsQueueUrl'],
        ...['RedriveRoleArn', 'RejectedBodiesKeyArn'],
      ]),
    );
  });

  it('name each dead letter queue, and the runbook has a heading for it', () => {
    const runbook = readFileSync(join(import.meta.dirname, '../../lib/RUNBOOK.md'), 'utf8');
    const told = new Map(Object.entries(template.Outputs).map(([name, { Value }]) => [JSON.stringify(Value), name]));
    const deadLetters = all(template, 'AWS::SQS::Queue').filter(({ Properties }) => !Properties.RedrivePolicy);
    expect(deadLetters).toHaveLength(6);
    for (const { id } of deadLetters) {
      const name = told.get(JSON.stringify({ Ref: id })) ?? id;
      const [first = '', ...rest] = name.replace(/Url$/, '').split(/(?=[A-Z])/);
      expect(runbook).toContain(`\n## ${[first, ...rest.map((word) => word.toLowerCase())].join(' ')}\n`);
    }
  });
});
