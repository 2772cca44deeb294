import { sampleFeed } from './fennel-and-rye.ts';

/** A time far from any change of clocks, so that each copy of the sample is the same. */
const END = new Date('2026-03-30T00:00:00Z');

/**
 * So many messages, made of the sample again and again: each time under other customers, interactions and ids, at the same
 * touchpoints. Without those lines of the sample that are broken on purpose.
 */
export const copies = function* (messages: number): Generator<Record<string, unknown>> {
  const sample = sampleFeed(END).filter((message) => typeof message === 'object' && message !== null);
  for (let given = 0, copy = 0; given < messages; copy++) {
    for (const message of sample) {
      if (given++ >= messages) return;
      const { id, customerId, interactionId, ...rest } = message as unknown as Record<string, unknown>;
      yield {
        ...rest,
        id: `${id} ${copy}`,
        ...(customerId === undefined ? {} : { customerId: `${customerId} ${copy}` }),
        ...(interactionId === undefined ? {} : { interactionId: `${interactionId} ${copy}` }),
      };
    }
  }
};
