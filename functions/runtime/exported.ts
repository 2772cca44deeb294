import type { Action } from '../domain/actions/action.ts';
import {
  type ExportedFact,
  type ExportedTouchpoint,
  exportedFact,
  exportedTouchpoint,
} from '../domain/exports/exported.ts';
import { type Hearing, type ReadStory, toldFacts } from '../domain/exports/told-facts.ts';
import type { Gap } from '../domain/gaps/gap.ts';
import type { Day, Instant } from '../domain/instant.ts';
import { factSortKey } from '../domain/message/fact.ts';
import { type ActionEntry, actionEntry } from '../domain/outputs/action-entry.ts';
import { type GapEntry, gapEntry } from '../domain/outputs/gap-entry.ts';
import type { Quoted } from '../domain/outputs/why.ts';
import type { Compared } from '../domain/silence/compared.ts';
import type { TouchpointSummary } from '../domain/touchpoints/comparison.ts';
import type { TouchpointWhy } from '../domain/why/touchpoint-why.ts';
import type { Why } from '../domain/why/why.ts';

interface KnownTouchpoint extends Partial<Compared> {
  summary: TouchpointSummary;
  why?: TouchpointWhy | undefined;
}

/** Where findings are read; everything comes some at a time. */
export interface ExportDeps {
  stories: {
    /** The stories of a UTC day, each with the sort keys of what happened on it. */
    ofDay(day: Day, asOf: Instant): AsyncIterable<readonly (ReadStory & { ofDay: ReadonlySet<string> })[]>;
  };
  findings: {
    gaps(clearedOpenedSince: Instant): AsyncIterable<readonly Gap[]>;
    actions(changedSince: Instant): AsyncIterable<readonly { action: Action; why?: Why }[]>;
    touchpoints(): AsyncIterable<readonly KnownTouchpoint[]>;
  };
  quotes: { of(touchpoints: readonly KnownTouchpoint[]): Promise<Quoted> };
}

/** How findings are told. */
export interface Telling extends Hearing {
  /** Whether words of customers are told. */
  texts: boolean;
}

const NO_QUOTES: Quoted = () => undefined;

/** Reads findings as they are exported, one after the other. What is held meanwhile is a page of a table, and ids. */
export const makeExport = ({ stories, findings, quotes }: ExportDeps, telling: Telling) => {
  const { asOf, texts } = telling;
  return {
    /** Facts that occurred on a UTC day, story by story; what two stories claim is told in the first. */
    async *facts(day: Day): AsyncGenerator<ExportedFact> {
      const told = new Set<string>();
      for await (const some of stories.ofDay(day, asOf)) {
        for (const story of some) {
          for (const one of toldFacts(story, telling, (fact) => story.ofDay.has(factSortKey(fact)))) {
            if (!told.has(one.fact.id)) yield exportedFact(one, texts);
            told.add(one.fact.id);
          }
        }
      }
    },

    async *gaps(clearedOpenedSince: Instant): AsyncGenerator<GapEntry> {
      for await (const page of findings.gaps(clearedOpenedSince)) yield* page.map(gapEntry);
    },

    async *touchpoints(): AsyncGenerator<ExportedTouchpoint> {
      for await (const page of findings.touchpoints()) {
        const quoted = texts ? await quotes.of(page) : NO_QUOTES;
        for (const { summary, ...told } of page) yield exportedTouchpoint(summary, { ...told, quoted });
      }
    },

    async *actions(changedSince: Instant): AsyncGenerator<ActionEntry> {
      for await (const page of findings.actions(changedSince)) {
        for (const { action, why } of page) yield actionEntry(action, why);
      }
    },
  };
};
export type Export = ReturnType<typeof makeExport>;
