import type { HeardFact } from '../story/heard-fact.ts';
import { customerGap, type GapRule, gapId } from './gap.ts';

/**
 * CONTRADICTION-2: four to three. Who praised and is called about a complaint is annoyed for nothing, and how rare complaints are
 * under high scores differs from firm to firm: judgement.
 */
export const CONTRADICTS_FROM = 4 / 7;

/** Whether a response's score and its own words disagree. */
export const contradicts = (heard: HeardFact): boolean => (heard.contradiction ?? 0) >= CONTRADICTS_FROM;

/**
 * CONTRADICTION-1: the score is favourable and the same response's own words complain; or the reverse, the scale was read
 * upside down. A customer's is a gap of the customer's; nobody's counts for its touchpoint (compare-touchpoints).
 */
export const contradiction: GapRule = ({ story, customerId, heard }) => ({
  gaps: heard.filter(contradicts).map((response) =>
    customerGap({
      id: gapId('contradiction', story, response.fact.feedback),
      kind: 'contradiction',
      customerId,
      place: response.place,
      facts: [response],
      decidedBy: response,
      turns: [{ state: 'open', at: response.at }],
      confidence: response.contradiction ?? 0,
    }),
  ),
  due: [],
});
