import { DAY, instantAt } from '../../../functions/domain/instant.ts';
import type { LocalCloud } from '../cloud.ts';
import { OPERATOR } from './deployment.ts';

/** Days back, so that four working hours have passed whatever day today is. */
const LONG_ENOUGH = 4;

/** What the shell puts in: a new id and customer at each paste, or the second would be a duplicate of the first. */
const NOW = "'$(date +%s)'";

/** A complaint that nobody answered, of days ago. */
const complaint = (now: number) => ({
  kind: 'text',
  source: 'my-terminal',
  id: `t-${NOW}`,
  occurredAt: instantAt(now - LONG_ENOUGH * DAY),
  customerId: `me-${NOW}`,
  touchpoint: 'delivery',
  location: 'Millfield',
  channel: 'sms',
  body: 'My order arrived two hours late and half of it was spilled. Nobody answers the phone.',
});

const credentials = `AWS_ACCESS_KEY_ID=${OPERATOR.credentials.accessKeyId} AWS_SECRET_ACCESS_KEY=local AWS_DEFAULT_REGION=${OPERATOR.region}`;

/** What a person can paste into another terminal: post a complaint, read the actions and the events. */
export const invitation = (cloud: LocalCloud, now: number): string => {
  const { endpoint, outputs } = cloud;
  const body = JSON.stringify(complaint(now));
  const call = JSON.stringify({ QueueUrl: outputs.TextsQueueUrl, MessageBody: body });
  const partition = JSON.stringify({ ':open': { S: 'action#open' } });
  return `Post a complaint of your own, which nobody answered for days (paste into another terminal):

  curl -s ${endpoint} -H 'Content-Type: application/x-amz-json-1.0' -H 'X-Amz-Target: AmazonSQS.SendMessage' -d '${call}'

or with the AWS CLI:

  ${credentials} aws sqs send-message --endpoint-url ${endpoint} --queue-url ${outputs.TextsQueueUrl} --message-body '${body}'

Read the open actions, the most urgent first:

  ${credentials} aws dynamodb query --endpoint-url ${endpoint} --table-name ${outputs.StateTableName} --index-name listing --key-condition-expression 'listPartition = :open' --expression-attribute-values '${partition}'

Read what was told of actions, holds and digests (docs/contract/events.md; also in events.jsonl beside the state):

  ${credentials} aws sqs receive-message --endpoint-url ${endpoint} --queue-url ${outputs.EventsQueueUrl} --max-number-of-messages 10`;
};
