import type { CueSheet } from './cues/cue-sheet.ts';
import type { Phrases } from './phrases.ts';
import { isStop } from './words.ts';

const KINDS = [
  ...(['failure', 'neglect', 'conduct', 'demand', 'recurrence', 'condemnation', 'shortfall', 'wish'] as const),
  ...(['praise', 'thanks', 'contentment', 'enquiry', 'negation', 'contrast'] as const),
  /** Praise that was denied: "not happy"; or that was another firm's. */
  'deniedPraise',
  /** A grievance that was denied ("no delays", "not bad"), put right, or another firm's. */
  'deniedGrievance',
  /** Praise or thanks that the sentence takes back: "thanks, but", "great, late again". */
  'takenBack',
] as const;
/** What a cue says where it stands. */
export type Kind = (typeof KINDS)[number];

type Group = keyof CueSheet;

interface Said {
  /** `undefined`: nothing, where it stands. */
  kind: Kind | undefined;
  at: number;
}

/** A denial reaches this many words on, "not a very happy", and so does an "if": judgement. */
const DENIAL_REACH = 3;
/** What disowns praise ("clean is something else") reaches so many words back: judgement. */
const DISAVOWAL_REACH = 8;
/** Praise that is exclaimed stands alone before the stop, with at most so many words: "oh how nice,". */
const EXCLAIMED = 3;

/** Kinds that a denial turns round; a refund that was not paid is no praise. */
const DENIABLE: ReadonlySet<Group> = new Set(['failure', 'waiting', 'conduct', 'condemnation', 'shortfall']);
/** What may only be supposed: "let me know if something is missing". */
const SUPPOSABLE: ReadonlySet<Group> = new Set(['failure', 'waiting', 'shortfall']);
/** What another firm may have done; a wish compares with it, so that it is ours. */
const ELSEWHERE: ReadonlySet<Group> = new Set([
  ...(['failure', 'neglect', 'waiting', 'conduct', 'demand', 'shortfall', 'condemnation'] as const),
]);
/** What is no trouble any more once it was put right. */
const MENDABLE: ReadonlySet<Kind> = new Set(['failure', 'neglect', 'demand', 'shortfall']);
const TAKEN_BACK: ReadonlySet<Kind> = new Set(['praise', 'thanks']);
const THANKS: ReadonlySet<Kind> = new Set(['thanks']);
const FAVOUR: ReadonlySet<Kind> = new Set(['praise', 'contentment', 'deniedGrievance']);
const AGAINST: ReadonlySet<Kind> = new Set([
  ...(['failure', 'neglect', 'conduct', 'demand', 'recurrence', 'condemnation', 'shortfall', 'deniedPraise'] as const),
]);

const endsSentence = (word: string): boolean => isStop(word) && !/[,;:()]/.test(word);

/** Cues as they come, each said again where what follows takes it back: a contrast, a denial, trouble put right. */
class Listener {
  private readonly found: Said[] = [];
  private readonly takenBack = new Set<Said>();
  /** Where in `words` the last cue ended. */
  private cueEnd = -1;
  private deniedUntil = -1;
  private supposedUntil = -1;
  private elsewhere = false;
  /** Where in `found` the sentence before, and this one, begin. */
  private previousFrom = 0;
  private sentenceFrom = 0;
  /** Where in `words` this sentence begins. */
  private beginning = 0;
  private mendedFrom = 0;
  /** Where the last contrast stands in `found`, and from where on it takes back. */
  private contrast: { from: number; at: number } | undefined;
  /** What follows praise exclaimed at the very beginning, in `found`, until its sentence has said what is meant by it. */
  private exclaimed: number | undefined;

  private readonly words: readonly string[];

  /** @param words as `spokenWords` reads them */
  constructor(words: readonly string[]) {
    this.words = words;
  }

  stop(at: number): void {
    this.deniedUntil = -1;
    this.supposedUntil = -1;
    const [first] = this.found;
    if (first?.kind === 'praise' && this.found.length === 1 && at <= EXCLAIMED && this.cueEnd === at)
      this.exclaimed ??= 1;
    if (endsSentence(this.words[at] ?? '')) this.endSentence(at);
  }

  endSentence(at: number): void {
    if (this.contrast) this.weigh(this.contrast);
    if (this.exclaimed !== undefined && this.complainsFrom(this.exclaimed)) this.takeBack(0, this.exclaimed);
    this.contrast = undefined;
    this.exclaimed = undefined;
    this.elsewhere = false;
    this.previousFrom = this.sentenceFrom;
    this.sentenceFrom = this.found.length;
    this.beginning = at + 1;
  }

