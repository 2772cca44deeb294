import { type Instant, instantAt, millis } from '../../functions/domain/instant.ts';

/** What an option that takes a point in time wants, to follow "--since wants ". */
export const POINT_IN_TIME = 'an instant such as 2026-03-30T00:00:00Z, or a time ago such as 90m, 12h or 3d';

const AGO = /^(\d{1,5})([mhd])$/;
const MS = { m: 60_000, h: 3_600_000, d: 86_400_000 } as const;

/** A day, an instant, or a time ago such as 90m, 12h or 3d; `undefined` for anything else. */
export const pointInTime = (told: string, now: Instant): Instant | undefined => {
  const [, amount, unit] = AGO.exec(told) ?? [];
  if (amount !== undefined) return instantAt(millis(now) - Number(amount) * MS[unit as keyof typeof MS]);
  const ms = /^\d{4}-\d\d-\d\d/.test(told) ? Date.parse(told) : Number.NaN;
  return Number.isNaN(ms) ? undefined : instantAt(ms);
};
