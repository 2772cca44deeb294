import type { Action, Triage } from '../domain/actions/action.ts';
import { addBusinessHours } from '../domain/actions/business-calendar.ts';
import type { Owners } from '../domain/actions/owners.ts';
import { settle } from '../domain/actions/settle.ts';
import { actionIdsOf, raises, triageCustomer } from '../domain/actions/triage.ts';
import type { Gap } from '../domain/gaps/gap.ts';
import type { Instant } from '../domain/instant.ts';
import { customerOf } from '../domain/message/identity.ts';
import { changesOf, type StoryChanges, type StoryState } from '../domain/story/changes.ts';
import { Look } from '../domain/story/look.ts';
import { foldStory, type StoryFold } from '../domain/story/story.ts';
import type { TallyRow } from '../domain/touchpoints/tally-row.ts';
import { mapConcurrently } from '../runtime/concurrency.ts';
import { DependencyError, InvalidMessageError } from '../runtime/errors.ts';
import { log } from '../runtime/log.ts';
import { type BatchRun, type Delivery, sqsBatch } from '../runtime/sqs-batch.ts';
import { type GuestDeps, type ReadStory, storyReader } from './guests.ts';

/** What folding reads and leaves, one port a store. */
export interface Deps extends GuestDeps {
  owners: Owners;
  now(): Instant;
  customers: { hash(customerId: string): Promise<string> };
  stories: {
    states(stories: readonly string[]): Promise<Map<string, StoryState>>;
    /** Answers `refused` where a greater fold was stored meanwhile. */
    putState(story: string, state: StoryState): Promise<'written' | 'refused'>;
    putRow(row: TallyRow, order: string): Promise<void>;
    voidRow(cellDay: string, key: string, order: string): Promise<void>;
    markChanged(cellDays: readonly string[], token: string): Promise<void>;
  };
  actions: {
    actions(ids: readonly string[]): Promise<Action[]>;
    /** Answers false where somebody changed the action since the version replaced. */
    putAction(action: Action, replaces: number | undefined): Promise<boolean>;
    gap(id: string): Promise<Gap | undefined>;
    putGap(gap: Gap, order: string): Promise<void>;
  };
}

const STORIES_IN_FLIGHT = 16;
/** Nothing new begins with less time left; what is not begun comes again. */
const RESERVE_MS = 10_000;
/** How often an action that somebody else is changing is looked at anew. */
const CONFLICT_ATTEMPTS = 5;

/** A story to fold, and the messages that asked for it. */
interface Ask {
  story: string;
  asOf: Instant;
  deliveries: Delivery[];
}

interface Folded {
  ask: Ask;
  fold: StoryFold;
  changes: StoryChanges;
  before: StoryState | undefined;
}

const lookOf = (delivery: Delivery): Look => {
  try {
    return Look.parse(JSON.parse(delivery.body));
  } catch (cause) {
    throw new InvalidMessageError('customers to look at: expected {"story", "asOf"?}', { cause });
  }
};

/** One ask a story, as of the latest time asked for. */
const asksOf = (deliveries: readonly Delivery[], run: BatchRun, now: Instant): Ask[] => {
  const asks = new Map<string, Ask>();
  for (const delivery of deliveries) {
    try {
      const { story, asOf = now } = lookOf(delivery);
      const ask = asks.get(story) ?? { story, asOf, deliveries: [] };
      asks.set(story, {
        story,
        asOf: ask.asOf > asOf ? ask.asOf : asOf,
        deliveries: [...ask.deliveries, delivery],
      });
    } catch (error) {
      run.fail(delivery, error);
    }
  }
  return [...asks.values()];
};

/** Marks of what was left before and of what a fold is about to leave; without a digest where the two differ. */
const unsettled = <Mark extends { digest: string }>(
  before: readonly Mark[],
  next: readonly Mark[],
  name: (mark: Mark) => string,
): Mark[] => {
  const [was, will] = [before, next].map((marks) => new Map(marks.map((mark) => [name(mark), mark])));
  return [...new Map([...(was ?? []), ...(will ?? [])])].map(([key, mark]) =>
    was?.get(key)?.digest === will?.get(key)?.digest ? mark : { ...mark, digest: '' },
  );
};

/** What a fold is about to write. Kept first: should it break off, the next fold knows what to write anew or take back. */
const intentOf = (before: StoryState | undefined, { next }: StoryChanges): StoryState => ({
  ...(before ?? { order: '', asOf: next.asOf, actions: [] }),
  rows: unsettled(before?.rows ?? [], next.rows, ({ cellDay, key }) => JSON.stringify([cellDay, key])),
  gaps: unsettled(before?.gaps ?? [], next.gaps, ({ id }) => id),
});

