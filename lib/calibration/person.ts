import type { Instant } from '../../functions/domain/instant.ts';

/** Who asks: answers go to `out`, all else to `note`. */
export interface Person {
  out(text: string): void;
  note(text: string): void;
  now(): Instant;
  signal: AbortSignal;
}

/** 0 done, 1 not done, 2 wrong usage. */
export type ExitCode = 0 | 1 | 2;
