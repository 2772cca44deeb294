import { complaintFacts, opening } from '../story/matters.ts';
import { customerGap, type Gap, type GapRule, gapId, type MatterView, surest, type Turn } from './gap.ts';

const gapOf = ({ matter, verdicts }: MatterView): Gap | undefined => {
  const brushedOff = verdicts.find((verdict) => verdict.kind === 'brushed-off');
  if (brushedOff?.kind !== 'brushed-off') return undefined;
  const hollow = matter.replies.filter((reply) => reply.reply === 'hollow');
  const turns: [Turn, ...Turn[]] = [{ state: 'open', at: brushedOff.at }];
  if (matter.remedy) turns.push({ state: 'cleared', at: matter.remedy.at });
  return customerGap({
    id: gapId('unanswered', matter.id),
    kind: 'unanswered',
    customerId: matter.customerId,
    place: opening(matter).place,
    facts: [...complaintFacts(matter), ...hollow],
    decidedBy: brushedOff.by,
    turns,
    confidence: surest(complaintFacts(matter)),
    matter,
  });
};

/** UNANSWERED-1: a complaint was brushed off: no reply within 4 working hours, or a hollow one. */
export const unanswered: GapRule = ({ matters }) => ({
  gaps: matters.map(gapOf).filter((gap) => gap !== undefined),
  due: matters.flatMap(({ verdicts }) => verdicts.flatMap((v) => (v.kind === 'pending' ? [v.until] : []))),
});
