import { describe, expect, it } from 'vitest';
import { RELEASED_KEPT_DAYS } from '../../functions/adapters/holds.ts';
import { eventsPage } from '../../lib/contract/events/page.ts';
import { holdsPage } from '../../lib/contract/holds-page.ts';

const rememberedDays = (page: string): number[] =>
  [...page.replace(/\s+/g, ' ').matchAll(/sequence (\d+) days after/g)].map(([, days]) => Number(days));

describe('how long to remember the sequence of a hold', () => {
  it.each([
    ['events.md', eventsPage()],
    ['holds.md', holdsPage()],
  ])(
    'is in %s told as in the other, longer than queues keep events and well within the life of a release',
    (_, page) => {
      const [days = 0, ...more] = rememberedDays(page);
      expect(more).toEqual([]);
      expect(rememberedDays(eventsPage() + holdsPage())).toEqual([days, days]);
      // Amazon SQS keeps a message for 14 days at most: once in a queue of ours, once in one of theirs.
      expect(days).toBeGreaterThan(2 * 14);
      expect(days).toBeLessThan(RELEASED_KEPT_DAYS / 2);
    },
  );
});
