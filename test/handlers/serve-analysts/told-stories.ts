import type { Fact } from '../../../functions/domain/message/fact.ts';
import type { ActionWordsDeps } from '../../../functions/serve-analysts/action-detail.ts';
import type { StoryAnswerDeps } from '../../../functions/serve-analysts/story.ts';
import { march, owners, taxonomy } from '../../builders.ts';
import { look, makeDetection } from '../looking.ts';

/** Stories that were folded and triaged as of a time, to be asked about. */
export const toldStories = async (facts: readonly Fact[], asOf = march(20)) => {
  const { store, detect } = await makeDetection(facts, undefined, asOf);
  const stories = [...new Set(facts.map(({ story }) => story))];
  await detect(...stories.map((story, i) => look(`m-${i}`, story, asOf)));
  const deps: ActionWordsDeps & StoryAnswerDeps = {
    owners,
    taxonomy: () => taxonomy,
    facts: { ...store.facts, ...store.words },
    guestDays: store.guestDays,
    stories: store.folds,
    holds: store.holds.port,
    actions: store.kept.reading,
    touchpoints: store.touchpoints,
  };
  return { store, deps };
};
