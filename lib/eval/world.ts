import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { decideComplaint } from '../../functions/domain/hearing/complaint.ts';
import { detectLanguage } from '../../functions/domain/hearing/language.ts';
import { decideReply, type Reply } from '../../functions/domain/hearing/reply.ts';
import { betaQuantile } from '../../functions/domain/statistics/distributions.ts';
import { Confusion } from './confusion.ts';
import { heardLocally } from './gold.ts';
import { share, table } from './table.ts';

const Truth = z.object({ brushedOff: z.array(z.string()), remedied: z.array(z.string()) });
const Message = z.object({
  kind: z.enum(['text', 'review']),
  source: z.string(),
  id: z.string(),
  customerId: z.string(),
  channel: z.string().optional(),
  direction: z.string().optional(),
  title: z.string().optional(),
  body: z.string(),
});
type Message = z.infer<typeof Message>;

const jsonOf = (line: string): unknown => {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
};

/** The texts and reviews of a feed, each once; what is broken or something else is left out. */
const messagesOf = (file: string): Message[] => {
  const lines = readFileSync(file, 'utf8').split('\n');
  const read = lines.flatMap((line) => Message.safeParse(jsonOf(line)).data ?? []);
  return [
    ...new Map(read.map((message) => [JSON.stringify([message.kind, message.source, message.id]), message])).values(),
  ];
};

/** 90 %, Jeffreys. */
const interval = (part: number, of: number): string => {
  const low = part === 0 ? 0 : betaQuantile(0.05, part + 0.5, of - part + 0.5);
  const high = part === of ? 1 : betaQuantile(0.95, part + 0.5, of - part + 0.5);
  return `${share(low)} - ${share(high)}`;
};

interface Writer {
  complained: boolean;
  flagged: boolean;
  channels: Set<string>;
}

const isReply = ({ direction }: Message): boolean => direction === 'outbound';

const writersOf = (messages: readonly Message[], complained: ReadonlySet<string>): Map<string, Writer> => {
  const writers = new Map<string, Writer>();
  for (const message of messages.filter((one) => !isReply(one))) {
    const { customerId, title, body, channel } = message;
    const text = [title, body].filter(Boolean).join('\n');
    const { heard, reading } = heardLocally(text);
    const writer = writers.get(customerId) ?? {
      complained: complained.has(customerId),
      flagged: false,
      channels: new Set(),
    };
    // Reviews come after the fact, and who writes one need not have complained to us.
    if (message.kind === 'text') {
      writer.flagged ||= decideComplaint(heard, reading).label === 'yes';
      writer.channels.add(channel ?? 'unknown');
      writers.set(customerId, writer);
    }
  }
  return writers;
};

const REPLIES = ['hollow', 'remedy', 'other'] as const;

/**
 * What the hearing makes of a simulated customer base, folder of `feed.jsonl` and `truth.json`: sensitivity and false rate per customer who
 * wrote to us, and replies told right.
 */
export const worldFigures = (folder: string): string => {
  const messages = messagesOf(join(folder, 'feed.jsonl'));
  const truth = Truth.parse(JSON.parse(readFileSync(join(folder, 'truth.json'), 'utf8')));
  const [brushedOff, remedied] = [new Set(truth.brushedOff), new Set(truth.remedied)];
  const writers = [...writersOf(messages, brushedOff.union(remedied)).values()];
  const counted = (complained: boolean) => {
    const these = writers.filter((writer) => writer.complained === complained);
    const flagged = these.filter((writer) => writer.flagged).length;
    return [flagged, these.length, share(flagged / these.length), interval(flagged, these.length)];
  };
  const replies = new Confusion<Reply, Reply>(REPLIES, REPLIES);
  for (const { customerId, body } of messages.filter(isReply)) {
    const meant = remedied.has(customerId) ? 'remedy' : brushedOff.has(customerId) ? 'hollow' : 'other';
    replies.add(meant, decideReply(body, detectLanguage(body)));
  }
  const right = REPLIES.reduce((sum, reply) => sum + replies.count(reply, reply), 0);
  const all = REPLIES.reduce((sum, reply) => sum + replies.row(reply), 0);
  return [
    `${folder}: customers who wrote`,
    table([
      ['', 'flagged', 'of', 'rate', '90 % interval'],
      ['complained (sensitivity)', ...counted(true)],
      ['did not (false rate)', ...counted(false)],
    ]),
    `  replies told right: ${share(right / all)} of ${all}`,
    table([
      ['meant \\ told', ...REPLIES],
      ...REPLIES.map((meant) => [meant, ...REPLIES.map((told) => replies.count(meant, told))]),
    ]),
  ].join('\n');
};