const changesAnything = ({ put, void: gone, gaps, vanished }: StoryChanges): boolean =>
  put.length + gone.length + gaps.length + vanished.length > 0;

/**
 * Folds customers' stories and stores what changed: what is intended, then rows and marks, the story's new state last, so
 * that a fold that breaks off is repeated or undone.
 */
export const makeHandler = (deps: Deps) => {
  const { owners } = deps;
  const answering = owners.calendars[owners.answering];
  if (!answering) throw new RangeError(`owners.json: no calendar "${owners.answering}"`);

  const fold = async (
    ask: Ask,
    before: StoryState | undefined,
    read: (story: string, asOf: Instant) => Promise<ReadStory>,
  ): Promise<Folded | undefined> => {
    const { story, asOf } = ask;
    const { facts, sentiments, guestDays } = await read(story, asOf);
    const customerId = customerOf(story);
    const customerHash = customerId === undefined ? undefined : await deps.customers.hash(customerId);
    const folded = foldStory({
      story,
      facts,
      sentiments,
      asOf,
      guestDays,
      addWorkingHours: (from, hours) => addBusinessHours(from, hours, answering),
      ...(customerHash ? { customerHash } : {}),
    });
    if (before && before.order >= folded.order) return undefined;
    const changes = changesOf(folded, asOf, before);
    if (changesAnything(changes)) {
      const intended = await deps.stories.putState(story, intentOf(before, changes));
      if (intended === 'refused') return undefined;
    }
    await Promise.all([
      ...changes.put.map((row) => deps.stories.putRow(row, folded.order)),
      ...changes.void.map(({ cellDay, key }) => deps.stories.voidRow(cellDay, key, folded.order)),
    ]);
    return { ask, fold: folded, changes, before };
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

  const raise = async (folded: Folded): Promise<string[]> => {
    const { fold, ask, before, changes } = folded;
    const known = before?.actions ?? [];
    const closing = changes.vanished.length > 0 || changes.gaps.some(({ state }) => state === 'cleared');
    if (!closing && !fold.gaps.some(raises)) return known;
    const ids = [...new Set([...known, ...actionIdsOf(fold.gaps)])];
    const matters = fold.matters.map(({ matter }) => matter);
    for (let attempt = 0; attempt < CONFLICT_ATTEMPTS; attempt++) {
      const existing = await deps.actions.actions(ids);
      const raised = triageCustomer(fold.gaps, matters, existing, owners, ask.asOf);
      const ended = closing ? await settleAmong(existing, fold.gaps, ask.asOf) : [];
      const triaged = [...raised, ...ended];
      const done = await Promise.all(triaged.map(({ action, replaces }) => deps.actions.putAction(action, replaces)));
      for (const [i, { action, replaces }] of triaged.entries()) {
        if (done[i] && replaces === undefined) log.info('action.raised', { id: action.id, priority: action.priority });
      }
      if (done.every(Boolean))
        return [...new Set([...existing, ...triaged.map(({ action }) => action)].map((a) => a.id))];
    }
    throw new DependencyError('actions: changed under our hands again and again');
  };

  const keep = async (folded: Folded): Promise<void> => {
    const { ask, fold, changes } = folded;
    await Promise.all([
      ...changes.gaps.map((gap) => deps.actions.putGap(gap, fold.order)),
      ...changes.vanished.map((id) => withdraw(id, fold.order, ask.asOf)),
    ]);
    const actions = await raise(folded);
    const stored = await deps.stories.putState(ask.story, { ...changes.next, actions: actions.sort() });
    // A greater fold was quicker: what we raised is looked at once more, with what it knew.
    if (stored === 'refused') throw new DependencyError('the story was folded further meanwhile');
  };

  return sqsBatch(async (deliveries, run) => {
    const asks = asksOf(deliveries, run, deps.now());
    const states = await deps.stories.states(asks.map(({ story }) => story));
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
    const read = storyReader(deps);
    const folded = await each(
      asks.map((ask) => ({ ask })),
      ({ ask }) => fold(ask, states.get(ask.story), read),
    );
    const cellDays = new Set(folded.flatMap(({ changes }) => changes.cellDays));
    await deps.stories.markChanged([...cellDays].sort(), `${deps.now()}#${deliveries[0]?.messageId}`);
    await deps.due.set(folded.flatMap(({ ask, fold }) => (fold.dueAt ? [{ story: ask.story, at: fold.dueAt }] : [])));
    await each(folded, keep);
    log.info('stories.folded', { stories: folded.length, cellDays: cellDays.size });
  });
};
