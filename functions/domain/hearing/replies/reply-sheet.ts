/** What our own replies say, in one language. Phrases as in a cue sheet: commas or line ends between, `word*` for a stem. */
export interface ReplySheet {
  /** Deeds that put a thing right, in the form that says done: refunded, replaced. They need an auxiliary or the clause's start. */
  done: string;
  /** What stands by itself for a remedy under way or given: "is on its way", "here is your voucher", "good as new". */
  given: string;
  /** Auxiliaries and subjects that make a deed done: have, was, we, our manager. */
  doer: string;
  /** The same deeds yet to do, and other promises' verbs: refund, look into, improve. */
  deed: string;
  /** Not yet, perhaps or only if: will, can, would, soon. Bars a remedy within its clause; with a deed, makes a promise. */
  prospect: string;
  /** Bars a remedy within the whole sentence that follows: if, once, as soon as. */
  condition: string;
  /** Bars a remedy within its clause: not, unable. */
  denial: string;
  /** The customer did it: "you called", "you have sent". Bars a remedy right behind it. */
  customer: string;
  /** Parts one clause from the next: and, but. */
  joint: string;
  /** Apologies, thanks for writing, deflection, "passed on": words instead of deeds. */
  hollow: string;
  /** Asks the customer for something. */
  ask: string;
  /** What can only be helped with when known: order number, address, date. */
  detail: string;
}
