import type { MatterView } from '../gaps/gap.ts';
import type { Cause } from './causes-of.ts';
import { type RootCause, rootCauses } from './root-cause.ts';

const unanswered: Cause = { cause: 'unowned', rules: ['CONDUCT-1'], evidence: [] };
const fobbedOff: Cause = { cause: 'unowned', rules: ['CONDUCT-2'], evidence: [] };
const toldTwice: Cause = { cause: 'silo', rules: ['CONDUCT-3'], evidence: [] };

const placesOf = ({ matter }: MatterView): number =>
  new Set(matter.complaints.flatMap(({ facts }) => facts.map(({ place }) => place.touchpoint))).size;

/**
 * Causes that lie in what happened to complaints, whatever their words:
 *
 * CONDUCT-1: a complaint that was brushed off and never got a reply was nobody's.
 * CONDUCT-2: where two complaints of one matter got only hollow words, nobody took it on.
 * CONDUCT-3: who had to complain of one thing at two touchpoints before it was put right was sent from one to the other.
 *
 * @returns by the complaint's fact id
 */
export const conductOf = (matters: readonly MatterView[]): Map<string, Cause[]> => {
  const causes = new Map<string, Cause[]>();
  for (const view of matters) {
    const { matter, verdicts } = view;
    const brushedOff = verdicts.map((verdict) => (verdict.kind === 'brushed-off' ? verdict : undefined));
    const hollow = brushedOff.filter((verdict) => verdict?.hollow).length;
    for (const [i, { facts, at }] of matter.complaints.entries()) {
      const verdict = brushedOff[i];
      const answered = matter.replies.some((reply) => reply.at >= at);
      const found = [
        ...(verdict && !answered ? [unanswered] : []),
        ...(verdict && hollow >= 2 ? [fobbedOff] : []),
        ...(verdict && placesOf(view) >= 2 ? [toldTwice] : []),
      ];
      if (found.length > 0) for (const { fact } of facts) causes.set(fact.id, found);
    }
  }
  return causes;
};

/** Root causes in their order, each once; `defect` only where no other shows. */
export const causeIds = (causes: readonly Pick<Cause, 'cause'>[]): RootCause[] => {
  const found = new Set(causes.map(({ cause }) => cause));
  if (found.size > 1) found.delete('defect');
  return rootCauses.filter((cause) => found.has(cause));
};
