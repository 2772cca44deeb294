import type { Reject } from '../../functions/domain/rejects/reject.ts';
import type { Choice, Filter } from './command.ts';
import type { QueueLabel } from './deployment.ts';

/** A reject with what people call its queue. */
export interface ListedReject extends Reject {
  /** `undefined` where the queue is of an earlier deployment. */
  label: QueueLabel | undefined;
}

export type Chosen = { kind: 'chosen'; rejects: ListedReject[] } | { kind: 'unclear'; problem: string };

/** Whether a filter lets a reject pass; a code may be any of its reasons. */
export const passes = ({ queue, code, source, since }: Filter, reject: ListedReject): boolean =>
  (queue === undefined || reject.label === queue) &&
  (code === undefined || reject.reasons.some((reason) => reason.code === code)) &&
  (source === undefined || reject.source === source) &&
  (since === undefined || reject.lastSentAt >= since);

const LEAST_SHOWN = 8;

/** How many characters of an id tell it from all others. */
export const tellingLength = (rejects: readonly { id: string }[]): number => {
  for (let length = LEAST_SHOWN; length < 32; length++) {
    if (new Set(rejects.map(({ id }) => id.slice(0, length))).size === rejects.length) return length;
  }
  return 32;
};

/** The rejects that are meant: by the beginnings of their ids, handled or not, or all open ones that pass. */
export const choose = (choice: Choice, rejects: readonly ListedReject[]): Chosen => {
  if (choice.kind === 'all')
    return { kind: 'chosen', rejects: rejects.filter((one) => one.open && passes(choice.filter, one)) };
  const found = new Set<ListedReject>();
  for (const prefix of choice.ids) {
    const [first, ...others] = rejects.filter(({ id }) => id.startsWith(prefix));
    if (!first) return { kind: 'unclear', problem: `No reject of the last 14 days begins with ${prefix}.` };
    if (others.length > 0)
      return { kind: 'unclear', problem: `${others.length + 1} rejects begin with ${prefix}: give more of the ID.` };
    found.add(first);
  }
  return { kind: 'chosen', rejects: [...found] };
};
