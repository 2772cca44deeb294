import type { Action, Triage } from '../domain/actions/action.ts';
import { addBusinessHours } from '../domain/actions/business-calendar.ts';
import type { Owners } from '../domain/actions/owners.ts';
import { verifyRecovery } from '../domain/actions/recovered.ts';
import { settle } from '../domain/actions/settle.ts';
import { actionIdsOf, raises, triageCustomer } from '../domain/actions/triage.ts';
import { raisedFrom } from '../domain/actions/triage-from.ts';
import type { Gap } from '../domain/gaps/gap.ts';
import type { Day, Instant } from '../domain/instant.ts';
import { customerOf } from '../domain/message/identity.ts';
import { changesOf, doubted, type StoryChanges, type StoryState } from '../domain/story/changes.ts';
import { foldStory, type StoryFold } from '../domain/story/story.ts';
import { type TallyRow, wordsOf } from '../domain/touchpoints/tally-row.ts';
import type { Taxonomy } from '../domain/why/taxonomy.ts';
import type { ActionPort } from '../runtime/change-action.ts';
import { mapConcurrently } from '../runtime/concurrency.ts';
import { DependencyError } from '../runtime/errors.ts';
import { log } from '../runtime/log.ts';
import { sqsBatch } from '../runtime/sqs-batch.ts';
import { type Ask, asksOf } from './asks.ts';
import { type GuestDeps, type StoryReader, storyReader } from './guests.ts';
import { type HoldDeps, holdKeeper } from './hold.ts';

/** What folding reads and leaves, one port a store. */
export interface Deps extends GuestDeps, HoldDeps {
  owners: Owners;
  /** The UTC day before which nothing new is raised. */
  raiseFrom?: Day | undefined;
  taxonomy: Taxonomy;
  now(): Instant;
  customers: { hash(customerId: string): Promise<string> };
  stories: {
    states(stories: readonly string[]): Promise<Map<string, StoredState>>;
    orders(stories: readonly string[]): Promise<Map<string, string>>;
    /** Answers `refused` where the state is no longer the one of the order it replaces. */
    putState(story: string, state: StoryState, replaces: string | undefined): Promise<'written' | 'refused'>;
    /** Notes of folds that all they are to write is written. */
    settle(folds: readonly { story: string; order: string }[]): Promise<void>;
    /** Rows, and whose stories their speakers are. */
    writeRows(
      put: readonly TallyRow[],
      gone: readonly { cellDay: string; key: string }[],
      speakers: readonly { speaker: string; story: string }[],
    ): Promise<void>;
    markChanged(cellDays: readonly string[], token: string): Promise<void>;
  };
  actions: ActionPort & {
    gap(id: string): Promise<Gap | undefined>;
    putGap(gap: Gap, order: string): Promise<void>;
  };
}

/** A story's last fold, and whether all that it was to write is known to be written. */
export interface StoredState {
  state: StoryState;
  settled: boolean;
}

const STORIES_IN_FLIGHT = 16;
/** Nothing new begins with less time left; what is not begun comes again. */
const RESERVE_MS = 10_000;
/** How often a story that is folded elsewhere, or an action that somebody changes, is looked at anew. */
const CONFLICT_ATTEMPTS = 5;

interface Folded {
  ask: Ask;
  fold: StoryFold;
  changes: StoryChanges;
  /** Actions known of the story before. */
  actions: string[];
}

/** Who asks as of an earlier time than the last fold gets what came since: a fold of less would be outdone. */
const noEarlier = (ask: Ask, { asOf }: StoryState): Ask => (ask.asOf < asOf ? { ...ask, asOf } : ask);

/** A look at a story of whose last fold nothing is taken for written. */
const inDoubt = (ask: Ask, state: StoryState): [Ask, StoredState] => [noEarlier(ask, state), { state, settled: false }];

/** Whether a fold has nothing to add: a greater one was stored, or the very same and all of it is written. */
const isOutdone = (order: string, before: StoredState | undefined): boolean =>
  before !== undefined && (before.settled ? before.state.order >= order : before.state.order > order);

/**
 * Folds customers' stories and stores what changed: first the state, in place of the one it was compared with, then the
 * survey hold, rows, marks, gaps and actions, and at last that all this is written. What a fold that broke off was to write, the next one
 * writes anew or takes back.
 */
