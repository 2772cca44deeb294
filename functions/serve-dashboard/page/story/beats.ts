import type { AnswerOf } from '../api.ts';

export type Moment = AnswerOf<'action'>['moments'][number];

/** What a story is told in: moments, and how long nothing came between them. */
export type Beat =
  | {
      kind: 'moment';
      moment: Moment;
      /** How often the very same happened in a row; of more than once, the last time. */
      times: number;
      until?: string | undefined;
    }
  | { kind: 'quiet'; days: number };

const DAY_MS = 86_400_000;

/** Whose turn a moment was. */
export type Side = 'customer' | 'us' | 'nobody' | 'made';

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
  gap: 'made',
  action: 'made',
};

export const sideOf = ({ kind }: Moment): Side => sides[kind];

/** What the clock does again and again is told once. */
const isSameAgain = (beat: Beat | undefined, { action }: Moment): boolean =>
  beat?.kind === 'moment' &&
  action !== undefined &&
  action.by === 'clock' &&
  beat.moment.action?.id === action.id &&
  beat.moment.action.by === action.by &&
  beat.moment.action.change === action.change;

/**
 * The story as it is told: a day or more in which nothing happened is told as such, in whole days.
 *
 * @param moments the oldest first
 */
export const beatsOf = (moments: readonly Moment[]): Beat[] => {
  const beats: Beat[] = [];
  let before: string | undefined;
  for (const moment of moments) {
    const last = beats.at(-1);
    if (last?.kind === 'moment' && isSameAgain(last, moment)) {
      last.times += 1;
      last.until = moment.at;
    } else {
      const days = before === undefined ? 0 : Math.floor((Date.parse(moment.at) - Date.parse(before)) / DAY_MS);
      if (days > 0) beats.push({ kind: 'quiet', days });
      beats.push({ kind: 'moment', moment, times: 1 });
    }
    before = moment.at;
  }
  return beats;
};
