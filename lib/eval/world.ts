import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { unaskedTexts } from '../../functions/domain/calibration/writer.ts';
import { detectLanguage } from '../../functions/domain/hearing/language.ts';
import { decideReply, type Reply } from '../../functions/domain/hearing/reply.ts';
import type { Instant } from '../../functions/domain/instant.ts';
import { customerWords, type Fact, factOf, factSortKey } from '../../functions/domain/message/fact.ts';
import { check } from '../../functions/domain/message/rejection.ts';
import type { Sentiment } from '../../functions/domain/scoring/sentiment.ts';
import { betaQuantile } from '../../functions/domain/statistics/distributions.ts';
import { linesIn } from '../command-line/lines.ts';
import { Confusion } from './confusion.ts';
import { heardLocally } from './gold.ts';
import { share, table } from './table.ts';

const Truth = z.object({ brushedOff: z.array(z.string()), remedied: z.array(z.string()) });

/** Nothing in a feed lies so far ahead that a queue would not take it. */
const AFTER_ALL: Instant = '9999-01-01T00:00:00.000Z';

/** The facts of a feed's texts and reviews, as ingest makes them but for redaction; broken messages are left out. */
const factsOf = async (file: string): Promise<Fact[]> => {
  const facts: Fact[] = [];
  for await (const line of linesIn(file)) {
    const checked = check(line, AFTER_ALL);
    if (checked.kind !== 'accepted' || checked.message.retracted || checked.message.kind === 'survey') continue;
    const { message } = checked;
    facts.push(factOf(message, message.language ?? detectLanguage(customerWords(message) ?? message.body ?? '')));
  }
  return [...new Map(facts.map((fact) => [fact.id, fact])).values()];
};

const sentimentsOf = (facts: readonly Fact[]): Map<string, Sentiment> =>
  new Map(
    facts.flatMap((fact): [string, Sentiment][] => {
      const text = customerWords(fact.message);
      const scores = text === undefined ? undefined : heardLocally(text, fact.language).heard.scores;
      return scores ? [[factSortKey(fact), { label: 'neutral', scores, scorer: 'stand-in' }]] : [];
    }),
  );

/** 90 %, Jeffreys. */
const interval = (part: number, of: number): string => {
  const low = part === 0 ? 0 : betaQuantile(0.05, part + 0.5, of - part + 0.5);
  const high = part === of ? 1 : betaQuantile(0.95, part + 0.5, of - part + 0.5);
  return `${share(low)} - ${share(high)}`;
};

const REPLIES = ['hollow', 'remedy', 'other'] as const;

const replyFigures = (facts: readonly Fact[], meantFor: (customerId: string | undefined) => Reply): string => {
  const replies = new Confusion<Reply, Reply>(REPLIES, REPLIES);
  for (const { message, language = 'und' } of facts) {
    if (message.retracted || message.kind !== 'text' || message.direction !== 'outbound') continue;
    replies.add(meantFor(message.customerId), decideReply(message.body, language));
  }
  const right = REPLIES.reduce((sum, reply) => sum + replies.count(reply, reply), 0);
  const all = REPLIES.reduce((sum, reply) => sum + replies.row(reply), 0);
  return [
    `  replies told right: ${share(right / all)} of ${all}`,
    table([
      ['meant \\ told', ...REPLIES],
      ...REPLIES.map((meant) => [meant, ...REPLIES.map((told) => replies.count(meant, told))]),
    ]),
  ].join('\n');
};

/**
 * What the hearing makes of a simulated customer base, folder of `feed.jsonl` and `truth.json`: sensitivity and false rate
 * per customer who wrote to us, our replies taken into account, and replies told right.
 */
export const worldFigures = async (folder: string): Promise<string> => {
  const facts = await factsOf(join(folder, 'feed.jsonl'));
  const truth = Truth.parse(JSON.parse(readFileSync(join(folder, 'truth.json'), 'utf8')));
  const [brushedOff, remedied] = [new Set(truth.brushedOff), new Set(truth.remedied)];
  const complained = brushedOff.union(remedied);
  const sentiments = sentimentsOf(facts);
  const stories = [...Map.groupBy(facts, ({ story }) => story)];
  const writers = stories.flatMap(([story, own]) => {
    const { customerId = '' } = own[0]?.message ?? {};
    // Reviews come after the fact, and who writes one need not have complained to us.
    const toUs = unaskedTexts(story, own, sentiments).filter(({ channel }) => channel !== 'review');
    const flagged = toUs.some(({ answer }) => answer === 'yes');
    return toUs.length === 0 ? [] : [{ flagged, complained: complained.has(customerId) }];
  });
  const counted = (is: boolean) => {
    const these = writers.filter((writer) => writer.complained === is);
    const flagged = these.filter((writer) => writer.flagged).length;
    return [flagged, these.length, share(flagged / these.length), interval(flagged, these.length)];
  };
  const meantFor = (customerId = ''): Reply =>
    remedied.has(customerId) ? 'remedy' : brushedOff.has(customerId) ? 'hollow' : 'other';
  return [
    `${folder}: customers who wrote`,
    table([
      ['', 'flagged', 'of', 'rate', '90 % interval'],
      ['complained (sensitivity)', ...counted(true)],
      ['did not (false rate)', ...counted(false)],
    ]),
    replyFigures(facts, meantFor),
  ].join('\n');
};
