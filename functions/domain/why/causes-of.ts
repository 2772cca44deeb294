import type { RootCause } from './root-cause.ts';

export interface Cause {
  cause: RootCause;
  rules: string[];
  evidence: string[];
}

export const causesOfWords = (_words: readonly string[], _language: string): Cause[] => [];
