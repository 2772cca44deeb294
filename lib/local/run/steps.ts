import { DAY, dayOf, type Instant, millis, plus, startOf } from '../../../functions/domain/instant.ts';
import type { LocalCloud } from '../cloud.ts';
import type { Deployment } from './deployment.ts';

/** Comparisons are made on so many days before the end: what decides on two of three days needs no more. */
const COMPARED_DAYS = 90;

export interface Stepping {
  asOf: Instant;
  windowDays: number;
  progress(at: Instant): void;
}

const earliestMark = async (deployment: Deployment): Promise<Instant | undefined> => {
  const marks = await deployment.due.until('9999-12-31T23:59:59.999Z', 1);
  return marks.map(({ at }) => at).sort()[0];
};

/** The end of the UTC day an instant falls on, or `asOf` where that comes first. */
const stepAfter = (at: Instant, asOf: Instant): Instant => {
  const midnight = plus(startOf(dayOf(at)), DAY);
  return midnight < asOf ? midnight : asOf;
};

/** Runs a schedule; the steps never overlap, so that a run which finds another at work is a fault of ours. */
const runAlone = async (cloud: LocalCloud, schedule: string, at: Instant, override?: object): Promise<void> => {
  const answer = await cloud.runSchedule(schedule, new Date(millis(at)), override);
  if (typeof answer === 'object' && answer !== null && 'skipped' in answer) {
    throw new Error(`${schedule} was skipped at ${at}: another run holds its lease. Only one run may step at a time.`);
  }
};

/**
 * Steps the stack's schedules through event time, a UTC day at a time, over the days that have facts or something due. Each
 * step is a run of the real schedules as of that time; what it raises is raised then. The clock of actions runs once, at the
 * end: nobody was there to be reminded day by day of what history raises, and a run that comes late makes good what it missed.
 */
export const stepThrough = async (cloud: LocalCloud, deployment: Deployment, stepping: Stepping): Promise<number> => {
  const { asOf, windowDays } = stepping;
  const compareFrom = plus(asOf, -COMPARED_DAYS * DAY);
  let steps = 0;
  let last: Instant | undefined;
  const compare = (at: Instant) => runAlone(cloud, 'AnalysisComparison', at, { windowDays, exactly: true });
  for (let mark = await earliestMark(deployment); mark && mark <= asOf; mark = await earliestMark(deployment)) {
    const at = stepAfter(mark, asOf);
    await runAlone(cloud, 'AnalysisFollowUp', at, { actions: false });
    await cloud.drain();
    if (at >= compareFrom) await compare(at);
    stepping.progress(at);
    steps++;
    last = at;
  }
  if (last !== asOf) await compare(asOf);
  await runAlone(cloud, 'AnalysisFollowUp', asOf);
  await runAlone(cloud, 'AnalysisExplanation', asOf);
  return steps;
};
