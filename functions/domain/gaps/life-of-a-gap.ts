import type { Day, Instant } from '../instant.ts';
import type { Gap, GapState } from './gap.ts';

/** Looks are made once a local day, and so many of the last are remembered. */
export const LOOKS_REMEMBERED = 7;

/** What a look at the fleet remembers of those before. */
export interface FleetLooks {
  /** Local days of the last looks, the newest last. */
  days: Day[];
  /** Ids of gaps that are not cleared. */
  standing: string[];
  /** Keys of cells that more answers were asked of. */
  asked: string[];
}

interface Life {
  /** Opens when found at so many of the last looks. */
  found: number;
  of: number;
  /** Clears after so many looks in a row at which it was not found. */
  clearsAfter: number;
}

/** How many looks make a gap, and how many without end it. */
export const lives: Record<'dark-corner' | 'surge', Life> = {
  /** DARK-2: one look may be chance; a corner that stays dark is found again next day. */
  'dark-corner': { found: 2, of: 3, clearsAfter: 7 },
  /** SURGE-5: told at the first look, as it may be over in a week; a quiet day in it does not end it. */
  surge: { found: 1, of: 1, clearsAfter: 3 },
};

const lifeOf = ({ kind }: Gap): Life => (kind === 'surge' ? lives.surge : lives['dark-corner']);

const foundAmong = (foundOn: readonly Day[], looks: readonly Day[]): number =>
  looks.filter((day) => foundOn.includes(day)).length;

const stateAfter = (gap: Gap, foundOn: readonly Day[], looks: readonly Day[]): GapState => {
  const { found, of, clearsAfter } = lifeOf(gap);
  if (foundAmong(foundOn, looks.slice(-of)) >= found) return 'open';
  if (foundAmong(foundOn, looks.slice(-clearsAfter)) === 0) return 'cleared';
  return gap.state === 'cleared' ? 'suspected' : gap.state;
};

/**
 * DARK-3: a dark corner is suspected when it is found, open when it is found at two of three looks, and cleared after seven
 * looks without; then it opens anew as it did at first. The same look made twice changes nothing.
 *
 * @param gap as it was before, or as it is found now for the first time, with a history of its own only where it has one
 * @param looks days of the last looks, this one the last
 */
export const afterLook = (gap: Gap, isFound: boolean, looks: readonly Day[], at: Instant): Gap => {
  const today = looks.at(-1) as Day;
  const foundOn = [...new Set([...(gap.foundOn ?? []), ...(isFound ? [today] : [])])]
    .filter((day) => looks.includes(day))
    .sort();
  const isNew = gap.history.length === 0;
  const state = stateAfter(isNew ? { ...gap, state: 'suspected' } : gap, foundOn, looks);
  const turned = isNew || state !== gap.state;
  return { ...gap, foundOn, state, history: turned ? [...gap.history, { state, at }] : gap.history };
};
