import { detectLanguage } from '../domain/hearing/language.ts';
import { type Day, dayOf, type Instant, plus } from '../domain/instant.ts';
import { BACKFILL } from '../domain/message/backfill.ts';
import { customerWords, type Fact, factOf, factSortKey } from '../domain/message/fact.ts';
import { feedbackHome } from '../domain/message/identity.ts';
import { redactMessage } from '../domain/message/redacted-message.ts';
import { check, type Rejection } from '../domain/message/rejection.ts';
import type { RejectedMessage } from '../domain/rejects/reject.ts';
import type { Scoring } from '../domain/scoring/answers.ts';
import type { DailyUnits, Scorer } from '../domain/scoring/scorer.ts';
import type { Sentiment } from '../domain/scoring/sentiment.ts';
import type { UnscoredWords } from '../domain/scoring/unscored.ts';
import { withWords, wordsToScore } from '../domain/scoring/words-to-score.ts';
import { CLOCKS_DIFFER, type Look } from '../domain/story/look.ts';
import { mapConcurrently } from '../runtime/concurrency.ts';
import { DependencyError } from '../runtime/errors.ts';
import { log } from '../runtime/log.ts';
import { type BatchRun, type Delivery, sqsBatch } from '../runtime/sqs-batch.ts';
import { type GuestDays, overtakenGuests, placeGuests } from './guests.ts';
import { tallyOfReasons, unscoredAmong } from './parking.ts';

/** What intake reads and leaves, one port a store. */
export interface Deps {
  now(): Instant;
  scorer: Scorer;
  units: DailyUnits;
  parked: { set(marks: readonly UnscoredWords[]): Promise<void> };
  facts: {
    alreadyScored(facts: readonly Fact[], scorer: string): Promise<ReadonlySet<Fact>>;
    add(fact: Fact, sentiment: Sentiment | undefined, receivedAt: Instant): Promise<void>;
    addCorrection(fact: Fact, receivedAt: Instant): Promise<void>;
    copy(fact: Fact, story: string, receivedAt: Instant): Promise<void>;
    addToGuests(fact: Fact, sentiment: Sentiment | undefined, receivedAt: Instant): Promise<void>;
    correctionsOf(facts: readonly Fact[]): Promise<ReadonlyMap<Fact, Fact[]>>;
  };
  rejects: { add(message: RejectedMessage, at: Instant): Promise<void> };
  records: {
    addAddresses(facts: readonly Fact[]): Promise<void>;
    addressesOf(fact: Fact): Promise<string[]>;
  };
  guestDays: GuestDays;
  looks: { send(looks: readonly Look[]): Promise<void> };
  due: { set(marks: readonly { story: string; at: Instant; cause: string }[]): Promise<void> };
}

const WRITES_IN_FLIGHT = 24;
/** Nothing new begins with less time left; what is not begun comes again. */
const RESERVE_MS = 10_000;

/** A fact and the messages that brought it: the same feedback may come twice in a batch. */
interface Arrival {
  fact: Fact;
  deliveries: Delivery[];
}

interface Kept extends Arrival {
  /** Stories that must be looked at: the fact's own, and those a correction reaches. */
  stories: string[];
}

const isBackfill = ({ attributes }: Delivery): boolean => attributes[BACKFILL] === 'true';

const isCorrection = ({ message }: Fact): boolean => message.revision > 0 || message.retracted;

const languageOf = (message: Fact['message']): string | undefined => {
  const words = customerWords(message) ?? (message.kind === 'text' && !message.retracted ? message.body : undefined);
  if (words === undefined || message.retracted) return undefined;
  const told = message.language === 'und' ? undefined : message.language;
  return told ?? detectLanguage(words);
};

