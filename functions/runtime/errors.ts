/** Something we depend on did not do its part; trying again later may help. Its `cause` tells what it said. */
export class DependencyError extends Error {
  override readonly name = 'DependencyError';
}

/** A message of ours cannot be understood and never will be: it goes to the dead letters as it is. */
export class InvalidMessageError extends Error {
  override readonly name = 'InvalidMessageError';
}

/** An error's kind for a log line; its message may quote what it choked on, so it stays out. */
export const errorKind = (error: unknown): string =>
  error instanceof Error
    ? error.cause instanceof Error
      ? `${error.name}/${error.cause.name}`
      : error.name
    : 'unknown';
