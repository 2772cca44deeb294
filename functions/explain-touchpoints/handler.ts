import type { Context } from 'aws-lambda';
import { spokenWords } from '../domain/hearing/evidence.ts';
import type { Instant } from '../domain/instant.ts';
import { customerWords, type Fact } from '../domain/message/fact.ts';
import { digest } from '../domain/message/identity.ts';
import { ScheduledRun } from '../domain/scheduled-run.ts';
import type { TouchpointSummary } from '../domain/touchpoints/comparison.ts';
import { type Drawn, leastOf, type SaidSum } from '../domain/touchpoints/said.ts';
import { type Cell, cellKey, cellOf } from '../domain/touchpoints/tally-row.ts';
import type { Voices } from '../domain/touchpoints/voices.ts';
import type { Voice } from '../domain/why/quotes.ts';
import { type Taxonomy, themesOf } from '../domain/why/taxonomy.ts';
import {
  countVoices,
  type Fleet,
  fleetOf,
  type PhrasesByLanguage,
  type Reference,
  referenceOf,
  type TouchpointWhy,
  whyOfTouchpoint,
} from '../domain/why/touchpoint-why.ts';
import { chunked, mapConcurrently } from '../runtime/concurrency.ts';
import { DependencyError, errorKind } from '../runtime/errors.ts';
import { log } from '../runtime/log.ts';

/** That a cell was explained, or was found to have nothing to explain. */
export interface Explained {
  cell: Cell;
  at: Instant;
  /** Whether anything is told of it. */
  told: boolean;
}

/** What explaining reads and leaves, one port a store. */
export interface Deps {
  taxonomy: Taxonomy;
  /** Complaints of the fleet that phrases are held against; left out, `REFERENCE`. */
  mostInReference?: number;
  facts: {
    /** The facts that are there, each with where it lies. */
    at<Ref extends { story: string; fact: string }>(refs: readonly Ref[]): Promise<{ ref: Ref; fact: Fact }[]>;
  };
  touchpoints: {
    summaries(): Promise<TouchpointSummary[]>;
    /** In no order. */
    voices(cells: readonly Cell[]): Promise<Voices[]>;
    /** Of speakers that are still known. */
    inStories(refs: readonly Drawn[]): Promise<(Drawn & { story: string })[]>;
    /** What earlier runs came to. */
    explained(): Promise<Explained[]>;
    putWhy(cell: Cell, why: TouchpointWhy | undefined, at: Instant): Promise<void>;
  };
}

/** Of some 12 KB each. */
const CELLS_PER_READ = 50;
const CELLS_IN_FLIGHT = 8;
/** What phrases are held against: so many complaints of the fleet say all that is said often, in some 100 MB of words. */
const REFERENCE = 20_000;
const FACTS_PER_READ = 100;
const READS_IN_FLIGHT = 8;
/**
 * Nothing more is begun with less time left: fifty touchpoints take some hundred reads and fifty writes, eight at a time,
 * and a read of the fleet's words two calls.
 */
const RESERVE_MS = 20_000;

/** Reads of about `FACTS_PER_READ` facts: what a customer says in several feedbacks is counted once. */
const wholeStories = function* (drawn: readonly Drawn[]): Generator<Drawn[]> {
  let refs: Drawn[] = [];
  for (const ofStory of Map.groupBy(drawn, ({ speaker }) => speaker).values()) {
    refs.push(...ofStory);
    if (refs.length < FACTS_PER_READ) continue;
    yield refs;
    refs = [];
  }
  if (refs.length > 0) yield refs;
};

const inTurn = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * Tells of each touchpoint why customers complain there: what its complaints speak of, what lies behind them, and what they
 * say that those of other touchpoints do not. Words are read where they are kept and are stored nowhere else: of quotes only where
 * to find them, of phrases only what several customers said.
 */
