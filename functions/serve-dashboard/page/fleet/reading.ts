import type { AnswerOf, Api } from '../api.ts';
import type { Gap, Listed } from '../scores.ts';

/** Entries of a page, the most that the API gives. */
export const PAGE = 100;

/** A list longer than this is read by nobody; the export has all. */
export const MOST_TOUCHPOINTS = 2000;
const MOST_GAPS = 500;

/** Gaps of touchpoints that are open, the oldest first. */
export const openGaps = async (api: Api, kind: 'dark-corner' | 'surge', signal: AbortSignal): Promise<Gap[]> => {
  const found: Gap[] = [];
  let cursor: string | undefined;
  do {
    const query = { kind, limit: PAGE, cursor };
    const page = await api.call('gaps', { query, signal });
    found.push(...page.gaps);
    cursor = page.next;
  } while (cursor !== undefined && found.length < MOST_GAPS);
  return found;
};

/**
 * Reads touchpoints a page at a time.
 *
 * @param onPage told of all that were read so far, and whether there are more
 */
export const readTouchpoints = async (
  api: Api,
  signal: AbortSignal,
  onPage: (read: Listed[], isMore: boolean) => void,
): Promise<void> => {
  const read = new Map<string, Listed>();
  let cursor: string | undefined;
  do {
    const page = await api.call('touchpoints', { query: { limit: PAGE, cursor }, signal });
    for (const entry of page.touchpoints) read.set(entry.id, entry);
    cursor = page.next;
    onPage([...read.values()], cursor !== undefined && read.size < MOST_TOUCHPOINTS);
  } while (cursor !== undefined && read.size < MOST_TOUCHPOINTS);
};

/** The last week that is over; before the first was summed up, without a line. */
export const lastWeek = (api: Api, signal: AbortSignal): Promise<AnswerOf<'week'>> => api.call('week', { signal });
