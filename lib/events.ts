import { Duration } from 'aws-cdk-lib';
import { EventBus, type IRuleTarget, Rule } from 'aws-cdk-lib/aws-events';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { EVENT_SOURCE } from '../functions/domain/events/event.ts';
import { deadLetterQueue, guarded, RECEIVES } from './work-queue.ts';

/** As long as the functions' own queues hide a message: whoever reads and dies has it again after that. */
const hidden = Duration.minutes(6);

/**
 * Where others learn what becomes of actions, holds and digests: a bus that they can hang rules of their own on, and a queue
 * of everything for who would rather read.
 */
export class Events extends Construct {
  readonly bus: EventBus;
  /** Everything that is told, for four days. Nothing in this stack reads it: where nobody does, it comes to nothing. */
  readonly queue: Queue;
  /** Events that the bus could not bring to the queue, and those that a reader took again and again and never deleted. */
  readonly deadLetters: Queue;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    // Its generated name begins with that of the stack: names of buses are shared by all of an account and region.
    this.bus = new EventBus(this, 'Bus', { description: 'What becomes of actions, survey holds and digests.' });
    this.deadLetters = deadLetterQueue(this, 'DeadLetters');
    this.queue = new Queue(this, 'Queue', {
      ...guarded,
      retentionPeriod: Duration.days(4),
      visibilityTimeout: hidden,
      deadLetterQueue: { queue: this.deadLetters, maxReceiveCount: RECEIVES },
    });
    const rule = new Rule(this, 'Rule', {
      description: 'Every event of this deployment, to a queue.',
      eventBus: this.bus,
      eventPattern: { source: [EVENT_SOURCE] },
      targets: [this.#target()],
    });
    for (const queue of [this.queue, this.deadLetters]) {
      queue.addToResourcePolicy(
        new PolicyStatement({
          principals: [new ServicePrincipal('events.amazonaws.com')],
          actions: ['sqs:SendMessage'],
          resources: [queue.queueArn],
          conditions: { ArnEquals: { 'aws:SourceArn': rule.ruleArn } },
        }),
      );
    }
  }

  /** The library's own target would let the service ask for the queue's attributes and address besides, which it never does. */
  #target(): IRuleTarget {
    return {
      bind: () => ({ arn: this.queue.queueArn, deadLetterConfig: { arn: this.deadLetters.queueArn } }),
    };
  }
}
