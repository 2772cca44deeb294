import { sampleFeed } from './fennel-and-rye.ts';
import type { SampleMessage } from './messages.ts';

/** A time far from any change of clocks, so that each copy of the sample is the same. */
const END = new Date('2026-03-30T00:00:00Z');

/** Whom and which visit a message names, if it does: a withdrawal names neither. */
interface Named {
  customerId?: string | undefined;
  interactionId?: string | undefined;
}

/**
 * So many messages, made of the sample again and again: each time under other customers, interactions and ids, at the same
 * touchpoints.
 */
export const copies = function* (messages: number): Generator<SampleMessage> {
  const sample = sampleFeed(END);
  for (let given = 0, copy = 0; given < messages; copy++) {
    for (const message of sample) {
      if (given++ >= messages) return;
      const { customerId, interactionId }: Named = message;
      yield {
        ...message,
        id: `${message.id} ${copy}`,
        ...(customerId && { customerId: `${customerId} ${copy}` }),
        ...(interactionId && { interactionId: `${interactionId} ${copy}` }),
      };
    }
  }
};
