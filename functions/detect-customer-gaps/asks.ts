import type { Instant } from '../domain/instant.ts';
import { Look } from '../domain/story/look.ts';
import { InvalidMessageError } from '../runtime/errors.ts';
import type { BatchRun, Delivery } from '../runtime/sqs-batch.ts';

/** A story to fold, and the messages that asked for it. */
export interface Ask {
  story: string;
  asOf: Instant;
  deliveries: Delivery[];
}

const lookOf = (delivery: Delivery): Look => {
  try {
    return Look.parse(JSON.parse(delivery.body));
  } catch (cause) {
    throw new InvalidMessageError('customers to look at: expected {"story", "asOf"?}', { cause });
  }
};

/** One ask a story, as of the latest time asked for. */
export const asksOf = (deliveries: readonly Delivery[], run: BatchRun, now: Instant): Ask[] => {
  const asks = new Map<string, Ask>();
  for (const delivery of deliveries) {
    try {
      const { story, asOf = now } = lookOf(delivery);
      const ask = asks.get(story) ?? { story, asOf, deliveries: [] };
      asks.set(story, {
        story,
        asOf: ask.asOf > asOf ? ask.asOf : asOf,
        deliveries: [...ask.deliveries, delivery],
      });
    } catch (error) {
      run.fail(delivery, error);
    }
  }
  return [...asks.values()];
};