export const makeHandler = ({ taxonomy, mostInReference = REFERENCE, facts, touchpoints }: Deps) => {
  const voiceOf = ({ ref: { speaker, fact: key, order }, fact }: { ref: Drawn; fact: Fact }): Voice[] => {
    const text = customerWords(fact.message);
    if (text === undefined) return [];
    const language = fact.language ?? 'und';
    const words = spokenWords(text, language);
    const ref = { speaker, fact: key, order };
    return [{ ...ref, id: fact.id, text, language, words, themes: themesOf(words, language, taxonomy).themes }];
  };
  const read = async (refs: readonly Drawn[]): Promise<Voice[]> =>
    (await facts.at(await touchpoints.inStories(refs))).flatMap(voiceOf);

  /** What complaining customers say anywhere: touchpoints with very many complaints have no more say than others. */
  const sayEverywhere = async (reference: readonly Drawn[], timeIsUp: () => boolean): Promise<PhrasesByLanguage> => {
    const everywhere: PhrasesByLanguage = new Map();
    await mapConcurrently([...wholeStories(reference)], READS_IN_FLIGHT, async (refs) => {
      if (!timeIsUp()) countVoices(everywhere, await read(refs));
    });
    return everywhere;
  };

  const explain = async (voices: Voices, fleet: Fleet, reference: Reference, at: Instant): Promise<void> => {
    const { complaining, praising } = voices.said;
    const [complaints, praise] = await Promise.all([read(complaining), read(praising)]);
    await touchpoints.putWhy(cellOf(voices), whyOfTouchpoint(voices, complaints, praise, fleet, reference), at);
  };

  /** In the order of the cells: sums of fractions come out the same only in the same order. */
  const voicesAt = async (cells: readonly Cell[]): Promise<{ cell: Cell; voices: Voices | undefined }[]> => {
    const found = new Map((await touchpoints.voices(cells)).map((one) => [cellKey(one), one]));
    return cells.map((cell) => ({ cell, voices: found.get(cellKey(cell)) }));
  };

  /** What the fleet says, of every cell that is known; nothing where the time is up first, for a part of it is another fleet. */
  const hearFleet = async (
    cells: readonly Cell[],
    timeIsUp: () => boolean,
  ): Promise<{ fleet: Fleet; reference: Reference } | undefined> => {
    const sums: SaidSum[] = [];
    let drawn: Drawn[] = [];
    for (const some of chunked(cells, CELLS_PER_READ)) {
      if (timeIsUp()) return undefined;
      for (const { voices } of await voicesAt(some)) {
        if (!voices) continue;
        sums.push({ ...voices.said, complaining: [], praising: [] });
        drawn.push(...voices.said.complaining);
      }
      if (drawn.length > 2 * mostInReference) drawn = leastOf(drawn, mostInReference);
    }
    const held = leastOf(drawn, mostInReference);
    const upTo = held.length < mostInReference ? undefined : held.at(-1)?.order;
    const everywhere = await sayEverywhere(held, timeIsUp);
    return timeIsUp() ? undefined : { fleet: fleetOf(taxonomy.themes, sums), reference: referenceOf(everywhere, upTo) };
  };

  return async (
    event: unknown,
    context: Pick<Context, 'getRemainingTimeInMillis'>,
  ): Promise<{ explained: number; waiting: number }> => {
    const { at } = ScheduledRun.parse(event);
    const timeIsUp = (): boolean => context.getRemainingTimeInMillis() <= RESERVE_MS;
    const summaries = await touchpoints.summaries();
    const before = new Map((await touchpoints.explained()).map((one) => [cellKey(one.cell), one]));
    const lastAt = (cell: Cell): Instant => before.get(cellKey(cell))?.at ?? '';
    // Those that waited longest come first, so that a run that is stopped leaves none behind for ever; then the loudest.
    const cells = summaries
      .sort(
        (a, b) =>
          inTurn(lastAt(a), lastAt(b)) ||
          b.complaints.customers - a.complaints.customers ||
          inTurn(cellKey(a), cellKey(b)),
      )
      .map(cellOf);
    const alphabetical = [...cells].sort((a, b) => inTurn(cellKey(a), cellKey(b)));
    const heard = await hearFleet(alphabetical, timeIsUp);

    const forget = async (cell: Cell): Promise<void> => {
      if (before.get(cellKey(cell))?.told) await touchpoints.putWhy(cell, undefined, at);
    };
    const known = new Set(cells.map(cellKey));
    const gone = [...before.values()].map(({ cell }) => cell).filter((cell) => !known.has(cellKey(cell)));
    await mapConcurrently(gone, CELLS_IN_FLIGHT, forget);

    const faults: unknown[] = [];
    let looked = 0;
    for (const some of chunked(cells, CELLS_PER_READ)) {
      if (!heard || timeIsUp()) break;
      const { fleet, reference } = heard;
      await mapConcurrently(await voicesAt(some), CELLS_IN_FLIGHT, async ({ cell, voices }) => {
        try {
          await (voices ? explain(voices, fleet, reference, at) : forget(cell));
        } catch (error) {
          // Told at the end: one touchpoint never keeps the others from being explained.
          faults.push(error);
          // Touchpoints are named upstream: the hash tells cells apart, and the runbook how to find which they are.
          log.warn('cell.failed', { cell: digest(cellKey(cell)), error: errorKind(error) });
        }
      });
      looked += some.length;
    }
    const [explained, waiting] = [looked - faults.length, cells.length - looked];
    // The others keep what was told of them before, and come first in the next run.
    log.info('touchpoints.explained', { cells: explained, cellsFailed: faults.length, cellsWaiting: waiting });
    if (waiting > 0) log.warn('explanation.stopped', { cellsWaiting: waiting, fleetHeard: heard !== undefined });
    if (faults.length > 0) {
      const cellsFailed = faults.length === 1 ? '1 cell' : `${faults.length} cells`;
      throw new DependencyError(`${cellsFailed} could not be explained; the next run tries them again`, {
        cause: faults[0],
      });
    }
    return { explained, waiting };
  };
};
