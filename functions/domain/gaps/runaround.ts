import { DAY, type Instant, millis } from '../instant.ts';
import { UNATTRIBUTED } from '../story/attribution.ts';
import type { HeardFact } from '../story/heard-fact.ts';
import { complaintFacts, type Matter, opening } from '../story/matters.ts';
import { customerGap, type Gap, type GapRule, gapId, surest, type Turn } from './gap.ts';

const COMPLAINTS = 3;
const OVER = DAY;
const PLACES_OR_HOLLOW_REPLIES = 2;

const isRunaround = (matter: Matter, at: Instant): boolean => {
  const complaints = matter.complaints.filter((complaint) => complaint.at <= at);
  const [first, last] = [complaints[0], complaints.at(-1)];
  if (!first || !last || complaints.length < COMPLAINTS || millis(last.at) - millis(first.at) < OVER) return false;
  const told = complaintFacts(matter).filter((heard) => heard.at <= at);
  const touchpoints = new Set(told.map((heard) => heard.place.touchpoint));
  touchpoints.delete(UNATTRIBUTED);
  const hollow = matter.replies.filter((reply) => reply.reply === 'hollow' && reply.at <= at);
  return touchpoints.size >= PLACES_OR_HOLLOW_REPLIES || hollow.length >= PLACES_OR_HOLLOW_REPLIES;
};

const gapOf = (matter: Matter): Gap | undefined => {
  const hollow = matter.replies.filter((reply) => reply.reply === 'hollow');
  const steps: HeardFact[] = [...complaintFacts(matter), ...hollow];
  const tipping = steps.sort((a, b) => (a.at < b.at ? -1 : 1)).find((step) => isRunaround(matter, step.at));
  if (!tipping) return undefined;
  const turns: [Turn, ...Turn[]] = [{ state: 'open', at: tipping.at }];
  if (matter.remedy) turns.push({ state: 'cleared', at: matter.remedy.at });
  return customerGap({
    id: gapId('runaround', matter.id),
    kind: 'runaround',
    customerId: matter.customerId,
    place: opening(matter).place,
    facts: [...complaintFacts(matter), ...hollow],
    decidedBy: tipping,
    turns,
    confidence: surest(complaintFacts(matter)),
    matter,
  });
};

/**
 * RUNAROUND-1: three or more complaints in one matter over at least 24 hours, at two touchpoints or with two hollow replies,
 * without a remedy.
 */
export const runaround: GapRule = ({ matters }) => ({
  gaps: matters.map(({ matter }) => gapOf(matter)).filter((gap) => gap !== undefined),
  due: [],
});
