import * as z from 'zod';
import { sampleFeed } from '../sample/fennel-and-rye.ts';
import type { StateFolder } from '../state/folder.ts';
import type { Deployment } from './deployment.ts';
import { postFeed } from './feed.ts';

const NOTE = 'sample';

/** How far the sample was posted: the same end gives the same feed, so that a later run goes on with it. */
const Posting = z.object({ end: z.iso.datetime(), posted: z.number() });

/** Lines posted between two notes. A run killed in between posts these again, which upstream systems may do as well. */
const LINES_A_NOTE = 100;

const linesUntil = (end: string): string[] => sampleFeed(new Date(end)).map((message) => JSON.stringify(message));

/** Whether an earlier run on this folder has posted all of the sample. */
export const sampleIsPosted = (folder: StateFolder): boolean => {
  const earlier = Posting.safeParse(folder.noted(NOTE));
  return earlier.success && earlier.data.posted >= linesUntil(earlier.data.end).length;
};

/** Posts the sample, or what an earlier run left of it, and answers how many lines it has in all. */
export const postSample = async (
  to: Pick<Deployment, 'sqs' | 'queueUrls'>,
  folder: Pick<StateFolder, 'noted' | 'note'>,
  now: Date,
  progress: (what: string) => void,
): Promise<number> => {
  const earlier = Posting.safeParse(folder.noted(NOTE));
  const { end, posted } = earlier.success ? earlier.data : { end: now.toISOString(), posted: 0 };
  const lines = linesUntil(end);
  const noteUpTo = (count: number): void => folder.note(NOTE, { end, posted: count });
  noteUpTo(posted);
  for (let at = posted; at < lines.length; at += LINES_A_NOTE) {
    const upTo = Math.min(at + LINES_A_NOTE, lines.length);
    await postFeed(to, lines.slice(at, upTo), { backfill: false, progress: () => {} });
    noteUpTo(upTo);
    progress(`posted ${upTo} of ${lines.length}`);
  }
  return lines.length;
};
