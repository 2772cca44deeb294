/**
 * What a language says when it complains or praises. Each entry is a list of phrases, parted by commas or line ends;
 * `#` stands for a number in digits or words, `word*` for any word that begins so; accents and capitals do not matter.
 * Which phrase belongs where is judgement: would a person, reading nothing else, say that it signals this?
 */
export interface CueSheet {
  /** What was to be done was not: late, broken, lost, cancelled, wrong, not delivered. */
  failure: string;
  /** The customer is not heard, or waits for what should be there: no answer, on hold, nobody, # hours. */
  neglect: string;
  /** The customer waits; counts as neglect unless it is denied ("did not have to wait"). */
  waiting: string;
  /** How people or the firm behaved: rude, unhelpful, lied. */
  conduct: string;
  /** What only the wronged ask for: money back, compensation, a complaint, a manager. */
  demand: string;
  /** It happened before: again, third time, keeps. */
  recurrence: string;
  /** A verdict: worst, terrible, unacceptable, never again. */
  condemnation: string;
  /** Thanks that mean the contrary, a verdict and thanks taken back in one: thanks for nothing. */
  mockery: string;
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
  /** Trouble was put right, or at once: counts as contentment, and what was wrong before it in the sentence is forgiven. */
  mended: string;
  /** Asks to be told or helped, or for a service anybody may want, without grievance: cancel my booking, lost my card. */
  enquiry: string;
  /** Turns round the praise or complaint behind it: not, never, without. */
  negation: string;
  /** Denies the praise before it, at a clause's end: "clean is something else". */
  disavowal: string;
  /** What follows is only supposed: if something. */
  supposition: string;
  /** What follows is another firm's: my old bank, unlike others. */
  elsewhere: string;
  /** What follows is ours again: here, with you. */
  here: string;
  /** Has a cue's word and not its meaning: hard of hearing is no verdict, more data no wish. */
  neither: string;
  /** What follows is what is meant, what is before it is taken back: but, however. */
  contrast: string;
  /** Grants something beside what is meant: although. Counts as contrast, and takes nothing back. */
  concession: string;
  /** Whole answers that say "nothing". */
  nothing: string;
  /** Number words, read as `#`. */
  numerals: string;
}
