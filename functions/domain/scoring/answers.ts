import { mergeScores, type PlannedCall, type PlannedDocument, type TextToScore } from './scoring-plan.ts';
import type { Sentiment, SentimentScores } from './sentiment.ts';
import { type ParkReason, reasonOfError, type Setback, type UnscorableReason } from './unscored.ts';

/** Single texts do get refused; more than these together, and no other scored, are a fault of our request. */
const FEW_TEXTS = 3;

/** What came of texts, by the caller's keys. Every key is in exactly one of the three. */
interface Outcomes {
  scored: Map<string, Sentiment>;
  /** Will never be scored by this scorer. */
  refused: Map<string, UnscorableReason>;
  unavailable: Map<string, Setback>;
}

/** What came of scoring a batch. */
export interface Scoring extends Outcomes {
  /** Units of the allowance that were billed, and those that were taken and not billed after all. */
  units: { billed: number; unused: number };
  /** Why not everything was asked: whoever has more texts had better come another time. */
  halted?: ParkReason;
}

/** What was said of one document. */
type Answer =
  | { kind: 'scores'; scores: SentimentScores }
  | { kind: 'refused'; reason: UnscorableReason; error?: string }
  | { kind: 'unavailable'; setback: Setback };

export type Answers = Map<PlannedDocument, Answer>;

export const setAll = (answers: Answers, documents: readonly PlannedDocument[], answer: Answer): void => {
  for (const document of documents) answers.set(document, answer);
};

/**
 * Where the scorer scored nothing of a call and its texts are more than a few, the refusals are not the texts' fault: they
 * come again when the request is repaired, instead of staying unscored for good.
 */
export const acquit = ({ documents }: PlannedCall, answers: Answers): void => {
  const texts = new Set(documents.map(({ keys }) => keys[0])).size;
  if (texts <= FEW_TEXTS || documents.some((document) => answers.get(document)?.kind === 'scores')) return;
  for (const document of documents) {
    const answer = answers.get(document);
    if (answer?.kind !== 'refused' || !answer.error) continue;
    const setback: Setback = { reason: reasonOfError(answer.error), error: answer.error };
    answers.set(document, { kind: 'unavailable', setback });
  }
};

/** Joins the pieces of each text; a text of which any piece has no score has none. */
export const gather = (
  texts: readonly TextToScore[],
  documents: readonly PlannedDocument[],
  answers: ReadonlyMap<PlannedDocument, Answer>,
  scorer: string,
): Outcomes => {
  const pieces = new Map<string, PlannedDocument[]>(texts.map(({ key }) => [key, []]));
  for (const document of documents) for (const key of document.keys) pieces.get(key)?.push(document);
  const outcomes: Outcomes = { scored: new Map(), refused: new Map(), unavailable: new Map() };
  for (const [key, parts] of pieces) {
    const given = parts.map((part) => ({ bytes: part.bytes, answer: answers.get(part) }));
    const refused = given.find(({ answer }) => answer?.kind === 'refused')?.answer;
    const missing = given.find(({ answer }) => answer?.kind !== 'scores')?.answer;
    if (refused?.kind === 'refused') outcomes.refused.set(key, refused.reason);
    else if (missing || given.length === 0) {
      // A text without documents was larger than a whole day's units.
      outcomes.unavailable.set(key, missing?.kind === 'unavailable' ? missing.setback : { reason: 'ceiling' });
    } else {
      const scored = given.flatMap(({ bytes, answer }) =>
        answer?.kind === 'scores' ? [{ bytes, scores: answer.scores }] : [],
      );
      outcomes.scored.set(key, { ...mergeScores(scored), scorer });
    }
  }
  return outcomes;
};
