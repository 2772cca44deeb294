import { AwsError } from '../aws-error.ts';
import type { Gate } from '../iam/gate.ts';
import type { QueueService } from '../sqs/queues.ts';
import type { Deliver } from './stand-in.ts';

/**
 * Messages that may lie in a queue of events and be seen. Where nobody reads them they would grow with every run, and their
 * retention of days is longer than any: beyond this the oldest go first, as with it.
 */
export const MOST_UNREAD = 10_000;

const text = (stringValue: string) => ({ dataType: 'String', stringValue });
const nameOf = (queueArn: string): string => queueArn.split(':').at(-1) ?? queueArn;

/**
 * Brings events to queues as AWS does, under the policies of the queues. What a queue does not take for want of a statement
 * is not tried again, but goes to the dead letters at once (EventBridge user guide, "Using dead-letter queues"), where they
 * let it in.
 */
export const deliverTo = (sqs: QueueService, gate: Pick<Gate, 'asRule'>, mostUnread = MOST_UNREAD): Deliver => {
  return (rule, { queueArn, deadLetterArn }, event) => {
    /** Why the queue did not take it; nothing where it did. */
    const send = (arn: string, attributes = {}): { code: string; message: string } | undefined => {
      const denial = gate.asRule(rule, { action: 'sqs:SendMessage', resource: arn });
      if (denial) return { code: 'NO_PERMISSIONS', message: denial.message };
      try {
        sqs.sendMessage(nameOf(arn), { body: event, attributes });
        sqs.keepNewest(nameOf(arn), mostUnread);
        return undefined;
      } catch (error) {
        if (error instanceof AwsError) return { code: error.shape, message: error.message };
        throw error;
      }
    };
    const failure = send(queueArn);
    if (!failure || deadLetterArn === undefined) return;
    send(deadLetterArn, {
      RULE_ARN: text(rule.arn),
      TARGET_ARN: text(queueArn),
      ERROR_CODE: text(failure.code),
      ERROR_MESSAGE: text(failure.message),
    });
  };
};
