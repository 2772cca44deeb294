/**
 * What a language says when it complains or praises. Each entry is a list of phrases, parted by commas or line ends;
 * `#` stands for a number in digits or words, `word*` for any word that begins so; accents and capitals do not matter.
 * Which phrase belongs where is judgement: would a person, reading nothing else, say that it signals this?
 */
export interface CueSheet {
  /** What was to be done was not: late, broken, lost, cancelled, wrong, not delivered. */
  failure: string;
  /** The customer is kept waiting or not heard: no answer, on hold, still waiting, nobody. */
  neglect: string;
  /** How people or the firm behaved: rude, unhelpful, lied. */
  conduct: string;
  /** What only the wronged ask for: money back, compensation, a complaint, a manager. */
  demand: string;
  /** It happened before: again, third time, keeps. */
  recurrence: string;
  /** A verdict: worst, terrible, unacceptable, never again. */
  condemnation: string;
  /** Below what was hoped for, not outrageous: dirty, slow, too expensive, uncomfortable. */
  shortfall: string;
  /** Wishes for something else: should, could be better, need more. */
  wish: string;
  /** Favour: great, friendly, recommend. */
  praise: string;
  /** Thanks; polite complainers write it too, so it says little. */
  thanks: string;
  /** Nothing is missing: no complaints, nothing to improve, keep it up. */
  contentment: string;
  /** Asks to be told or helped, without grievance. */
  enquiry: string;
  /** Turns round the praise or complaint behind it: not, never, without. */
  negation: string;
  /** What follows is what is meant: but, however. */
  contrast: string;
  /** Whole answers that say "nothing". */
  nothing: string;
  /** Number words, read as `#`. */
  numerals: string;
}
