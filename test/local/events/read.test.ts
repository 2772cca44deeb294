import { describe, expect, test } from 'vitest';
import { readResources } from '../../../lib/local/resources.ts';
import { Template } from '../../../lib/local/template.ts';

const place = {
  endpoint: 'http://127.0.0.1:4000',
  accountId: '000000000000',
  region: 'eu-central-1',
  stackName: 'Tiny',
};
const queueArn = { 'Fn::GetAtt': ['Queue', 'Arn'] };

/** A bus, a queue and a rule with these properties besides. */
const read = (properties: object = {}, bus: object = {}) =>
  readResources(
    {
      stackName: 'Tiny',
      region: place.region,
      codeDirectory: () => '',
      template: Template.parse({
        Resources: {
          Told: { Type: 'AWS::Events::EventBus', Properties: { Name: 'TinyTold', ...bus } },
          Queue: { Type: 'AWS::SQS::Queue' },
          All: {
            Type: 'AWS::Events::Rule',
            Properties: {
              EventBusName: { Ref: 'Told' },
              EventPattern: { source: ['shop'] },
              Targets: [{ Id: 'Target0', Arn: queueArn }],
              ...properties,
            },
          },
        },
        Outputs: { Rule: { Value: { 'Fn::GetAtt': ['All', 'Arn'] } }, Bus: { Value: { Ref: 'Told' } } },
      }),
    },
    place,
  );

describe('a bus and its rule', () => {
  test('are read with their names and ARNs', () => {
    const { buses, rules, outputs } = read();
    expect(buses).toEqual([
      { logicalId: 'Told', name: 'TinyTold', arn: 'arn:aws:events:eu-central-1:000000000000:event-bus/TinyTold' },
    ]);
    expect(rules).toEqual([
      {
        logicalId: 'All',
        name: 'All',
        arn: 'arn:aws:events:eu-central-1:000000000000:rule/TinyTold/All',
        busName: 'TinyTold',
        enabled: true,
        sources: ['shop'],
        targets: [{ queueArn: 'arn:aws:sqs:eu-central-1:000000000000:Queue' }],
      },
    ]);
    expect(outputs).toEqual({ Rule: rules[0]?.arn, Bus: 'TinyTold' });
  });

  test('may be told by ARN, and the bus that every account has be left out', () => {
    expect(read({ EventBusName: { 'Fn::GetAtt': ['Told', 'Arn'] } }).rules[0]?.busName).toBe('TinyTold');
    const { rules, outputs } = read({ EventBusName: { Ref: 'AWS::NoValue' }, State: 'DISABLED' });
    expect(rules[0]).toMatchObject({ busName: 'default', enabled: false });
    expect(outputs.Rule).toBe('arn:aws:events:eu-central-1:000000000000:rule/All');
  });

  test.each([
    ['compares beginnings', { EventPattern: { source: [{ prefix: 'shop' }] } }, /only plain texts are compared here/],
    ['excludes', { EventPattern: { source: [{ 'anything-but': ['shop'] }] } }, /only plain texts/],
    ['wants nothing', { EventPattern: { source: [] } }, /EventPattern\.source/],
    ['looks into the event', { EventPattern: { detail: { order: [7] } } }, /EventPattern/],
    ['wants either of two', { EventPattern: { $or: [{ source: ['a'] }] } }, /EventPattern/],
    ['runs by the clock', { ScheduleExpression: 'rate(1 hour)' }, /AWS::Scheduler::Schedule/],
    ['has a target that is no queue', { Targets: [{ Arn: 'arn:aws:lambda:x:y:function:z' }] }, /only SQS queues/],
    ['makes another event of it', { Targets: [{ Arn: queueArn, Input: '{}' }] }, /passed on as they are/],
    ['takes on a role', { Targets: [{ Arn: queueArn, RoleArn: 'arn' }] }, /by its own policy/],
  ])('are refused at the start where the rule %s', (_what, properties, message) => {
    expect(() => read(properties)).toThrow(/^All \(AWS::Events::Rule\) cannot be run here: /);
    expect(() => read(properties)).toThrow(message);
  });

  test("are refused at the start where the bus is a partner's", () => {
    expect(() => read({}, { EventSourceName: 'aws.partner/shop' })).toThrow(/Told .* buses of partners/s);
  });
});
