import { DAY, type Instant, millis } from '../instant.ts';
import { UNATTRIBUTED } from '../story/attribution.ts';
import type { HeardFact } from '../story/heard-fact.ts';
import { complaintFacts, MATTER_LASTS, type Matter } from '../story/matters.ts';
import { customerGap, type Gap, type GapRule, gapId, type MatterView, surest, type Turn } from './gap.ts';

/** CROSS-2: how far score and complaint may lie apart at one touchpoint. */
const SAME_TOUCHPOINT = 14 * DAY;

const apart = (a: HeardFact, b: HeardFact): number => Math.abs(millis(a.at) - millis(b.at));

const concerns = (response: HeardFact, complaint: HeardFact): boolean => {
  if (response.fact.feedback === complaint.fact.feedback) return false;
  const { interactionId } = response.fact.message;
  const sameInteraction = interactionId !== undefined && complaint.fact.message.interactionId === interactionId;
  if (sameInteraction) return apart(response, complaint) <= MATTER_LASTS;
  const { touchpoint } = response.place;
  const sameTouchpoint = touchpoint !== UNATTRIBUTED && complaint.place.touchpoint === touchpoint;
  return sameTouchpoint && apart(response, complaint) <= SAME_TOUCHPOINT;
};

const later = (a: Instant, b: Instant): Instant => (a > b ? a : b);

const gapOf = (response: HeardFact, { matter, verdicts }: MatterView): Gap | undefined => {
  const complaints = complaintFacts(matter).filter((complaint) => concerns(response, complaint));
  const [first] = complaints;
  if (!first) return undefined;
  const bothKnown = later(response.at, first.at);
  if (matter.remedy && matter.remedy.at <= bothKnown) return undefined;
  const brushedOff = verdicts.find((verdict) => verdict.kind === 'brushed-off');
  const turns: Turn[] = [];
  if (brushedOff?.kind !== 'brushed-off' || brushedOff.at > bothKnown)
    turns.push({ state: 'suspected', at: bothKnown });
  if (brushedOff?.kind === 'brushed-off') turns.push({ state: 'open', at: later(bothKnown, brushedOff.at) });
  if (matter.remedy) turns.push({ state: 'cleared', at: matter.remedy.at });
  return customerGap({
    id: gapId('cross-channel', matter.id, response.fact.feedback),
    kind: 'cross-channel',
    customerId: matter.customerId,
    place: response.place,
    facts: [response, ...complaints],
    decidedBy: response.at > first.at ? response : first,
    turns: turns as [Turn, ...Turn[]],
    confidence: surest(complaints),
    matter: matter as Matter,
  });
};

/**
 * CROSS-1: a favourable score, and a complaint without a remedy elsewhere about the same interaction, or at the same
 * touchpoint within 14 days. Suspected until the complaint is seen to be brushed off.
 */
export const crossChannel: GapRule = ({ heard, matters }) => ({
  gaps: heard
    .filter((response) => response.scoreClass === 'top')
    .flatMap((response) => matters.map((matter) => gapOf(response, matter)))
    .filter((gap) => gap !== undefined),
  due: [],
});
