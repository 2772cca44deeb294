/**
 * A point in time as ISO-8601 in UTC with milliseconds, `2026-03-05T10:00:00.000Z`: sorts as text in time order,
 * which is what sort keys need.
 */
export type Instant = string;

/** A UTC calendar day, `2026-03-05`. */
export type Day = string;

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

/** Milliseconds since 1970 of an instant. */
export const millis = (instant: Instant): number => Date.parse(instant);

/** The instant at `ms` milliseconds since 1970. */
export const instantAt = (ms: number): Instant => new Date(ms).toISOString();

/** The instant `ms` milliseconds after another (before it, where negative). */
export const plus = (instant: Instant, ms: number): Instant => instantAt(millis(instant) + ms);

/** The UTC day an instant falls on. */
export const dayOf = (instant: Instant): Day => instant.slice(0, 10);

/** The first instant of a UTC day. */
export const startOf = (day: Day): Instant => `${day}T00:00:00.000Z`;
