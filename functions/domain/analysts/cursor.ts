import { createHmac, timingSafeEqual } from 'node:crypto';

/** What a cursor was given out for; it holds for nothing else. */
export interface CursorOf {
  /** Name of the route. */
  route: string;
  /** All that decides which entries are listed, and in which order. */
  filters: Readonly<Record<string, string | undefined>>;
}

/** Of the form of cursors: one that a later form does not understand is not to be taken for one. */
const FORM = 'cursor 1';

const proofOf = (body: string, { route, filters }: CursorOf, secret: string): Buffer => {
  const given = Object.entries(filters)
    .filter(([, value]) => value !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return createHmac('sha256', secret)
    .update(JSON.stringify([FORM, route, given, body]))
    .digest();
};

/**
 * Where a reading goes on, for whoever asked to bring back. It can be read by them, and cannot be made by them.
 *
 * @param position anything that JSON keeps
 */
export const cursorOf = (position: unknown, of: CursorOf, secret: string): string => {
  const body = Buffer.from(JSON.stringify(position)).toString('base64url');
  return `${body}.${proofOf(body, of, secret).toString('base64url')}`;
};

/**
 * The position that a cursor was made of.
 *
 * @returns nothing where it was made for another route or other filters, under another secret, or not here
 */
export const positionOf = (cursor: string, of: CursorOf, secret: string): { position: unknown } | undefined => {
  const [body = '', given = '', ...more] = cursor.split('.');
  const proof = Buffer.from(given, 'base64url');
  const wanted = proofOf(body, of, secret);
  // Texts that differ may stand for the same bytes; only the one that was given out is taken.
  const isWritten = more.length === 0 && proof.toString('base64url') === given;
  if (!isWritten || proof.length !== wanted.length || !timingSafeEqual(proof, wanted)) return undefined;
  return { position: JSON.parse(Buffer.from(body, 'base64url').toString()) };
};
