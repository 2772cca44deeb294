import type { Action } from '../domain/actions/action.ts';
import { momentsOf } from '../domain/analysts/told/moments.ts';
import { wordsOfFacts, written } from '../domain/analysts/told/written.ts';
import type { Gap } from '../domain/gaps/gap.ts';
import { storyOfCustomer } from '../domain/message/identity.ts';
import { actionEntry } from '../domain/outputs/action-entry.ts';
import { gapEntry } from '../domain/outputs/gap-entry.ts';
import { holdEntry } from '../domain/outputs/hold-entry.ts';
import type { StoryState } from '../domain/story/changes.ts';
import type { Hold } from '../domain/story/hold.ts';
import { STORY_FACTS } from '../domain/story/reach.ts';
import { joinedWhy } from '../domain/why/why.ts';
import { foldedStory, type StoryDeps } from '../runtime/folded-story.ts';
import type { Answering, Refused } from './answering.ts';

/** Where a customer's whole story is read. */
export interface StoryAnswerDeps extends StoryDeps {
  stories: { states(stories: readonly string[]): Promise<ReadonlyMap<string, { state: StoryState }>> };
  holds: { of(customerId: string): Promise<(Hold & { version: number }) | undefined> };
  actions: {
    actions(ids: readonly string[]): Promise<Action[]>;
    gaps(ids: readonly string[]): Promise<Gap[]>;
  };
}

const unknown: Refused = {
  kind: 'refused',
  code: 'not-found',
  detail: 'nothing is kept of such a customer',
  fix: 'give the key as upstream posts it; what is older than its retention is gone',
};

const manyPeople = (days: number): Refused => ({
  kind: 'refused',
  code: 'not-found',
  detail: `on ${days === 1 ? 'the one day' : `all ${days} days`} that the key was used, over 200 messages came under it: many people are behind it, and what they said is folded as nobody's`,
  fix: 'ask upstream which key the customer has; one that stands for nobody is best left out',
});

/** Answers a customer's story as far back as a fold reaches. Of guest days nothing is told: it was said by many. */
export const answerStory = (deps: StoryAnswerDeps): Answering<'story'> => ({
  story: async ({ query: { customer }, now }) => {
    const story = storyOfCustomer(customer);
    const [fold, states, hold] = await Promise.all([
      foldedStory(deps, story, now),
      deps.stories.states([story]),
      deps.holds.of(customer),
    ]);
    const { heard, horizon, guestDays } = fold;
    const state = states.get(story)?.state;
    if (heard.length === 0 && guestDays.length > 0) return manyPeople(guestDays.length);
    if (heard.length === 0 && !state) return unknown;
    const [gaps, actions] = await Promise.all([
      deps.actions.gaps(state?.gaps.map(({ id }) => id) ?? []),
      deps.actions.actions(state?.actions ?? []),
    ]);
    const whyOf = ({ gapIds }: Action) =>
      joinedWhy(gaps.flatMap(({ id, why }) => (why && gapIds.includes(id) ? [why] : [])));
    return {
      kind: 'answered',
      answer: {
        customerId: customer,
        hold: holdEntry(customer, hold, now),
        since: horizon,
        moments: momentsOf(fold, gaps, actions, now),
        words: wordsOfFacts(
          heard.map(({ fact }) => fact),
          STORY_FACTS,
          written,
        ),
        gaps: gaps.map(gapEntry),
        actions: actions.map((action) => actionEntry(action, whyOf(action))),
      },
    };
  },
});