/** Checks, redacts, dedupes, scores and keeps what upstream systems posted. */
export const makeHandler = (deps: Deps) => {
  const take = async (deliveries: readonly Delivery[], run: BatchRun): Promise<Arrival[]> => {
    const arrivals = new Map<string, Arrival>();
    const rejects: { delivery: Delivery; reasons: Rejection[]; source?: string | undefined }[] = [];
    let unknownFields = 0;
    for (const delivery of deliveries) {
      const checked = check(delivery.body, delivery.sentAt);
      if (checked.kind === 'rejected') {
        rejects.push({ delivery, ...checked });
        continue;
      }
      unknownFields += checked.unknownFields;
      const message = redactMessage(checked.message);
      const fact = factOf(message, languageOf(message));
      const key = JSON.stringify([fact.story, factSortKey(fact)]);
      const same = arrivals.get(key);
      if (same) same.deliveries.push(delivery);
      else arrivals.set(key, { fact, deliveries: [delivery] });
    }
    await mapConcurrently(rejects, WRITES_IN_FLIGHT, async ({ delivery, reasons, source }) => {
      const { messageId, queue, sentAt, body } = delivery;
      try {
        const backfill = isBackfill(delivery);
        await deps.rejects.add({ messageId, queue, source, backfill, sentAt, body, reasons }, deps.now());
        log.warn('message.rejected', { queue, messageId, path: reasons[0]?.path, code: reasons[0]?.code });
      } catch (error) {
        run.fail(delivery, error);
      }
    });
    if (unknownFields > 0) log.info('fields.unknown', { fields: unknownFields });
    return [...arrivals.values()];
  };

  /** Scores what has no score yet, within what is left of the day's units. */
  const score = async (arrivals: readonly Arrival[], run: BatchRun, day: Day): Promise<Scoring> => {
    const facts = withWords(arrivals.map(({ fact }) => fact));
    const known = facts.length > 0 ? await deps.facts.alreadyScored(facts, deps.scorer.name) : new Set<Fact>();
    const { texts, unsupported } = wordsToScore(facts.filter((fact) => !known.has(fact)));
    const scoring = await deps.scorer.score(texts, run.remaining, {
      unitsPerDay: deps.units.unitsPerDay,
      take: (units) => deps.units.take(day, units),
    });
    for (const key of unsupported) scoring.refused.set(key, 'unsupported-language');
    return scoring;
  };

  const keep = async ({ fact, deliveries }: Arrival, sentiment: Sentiment | undefined): Promise<Kept> => {
    const at = deps.now();
    await deps.facts.add(fact, sentiment, at);
    if (!isCorrection(fact)) return { fact, deliveries, stories: [fact.story] };
    await deps.facts.addCorrection(fact, at);
    const elsewhere = (await deps.records.addressesOf(fact)).filter((story) => story !== fact.story);
    await Promise.all(elsewhere.map((story) => deps.facts.copy(fact, story, at)));
    return { fact, deliveries, stories: [...new Set([fact.story, feedbackHome(fact.message), ...elsewhere])] };
  };

  /** Corrections that came before what they correct: ours was written first, so one of the two sees the other. */
  const correct = async (kept: readonly Kept[]): Promise<Kept[]> => {
    const at = deps.now();
    const known = await deps.facts.correctionsOf(kept.map(({ fact }) => fact));
    const reached = kept.flatMap(({ fact: { story }, fact, deliveries }) =>
      (known.get(fact) ?? [])
        .filter((correction) => isCorrection(correction) && correction.story !== story)
        .map((correction) => ({ story, kept: { fact: correction, deliveries, stories: [story] } })),
    );
    await mapConcurrently(reached, WRITES_IN_FLIGHT, ({ story, kept: { fact } }) => deps.facts.copy(fact, story, at));
    return reached.map((one) => one.kept);
  };

  /** Sets aside, after the facts are kept, the words that have no sentiment: score-parked takes them up. */
  const park = async (kept: readonly Kept[], scoring: Scoring): Promise<void> => {
    const facts = kept.map(({ fact, deliveries }) => ({ fact, backfill: deliveries.every(isBackfill) }));
    const marks = unscoredAmong(facts, scoring, deps.scorer.name, deps.now());
    if (marks.length > 0) await deps.parked.set(marks);
    for (const { reason, texts, error } of tallyOfReasons(marks, scoring)) {
      log.warn('texts.parked', { reason, texts, error });
    }
  };

  const follow = async (kept: readonly Kept[], sentimentOf: (fact: Fact) => Sentiment | undefined): Promise<Kept[]> => {
    const overtaken = await overtakenGuests(kept, deps.guestDays);
    if (overtaken.length === 0) return [];
    await deps.records.addAddresses(overtaken.map(({ fact }) => fact));
    await mapConcurrently(overtaken, WRITES_IN_FLIGHT, ({ fact }) =>
      deps.facts.addToGuests(fact, sentimentOf(fact), deps.now()),
    );
    return overtaken.map((one) => ({ ...one, stories: [one.fact.story] }));
  };

  /**
   * Live feedback is looked at now, a look a story; history, and what lies ahead, when the clock comes to it. What lies ahead
   * by no more than clocks differ is looked at now as well, as of its own time: a hold must not wait for the clock's next run.
   * The mark stays, as a fold that asks for less may yet take the place of the one that saw it.
   */
  const announce = async (kept: readonly Kept[]): Promise<void> => {
    const now = deps.now();
    const soon = plus(now, CLOCKS_DIFFER);
    const isHistory = ({ deliveries }: Kept): boolean => deliveries.every(isBackfill);
    const timeOf = ({ fact }: Kept): Instant => fact.message.occurredAt;
    const asOf = new Map<string, Instant>();
    for (const one of kept.filter((one) => !isHistory(one) && timeOf(one) <= soon)) {
      for (const story of one.stories) {
        const latest = asOf.get(story) ?? now;
        asOf.set(story, timeOf(one) > latest ? timeOf(one) : latest);
      }
    }
    await Promise.all([
      deps.due.set(
        kept
          .filter((one) => isHistory(one) || timeOf(one) > now)
          .flatMap((one) => one.stories.map((story) => ({ story, at: timeOf(one), cause: one.fact.contentHash }))),
      ),
      deps.looks.send([...asOf].map(([story, at]) => (at > now ? { story, asOf: at } : { story }))),
    ]);
  };

  return sqsBatch(async (deliveries, run) => {
    if (run.remaining() < RESERVE_MS) throw new DependencyError('no time left');
    const arrivals = await placeGuests(await take(deliveries, run), deps.guestDays);
    // Addresses before the paid call: what throws from here on throws before anything was billed, or fails alone.
    await deps.records.addAddresses(arrivals.map(({ fact }) => fact));
    const day = dayOf(deps.now());
    const scoring = await score(arrivals, run, day);
    const { scored, units } = scoring;
    if (units.billed > 0) log.info('units.billed', { units: units.billed });
    const outcomes = await mapConcurrently(arrivals, WRITES_IN_FLIGHT, async (arrival) => {
      try {
        return await keep(arrival, scored.get(factSortKey(arrival.fact)));
      } catch (error) {
        for (const delivery of arrival.deliveries) run.fail(delivery, error);
        return undefined;
      }
    });
    const stored = outcomes.filter((one) => one !== undefined);
    await park(stored, scoring);
    if (units.unused > 0) await deps.units.giveBack(day, units.unused);
    const overtaken = await follow(stored, (fact) => scored.get(factSortKey(fact)));
    const kept = [...stored, ...overtaken];
    await announce([...kept, ...(await correct(kept))]);
    log.info('facts.stored', { messages: deliveries.length, facts: stored.length, scored: scored.size });
  });
};
