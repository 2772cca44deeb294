import type { SQSRecord } from 'aws-lambda';
import type { Instant } from '../../functions/domain/instant.ts';
import { makeHandler as makeFollowUp } from '../../functions/follow-up-actions/handler.ts';
import { makeHandler as makeIngest } from '../../functions/ingest-feedback/handler.ts';
import { march, owners } from '../builders.ts';
import { batch, plentyOfTime } from '../runtime/deliveries.ts';
import { makeIntake } from './intake.ts';
import { look, makeDetection } from './looking.ts';

/** Intake, detection and following up on one store in memory, as of a time after all that is told. */
export const makeCompany = async (now: Instant = march(20)) => {
  const intake = makeIntake(undefined, undefined, now);
  const { store } = intake;
  const detection = await makeDetection([], store, now);
  const followUp = makeFollowUp(store.followUp(owners));

  /** Folds what was sent to be looked at, `size` a batch. */
  const fold = async (size = 10): Promise<void> => {
    for (let sent = store.looksSent.splice(0, size); sent.length > 0; sent = store.looksSent.splice(0, size)) {
      await detection.detect(...sent.map(({ story, asOf }, i) => look(`m-${i}`, story, asOf)));
    }
  };

  return {
    ...intake,
    detection,
    ingest: (...records: SQSRecord[]) => makeIngest(intake.deps)(batch(...records), plentyOfTime),
    fold,
    /** Folds, and follows up, until there is nothing left to do. */
    settle: async (): Promise<void> => {
      await fold();
      for (let runs = 0; [...store.dueMarks.values()].some(({ at }) => at <= now); runs++) {
        if (runs > 20) throw new Error('what is due is never done');
        await followUp({ at: now, actions: false }, plentyOfTime);
        await fold();
      }
    },
  };
};
