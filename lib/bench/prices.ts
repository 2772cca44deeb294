import type { Traffic } from './metered-table.ts';

/** On-demand list prices of us-east-1 in dollars a million, as docs/settings.md has them; nothing is read from an invoice. */
export const prices = { readUnits: 0.125, writeUnits: 0.625, events: 1 } as const;

/** Dollars of what is read and written, and of events told. */
export const dollarsOf = ({ readUnits, writeUnits }: Traffic, events = 0): number =>
  (readUnits * prices.readUnits + writeUnits * prices.writeUnits + events * prices.events) / 1e6;
