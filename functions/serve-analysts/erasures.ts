import type { ErasureReceipt } from '../domain/analysts/answers.ts';
import type { Instant } from '../domain/instant.ts';
import type { Answering, Refused } from './answering.ts';

/** An erasure that was asked for. */
interface Recorded {
  receipt: string;
  requestedAt: Instant;
}

/** Where erasures are recorded. */
export interface ErasureDeps {
  erasures: {
    /** Of a customer who is in the ledger already what is there stays, and is answered. */
    record(customerId: string, by: string, at: Instant): Promise<Recorded>;
    of(receipt: string): Promise<Recorded | undefined>;
  };
}

const notFound: Refused = {
  kind: 'refused',
  code: 'not-found',
  detail: 'no erasure has such a receipt',
  fix: 'ask for the customer to be erased once more: the answer has the same receipt',
};

const receiptOf = ({ receipt, requestedAt }: Recorded): ErasureReceipt => ({ receipt, state: 'recorded', requestedAt });

/** Takes requests to erase customers, and answers what became of them. */
export const answerErasures = ({ erasures }: ErasureDeps): Answering<'erase' | 'erasure'> => ({
  erase: async ({ body: { customerId }, caller, now }) => ({
    kind: 'answered',
    answer: receiptOf(await erasures.record(customerId, caller.id, now)),
  }),
  erasure: async ({ path: { receipt = '' } }) => {
    const recorded = await erasures.of(receipt);
    return recorded ? { kind: 'answered', answer: receiptOf(recorded) } : notFound;
  },
});
