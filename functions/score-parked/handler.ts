import type { Context } from 'aws-lambda';
import { dayOf, type Instant } from '../domain/instant.ts';
import { type Fact, factSortKey } from '../domain/message/fact.ts';
import { ScheduledRun } from '../domain/scheduled-run.ts';
import type { DailyUnits, Scorer } from '../domain/scoring/scorer.ts';
import type { Sentiment } from '../domain/scoring/sentiment.ts';
import type { ParkReason, UnscoredWords } from '../domain/scoring/unscored.ts';
import { wordsToScore } from '../domain/scoring/words-to-score.ts';
import { asGuest } from '../domain/story/guests.ts';
import type { Look } from '../domain/story/look.ts';
import { mapConcurrently } from '../runtime/concurrency.ts';
import { log } from '../runtime/log.ts';
import { type Outcome, outcomeOf } from './outcome.ts';

/** Where a reading of marks goes on. */
type Bookmark = { range: number; after?: string };

/** What scoring later reads and leaves, one port a store. */
export interface Deps {
  scorer: Scorer;
  units: DailyUnits;
  parked: {
    /** The next marks, at most `most`; none at the end. */
    toTakeUp(from: Bookmark | undefined, most: number): Promise<{ marks: UnscoredWords[]; next?: Bookmark }>;
    set(marks: readonly UnscoredWords[]): Promise<void>;
    clear(marks: readonly UnscoredWords[]): Promise<void>;
    unscorable(): Promise<number>;
  };
  facts: {
    named(names: readonly { story: string; fact: string }[]): Promise<Fact[]>;
    alreadyScored(facts: readonly Fact[], scorer: string): Promise<ReadonlySet<Fact>>;
    addScore(fact: Fact, sentiment: Sentiment, receivedAt: Instant): Promise<void>;
    addToGuests(fact: Fact, sentiment: Sentiment | undefined, receivedAt: Instant): Promise<void>;
  };
  guestDays: {
    /** Those that lie in a customer's story although their day is a guest day. */
    among(facts: readonly Fact[]): Promise<ReadonlySet<Fact>>;
  };
  looks: { send(looks: readonly Look[]): Promise<void> };
  due: { set(marks: readonly { story: string; at: Instant; cause: string }[]): Promise<void> };
}

/** What a run came to. */
export interface ParkedRun {
  scored: number;
  /** Words that still wait, by reason; at least so many where the time was up first. */
  waiting: Partial<Record<ParkReason, number>>;
}

/** Four calls' worth, so that little is asked in vain where the scorer is out, and little is lost where a run is stopped. */
const MARKS_AT_ONCE = 100;
/** Marks that are only counted, some 300 bytes each, are read by the megabyte. */
const MARKS_COUNTED_AT_ONCE = 3_000;
const WRITES_IN_FLIGHT = 24;
/** Nothing new begins with less time left; the marks wait for the next run. */
const RESERVE_MS = 30_000;

interface Course {
  at: Instant;
  remaining: () => number;
  scored: number;
  waiting: ParkedRun['waiting'];
  /** Why the scorer is not asked any more in this run. */
  halted?: ParkReason;
}

/**
 * Scores what was parked: facts first get their scores, then their stories are looked at anew, and only then the marks go,
 * so that a run that breaks off is taken up by the next. Where the scorer is out or the day's units are spent, the rest is
 * counted and waits.
 */