export const makeHandler = (deps: Deps) => {
  const { owners, raiseFrom } = deps;
  const answering = owners.calendars[owners.answering];
  if (!answering) throw new RangeError(`owners.json: no calendar "${owners.answering}"`);
  const keepHold = holdKeeper(deps);

  const read = async ({ story, asOf }: Ask, reader: StoryReader, again: boolean): Promise<StoryFold> => {
    const { facts, sentiments, guestDays } = await reader(story, asOf, again);
    const customerId = customerOf(story);
    const customerHash = customerId === undefined ? undefined : await deps.customers.hash(customerId);
    return foldStory({
      story,
      facts,
      sentiments,
      asOf,
      guestDays,
      taxonomy: deps.taxonomy,
      addWorkingHours: (from, hours) => addBusinessHours(from, hours, answering),
      ...(customerHash ? { customerHash } : {}),
    });
  };

  const fold = async (ask: Ask, seen: StoredState | undefined, reader: StoryReader): Promise<Folded | undefined> => {
    const { story, asOf } = ask;
    let before = seen;
    for (let attempt = 0; attempt < CONFLICT_ATTEMPTS; attempt++) {
      const folded = await read(ask, reader, attempt > 0);
      if (isOutdone(folded.order, before)) return undefined;
      const known = before && (before.settled ? before.state : doubted(before.state));
      const changes = changesOf(folded, asOf, known);
      const actions = known?.actions ?? [];
      const next = { ...changes.next, actions: [...new Set([...actions, ...actionIdsOf(folded.gaps)])].sort() };
      const written = await deps.stories.putState(story, next, before?.state.order);
      if (written === 'written') {
        await keepHold(story, changes, asOf);
        return { ask, fold: folded, changes, actions };
      }
      before = (await deps.stories.states([story])).get(story);
    }
    throw new DependencyError('the story is folded elsewhere again and again');
  };

  const withdraw = async (id: string, order: string, asOf: Instant): Promise<void> => {
    const gap = await deps.actions.gap(id);
    if (!gap || gap.state === 'cleared') return;
    await deps.actions.putGap(
      { ...gap, state: 'cleared', history: [...gap.history, { state: 'cleared', at: asOf }] },
      order,
    );
  };

  /** Ends the actions none of whose gaps is open any more, as the store has them after this fold. */
  const settleAmong = async (existing: readonly Action[], gaps: readonly Gap[], asOf: Instant): Promise<Triage[]> => {
    const raising = new Set(gaps.filter(raises).map(({ id }) => id));
    const standing = new Set(gaps.map(({ id }) => id));
    const quiet = existing.filter(({ gapIds }) => !gapIds.some((id) => raising.has(id)));
    const settled = quiet.map(async (action) => {
      const stored = await Promise.all(action.gapIds.map((id) => deps.actions.gap(id)));
      return settle(
        action,
        stored.filter((gap) => gap !== undefined),
        standing,
        asOf,
      );
    });
    return (await Promise.all(settled)).filter((triage) => triage !== undefined);
  };

  const verified = (action: Action, { heard, matters }: StoryFold, asOf: Instant): Triage | undefined => {
    const own = matters.find(({ matter }) => matter.id === action.matterId);
    return verifyRecovery(action, heard, own?.matter, owners, asOf);
  };

  const raise = async ({ fold, ask, actions: known, changes }: Folded): Promise<void> => {
    const closing = changes.vanished.length > 0 || changes.gaps.some(({ state }) => state === 'cleared');
    if (!closing && known.length === 0 && !fold.gaps.some(raises)) return;
    const ids = [...new Set([...known, ...actionIdsOf(fold.gaps)])];
    const matters = fold.matters.map(({ matter }) => matter);
    for (let attempt = 0; attempt < CONFLICT_ATTEMPTS; attempt++) {
      const existing = await deps.actions.actions(ids);
      const raised = triageCustomer(fold.gaps, matters, existing, owners, ask.asOf).flatMap(
        (triage) => raisedFrom(raiseFrom, fold.gaps, triage) ?? [],
      );
      const ended = closing ? await settleAmong(existing, fold.gaps, ask.asOf) : [];
      const decided = new Map([...raised, ...ended].map((triage) => [triage.action.id, triage]));
      for (const action of existing) {
        // As triage leaves it: the good score that opens a gap beside a complaint may be what bears its action out.
        const triage = decided.get(action.id);
        const borneOut = verified(triage?.action ?? action, fold, ask.asOf);
        if (borneOut) decided.set(action.id, { action: borneOut.action, replaces: action.version });
      }
      const triaged = [...decided.values()];
      const done = await Promise.all(triaged.map(({ action, replaces }) => deps.actions.putAction(action, replaces)));
      for (const [i, { action, replaces }] of triaged.entries()) {
        if (done[i] && replaces === undefined) log.info('action.raised', { id: action.id, priority: action.priority });
      }
      if (done.every(Boolean)) return;
    }
    throw new DependencyError('actions: changed under our hands again and again');
  };

  /** Stores gaps and actions, and answers the fold. */
  const keep = async (folded: Folded): Promise<Folded> => {
    const { ask, fold, changes } = folded;
    await Promise.all([
      ...changes.gaps.map((gap) => deps.actions.putGap(gap, fold.order)),
      ...changes.vanished.map((id) => withdraw(id, fold.order, ask.asOf)),
    ]);
    await raise(folded);
    return folded;
  };

  /**
   * Stories that were folded further while this fold wrote what it knew: its rows may have come last. They are looked at
   * again as of that other fold, and nothing that was left is taken for written.
   */
  const overtaken = async (kept: readonly Folded[]): Promise<Map<Ask, StoredState>> => {
    const wrote = kept.filter(
      ({ fold, changes }) =>
        changes.held !== undefined || fold.gaps.length + changes.vanished.length + changes.cellDays.length > 0,
    );
    const orders = await deps.stories.orders(wrote.map(({ ask }) => ask.story));
    const late = wrote.filter(({ ask, fold }) => orders.get(ask.story) !== fold.order).map(({ ask }) => ask);
    if (late.length === 0) return new Map();
    const states = await deps.stories.states(late.map(({ story }) => story));
    return new Map(
      late.flatMap((ask) => {
        const state = states.get(ask.story)?.state;
        return state ? [inDoubt(ask, state)] : [];
      }),
    );
  };

  return sqsBatch(async (deliveries, run) => {
    /** Does a step for each story; a story whose step fails comes again, its neighbours go on. */
    const each = async <T extends { ask: Ask }, R>(items: readonly T[], step: (item: T) => Promise<R | undefined>) => {
      const done = await mapConcurrently(items, STORIES_IN_FLIGHT, async (item) => {
        try {
          if (run.remaining() < RESERVE_MS) throw new DependencyError('no time left');
          return await step(item);
        } catch (error) {
          for (const delivery of item.ask.deliveries) run.fail(delivery, error);
          return undefined;
        }
      });
      return done.filter((one) => one !== undefined) as R[];
    };
    /** Looks at stories once; answers with those that must be looked at once more. */
    const lookAt = async (asks: ReadonlyMap<Ask, StoredState | undefined>): Promise<Map<Ask, StoredState>> => {
      const folded = await each(
        [...asks].map(([ask, before]) => ({ ask, before })),
        ({ ask, before }) => fold(ask, before, reader),
      );
      await deps.stories.writeRows(
        folded.flatMap(({ changes }) => changes.put),
        folded.flatMap(({ changes }) => changes.void),
        folded.flatMap(({ ask, fold, changes }) =>
          changes.put.some(wordsOf) ? [{ speaker: fold.speaker, story: ask.story }] : [],
        ),
      );
      const cellDays = new Set(folded.flatMap(({ changes }) => changes.cellDays));
      await deps.stories.markChanged([...cellDays].sort(), `${deps.now()}#${deliveries[0]?.messageId}`);
      await deps.due.set(
        folded.flatMap(({ ask: { story }, changes: { next } }) => (next.dueAt ? [{ story, at: next.dueAt }] : [])),
      );
      const kept = await each(folded, keep);
      const again = await overtaken(kept);
      const left = new Set([...again.keys()].map(({ story }) => story));
      const whole = kept.filter(({ ask }) => !left.has(ask.story));
      await deps.stories.settle(whole.map(({ ask, fold }) => ({ story: ask.story, order: fold.order })));
      log.info('stories.folded', { stories: folded.length, cellDays: cellDays.size });
      return again;
    };

    const asks = asksOf(deliveries, run, deps.now());
    const stories = asks.map(({ story }) => story);
    const reader = storyReader(deps, stories);
    const states = await deps.stories.states(stories);
    let looks: ReadonlyMap<Ask, StoredState | undefined> = new Map(
      asks.map((ask) => {
        const before = states.get(ask.story);
        // Who asked before may have been cut off after another fold's rows and before it looked whether it came too late.
        return before && ask.deliveries.some(({ receives }) => receives > 1)
          ? inDoubt(ask, before.state)
          : [before ? noEarlier(ask, before.state) : ask, before];
      }),
    );
    for (let attempt = 0; attempt < CONFLICT_ATTEMPTS && looks.size > 0; attempt++) looks = await lookAt(looks);
    for (const { deliveries: left } of looks.keys()) {
      for (const delivery of left)
        run.fail(delivery, new DependencyError('the story is folded elsewhere again and again'));
    }
  });
};
