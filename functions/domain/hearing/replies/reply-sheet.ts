/** What our own replies say, in one language. Phrases as in a cue sheet: commas or line ends between, `word*` for a stem. */
export interface ReplySheet {
  /** Deeds that put a thing right by themselves, in the form that says done or under way: refunded, replacing, called you. */
  deed: string;
  /** Done forms whose worth hangs on their object: sent, added, moved. A new card is a deed, your comments are paper. */
  move: string;
  /** What stands for a remedy without a verb of ours: "is on its way", "back on your card", "works again". */
  given: string;
  /** Tells a thing made good by its state, unless the clause names `trouble`: "wieder" in "die Heizung läuft wieder". */
  restored?: string;
  /** Bad news, or our own affairs: what a state beside it tells is no remedy. */
  trouble?: string;
  /** A verb, and the part of it that ends the clause: "schreiben gut". Told done or under way by both together. */
  parted?: string;
  /** Done forms that are words, tries, refusals or the mishap itself, never a deed: noted, asked, received, delayed. */
  empty: string;
  /** What objects make of a `move` mere paperwork: your comments, the case, our training. */
  paper: string;
  /** Our own perfect, which begins anew whatever went before: we have, I've. Opens the clause to any done form behind it. */
  perfect: string;
  /** Opens the clause to any done form as well: I, we. */
  agent: string;
  /** Opens it too, whoever acted: has been, have been. */
  undergone: string;
  /** Opens it behind a `doer`: just now, at noon, this morning; deeds have their hour, excuses have none. */
  moment: string;
  /** May stand between these and the done form: now, also. Left out where the language puts anything there. */
  between?: string;
  /** What a done form looks like; asked only where the clause is open to it. */
  done: RegExp;
  /** Makes a `move` behind it done by us, too: was, were, our engineer. */
  doer: string;
  /** Makes the done form behind it an adjective: the (fixed price), your (updated bill). */
  article: string;
  /** Not yet, perhaps, as a rule: will, can, normally. Bars what follows in its clause; with `pledge`, makes a promise. */
  prospect: string;
  /** Bars a remedy within the whole sentence that follows: if, once, as soon as. */
  condition: string;
  /** Bars a remedy that follows in its clause: not, unable. */
  denial: string;
  /** Bars one that stands before it as well, where the denial comes late: "wir erstatten Ihnen das nicht". */
  lateDenial?: string;
  /** Apologies, thanks, gladness: what follows in the clause is the customer's story, not ours. */
  regret: string;
  /** The customer did it: "you called", "you have sent". Bars a remedy right behind it. */
  customer: string;
  /** Parts one clause from the next: and, but. */
  joint: string;
  /** What we promise with a `prospect`: refund, look into, improve. */
  pledge: string;
  /** Sorry, we apologise: hollow, and no small talk. */
  apology: string;
  /** Unfortunately, we regret to say: hollow as well, but nobody is sorry. */
  alas: string;
  /** Thanks for writing, deflection, refusal, procedure, "passed on": words instead of deeds. */
  hollow: string;
  /** We, ours, or a verb of ours: a statement of it that tells neither deed nor fact is words. Left out: no such guess. */
  ours?: RegExp;
  /** Sends the customer elsewhere; a question that does only this asks nothing: DM us, try again. */
  elsewhere: string;
  /** Tells the customer what there is, and so promises nothing: you can, you'll find. */
  offer: string;
  /** Small talk and answers to praise, as long as nobody is sorry: you're welcome, made our day. */
  warm: string;
  /** Asks the customer for something, with a `detail`. */
  ask: string;
  /** What can only be helped with when known: order number, address, date. */
  detail: string;
}

/** The half of a sheet that tells deeds; the rest says what takes them back, and what stands for none. */
export type ReplyDeeds = Pick<
  ReplySheet,
  | 'deed'
  | 'move'
  | 'given'
  | 'restored'
  | 'trouble'
  | 'parted'
  | 'empty'
  | 'paper'
  | 'perfect'
  | 'agent'
  | 'undergone'
  | 'moment'
  | 'between'
  | 'done'
  | 'doer'
  | 'article'
>;

export type ReplyWords = Omit<ReplySheet, keyof ReplyDeeds>;