export const makeHandler = (deps: Deps) => {
  /** As intake does: live feedback is looked at now, history and what lies ahead when the clock comes to it. */
  const announce = async (outcomes: readonly Outcome[], guests: ReadonlySet<Fact>, at: Instant): Promise<void> => {
    const heard = outcomes.flatMap((outcome) => {
      if (outcome.kind !== 'scored') return [];
      const { mark, fact } = outcome;
      return guests.has(fact) ? [outcome, { mark, fact: asGuest(fact) }] : [outcome];
    });
    const isLater = ({ mark, fact }: (typeof heard)[number]) => mark.backfill || fact.message.occurredAt > at;
    const live = new Set(heard.filter((one) => !isLater(one)).map(({ fact }) => fact.story));
    const due = heard
      .filter(isLater)
      .map(({ fact }) => ({ story: fact.story, at: fact.message.occurredAt, cause: fact.contentHash }));
    if (due.length > 0) await deps.due.set(due);
    if (live.size > 0) await deps.looks.send([...live].map((story) => ({ story })));
  };

  /**
   * Keeps the scores, those of guest days in the guest stories too; answers with the facts of guest days. Who is handed over
   * while its score is kept is looked for once more after that: one of the two sees the other.
   */
  const keep = async (outcomes: readonly Outcome[], facts: readonly Fact[]): Promise<ReadonlySet<Fact>> => {
    const scored = outcomes.flatMap(({ mark, ...outcome }) =>
      outcome.kind === 'scored' && outcome.sentiment
        ? [{ fact: outcome.fact, sentiment: outcome.sentiment, since: mark.since }]
        : [],
    );
    const toGuests = (guests: ReadonlySet<Fact>) =>
      mapConcurrently(
        scored.filter(({ fact }) => guests.has(fact)),
        WRITES_IN_FLIGHT,
        ({ fact, sentiment, since }) => deps.facts.addToGuests(asGuest(fact), sentiment, since),
      );
    const before = await deps.guestDays.among(facts);
    await toGuests(before);
    await mapConcurrently(scored, WRITES_IN_FLIGHT, ({ fact, sentiment, since }) =>
      deps.facts.addScore(fact, sentiment, since),
    );
    const after = await deps.guestDays.among(facts.filter((fact) => !before.has(fact)));
    await toGuests(after);
    return before.union(after);
  };

  const takeUp = async (marks: readonly UnscoredWords[], course: Course): Promise<void> => {
    const day = dayOf(course.at);
    const facts = await deps.facts.named(marks);
    const known = await deps.facts.alreadyScored(facts, deps.scorer.name);
    const { texts, unsupported } = wordsToScore(facts.filter((fact) => !known.has(fact)));
    const scoring = await deps.scorer.score(texts, course.remaining, {
      unitsPerDay: deps.units.unitsPerDay,
      take: (units) => deps.units.take(day, units),
    });
    const { units, halted } = scoring;
    for (const key of unsupported) scoring.refused.set(key, 'unsupported-language');
    if (units.billed > 0) log.info('units.billed', { units: units.billed });
    if (halted) course.halted = halted;

    const byName = new Map(facts.map((fact) => [JSON.stringify([fact.story, factSortKey(fact)]), fact]));
    const outcomes = marks.map((mark) => {
      const fact = byName.get(JSON.stringify([mark.story, mark.fact]));
      return outcomeOf(mark, fact, fact !== undefined && known.has(fact), scoring, deps.scorer.name);
    });
    const guests = await keep(outcomes, facts);
    course.scored += outcomes.filter((outcome) => outcome.kind === 'scored' && outcome.sentiment).length;
    if (units.unused > 0) await deps.units.giveBack(day, units.unused);
    await announce(outcomes, guests, course.at);
    await settle(outcomes, course);
  };

  /** Clears the marks of what is done with, after what waits under another key was marked there. */
  const settle = async (outcomes: readonly Outcome[], course: Course): Promise<void> => {
    const waiting = outcomes.flatMap((outcome) => (outcome.kind === 'waits' ? [outcome.mark] : []));
    if (waiting.length > 0) await deps.parked.set(waiting);
    const done = outcomes.flatMap((outcome) => (outcome.kind === 'waits' ? (outcome.instead ?? []) : [outcome.mark]));
    if (done.length > 0) await deps.parked.clear(done);
    countWaiting(waiting, course);
  };

  return async (event: unknown, context: Pick<Context, 'getRemainingTimeInMillis'>): Promise<ParkedRun> => {
    const { at } = ScheduledRun.parse(event);
    const course: Course = { at, remaining: () => context.getRemainingTimeInMillis(), scored: 0, waiting: {} };
    let from: Bookmark | undefined;
    do {
      if (course.remaining() <= RESERVE_MS) break;
      const most = course.halted ? MARKS_COUNTED_AT_ONCE : MARKS_AT_ONCE;
      const page = await deps.parked.toTakeUp(from, most);
      if (course.halted) countWaiting(page.marks, course);
      else if (page.marks.length > 0) await takeUp(page.marks, course);
      from = page.next;
    } while (from);
    const { scored, waiting } = course;
    const { throttled = 0, outage = 0, ceiling = 0, 'no-time': late = 0 } = waiting;
    const unsupported = await deps.parked.unscorable();
    const parked = throttled + outage + ceiling + late;
    log.info('scores.parked', { parked, throttled, outage, ceiling, unsupported, scored });
    return { scored, waiting };
  };
};

/** What another scorer could not score is no debt of this one's until it was asked. */
const countWaiting = (marks: readonly UnscoredWords[], { waiting }: Course): void => {
  for (const mark of marks) if (mark.kind === 'parked') waiting[mark.reason] = (waiting[mark.reason] ?? 0) + 1;
};