  hear(group: Group, at: number, end: number): void {
    this.cueEnd = end;
    if (group === 'contrast')
      this.contrast = {
        from: at === this.beginning ? this.previousFrom : this.sentenceFrom,
        at: this.found.length + 1,
      };
    const disowns = group === 'disavowal' && this.isClosed(end);
    if (disowns) this.disavow(at);
    if (group === 'negation' || (group === 'disavowal' && !disowns)) this.deniedUntil = end - 1 + DENIAL_REACH;
    if (group === 'supposition') this.supposedUntil = end - 1 + DENIAL_REACH;
    if (group === 'elsewhere') this.elsewhere = true;
    if (group === 'here') this.elsewhere = false;
    if (group === 'mended' && at > this.deniedUntil) this.mend();
    if (group === 'mockery') this.found.push({ kind: 'takenBack', at });
    this.found.push({ kind: this.kindOf(group, at), at });
  }

  /** Who has praise to spare beside what is taken back, means it: a long review weighs one thing against another. */
  counts(): Record<Kind, number> {
    const counts = Object.fromEntries(KINDS.map((kind) => [kind, 0])) as Record<Kind, number>;
    const allTakenBack = !this.found.some((said) => said.kind && FAVOUR.has(said.kind) && !this.takenBack.has(said));
    for (const said of this.found)
      if (said.kind) counts[allTakenBack && this.takenBack.has(said) ? 'takenBack' : said.kind]++;
    return counts;
  }

  private kindOf(group: Group, at: number): Kind | undefined {
    const denied = at <= this.deniedUntil;
    if (at <= this.supposedUntil && SUPPOSABLE.has(group)) return undefined;
    if (group === 'praise' || group === 'mended') {
      if (denied || this.elsewhere) return 'deniedPraise';
      return group === 'praise' ? 'praise' : 'contentment';
    }
    if ((denied && DENIABLE.has(group)) || (this.elsewhere && ELSEWHERE.has(group))) return 'deniedGrievance';
    if (group === 'waiting') return 'neglect';
    if (group === 'concession') return 'contrast';
    if (group === 'disavowal') return 'negation';
    if (group === 'mockery') return 'condemnation';
    return (KINDS as readonly string[]).includes(group) ? (group as Kind) : undefined;
  }

  private mend(): void {
    for (const said of this.found.slice(Math.max(this.sentenceFrom, this.mendedFrom)))
      if (said.kind && MENDABLE.has(said.kind)) said.kind = 'deniedGrievance';
    this.mendedFrom = this.found.length;
  }

  /** Nothing of the clause follows. */
  private isClosed(end: number): boolean {
    return isStop(this.words[end] ?? '.');
  }

  private disavow(at: number): void {
    for (const said of this.found.slice(this.sentenceFrom))
      if (said.kind === 'praise' && at - said.at <= DISAVOWAL_REACH) said.kind = 'deniedPraise';
  }

  /** Thanks with a "but" are manners; praise with one stands, unless a grievance follows. */
  private weigh({ from, at }: { from: number; at: number }): void {
    if (this.favours(at)) return;
    this.takeBack(from, at, this.complainsFrom(at) ? TAKEN_BACK : THANKS);
  }

  private complainsFrom(from: number): boolean {
    return !this.favours(from) && this.found.slice(from).some(({ kind }) => kind && AGAINST.has(kind));
  }

  private favours(from: number): boolean {
    return this.found.slice(from).some(({ kind }) => kind !== undefined && FAVOUR.has(kind));
  }

  private takeBack(from: number, until: number, kinds: ReadonlySet<Kind> = TAKEN_BACK): void {
    for (const said of this.found.slice(from, until)) if (said.kind && kinds.has(said.kind)) this.takenBack.add(said);
  }
}

/** What a text says, by kind of cue, each where it stands; all 0 without cues. Time is linear in the words. */
export const said = (words: readonly string[], cues: Phrases<Group> | undefined): Record<Kind, number> => {
  const listener = new Listener(words);
  for (let at = 0; cues && at < words.length; ) {
    if (isStop(words[at] ?? '')) listener.stop(at);
    const cue = cues.at(words, at);
    if (cue) listener.hear(cue.value, at, at + cue.length);
    at += cue?.length ?? 1;
  }
  listener.endSentence(words.length);
  return listener.counts();
};
