import { DAY } from '../../../functions/domain/instant.ts';
import type { ParkedRun } from '../../../functions/score-parked/handler.ts';
import type { LocalCloud } from '../cloud.ts';

/** Runs in a row that bring nothing: what is still parked then will stay so while this machine waits. */
const FRUITLESS = 2;

/**
 * Scores what intake parked, by runs of the real schedule one after the other, until nothing waits or runs bring nothing any
 * more. Where the day's units are spent the next run stands for the next day, so that results depend on no ceiling and on no
 * throttling.
 *
 * @param start milliseconds since 1970 that the first run stands for
 * @param progress told how many texts wait, before each further run
 */
export const scoreParked = async (
  cloud: LocalCloud,
  start: number,
  progress: (waiting: number) => void,
): Promise<void> => {
  let at = start;
  for (let fruitless = 0; fruitless < FRUITLESS; ) {
    const { scored, waiting } = (await cloud.runSchedule('IntakeParkedScores', new Date(at))) as ParkedRun;
    await cloud.drain();
    const left = Object.values(waiting).reduce((sum, texts) => sum + texts, 0);
    if (left === 0) return;
    progress(left);
    fruitless = scored > 0 ? 0 : fruitless + 1;
    if (waiting.ceiling) at += DAY;
  }
};
