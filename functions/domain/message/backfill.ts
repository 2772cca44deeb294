/** Message attribute of history that is loaded late: it is not folded on arrival but when the clock comes to it. */
export const BACKFILL = 'backfill';
