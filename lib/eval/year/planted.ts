import type { Gap, Turn } from '../../../functions/domain/gaps/gap.ts';
import type { BeforeAndAfter, FixVerdict } from '../../../functions/domain/verification/judge-fix.ts';
import type { Fix } from '../../../functions/domain/verification/left-alone.ts';
import type { Random } from '../study/random.ts';
import type { Change } from './course.ts';

/** A fix planted in a flagged cell, with what only the truth knows, and what is told of it. */
export interface Planted {
  fix: Omit<Fix, 'judgedAt' | 'stood'>;
  /** The gap's, as it stands. */
  turns(): readonly Turn[];
  change: Change;
  /** Whether nothing was wrong but chance when it was flagged. */
  falseAlarm: boolean;
  /** Whether something new went wrong before it was judged, which no fix could have helped. */
  newTrouble?: boolean;
  /** The last said of it, and after how many days. */
  verdict?: FixVerdict;
  judgedAfterDays?: number;
  /** At the first judgement. */
  counts?: BeforeAndAfter;
}

/** Of flagged cells, those in which anything is done. */
const DONE = 0.5;
/** Days after the gap opened. */
const DONE_AFTER = [2, 10] as const;
/** Of what is done, what works; of that, what takes half to seven tenths away, and of the rest three tenths. */
const WORKS = 0.5;
const WORKS_WELL = 0.8;
const LEFT_WELL = [0.3, 0.5] as const;
const LEFT_LITTLE = 0.7;

/** What is done about a gap that opened, if anything. @param day of the look, the first being 0 */
export const plant = (
  gap: Pick<Gap, 'kind'>,
  day: number,
  random: Random,
): { doneOn: number; change: Change } | undefined => {
  if (!random.happens(DONE)) return undefined;
  const doneOn = day + random.between(...DONE_AFTER);
  const left = !random.happens(WORKS) ? 1 : random.happens(WORKS_WELL) ? random.between(...LEFT_WELL) : LEFT_LITTLE;
  const by = gap.kind === 'surge' || random.happens(0.5) ? 'visits' : 'replies';
  return { doneOn, change: { from: Math.floor(doneOn), left, by } };
};
