import type { Deps as CompareDeps } from '../../functions/compare-touchpoints/handler.ts';
import type { Deps as DetectDeps } from '../../functions/detect-customer-gaps/handler.ts';
import type { Action } from '../../functions/domain/actions/action.ts';
import type { Gap } from '../../functions/domain/gaps/gap.ts';
import type { Instant } from '../../functions/domain/instant.ts';
import { type Fact, factSortKey } from '../../functions/domain/message/fact.ts';
import { feedbackHome } from '../../functions/domain/message/identity.ts';
import type { Sentiment } from '../../functions/domain/scoring/sentiment.ts';
import type { StoryState } from '../../functions/domain/story/changes.ts';
import type { Look } from '../../functions/domain/story/look.ts';
import type { CellDay } from '../../functions/domain/touchpoints/cell-day.ts';
import type { TouchpointSummary } from '../../functions/domain/touchpoints/comparison.ts';
import { cellDayKey, cellKey, type TallyRow } from '../../functions/domain/touchpoints/tally-row.ts';
import type { Deps as FollowUpDeps } from '../../functions/follow-up-actions/handler.ts';
import type { Deps as IngestDeps } from '../../functions/ingest-feedback/handler.ts';

type Reject = Parameters<IngestDeps['rejects']['add']>[0];
type DueMark = { story: string; at: Instant };

/** Items under a partition and a sort key, as a table keeps them. */
class Partitions<T> {
  readonly #items = new Map<string, Map<string, T>>();

  in(partition: string): Map<string, T> {
    const held = this.#items.get(partition) ?? new Map<string, T>();
    this.#items.set(partition, held);
    return held;
  }

  /** What is there stays. */
  add(partition: string, sort: string, item: T): void {
    const items = this.in(partition);
    if (!items.has(sort)) items.set(sort, structuredClone(item));
  }

  all(): { partition: string; sort: string; item: T }[] {
    return [...this.#items]
      .flatMap(([partition, items]) => [...items].map(([sort, item]) => ({ partition, sort, item })))
      .sort((a, b) => (a.partition + a.sort < b.partition + b.sort ? -1 : 1));
  }
}

interface Ordered<T> {
  order: string;
  value: T;
}

/** Writes unless a greater order is there; answers whether it was written. */
const putInOrder = <T>(items: Map<string, Ordered<T>>, key: string, order: string, value: T): boolean => {
  if ((items.get(key)?.order ?? '') > order) return false;
  items.set(key, { order, value: structuredClone(value) });
  return true;
};

/** What the functions leave behind, kept by the rules of the tables. */
export class MemoryStore {
  readonly stories = new Partitions<Fact>();
  readonly scores = new Map<string, Sentiment>();
  readonly #homes = new Partitions<Fact>();
  readonly #addresses = new Partitions<true>();
  readonly rejects = new Map<string, Reject>();
  readonly looksSent: Look[] = [];
  readonly dueMarks = new Map<string, DueMark>();
  readonly #states = new Map<string, Ordered<StoryState>>();
  readonly #rows = new Map<string, Ordered<{ cellDay: string; row?: TallyRow }>>();
  readonly changed = new Map<string, string>();
  readonly #days = new Map<string, Ordered<CellDay>>();
  readonly #summaries = new Map<string, Ordered<TouchpointSummary | undefined>>();
  readonly #actions = new Map<string, Action>();
  readonly #gaps = new Map<string, Ordered<Gap>>();

