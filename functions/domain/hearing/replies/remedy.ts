import { holds, lengthAt, type ReplyReader } from './reply-reader.ts';
import type { Sentence } from './sentences.ts';

/** What the words of a clause so far make of a done form that follows. */
interface Lead {
  /** Not done, not yet, or only perhaps. */
  isBarred: boolean;
  /** Regret, thanks, or words of ours about words: what follows is told, not done. */
  isTold: boolean;
  /** Somebody of ours acts. */
  isOurs: boolean;
  /** Any done form here is a deed. */
  isOpen: boolean;
}

/** Words that look done and are a deed, by the sheet's lists or, behind a doer of ours, by their look. */
const doneAt = (
  clause: readonly string[],
  at: number,
  reader: ReplyReader,
  { isOpen, isAdjective }: { isOpen: boolean; isAdjective: boolean },
): 'deed' | 'move' | undefined => {
  const deed = lengthAt(reader.deed, clause, at);
  const move = lengthAt(reader.move, clause, at);
  const empty = lengthAt(reader.empty, clause, at);
  if (isAdjective && Math.max(deed, move) < 2) return undefined;
  if (deed > 0 && deed >= Math.max(empty, move)) return 'deed';
  if (move > 0 && move >= empty) return 'move';
  return empty === 0 && isOpen && reader.done.test(clause[at] ?? '') ? 'move' : undefined;
};

/** "schreiben ... gut": a verb at `at` whose other part ends the clause. */
const isParted = (clause: readonly string[], at: number, reader: ReplyReader): boolean => {
  const last = clause.at(-1);
  return last !== undefined && at < clause.length - 1 && reader.parted.get(last)?.has(clause[at] ?? '') === true;
};

const goesOn = (clause: readonly string[], reader: ReplyReader): boolean =>
  doneAt(clause, 0, reader, { isOpen: true, isAdjective: false }) !== undefined ||
  lengthAt(reader.empty, clause, 0) > 0;

/** Reads a clause word by word from `lead` on, until a deed that nothing before it takes back. */
const tells = (clause: readonly string[], reader: ReplyReader, lead: Lead): boolean => {
  const hasMoment = holds(reader.moment, clause);
  const isTrouble = holds(reader.trouble, clause);
  let objectFrom = 0;
  let perfectEnds = -1;
  let customerEnds = -1;
  for (let at = 0; at < clause.length; ) {
    const given = lengthAt(reader.given, clause, at);
    const empty = Math.max(lengthAt(reader.empty, clause, at), lengthAt(reader.elsewhere, clause, at));
    const isAdjective = at > 0 && perfectEnds !== at && lengthAt(reader.article, clause, at - 1) > 0;
    if (!lead.isBarred && !lead.isTold && customerEnds !== at) {
      const isGiven =
        given > empty || isParted(clause, at, reader) || (!isTrouble && lengthAt(reader.restored, clause, at) > empty);
      if (isGiven && !holds(reader.lateDenial, clause.slice(at + given))) return true;
      const done = doneAt(clause, at, reader, { isOpen: lead.isOpen, isAdjective });
      if (
        done === 'deed' ||
        (done === 'move' && (lead.isOurs || at === 0) && !holds(reader.paper, clause.slice(objectFrom)))
      )
        return true;
    }
    const perfect = lengthAt(reader.perfect, clause, at);
    const agent = lengthAt(reader.agent, clause, at);
    const undergone = lengthAt(reader.undergone, clause, at);
    const customer = lengthAt(reader.customer, clause, at);
    if (customer > 0) customerEnds = at + customer;
    if (lengthAt(reader.prospect, clause, at) > 0 || lengthAt(reader.denial, clause, at) > 0) lead.isBarred = true;
    if (lengthAt(reader.regret, clause, at) > 0 || (empty > 0 && lead.isOurs && !isAdjective)) lead.isTold = true;
    if (perfect > 0) {
      lead.isTold = false;
      lead.isBarred &&= at > 0 && lengthAt(reader.denial, clause, at - 1) > 0; // "no hemos"
      perfectEnds = at + perfect; // "acabo de": its last word is no article
    }
    if (perfect + agent > 0) objectFrom = at;
    if (perfect + agent + undergone > 0) lead.isOurs = lead.isOpen = true;
    else if (lengthAt(reader.doer, clause, at) > 0) {
      lead.isOurs = true;
      lead.isOpen ||= hasMoment;
    } else if (!hasMoment && reader.between && lengthAt(reader.between, clause, at) === 0) lead.isOpen = false;
    at += Math.max(1, empty, perfect, agent, customer);
  }
  return false;
};

/** Whether a sentence names something done or given, or under way now. */
export const tellsRemedy = (sentence: Sentence, reader: ReplyReader): boolean => {
  if (sentence.isQuestion) return false;
  let lead: Lead = { isBarred: false, isTold: false, isOurs: false, isOpen: false };
  for (const clause of sentence.clauses) {
    if (holds(reader.condition, clause)) return false;
    // "will be checked, repaired and sent": a clause that begins with its verb goes on with the one before.
    const isBarred = lead.isBarred && goesOn(clause, reader);
    lead = { isBarred, isTold: false, isOurs: false, isOpen: false };
    if (tells(clause, reader, lead)) return true;
  }
  return false;
};
