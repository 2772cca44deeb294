import { once } from 'node:events';
import { createWriteStream, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { StoredFacts } from '../../../functions/adapters/facts.ts';
import { Quotes } from '../../../functions/adapters/quotes.ts';
import { ActionStatus } from '../../../functions/domain/actions/action-words.ts';
import { gapKinds, gapStates } from '../../../functions/domain/gaps/gap.ts';
import type { Instant } from '../../../functions/domain/instant.ts';
import { ActionEntry, actionEntry } from '../../../functions/domain/outputs/action-entry.ts';
import { type GapEntry, gapEntry } from '../../../functions/domain/outputs/gap-entry.ts';
import type { Summary } from '../../../functions/domain/outputs/summary.ts';
import { type TouchpointEntry, touchpointEntry } from '../../../functions/domain/outputs/touchpoint-entry.ts';
import { cellKey } from '../../../functions/domain/touchpoints/tally-row.ts';
import { joinedWhy } from '../../../functions/domain/why/why.ts';
import { reportPage } from '../../report/page.ts';
import type { Deployment } from './deployment.ts';
import { factEntries } from './fact-export.ts';

const by =
  <T>(...keys: ((item: T) => string)[]) =>
  (a: T, b: T): number => {
    for (const key of keys) {
      const [x, y] = [key(a), key(b)];
      if (x !== y) return x < y ? -1 : 1;
    }
    return 0;
  };

/** All gaps, oldest first. */
export const allGaps = async ({ actions }: Deployment): Promise<GapEntry[]> => {
  const lists = gapKinds.flatMap((kind) => gapStates.map((state) => actions.listGaps(kind, state)));
  const gaps = (await Promise.all(lists)).flat().map(gapEntry);
  return gaps.sort(
    by(
      (gap) => gap.openedAt,
      (gap) => gap.id,
    ),
  );
};

/** All actions, the most urgent first. */
export const allActions = async ({ actions }: Deployment): Promise<ActionEntry[]> => {
  const lists = ActionStatus.options.map((status) => actions.listActions(status));
  const entries = (await Promise.all(lists)).flat().map((action) => actionEntry(action));
  return entries.sort(
    by(
      (action) => action.priority,
      (action) => action.dueAt,
      (action) => action.id,
    ),
  );
};

/** Actions with the reasons of their gaps. */
export const withReasons = (actions: readonly ActionEntry[], gaps: readonly GapEntry[]): ActionEntry[] => {
  const byId = new Map(gaps.map((gap) => [gap.id, gap]));
  return actions.map((action) => {
    const why = joinedWhy(action.gapIds.flatMap((id) => byId.get(id)?.why ?? []));
    return ActionEntry.parse({ ...action, ...(why && { why }) });
  });
};

/** All touchpoints at their locations, by name. */
export const allTouchpoints = async (deployment: Deployment): Promise<TouchpointEntry[]> => {
  const { facts, touchpoints } = deployment;
  const [summaries, whys, comparisons] = await Promise.all([
    touchpoints.summaries(),
    touchpoints.whys(),
    touchpoints.comparisons(),
  ]);
  const known = summaries.map((summary) => ({ summary, why: whys.get(cellKey(summary)) }));
  const quoted = await new Quotes(new StoredFacts(facts), touchpoints).of(known);
  return known
    .map(({ summary, why }) => touchpointEntry(summary, { ...comparisons.get(cellKey(summary)), why, quoted }))
    .sort(
      by(
        (cell) => cell.touchpoint,
        (cell) => cell.location,
      ),
    );
};

/** Where a file is written before it is moved to its place. */
const partOf = (directory: string, name: string): string => join(directory, `${name}.part`);

const writeJson = (directory: string, name: string, value: unknown): void =>
  writeFileSync(partOf(directory, name), `${JSON.stringify(value, null, 2)}\n`);

const SUMMARY = 'summary.json';
const FACTS = 'facts.jsonl';
const REPORT = 'report.html';

/**
 * Moves all that was written to its place. The summary goes first and comes last: whoever finds one finds beside it the
 * whole results of the same run, wherever a run was killed.
 */
const publish = (directory: string, names: readonly string[]): void => {
  rmSync(join(directory, SUMMARY), { force: true });
  for (const name of [...names, SUMMARY]) renameSync(partOf(directory, name), join(directory, name));
};

/** What writing the facts counts on the way. */
interface FactCounts {
  accepted: number;
  unscored: number;
}

const writeFacts = async (
  file: string,
  deployment: Deployment,
  days: readonly string[],
  asOf: Instant,
  scorer: string,
): Promise<FactCounts> => {
  const counts: FactCounts = { accepted: 0, unscored: 0 };
  const stream = createWriteStream(file);
  for await (const entry of factEntries(deployment, days, asOf, scorer)) {
    counts.accepted++;
    if (entry.sentiment.state === 'unscored') counts.unscored++;
    if (!stream.write(`${JSON.stringify(entry)}\n`)) await once(stream, 'drain');
  }
  stream.end();
  await once(stream, 'finish');
  return counts;
};

export interface ResultsOf {
  lines: number;
  /** Counted on the feed, not as what remains. */
  duplicates: number;
  rejected: number;
  days: readonly string[];
  asOf: Instant;
  windowDays: number | 'all';
  scorer: string;
}

/** Writes what a run came to into a directory, whole or not at all, and answers the summary. */
export const writeResults = async (directory: string, deployment: Deployment, of: ResultsOf): Promise<Summary> => {
  mkdirSync(directory, { recursive: true });
  const counts = await writeFacts(partOf(directory, FACTS), deployment, of.days, of.asOf, of.scorer);
  const gaps = await allGaps(deployment);
  writeJson(directory, 'gaps.json', gaps);
  const touchpoints = await allTouchpoints(deployment);
  writeJson(directory, 'touchpoints.json', touchpoints);
  const actions = withReasons(await allActions(deployment), gaps);
  writeJson(directory, 'actions.json', actions);
  const parked = await deployment.unscored();
  const summary: Summary = {
    lines: of.lines,
    accepted: counts.accepted,
    duplicates: of.duplicates,
    rejected: of.rejected,
    unscored: counts.unscored,
    ...(Object.keys(parked).length > 0 ? { parked } : {}),
    scorer: of.scorer,
    asOf: of.asOf,
    windowDays: of.windowDays,
  };
  writeFileSync(partOf(directory, REPORT), reportPage({ summary, touchpoints, gaps, actions }));
  writeJson(directory, SUMMARY, summary);
  publish(directory, [FACTS, 'gaps.json', 'touchpoints.json', 'actions.json', REPORT]);
  return summary;
};
