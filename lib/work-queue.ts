import { Duration } from 'aws-cdk-lib';
import { EventSourceMapping, type IFunction } from 'aws-cdk-lib/aws-lambda';
import { Queue, QueueEncryption, type QueueProps } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { allow } from './node-function.ts';

export interface WorkQueueProps {
  /** Messages a function takes at once, at most. */
  batchSize: number;
  /** How long a batch may wait to fill. */
  window: Duration;
  /** Timeout of the function that takes them. */
  consumerTimeout: Duration;
  /** Batches taken at the same time, at most; Lambda allows no fewer than 2. */
  maxConcurrency: number;
}

/** Encrypted by SQS itself: nothing to pay or grant for a key, and no key whose loss would stop the intake. */
export const guarded: QueueProps = { encryption: QueueEncryption.SQS_MANAGED, enforceSSL: true };

/** Fourteen days, the longest SQS keeps a message: time to notice, repair and redrive. */
export const deadLetterQueue = (scope: Construct, id: string): Queue =>
  new Queue(scope, id, { ...guarded, retentionPeriod: Duration.days(14) });

/**
 * A hundred tries, one each visibility timeout of six minutes: ten hours, so that no message is dead-lettered because a
 * service it needs was down over night, and a message that will never be taken is still told within half a day.
 */
export const RECEIVES = 100;

/** A queue that feeds one function, with the dead letter queue for what that function cannot take. */
export class WorkQueue extends Construct {
  readonly queue: Queue;
  readonly deadLetters: Queue;
  readonly #delivery: WorkQueueProps;

  constructor(scope: Construct, id: string, props: WorkQueueProps) {
    super(scope, id);
    this.#delivery = props;
    this.deadLetters = deadLetterQueue(this, 'DeadLetters');
    this.queue = new Queue(this, 'Queue', {
      ...guarded,
      retentionPeriod: Duration.days(4),
      // Six timeouts and the batching window: Lambda's own rule, so that a batch still being retried is not handed out twice.
      visibilityTimeout: Duration.seconds(6 * props.consumerTimeout.toSeconds() + props.window.toSeconds()),
      deadLetterQueue: { queue: this.deadLetters, maxReceiveCount: RECEIVES },
    });
  }

  /**
   * Starts delivery in batches; the function answers with the messages that failed, and only they come again. SqsEventSource
   * would also grant two calls that a mapping never makes (ChangeMessageVisibility, GetQueueUrl).
   */
  feed(consumer: IFunction): void {
    consumer.addToRolePolicy(
      allow(this.queue.queueArn, 'sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'),
    );
    new EventSourceMapping(this, 'Delivery', {
      target: consumer,
      eventSourceArn: this.queue.queueArn,
      batchSize: this.#delivery.batchSize,
      maxBatchingWindow: this.#delivery.window,
      reportBatchItemFailures: true,
      maxConcurrency: this.#delivery.maxConcurrency,
    });
  }
}
