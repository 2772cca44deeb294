import type { Instant } from '../../domain/instant.ts';
import { holdEntry } from '../../domain/outputs/hold-entry.ts';
import type { Hold } from '../../domain/story/hold.ts';
import type { Answering } from '../answering.ts';
import { type PageRead, paged } from './paging.ts';

type ChangedHold = Hold & { version: number; changedAt: Instant };

/** Where holds are looked up. */
export interface HoldListDeps {
  secret(): Promise<string>;
  holds: {
    check(customerIds: readonly string[], now: Instant): Promise<Map<string, Hold | undefined>>;
    changedSince(
      since: Instant,
      page: { after?: string | undefined; most: number },
    ): Promise<{ holds: ChangedHold[]; next?: string }>;
  };
}

/** Tells who is not to be asked: of customers given, and of all what changed. */
export const answerHolds = ({ secret, holds }: HoldListDeps): Answering<'holds' | 'checkHolds'> => ({
  holds: async ({ query: { limit, cursor, changedSince }, now }) => {
    const asked = { route: 'holds', filters: { changedSince }, limit, cursor };
    const page = await paged(secret, asked, async (read: PageRead<string>) => {
      const { holds: entries, ...rest } = await holds.changedSince(changedSince, read);
      return { entries: entries.map((hold) => holdEntry(hold.customerId, hold, now)), ...rest };
    });
    if (page.kind === 'refused') return page;
    return { kind: 'answered', answer: { holds: page.entries, ...(page.next && { next: page.next }) } };
  },
  checkHolds: async ({ body: { customerIds }, now }) => {
    const found = await holds.check(customerIds, now);
    return {
      kind: 'answered',
      answer: { holds: customerIds.map((customer) => holdEntry(customer, found.get(customer), now)) },
    };
  },
});
