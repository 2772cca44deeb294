import type { Deps as CompareDeps } from '../../functions/compare-touchpoints/handler.ts';
import type { Deps as DetectDeps } from '../../functions/detect-customer-gaps/handler.ts';
import type { Action } from '../../functions/domain/actions/action.ts';
import type { Gap } from '../../functions/domain/gaps/gap.ts';
import { dayOf, type Instant } from '../../functions/domain/instant.ts';
import { type Fact, factSortKey } from '../../functions/domain/message/fact.ts';
import { customerOf, feedbackHome } from '../../functions/domain/message/identity.ts';
import type { Sentiment } from '../../functions/domain/scoring/sentiment.ts';
import type { UnscoredWords } from '../../functions/domain/scoring/unscored.ts';
import type { StoryState } from '../../functions/domain/story/changes.ts';
import { asGuest, betweenGuestDays, GUEST_FACTS, isGuestStory } from '../../functions/domain/story/guests.ts';
import type { Look } from '../../functions/domain/story/look.ts';
import { STORY_FACTS } from '../../functions/domain/story/reach.ts';
import type { TouchpointSummary } from '../../functions/domain/touchpoints/comparison.ts';
import type { TallyRow } from '../../functions/domain/touchpoints/tally-row.ts';
import type { Voices } from '../../functions/domain/touchpoints/voices.ts';
import type { TouchpointWhy } from '../../functions/domain/why/touchpoint-why.ts';
import type { Deps as ExplainDeps } from '../../functions/explain-touchpoints/handler.ts';
import type { Deps as FollowUpDeps } from '../../functions/follow-up-actions/handler.ts';
import type { Deps as IngestDeps } from '../../functions/ingest-feedback/handler.ts';
import type { Deps as ScoreDeps } from '../../functions/score-parked/handler.ts';
import { MemoryActions } from './memory-actions.ts';
import { MemoryHolds } from './memory-holds.ts';
import { MemoryTouchpoints } from './memory-touchpoints.ts';
import { type Ordered, Partitions } from './partitions.ts';

type Reject = Parameters<IngestDeps['rejects']['add']>[0];
type DueMark = { story: string; at: Instant };
type GuestMark = Awaited<ReturnType<DetectDeps['guestDays']['since']>>[number];

/** What the functions leave behind, kept by the rules of the tables. */
export class MemoryStore {
  readonly stories = new Partitions<Fact>();
  readonly scores = new Map<string, Sentiment>();
  readonly #homes = new Partitions<Fact>();
  readonly #corrections = new Partitions<Fact>();
  readonly guestMarks = new Map<string, GuestMark>();
  readonly #addresses = new Partitions<true>();
  readonly rejects = new Map<string, Reject>();
  readonly looksSent: Look[] = [];
  readonly dueMarks = new Map<string, DueMark>();
  readonly #states = new Map<string, Ordered<StoryState>>();
  readonly #settled = new Map<string, string>();
  /** What is known of touchpoints. */
  readonly told = new MemoryTouchpoints();
  readonly holds = new MemoryHolds();
  /** Actions and gaps, and what is told of them. */
  readonly kept = new MemoryActions();

