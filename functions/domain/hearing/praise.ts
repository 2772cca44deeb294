import { logistic } from './complaint.ts';
import { type Heard, type Reading, read } from './reading.ts';

/** Log-odds per unit, set by judgement, fitted to nothing; a want of grievance alone is no praise. */
const WEIGHTS = {
  start: -1.6,
  positiveScore: 2,
  negativeScore: -1.5,
  praise: 1.6,
  thanks: 0.8,
  contentment: 1.6,
  happyEmoji: 1,
  grievance: -0.8,
  deniedPraise: -1.2,
  deniedGrievance: 0.6,
  /** "Nothing" where it was asked what lacks. */
  nothingIsLacking: 2.5,
  /** "Nothing" where it was asked what was good. */
  nothingWasGood: -2,
  askedWhatIsGood: 0.8,
} as const;

/** More cues of a kind than this add nothing: judgement. */
const MOST = 3;

/** Probability, 0 to 1, that the words praise. Words can praise and complain at once, so this is not the complaint's rest. */
export const decidePraise = (heard: Heard, reading: Reading = read(heard)): number => {
  const { evidence, asked } = reading;
  const capped = (n: number): number => Math.min(n, MOST);
  const answer = evidence.nothing
    ? { lacking: WEIGHTS.nothingIsLacking, good: WEIGHTS.nothingWasGood, open: 0 }[asked]
    : { lacking: 0, good: WEIGHTS.askedWhatIsGood, open: 0 }[asked];
  return logistic(
    WEIGHTS.start +
      WEIGHTS.positiveScore * (heard.scores?.positive ?? 0) +
      WEIGHTS.negativeScore * (heard.scores?.negative ?? 0) +
      WEIGHTS.praise * capped(evidence.praise) +
      WEIGHTS.thanks * capped(evidence.thanks) +
      WEIGHTS.contentment * capped(evidence.contentment) +
      WEIGHTS.happyEmoji * capped(evidence.happyEmoji) +
      WEIGHTS.grievance * capped(evidence.grievances + evidence.angryEmoji) +
      WEIGHTS.deniedPraise * capped(evidence.deniedPraise) +
      WEIGHTS.deniedGrievance * capped(evidence.deniedGrievance) +
      answer,
  );
};
