import type { Day } from '../instant.ts';
import type { Scoring } from './answers.ts';
import type { Allowance } from './billed-units.ts';
import type { TextToScore } from './scoring-plan.ts';

/** Who scores texts, as the functions that ask for it see it. */
export interface Scorer {
  /** Scorer and version whose answers are kept. */
  name: string;
  score(texts: readonly TextToScore[], remaining: () => number, allowance: Allowance): Promise<Scoring>;
}

/** What scoring may cost a day, and what of it is spent. */
export interface DailyUnits {
  unitsPerDay: number;
  take(day: Day, units: number): Promise<boolean>;
  giveBack(day: Day, units: number): Promise<void>;
}
