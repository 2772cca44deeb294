import type { FeedbackFact } from '../message/fact.ts';

/** Where a feedback belongs: a step of the journey, and where it was, if anybody said. */
export interface Place {
  touchpoint: string;
  location?: string;
}

/** The touchpoint of what nobody placed. */
export const UNATTRIBUTED = 'unattributed';

const place = (touchpoint: string, location: string | undefined): Place =>
  location === undefined ? { touchpoint } : { touchpoint, location };

/**
 * ATTRIBUTION-1: what a feedback does not say of its place is taken from the earliest fact of its interaction, else of its
 * customer. Returns a function, so that a story's facts (oldest first) are looked through once.
 */
export const attribution = (facts: readonly FeedbackFact[]): ((fact: FeedbackFact) => Place) => {
  const byInteraction = new Map<string, Place>();
  const locations = new Map<string, string>();
  let first: Place | undefined;
  for (const { message } of facts) {
    const { touchpoint, location, interactionId } = message;
    if (interactionId !== undefined && location !== undefined && !locations.has(interactionId)) {
      locations.set(interactionId, location);
    }
    if (touchpoint === undefined) continue;
    const own = place(touchpoint, location);
    first ??= own;
    if (interactionId !== undefined && !byInteraction.has(interactionId)) byInteraction.set(interactionId, own);
  }
  return ({ message }) => {
    const { touchpoint, location, interactionId = '' } = message;
    if (touchpoint !== undefined) return place(touchpoint, location ?? locations.get(interactionId));
    const ofInteraction = byInteraction.get(interactionId);
    const inherited = ofInteraction ?? first ?? { touchpoint: UNATTRIBUTED };
    const nearby = ofInteraction?.location ?? locations.get(interactionId) ?? inherited.location;
    return place(inherited.touchpoint, location ?? nearby);
  };
};
