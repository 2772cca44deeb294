/** Characters to a unit, and the fewest units a document is billed (Amazon Comprehend pricing page). */
const CHARACTERS_PER_UNIT = 100;
const LEAST_UNITS = 3;

/** Units one document is billed. Counts UTF-16 code units: at least as many as characters, however they are counted. */
export const unitsOf = (document: string): number =>
  Math.max(LEAST_UNITS, Math.ceil(document.length / CHARACTERS_PER_UNIT));

/** What scoring may still cost, asked before each call. */
export interface Allowance {
  /** Units a day has in all; what is larger by itself is never asked. */
  unitsPerDay: number;
  /** SCORING-3: takes units of what is left of the day's ceiling; false, and nothing taken, where they are more. */
  take(units: number): Promise<boolean>;
}
