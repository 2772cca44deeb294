import { type Instant, instantAt } from '../../functions/domain/instant.ts';

/** What an option that takes a point in time wants, to follow "--since wants ". */
export const TIME_AGO = 'an instant such as 2026-03-30T00:00:00Z, or a time ago such as 90m, 12h or 3d';

const AGO = /^(\d{1,5})([mhd])$/;
const MINUTES = { m: 1, h: 60, d: 24 * 60 } as const;

/** Reads `90m`, `12h`, `3d` ago, a day or an instant; `undefined` for what is none of these. */
export const timeAgo = (given: string, now: Instant): Instant | undefined => {
  const [, amount, unit] = AGO.exec(given) ?? [];
  const ms = amount
    ? Date.parse(now) - Number(amount) * MINUTES[unit as keyof typeof MINUTES] * 60_000
    : /^\d{4}-\d\d-\d\d/.test(given)
      ? Date.parse(given)
      : Number.NaN;
  return Number.isFinite(ms) ? instantAt(ms) : undefined;
};
