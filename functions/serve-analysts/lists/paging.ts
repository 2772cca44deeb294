import { type CursorOf, cursorOf, positionOf } from '../../domain/analysts/cursor.ts';
import type { Refused } from '../answering.ts';

/** What to read of a list. */
export interface PageRead<Position> {
  /** Entries at most. */
  most: number;
  /** Absent at the beginning. */
  after: Position | undefined;
}

/** Entries from a position on, and the position of the next page where there may be one. */
export interface ReadPage<Entry, Position> {
  entries: Entry[];
  next?: Position;
}

/** A page as it was asked for. */
export interface PageAsked extends CursorOf {
  limit: number;
  cursor?: string | undefined;
}

export type Paged<Entry> = { kind: 'page'; entries: Entry[]; next?: string };

const invalidCursor: Refused = {
  kind: 'refused',
  code: 'invalid-cursor',
  detail: 'the cursor was not given out for this list and these filters',
  fix: 'leave `cursor` out to begin anew, and change no filter from page to page',
};

/**
 * Reads a page from where its cursor says, and says where the next begins.
 *
 * @param secret that cursors are proven by
 * @param read a position is only ever what it answered itself for the same route and filters
 */
export const paged = async <Entry, Position>(
  secret: () => Promise<string>,
  { limit, cursor, ...of }: PageAsked,
  read: (asked: PageRead<Position>) => Promise<ReadPage<Entry, Position>>,
): Promise<Paged<Entry> | Refused> => {
  const proof = await secret();
  const from = cursor === undefined ? { position: undefined } : positionOf(cursor, of, proof);
  if (!from) return invalidCursor;
  const { entries, next } = await read({ most: limit, after: from.position as Position | undefined });
  return { kind: 'page', entries, ...(next !== undefined && { next: cursorOf(next, of, proof) }) };
};