  /** Where ingest-feedback keeps facts. */
  readonly intake: IngestDeps['facts'] = {
    alreadyScored: async (facts, scorer) => new Set(facts.filter((fact) => this.scores.has(scoreName(fact, scorer)))),
    add: async (fact, sentiment) => {
      this.stories.add(fact.story, factSortKey(fact), fact);
      const name = sentiment && scoreName(fact, sentiment.scorer);
      if (name && !this.scores.has(name)) this.scores.set(name, sentiment);
    },
    addCorrection: async (fact) => this.#homes.add(feedbackHome(fact.message), factSortKey(fact), fact),
    copy: async (fact, story) => this.stories.add(story, factSortKey(fact), fact),
    correctionsOf: async (facts) =>
      new Map(
        facts
          .map((fact): [Fact, Fact[]] => [fact, [...this.#homes.in(feedbackHome(fact.message)).values()]])
          .filter(([, corrections]) => corrections.length > 0),
      ),
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
    story: async (story, horizon, asOf) => {
      const facts = [...this.stories.in(story).values()].filter(
        ({ message: { occurredAt } }) => occurredAt >= horizon && occurredAt <= asOf,
      );
      const scored = facts.flatMap((fact) => {
        const sentiment = this.scores.get(scoreName(fact, SCORER));
        return sentiment ? [[factSortKey(fact), sentiment] as const] : [];
      });
      return { facts, sentiments: new Map(scored) };
    },
  };

  readonly folds: DetectDeps['stories'] = {
    states: async (stories) =>
      new Map(
        stories.flatMap((story) => {
          const state = this.#states.get(story)?.value;
          return state ? [[story, structuredClone(state)] as const] : [];
        }),
      ),
    putState: async (story, state) => (putInOrder(this.#states, story, state.order, state) ? 'written' : 'refused'),
    putRow: async (row, order) => {
      const cellDay = cellDayKey(row);
      putInOrder(this.#rows, `${cellDay}|${row.key}`, order, { cellDay, row });
    },
    voidRow: async (cellDay, key, order) => {
      putInOrder(this.#rows, `${cellDay}|${key}`, order, { cellDay });
    },
    markChanged: async (cellDays, token) => {
      for (const cellDay of cellDays) this.changed.set(cellDay, token);
    },
  };

  readonly touchpoints: CompareDeps['touchpoints'] = {
    changes: async (after = '') =>
      [...this.changed]
        .map(([cellDay, token]) => ({ cellDay, shard: '0', token }))
        .filter(({ cellDay }) => cellDay > after)
        .sort((a, b) => (a.cellDay < b.cellDay ? -1 : 1)),
    settle: async ({ cellDay, token }) => {
      if (this.changed.get(cellDay) === token) this.changed.delete(cellDay);
    },
    rows: async (cellDay) =>
      [...this.#rows.values()].flatMap(({ value }) => (value.cellDay === cellDay && value.row ? [value.row] : [])),
    putDay: async (day, at) => putInOrder(this.#days, cellDayKey(day), at, day),
    days: async (cell, { from, to }) =>
      [...this.#days.values()]
        .map(({ value }) => value)
        .filter((day) => cellKey(day) === cellKey(cell) && day.day >= from && day.day <= to),
    summaries: async () => [...this.#summaries.values()].flatMap(({ value }) => (value ? [value] : [])),
    putSummary: async (cell, summary, at) => putInOrder(this.#summaries, cellKey(cell), at, summary),
  };

  readonly actions: DetectDeps['actions'] = {
    actions: async (ids) =>
      ids.flatMap((id) => {
        const action = this.#actions.get(id);
        return action ? [structuredClone(action)] : [];
      }),
    putAction: async (action, replaces) => {
      if (this.#actions.get(action.id)?.version !== replaces) return false;
      this.#actions.set(action.id, structuredClone(action));
      return true;
    },
    gap: async (id) => structuredClone(this.#gaps.get(id)?.value),
    putGap: async (gap, order) => {
      putInOrder(this.#gaps, gap.id, order, gap);
    },
  };

  get rows(): TallyRow[] {
    return [...this.#rows.values()].flatMap(({ value: { row } }) => (row ? [row] : [])).sort(byKey);
  }
  get gaps(): Gap[] {
    return [...this.#gaps.values()].map(({ value }) => value).sort(byId);
  }
  get allActions(): Action[] {
    return [...this.#actions.values()].sort(byId);
  }
  get states(): Map<string, StoryState> {
    return new Map([...this.#states].map(([story, { value }]) => [story, value]));
  }
  get summaries(): TouchpointSummary[] {
    return [...this.#summaries.values()].flatMap(({ value }) => (value ? [value] : []));
  }

  /** All that lasts, comparable: two stores that came to the same in different ways have the same contents. */
  contents() {
    return {
      facts: this.stories.all(),
      scores: [...this.scores].sort(),
      homes: this.#homes.all(),
      addresses: this.#addresses.all(),
      // Bodies are sealed: whoever reads the rest does not read them.
      rejects: [...this.rejects].map(([messageId, { body: _, ...reject }]) => [messageId, reject]).sort(),
      due: [...this.dueMarks.keys()].sort(),
      states: [...this.#states].sort(),
      rows: this.rows,
      changed: [...this.changed.keys()].sort(),
      actions: this.allActions,
      gaps: this.gaps,
    };
  }
}

/** Scorer and version whose answers the store reads. */
export const SCORER = 'stand-in-1';

const scoreName = (fact: Fact, scorer: string): string => JSON.stringify([fact.story, factSortKey(fact), scorer]);

const byId = (a: { id: string }, b: { id: string }): number => (a.id < b.id ? -1 : 1);
const byKey = (a: TallyRow, b: TallyRow): number => (a.key < b.key ? -1 : 1);
