/**
 * Points of each part at its utmost; they add up to 100. Which parts there are, and that a failed recovery outweighs the
 * first failure, comes from the field: customers forgive one failure well answered, and turn away over a second that
 * follows soon or an answer that mends nothing ("double deviation": Bitner, Booms and Tetreault 1990; Maxham and
 * Netemeyer 2002). The figures themselves are judgement, not measured: set so that the cases in the test of priority.ts rank
 * as they do there.
 */
export const weights = {
  /** What is broken and how surely it was a complaint: the most that one part may say of a single customer. */
  severity: 30,
  /** Reach counts nearly as much, so that a corner of a hundred quiet customers can be P1 without any one loud one. */
  customers: 25,
  /** As many as lie between P3 and P2, twice those between P2 and P1: it always raises the priority by one at least. */
  secondComplaint: 20,
  /** One hollow answer is less than a second failure; repeated, it comes close to one. */
  hollowApology: 15,
  /** Least: a doubtful gap is looked at later, it does not become a small one. */
  confidence: 10,
} as const;
