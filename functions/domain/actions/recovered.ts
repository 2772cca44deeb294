import type { Instant } from '../instant.ts';
import { complains, type HeardFact, isUnprompted } from '../story/heard-fact.ts';
import { lastComplaint, type Matter } from '../story/matters.ts';
import { type Action, changed, type Triage, unwarned } from './action.ts';
import { endOf, isOver } from './clock-entry.ts';
import { newDeadline } from './life.ts';
import type { Owners } from './owners.ts';
import { failedAgain } from './priority.ts';

/** A later score of the best class, or a word of the customer's own that is glad and complains of nothing. */
const isGood = (heard: HeardFact): boolean => {
  if (complains(heard)) return false;
  if (heard.scoreClass !== undefined) return heard.scoreClass === 'top';
  const { sentiment, complaint } = heard;
  return isUnprompted(heard) && sentiment?.label === 'positive' && complaint?.label === 'no';
};

/** A score of the worst class, where the words beside it do not say that the scale was read upside down. */
const isBad = ({ scoreClass, contradiction = 0 }: HeardFact): boolean => scoreClass === 'bottom' && contradiction < 0.5;

const isAbout = ({ touchpoint }: Action, matter: Matter | undefined, { fact, place }: HeardFact): boolean => {
  const interactions =
    matter?.complaints.flatMap(({ facts }) => facts.map((one) => one.fact.message.interactionId)) ?? [];
  const { interactionId } = fact.message;
  if (interactionId !== undefined && interactions.includes(interactionId)) return true;
  return touchpoint !== undefined && place.touchpoint === touchpoint;
};

const newest = (known: Instant | undefined, at: Instant): Instant => (known !== undefined && known > at ? known : at);

/** From when what the customer says bears on the end: from a person's word; of triage's own, from the remedy or complaint. */
const since = (action: Action, matter: Matter | undefined): Instant | undefined => {
  const end = endOf(action);
  if (end?.by !== 'triage' || end.type === 'verified' || !matter) return end?.at;
  const last = lastComplaint(matter).lastAt;
  const remedy = matter.remedy?.at ?? last;
  return remedy > last ? remedy : last;
};

/**
 * VERIFY-1: a customer is won back only by their own word: a later favourable score, or a glad word in a later contact.
 *
 * VERIFY-2: a later score of the worst class about the same thing is a second failure: the action opens again, graver.
 *
 * @param heard the customer's story, in time order
 * @param matter the action's, where it is still in sight
 */
export const verifyRecovery = (
  action: Action,
  heard: readonly HeardFact[],
  matter: Matter | undefined,
  owners: Owners,
  asOf: Instant,
): Triage | undefined => {
  if (action.kind !== 'recover' || !isOver(action) || action.status === 'dismissed') return undefined;
  const from = since(action, matter);
  if (from === undefined) return undefined;
  const later = heard.filter(({ at }) => at > from);
  const replaces = action.version;
  const failed = later.find((one) => isBad(one) && isAbout(action, matter, one));
  if (failed) {
    const { parts, priority } = failedAgain(action.parts);
    const worse = { parts, priority: priority < action.priority ? priority : action.priority };
    const due = newDeadline({ ...action, ...worse }, owners, asOf);
    const change = 'failed again: a bad score after it was done';
    const latestAt = newest(action.latestAt, failed.at);
    return {
      action: changed(
        { ...unwarned(action), ...worse },
        { status: 'reopened', dueAt: due, latestAt },
        { at: asOf, by: 'triage', type: 'reopened', change },
      ),
      replaces,
    };
  }
  if (action.status === 'verified') return undefined;
  const good = later.find(isGood);
  if (!good) return undefined;
  const what = good.scoreClass === 'top' ? 'a favourable score' : 'a glad word';
  const change = `verified: ${what} on ${good.at.slice(0, 10)}`;
  return {
    // What was said before the good word, and is heard of later, undoes it no more.
    action: changed(
      action,
      { status: 'verified', latestAt: newest(action.latestAt, good.at) },
      { at: asOf, by: 'triage', type: 'verified', change },
    ),
    replaces,
  };
};
