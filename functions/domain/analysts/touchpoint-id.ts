import { type Cell, cellKey, cellOfKey } from '../touchpoints/tally-row.ts';

/** A touchpoint at its location as part of a path: names may have slashes, and gateways read those as their own. */
export const touchpointId = (cell: Cell): string => Buffer.from(cellKey(cell)).toString('base64url');

/** The cell of an id; `undefined` of what is no such id. */
export const cellOfId = (id: string): Cell | undefined => {
  try {
    const cell = cellOfKey(Buffer.from(id, 'base64url').toString());
    return touchpointId(cell) === id ? cell : undefined;
  } catch {
    // Whatever is not made by the function above is nobody's id.
    return undefined;
  }
};
