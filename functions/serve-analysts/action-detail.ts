import type { Action } from '../domain/actions/action.ts';
import type { Owners } from '../domain/actions/owners.ts';
import { ActionDetail, type Words } from '../domain/analysts/answers.ts';
import type { Caller } from '../domain/analysts/caller.ts';
import { momentsOf } from '../domain/analysts/told/moments.ts';
import { partOfAnAction } from '../domain/analysts/told/part-of-an-action.ts';
import { wordsOfFacts, writtenForOwners } from '../domain/analysts/told/written.ts';
import type { Gap } from '../domain/gaps/gap.ts';
import type { Instant } from '../domain/instant.ts';
import type { Fact } from '../domain/message/fact.ts';
import { storyOfCustomer } from '../domain/message/identity.ts';
import { actionEntry } from '../domain/outputs/action-entry.ts';
import { gapEntry } from '../domain/outputs/gap-entry.ts';
import type { Drawn } from '../domain/touchpoints/said.ts';
import { type Cell, cellOf } from '../domain/touchpoints/tally-row.ts';
import type { Voices } from '../domain/touchpoints/voices.ts';
import { tellsPersonalDetails } from '../domain/why/personal-details.ts';
import { joinedWhy } from '../domain/why/why.ts';
import { foldedStory, type StoryDeps } from '../runtime/folded-story.ts';
import type { Answering, Refused } from './answering.ts';

/** Where one action is read with its story. */
export interface ActionDetailDeps extends StoryDeps {
  actions: {
    actions(ids: readonly string[]): Promise<Action[]>;
    /** In the order of the ids; those that are not there are left out. */
    gaps(ids: readonly string[]): Promise<Gap[]>;
  };
}

/** Where the words of touchpoints are read as well. */
export interface ActionWordsDeps extends ActionDetailDeps {
  facts: StoryDeps['facts'] & {
    at(refs: readonly { story: string; fact: string }[]): Promise<{ fact: Fact }[]>;
  };
  touchpoints: {
    voices(cells: readonly Cell[]): Promise<Voices[]>;
    inStories(refs: readonly Drawn[]): Promise<(Drawn & { story: string })[]>;
  };
}

/** Feedbacks whose words are told with one action: more than an owner reads. */
const MOST_WORDS = 200;

/** What an action answers for; of a touchpoint's action nothing is heard but its gaps. */
const storyOf = async (deps: ActionDetailDeps, action: Action, now: Instant) => {
  const { customerId } = action;
  const [gaps, fold] = await Promise.all([
    deps.actions.gaps(action.gapIds),
    customerId === undefined ? undefined : foldedStory(deps, storyOfCustomer(customerId), now),
  ]);
  return { gaps, heard: fold ? partOfAnAction(fold, action, gaps) : { heard: [], matters: [] } };
};

/** The last level of a chain is told again and again, each time as one more. */
const levelOf = ({ owner, escalation }: Action, { teams }: Owners): number | undefined => {
  const levels = teams[owner.team]?.escalation.length;
  return escalation && Math.min(escalation.level + 1, Math.max(1, levels ?? Number.POSITIVE_INFINITY));
};

/** Tells all that is known of an action but words of customers. */
export const makeActionDetail =
  (deps: ActionDetailDeps) =>
  async (action: Action, now: Instant): Promise<ActionDetail> => {
    const { gaps, heard } = await storyOf(deps, action, now);
    const escalatedTo = levelOf(action, deps.owners);
    return ActionDetail.parse({
      ...actionEntry(action, joinedWhy(gaps.flatMap(({ why }) => why ?? []))),
      labels: action.labels ?? [],
      ...(action.outcome !== undefined && { outcome: action.outcome }),
      ...(escalatedTo !== undefined && { escalatedTo }),
      gaps: gaps.map(gapEntry),
      history: action.history,
      moments: momentsOf(heard, gaps, [action], now),
    });
  };

const notFound: Refused = {
  kind: 'refused',
  code: 'not-found',
  detail: 'there is no such action',
  fix: 'list actions for their ids; an id is taken whole',
};

const mayRead = ({ owner }: Action, { roles, team }: Caller): boolean =>
  roles.includes('lead') || roles.includes('privacy') || (roles.includes('owner') && team === owner.team);

const notTheirs = ({ owner }: Action): Refused => ({
  kind: 'refused',
  code: 'not-allowed',
  detail: `the action is ${owner.team}'s, and owners read what customers of their own actions wrote`,
  fix: `ask ${owner.team} (${owner.contact}) or a lead`,
});

/**
 * What was written behind an action of a touchpoint: of its evidence those complaints that are read for quotes, and of these
 * only what could be quoted (QUOTE-1). Nothing leads from other evidence to its words.
 */
const evidenceOf = async ({ touchpoints, facts }: ActionWordsDeps, { evidence, ...place }: Action): Promise<Fact[]> => {
  const { touchpoint } = place;
  if (touchpoint === undefined) return [];
  const voices = await touchpoints.voices([cellOf({ ...place, touchpoint })]);
  const refs = await touchpoints.inStories(voices.flatMap(({ said }) => said.complaining));
  const found = (await facts.at(refs)).map(({ fact }) => fact);
  return found
    .filter(({ id }) => evidence.includes(id))
    .sort((a, b) => (a.message.occurredAt + a.id < b.message.occurredAt + b.id ? -1 : 1));
};

const quotable = (fact: Fact): string | undefined => {
  const text = writtenForOwners(fact);
  return text === undefined || tellsPersonalDetails(text) ? undefined : text;
};

/** Answers one action, and apart from it what was written in its story. */
export const answerAction = (deps: ActionWordsDeps): Answering<'action' | 'actionWords'> => {
  const actionDetail = makeActionDetail(deps);

  const wordsOf = async (action: Action, now: Instant): Promise<Words['words']> => {
    if (action.customerId === undefined) return wordsOfFacts(await evidenceOf(deps, action), MOST_WORDS, quotable);
    const { heard } = (await storyOf(deps, action, now)).heard;
    return wordsOfFacts(
      heard.map(({ fact }) => fact),
      MOST_WORDS,
      writtenForOwners,
    );
  };

  return {
    action: async ({ path: { id = '' }, now }) => {
      const [action] = await deps.actions.actions([id]);
      return action ? { kind: 'answered', answer: await actionDetail(action, now) } : notFound;
    },
    actionWords: async ({ path: { id = '' }, caller, now }) => {
      const [action] = await deps.actions.actions([id]);
      if (!action) return notFound;
      if (!mayRead(action, caller)) return notTheirs(action);
      return { kind: 'answered', answer: { words: await wordsOf(action, now) } };
    },
  };
};
