import { afterEach, beforeEach, vi } from 'vitest';

const levels = ['debug', 'log', 'info', 'warn', 'error'] as const;

/** Catches what a file's tests write to the console, so that it can be asked for and does not clutter the report. */
export const catchConsole = (): (() => unknown[]) => {
  let lines: unknown[] = [];
  beforeEach(() => {
    lines = [];
    for (const level of levels) {
      vi.spyOn(console, level).mockImplementation((...said: unknown[]) => {
        lines.push(...said);
      });
    }
  });
  afterEach(() => {
    vi.restoreAllMocks();
  });
  return () => lines;
};
