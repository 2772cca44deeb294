import type { Context } from 'aws-lambda';
import { spokenWords } from '../domain/hearing/evidence.ts';
import type { Instant } from '../domain/instant.ts';
import { customerWords, type Fact } from '../domain/message/fact.ts';
import { ScheduledRun } from '../domain/scheduled-run.ts';
import type { TouchpointSummary } from '../domain/touchpoints/comparison.ts';
import type { Drawn, SaidSum, WordsRef } from '../domain/touchpoints/said.ts';
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
import { log } from '../runtime/log.ts';

/** What explaining reads and leaves, one port a store. */
export interface Deps {
  taxonomy: Taxonomy;
  facts: {
    /** The facts that are there, each with where it lies. */
    at<Ref extends WordsRef>(refs: readonly Ref[]): Promise<{ ref: Ref; fact: Fact }[]>;
  };
  touchpoints: {
    summaries(): Promise<TouchpointSummary[]>;
    voices(cells: readonly Cell[]): Promise<Voices[]>;
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
/** No other touchpoint is begun with less time left: one takes two reads and a write. */
const RESERVE_MS = 20_000;

const least = (drawn: readonly Drawn[], most: number): Drawn[] =>
  [...drawn].sort((a, b) => (a.order < b.order ? -1 : a.order > b.order ? 1 : 0)).slice(0, most);

/** Reads of about `FACTS_PER_READ` facts: what a customer says in several feedbacks is counted once. */
const wholeStories = function* (drawn: readonly Drawn[]): Generator<Drawn[]> {
  let refs: Drawn[] = [];
  for (const ofStory of Map.groupBy(drawn, ({ story }) => story).values()) {
    refs.push(...ofStory);
    if (refs.length < FACTS_PER_READ) continue;
    yield refs;
    refs = [];
  }
  if (refs.length > 0) yield refs;
};

/**
 * Tells of each touchpoint why customers complain there: what its complaints speak of, what lies behind them, and what they
 * say that those of other touchpoints do not. Words are read where they are kept and are stored nowhere else: of quotes only where
 * to find them, of phrases only what several customers said.
 */
export const makeHandler = ({ taxonomy, facts, touchpoints }: Deps) => {
  const voiceOf = ({ ref, fact }: { ref: Drawn; fact: Fact }): Voice[] => {
    const text = customerWords(fact.message);
    if (text === undefined) return [];
    const language = fact.language ?? 'und';
    const words = spokenWords(text, language);
    return [{ ...ref, id: fact.id, text, language, words, themes: themesOf(words, language, taxonomy).themes }];
  };
  const read = async (refs: readonly Drawn[]): Promise<Voice[]> => (await facts.at(refs)).flatMap(voiceOf);

  /** What complaining customers say anywhere: touchpoints with very many complaints have no more say than others. */
  const sayEverywhere = async (reference: readonly Drawn[]): Promise<PhrasesByLanguage> => {
    const everywhere: PhrasesByLanguage = new Map();
    await mapConcurrently([...wholeStories(reference)], READS_IN_FLIGHT, async (refs) => {
      countVoices(everywhere, await read(refs));
    });
    return everywhere;
  };

  const explain = async (voices: Voices, fleet: Fleet, reference: Reference, at: Instant): Promise<void> => {
    const { complaining, praising } = voices.said;
    const [complaints, praise] = await Promise.all([read(complaining), read(praising)]);
    await touchpoints.putWhy(cellOf(voices), whyOfTouchpoint(voices, complaints, praise, fleet, reference), at);
  };

  return async (
    event: unknown,
    context: Pick<Context, 'getRemainingTimeInMillis'>,
  ): Promise<{ explained: number; waiting: number }> => {
    const { at } = ScheduledRun.parse(event);
    const cells = (await touchpoints.summaries())
      .sort((a, b) => b.complaints.customers - a.complaints.customers || (cellKey(a) < cellKey(b) ? -1 : 1))
      .map(cellOf);
    const sums: SaidSum[] = [];
    let drawn: Drawn[] = [];
    for (const some of chunked(cells, CELLS_PER_READ)) {
      for (const { said } of await touchpoints.voices(some)) {
        sums.push({ ...said, complaining: [], praising: [] });
        drawn.push(...said.complaining);
      }
      if (drawn.length > 2 * REFERENCE) drawn = least(drawn, REFERENCE);
    }
    const fleet = fleetOf(taxonomy.themes, sums);
    const held = least(drawn, REFERENCE);
    const upTo = held.length < REFERENCE ? undefined : held.at(-1)?.order;
    const reference = referenceOf(await sayEverywhere(held), upTo);

    let explained = 0;
    for (const some of chunked(cells, CELLS_PER_READ)) {
      if (context.getRemainingTimeInMillis() <= RESERVE_MS) break;
      const voices = new Map((await touchpoints.voices(some)).map((one) => [cellKey(one), one]));
      await mapConcurrently(some, CELLS_IN_FLIGHT, async (cell) => {
        const ofCell = voices.get(cellKey(cell));
        if (ofCell) await explain(ofCell, fleet, reference, at);
        else await touchpoints.putWhy(cell, undefined, at);
      });
      explained += some.length;
    }
    const waiting = cells.length - explained;
    log.info('touchpoints.explained', { cells: explained });
    // The touchpoints with the most complaints came first; the others keep what was told of them before.
    if (waiting > 0) log.warn('explanation.stopped', { cellsWaiting: waiting });
    return { explained, waiting };
  };
};
