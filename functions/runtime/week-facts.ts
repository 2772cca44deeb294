import type { Action } from '../domain/actions/action.ts';
import type { Span } from '../domain/actions/local-week.ts';
import { type Judgement, judgementOf, type Precision, precisionOf } from '../domain/actions/precision.ts';
import { JUDGED_DAYS, type WeekFacts } from '../domain/actions/week.ts';
import { DAY, type Instant, plus } from '../domain/instant.ts';

/** Where actions that changed are read. */
export interface ChangedActions {
  /** Hands over a page at a time, as long as `take` wants more. */
  changedSince(at: Instant, take: (actions: readonly Action[]) => boolean): Promise<void>;
}

const judgedSince = (since: Instant, actions: readonly Action[]): Judgement[] =>
  actions.flatMap((action) => judgementOf(action) ?? []).filter(({ at }) => at >= since);

/** How often people found right what was found, by what they said from an instant on. */
export const readPrecision = async (actions: ChangedActions, since: Instant): Promise<Precision> => {
  const judgements: Judgement[] = [];
  await actions.changedSince(since, (page) => {
    judgements.push(...judgedSince(since, page));
    return true;
  });
  return precisionOf(judgements);
};

/**
 * Reads what a week is told from. Of a quarter's actions only what people said of them is held in memory.
 *
 * @param hasTime asked after each page; without time nothing comes of it
 */
export const readWeek = async (
  actions: ChangedActions,
  { from }: Span,
  at: Instant,
  hasTime: () => boolean,
): Promise<Pick<WeekFacts, 'changed' | 'precision'> | undefined> => {
  const judgedFrom = plus(at, -JUDGED_DAYS * DAY);
  const changed: Action[] = [];
  const judgements: Judgement[] = [];
  let isWhole = true;
  await actions.changedSince(from < judgedFrom ? from : judgedFrom, (page) => {
    judgements.push(...judgedSince(judgedFrom, page));
    changed.push(...page.filter(({ history }) => (history.at(-1)?.at ?? '') >= from));
    isWhole = hasTime();
    return isWhole;
  });
  if (!isWhole) return undefined;
  return { changed, precision: precisionOf(judgements) };
};
