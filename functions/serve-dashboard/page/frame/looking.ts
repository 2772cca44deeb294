/** While the page is seen and answered. */
const PAUSE_MS = 5000;
const LONGEST_PAUSE_MS = 60_000;

/** How long to wait before the next look, after so many that failed in a row: 5 seconds, and twice as long each time up to a minute. */
export const pauseAfter = (failures: number): number => Math.min(PAUSE_MS * 2 ** failures, LONGEST_PAUSE_MS);

export interface Looking {
  look(): Promise<void>;
  /** Ends once nobody looks at the screen any more. */
  signal: AbortSignal;
  /** After each look that was answered. */
  onAnswer(): void;
  /** After each that was not. */
  onFailure(error: unknown): void;
  /** Resolves after so many milliseconds, and not before the page is seen. */
  wait(ms: number): Promise<void>;
}

/** Looks for what is new, again and again, until somebody leaves. */
export const keepLooking = async ({ look, signal, onAnswer, onFailure, wait }: Looking): Promise<void> => {
  let failures = 0;
  for (;;) {
    await wait(pauseAfter(failures));
    if (signal.aborted) return;
    try {
      await look();
      failures = 0;
      if (!signal.aborted) onAnswer();
    } catch (error) {
      // Whatever it was, the next look may be answered; until then what is shown stays.
      if (signal.aborted) return;
      failures += 1;
      onFailure(error);
    }
  }
};
