import type { AnswerOf } from '../api.ts';

export type Moment = AnswerOf<'action'>['moments'][number];

/** What a story is told in: moments, and how long nothing came between them. */
export type Beat =
  | {
      kind: 'moment';
      moment: Moment;
      /** How often the very same happened in a row. */
      times: number;
      /** Of more than once, the last time. */
      until?: string | undefined;
    }
  | {
      kind: 'quiet';
      days: number;
      /** It goes on. */
      isOpen: boolean;
    };

const DAY_MS = 86_400_000;

/** Whose turn a moment was. */
export type Side = 'customer' | 'us' | 'nobody' | 'found' | 'done';

const sides: Record<Moment['kind'], Side> = {
  complaint: 'customer',
  message: 'customer',
  review: 'customer',
  answer: 'customer',
  invitation: 'us',
  held: 'us',
  bounced: 'us',
  reply: 'us',
  note: 'us',
  silence: 'nobody',
  gap: 'found',
  action: 'done',
};

export const sideOf = ({ kind }: Moment): Side => sides[kind];

/** Whether the customer heard or said something then, or might have: what is written into a file is silence to them. */
const isBetweenUs = ({ kind }: Moment): boolean => !['gap', 'action', 'note'].includes(kind);

const daysBetween = (from: string, to: string): number => Math.floor((Date.parse(to) - Date.parse(from)) / DAY_MS);

/** What the clock does again and again is told once. */
const isSameAgain = ({ moment: { action: before } }: { moment: Moment }, { action }: Moment): boolean =>
  action?.by === 'clock' && before?.by === 'clock' && before.id === action.id && before.change === action.change;

/**
 * The story as it is told, with every day or more of silence between customer and us in whole days. It stands before what
 * ended it, and last where it goes on after all but a remedy. A story without customer tells no silence.
 *
 * @param moments the oldest first
 * @param now when the story is told
 */
export const beatsOf = (moments: readonly Moment[], now: string): Beat[] => {
  const beats: Beat[] = [];
  let heard: Moment | undefined;
  for (const moment of moments) {
    const last = beats.at(-1);
    if (last?.kind === 'moment' && isSameAgain(last, moment)) {
      last.times += 1;
      last.until = moment.at;
      continue;
    }
    if (isBetweenUs(moment)) {
      const days = heard ? daysBetween(heard.at, moment.at) : 0;
      if (days > 0) beats.push({ kind: 'quiet', days, isOpen: false });
      heard = moment;
    }
    beats.push({ kind: 'moment', moment, times: 1 });
  }
  const days = heard && heard.reply !== 'remedy' ? daysBetween(heard.at, now) : 0;
  if (days > 0) beats.push({ kind: 'quiet', days, isOpen: true });
  return beats;
};