  /** Where ingest-feedback keeps facts. */
  readonly intake: IngestDeps['facts'] & ScoreDeps['facts'] = {
    alreadyScored: async (facts, scorer) => new Set(facts.filter((fact) => this.scores.has(scoreName(fact, scorer)))),
    add: async (fact, sentiment) => {
      this.stories.add(fact.story, factSortKey(fact), fact);
      const name = sentiment && scoreName(fact, sentiment.scorer);
      if (name && !this.scores.has(name)) this.scores.set(name, sentiment);
    },
    named: async (names) => names.flatMap(({ story, fact }) => structuredClone(this.stories.in(story).get(fact)) ?? []),
    addScore: async (fact, sentiment) => {
      const name = scoreName(fact, sentiment.scorer);
      if (!this.scores.has(name)) this.scores.set(name, sentiment);
    },
    addCorrection: async (fact) => {
      this.#homes.add(feedbackHome(fact.message), factSortKey(fact), fact);
      if (customerOf(fact.story) !== undefined) this.#copy(fact, fact.story);
    },
    copy: async (fact, story) => this.#copy(fact, story),
    addToGuests: async (fact, sentiment) => this.intake.add(fact, sentiment, ''),
    correctionsOf: async (facts) =>
      new Map(
        facts
          .map((fact): [Fact, Fact[]] => [fact, [...this.#homes.in(feedbackHome(fact.message)).values()]])
          .filter(([, corrections]) => corrections.length > 0),
      ),
  };

  #copy(fact: Fact, story: string): void {
    this.stories.add(story, `${factSortKey(fact)}${isGuestStory(story) ? '#elsewhere' : ''}`, fact);
    if (customerOf(story) !== undefined) this.#corrections.add(story, factSortKey(fact), fact);
  }

  readonly guestDays: IngestDeps['guestDays'] & DetectDeps['guestDays'] = {
    among: async (facts) =>
      new Set(facts.filter(({ story, message }) => this.guestMarks.has(`${story} ${dayOf(message.occurredAt)}`))),
    known: async (stories) => {
      const marked = new Set([...this.guestMarks.values()].map(({ story }) => story));
      return new Set(stories.filter((story) => marked.has(story)));
    },
    since: async (story, day) =>
      [...this.guestMarks.values()].filter((mark) => mark.story === story && mark.day >= day),
    mark: async (story, day) => {
      if (this.guestMarks.has(`${story} ${day}`)) return 'refused';
      this.guestMarks.set(`${story} ${day}`, { story, day, done: false });
      return 'written';
    },
    progress: async ({ story, day }, after) => {
      const seen = this.guestMarks.get(`${story} ${day}`);
      if (seen?.done || (after !== undefined && (seen?.after ?? '') > after)) return;
      this.guestMarks.set(
        `${story} ${day}`,
        after === undefined ? { story, day, done: true } : { story, day, after, done: false },
      );
    },
  };

  /** Where detect-customer-gaps hands facts of guest days over; a score comes with its fact. */
  readonly guestFacts: DetectDeps['guestFacts'] = {
    page: async ({ story, day, after = '' }, most) => {
      const ofDay = [...this.stories.in(story).values()]
        .filter((fact) => fact.story === story && dayOf(fact.message.occurredAt) === day && factSortKey(fact) > after)
        .sort((a, b) => (factSortKey(a) < factSortKey(b) ? -1 : 1));
      const facts = ofDay.slice(0, most).map((fact) => ({ fact: asGuest(fact) }));
      const last = ofDay[most - 1];
      return ofDay.length > most && last ? { facts, next: factSortKey(last) } : { facts };
    },
    add: async ({ fact }) => {
      const from = `customer#${fact.message.customerId}`;
      await this.intake.add(fact, this.scores.get(scoreName({ ...fact, story: from }, SCORER)), '');
    },
    correctionsOf: async (facts) => this.intake.correctionsOf(facts),
    copy: async (correction, { fact }) => this.#copy(correction, fact.story),
  };

  readonly rejected: IngestDeps['rejects'] = {
    add: async (message) => {
      this.rejects.set(message.messageId, message);
    },
  };

  readonly records: IngestDeps['records'] = {
    addAddresses: async (facts) => {
      for (const fact of facts) this.#addresses.add(fact.feedback, fact.story, true);
    },
    addressesOf: async (fact) => [...this.#addresses.in(fact.feedback).keys()],
  };

  readonly looks: IngestDeps['looks'] = {
    send: async (looks) => {
      this.looksSent.push(...looks);
    },
  };

  readonly marks = new Map<string, UnscoredWords>();
  readonly parked: IngestDeps['parked'] & ScoreDeps['parked'] = {
    set: async (marks) => {
      for (const mark of marks) this.marks.set(markName(mark), structuredClone(mark));
    },
    clear: async (marks) => {
      for (const mark of marks) this.marks.delete(markName(mark));
    },
    toTakeUp: async (from, most) => {
      const marks = [...this.marks]
        .filter(([name, mark]) => name > (from?.after ?? '') && (mark.kind === 'parked' || mark.scorer !== SCORER))
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .slice(0, most);
      const last = marks.at(-1)?.[0];
      return { marks: marks.map(([, mark]) => mark), ...(last ? { next: { range: 0, after: last } } : {}) };
    },
    unscorable: async () =>
      [...this.marks.values()].filter((mark) => 'scorer' in mark && mark.scorer === SCORER).length,
  };

  /** Units taken of each day. */
  readonly spent = new Map<string, number>();
  readonly units: IngestDeps['units'] = {
    unitsPerDay: 1_000_000,
    take: async (day, units) => {
      const sum = (this.spent.get(day) ?? 0) + units;
      if (sum > this.units.unitsPerDay) return false;
      this.spent.set(day, sum);
      return true;
    },
    giveBack: async (day, units) => {
      this.spent.set(day, (this.spent.get(day) ?? 0) - units);
    },
  };

  readonly due: IngestDeps['due'] & FollowUpDeps['due'] = {
    set: async (marks) => {
      for (const mark of marks) this.dueMarks.set(JSON.stringify(mark), mark);
    },
    clear: async (marks) => {
      for (const mark of marks) this.dueMarks.delete(JSON.stringify(mark));
    },
    until: async (at, most) =>
      [...this.dueMarks.values()]
        .filter((mark) => mark.at <= at)
        .sort((a, b) => (a.at < b.at ? -1 : 1))
        .slice(0, most),
  };

  /** Where detect-customer-gaps reads facts. */
  readonly facts: DetectDeps['facts'] = {
    story: async (story, horizon, asOf, guestDays) => {
      const within = (facts: Iterable<Fact>, from: Instant, to: Instant) =>
        [...facts].filter(({ message: { occurredAt } }) => occurredAt >= from && occurredAt <= to);
      const ordinary = betweenGuestDays(horizon, asOf, guestDays)
        .flatMap(({ from, to }) => within(this.stories.in(story).values(), from, to))
        .sort((a, b) => (factSortKey(a) < factSortKey(b) ? -1 : 1));
      const corrections = guestDays.length > 0 ? within(this.#corrections.in(story).values(), horizon, asOf) : [];
      const facts = [...corrections, ...ordinary.slice(-STORY_FACTS - GUEST_FACTS)];
      const scored = facts.flatMap((fact) => {
        const sentiment = this.scores.get(scoreName(fact, SCORER));
        return sentiment ? [[factSortKey(fact), sentiment] as const] : [];
      });
      return { facts, sentiments: new Map(scored) };
    },
  };

  /** Where explain-touchpoints reads words. */
  readonly words: ExplainDeps['facts'] = {
    at: async (refs) =>
      refs.flatMap((ref) => {
        const fact = this.stories.in(ref.story).get(ref.fact);
        return fact ? [{ ref, fact: structuredClone(fact) }] : [];
      }),
  };

  readonly folds: DetectDeps['stories'] = {
    states: async (stories) =>
      new Map(
        stories.flatMap((story) => {
          const state = this.#states.get(story)?.value;
          const settled = this.#settled.get(story) === state?.order;
          return state ? [[story, { state: structuredClone(state), settled }] as const] : [];
        }),
      ),
    orders: async (stories) => new Map(stories.map((story) => [story, this.#states.get(story)?.order ?? ''])),
    putState: async (story, state, replaces) => {
      if (this.#states.get(story)?.order !== replaces) return 'refused';
      this.#states.set(story, { order: state.order, value: structuredClone(state) });
      return 'written';
    },
    settle: async (folds) => {
      for (const { story, order } of folds) this.#settled.set(story, order);
    },
    ...this.told.tallies,
  };

  readonly touchpoints: CompareDeps['touchpoints'] & ExplainDeps['touchpoints'] = this.told.ports;

  readonly actions = this.kept.ports;

  /** All that following up works on, for owners of a company. */
  followUp(owners: FollowUpDeps['owners']): FollowUpDeps {
    const { digestPort: digests, weekPort: weeks, outbox } = this.kept;
    return { owners, due: this.due, looks: this.looks, actions: this.actions, digests, weeks, outbox };
  }

  get rows(): TallyRow[] {
    return this.told.rows;
  }
  get changed(): Map<string, string> {
    return this.told.changed;
  }
  get voices(): Voices[] {
    return this.told.voices;
  }
  get whys(): Map<string, TouchpointWhy> {
    return this.told.whys;
  }

  get speakers(): Map<string, string> {
    return this.told.speakers;
  }
  get gaps(): Gap[] {
    return [...this.kept.gaps.values()].map(({ value }) => value).sort(byId);
  }
  get allActions(): Action[] {
    return [...this.kept.actions.values()].sort(byId);
  }
  get states(): Map<string, StoryState> {
    return new Map([...this.#states].map(([story, { value }]) => [story, value]));
  }
  get summaries(): TouchpointSummary[] {
    return this.told.summaries;
  }

  /** All that lasts, comparable: two stores that came to the same in different ways have the same contents. */
  contents() {
    return {
      facts: this.stories.all(),
      scores: [...this.scores].sort(),
      homes: this.#homes.all(),
      guests: [...this.guestMarks].sort(),
      addresses: this.#addresses.all(),
      // Bodies are sealed: whoever reads the rest does not read them.
      rejects: [...this.rejects].map(([messageId, { body: _, ...reject }]) => [messageId, reject]).sort(),
      due: [...this.dueMarks.keys()].sort(),
      marks: [...this.marks].sort(),
      states: [...this.#states].sort(),
      rows: this.rows,
      changed: [...this.changed.keys()].sort(),
      holds: [...this.holds.states].sort(),
      actions: this.allActions,
      gaps: this.gaps,
      voices: this.voices,
      whys: [...this.whys].sort(),
      comparisons: [...this.told.comparisons].sort(),
      fleetLooks: this.told.looks,
      scoresAtLooks: [...this.told.scores].sort(),
    };
  }
}

/** Scorer and version whose answers the store reads. */
export const SCORER = 'stand-in-1';

const markName = (mark: UnscoredWords): string =>
  JSON.stringify([mark.kind, 'scorer' in mark ? mark.scorer : '', mark.story, mark.fact]);

const scoreName = (fact: Fact, scorer: string): string => JSON.stringify([fact.story, factSortKey(fact), scorer]);

const byId = (a: { id: string }, b: { id: string }): number => (a.id < b.id ? -1 : 1);
