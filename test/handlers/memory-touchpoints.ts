import type { Deps as CompareDeps } from '../../functions/compare-touchpoints/handler.ts';
import type { Deps as DetectDeps } from '../../functions/detect-customer-gaps/handler.ts';
import type { ScoresAtLook } from '../../functions/domain/analysts/trend.ts';
import type { FleetLooks } from '../../functions/domain/gaps/life-of-a-gap.ts';
import type { Compared } from '../../functions/domain/silence/compared.ts';
import type { CellDay } from '../../functions/domain/touchpoints/cell-day.ts';
import type { TouchpointSummary } from '../../functions/domain/touchpoints/comparison.ts';
import { cellDayKey, cellKey, cellOfKey, type TallyRow } from '../../functions/domain/touchpoints/tally-row.ts';
import type { Voices } from '../../functions/domain/touchpoints/voices.ts';
import type { TouchpointWhy } from '../../functions/domain/why/touchpoint-why.ts';
import type { Deps as ExplainDeps } from '../../functions/explain-touchpoints/handler.ts';
import { type Ordered, putInOrder } from './partitions.ts';

/** What is known of touchpoints, kept by the rules of the state table. */
export class MemoryTouchpoints {
  readonly #rows = new Map<string, TallyRow>();
  /** Tokens of the cell-days that changed. */
  readonly changed = new Map<string, string>();
  /** Stories by speaker. */
  readonly speakers = new Map<string, string>();
  readonly #days = new Map<string, Ordered<CellDay | undefined>>();
  readonly #voices = new Map<string, Ordered<Voices | undefined>>();
  readonly #whys = new Map<string, Ordered<TouchpointWhy | undefined>>();
  readonly #summaries = new Map<string, Ordered<TouchpointSummary | undefined>>();

  readonly #comparisons = new Map<string, Ordered<Compared | undefined>>();
  /** By the key of the cell and the day of the look. */
  readonly scores = new Map<string, Ordered<ScoresAtLook>>();
  looks: FleetLooks | undefined;

  /** Where folds leave their rows. */
  readonly tallies: Pick<DetectDeps['stories'], 'writeRows' | 'markChanged'> = {
    writeRows: async (put, gone, speakers) => {
      for (const { speaker, story } of speakers) this.speakers.set(speaker, story);
      for (const row of put) this.#rows.set(`${cellDayKey(row)}|${row.key}`, structuredClone(row));
      for (const { cellDay, key } of gone) this.#rows.delete(`${cellDay}|${key}`);
    },
    markChanged: async (cellDays, token) => {
      for (const cellDay of cellDays) this.changed.set(cellDay, token);
    },
  };

  readonly ports: CompareDeps['touchpoints'] & ExplainDeps['touchpoints'] = {
    changes: async (after = '') =>
      [...this.changed]
        .map(([cellDay, token]) => ({ cellDay, shard: '0', token }))
        .filter(({ cellDay }) => cellDay > after)
        .sort((a, b) => (a.cellDay < b.cellDay ? -1 : 1)),
    settle: async ({ cellDay, token }) => {
      if (this.changed.get(cellDay) === token) this.changed.delete(cellDay);
    },
    rows: async (cellDay, take) => take([...this.#rows.values()].filter((row) => cellDayKey(row) === cellDay)),
    putDay: async (day, at) => putInOrder(this.#days, cellDayKey(day), at, day),
    clearDay: async (cell, day, at) => putInOrder(this.#days, cellDayKey({ ...cell, day }), at, undefined),
    days: async (cell, { from, to }) =>
      [...this.#days.values()]
        .flatMap(({ value }) => value ?? [])
        .filter((day) => cellKey(day) === cellKey(cell) && day.day >= from && day.day <= to),
    summaries: async () => this.summaries,
    putVoices: async (cell, voices, at) => {
      putInOrder(this.#voices, cellKey(cell), at, voices);
    },
    voices: async (cells) => cells.flatMap((cell) => this.#voices.get(cellKey(cell))?.value ?? []),
    inStories: async (refs) =>
      refs.flatMap((ref) => {
        const story = this.speakers.get(ref.speaker);
        return story === undefined ? [] : [{ ...ref, story }];
      }),
    explained: async () =>
      [...this.#whys].map(([key, { order, value }]) => ({
        cell: cellOfKey(key),
        at: order,
        told: value !== undefined,
      })),
    putWhy: async (cell, why, at) => {
      putInOrder(this.#whys, cellKey(cell), at, why);
    },
    putSummary: async (cell, summary, at) => putInOrder(this.#summaries, cellKey(cell), at, summary),
    putComparison: async (cell, compared, at) => {
      putInOrder(this.#comparisons, cellKey(cell), at, compared);
    },
    putScores: async (cell, scores, at) => {
      putInOrder(this.scores, `${cellKey(cell)}#${scores.day}`, at, scores);
    },
    looks: async () => this.looks,
    putLooks: async (looks) => {
      this.looks = structuredClone(looks);
    },
  };

  get rows(): TallyRow[] {
    return [...this.#rows.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
  }
  get summaries(): TouchpointSummary[] {
    return [...this.#summaries.values()].flatMap(({ value }) => (value ? [value] : []));
  }
  /** By the key of the cell. */
  get comparisons(): Map<string, Compared> {
    return new Map([...this.#comparisons].flatMap(([key, { value }]) => (value ? [[key, value] as const] : [])));
  }
  get voices(): Voices[] {
    return [...this.#voices.values()].flatMap(({ value }) => (value ? [value] : []));
  }
  /** By the key of the cell. */
  get whys(): Map<string, TouchpointWhy> {
    return new Map([...this.#whys].flatMap(([key, { value }]) => (value ? [[key, value] as const] : [])));
  }
}
