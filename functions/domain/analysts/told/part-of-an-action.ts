import type { Action } from '../../actions/action.ts';
import type { Gap } from '../../gaps/gap.ts';
import type { HeardFact } from '../../story/heard-fact.ts';
import { complainedBefore, complaintFacts, type Matter, opening } from '../../story/matters.ts';
import type { Heard } from './moments.ts';

const saidIn = (matter: Matter): HeardFact[] => [...complaintFacts(matter), ...matter.replies];

/** Surveys while the matter is alive, and whatever else is told of what it is about once it has begun. */
const isBeside = (matter: Matter, { at, fact: { message } }: HeardFact): boolean => {
  if (message.kind === 'survey') return complainedBefore(matter, at);
  const { interactionId } = message;
  return (
    interactionId !== undefined &&
    at >= opening(matter).at &&
    complaintFacts(matter).some((one) => one.fact.message.interactionId === interactionId)
  );
};

/**
 * What an action answers for, of all that was heard of its customer: its matter with what was said and asked meanwhile, and
 * its evidence; not what the customer complains of besides.
 *
 * @param gaps the action's
 */
export const partOfAnAction = (
  { heard, matters }: Heard,
  { matterId, evidence }: Action,
  gaps: readonly Gap[],
): Heard => {
  const own = matters.filter(({ matter }) => matter.id === matterId);
  const said = new Set(own.flatMap(({ matter }) => saidIn(matter)));
  const elsewhere = new Set(matters.flatMap(({ matter }) => (matter.id === matterId ? [] : saidIn(matter))));
  const proof = new Set([...evidence, ...gaps.flatMap(({ facts }) => facts)]);
  const isPart = (one: HeardFact): boolean =>
    said.has(one) || proof.has(one.fact.id) || (!elsewhere.has(one) && own.some(({ matter }) => isBeside(matter, one)));
  return { heard: heard.filter(isPart), matters: own };
};
