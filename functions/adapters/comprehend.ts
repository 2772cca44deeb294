import { setTimeout as pause } from 'node:timers/promises';
import { BatchDetectSentimentCommand, type ComprehendClient, type SentimentScore } from '@aws-sdk/client-comprehend';
import {
  mergeScores,
  type PlannedCall,
  type PlannedDocument,
  planScoring,
  type TextToScore,
} from '../domain/scoring/scoring-plan.ts';
import type { Sentiment, SentimentScores, UnscoredReason } from '../domain/scoring/sentiment.ts';

/** Scorer and version of the answers, part of each score's key: a later scorer's answers stand beside these. */
export const SCORER = 'comprehend-2017-11-27';

/** What came of scoring a batch of texts, by the caller's keys. Every key is in exactly one of the three. */
export interface Scoring {
  scored: Map<string, Sentiment>;
  /** Will never be scored by this scorer. */
  refused: Map<string, UnscoredReason>;
  /** Not now: throttled, out, or no time left; with the last error's name. */
  unavailable: Map<string, string>;
}

/**
 * Pauses double from the first to the longest, by full jitter. At the longest, 0.8 s on average, the eight batches that may
 * be scored at the same time (lib/intake.ts) offer 8 / (0.8 s + 0.3 s a call) = 7 calls a second of Comprehend's 10: whatever
 * has piled up gets through.
 */
const FIRST_PAUSE_MS = 200;
const LONGEST_PAUSE_MS = 1_600;
/** A document that comes back without scores so often has a fault of its own, which time does not mend. */
const ANSWERS_PER_DOCUMENT = 6;
/** Time kept for writing what was scored: nothing new starts with less left. */
const RESERVE_MS = 15_000;
/** Single texts do get refused; more than these together, and no other scored, are a fault of our request. */
const FEW_TEXTS = 3;

/** Errors of a whole call that another attempt will not mend; the document that brings them is found by halving. */
const permanent = new Set(['InvalidRequestException', 'TextSizeLimitExceededException', 'ValidationException']);

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : 'unknown');

/** `undefined` unless all four are numbers: a score that is missing is not zero. */
const scoresOf = (given: SentimentScore = {}): SentimentScores | undefined => {
  const { Negative: negative, Neutral: neutral, Positive: positive, Mixed: mixed } = given;
  const scores = { negative, neutral, positive, mixed };
  return areWhole(scores) ? scores : undefined;
};

const areWhole = (scores: Record<keyof SentimentScores, number | undefined>): scores is SentimentScores =>
  Object.values(scores).every(Number.isFinite);

type Answer =
  | { kind: 'scores'; scores: SentimentScores }
  | { kind: 'refused'; reason: UnscoredReason; error?: string }
  | { kind: 'unavailable'; error: string };

type Answers = Map<PlannedDocument, Answer>;

/** What of a planned call is still to be asked. */
interface Pending extends PlannedCall {
  /** Answers that came without scores for these documents. */
  answersWithout: number;
  error: string;
}

/** Amazon Comprehend behind the scoring port. */
export class ComprehendScorer {
  readonly name = SCORER;
  readonly #client: ComprehendClient;
  readonly #random: () => number;

  /**
   * The client must not retry by itself (`maxAttempts: 1`): here alone is known how much time is left.
   *
   * @param random from 0 to below 1, for the pauses
   */
  constructor(client: ComprehendClient, random: () => number = Math.random) {
    this.#client = client;
    this.#random = random;
  }

  /**
   * Scores texts, each once: batches of 25 of one language, one call at a time, only what failed again, until it is
   * answered or the time is up.
   *
   * @param remaining milliseconds until the function is stopped
   */
  async score(texts: readonly TextToScore[], remaining: () => number): Promise<Scoring> {
    const answers: Answers = new Map();
    const calls = planScoring(texts);
    const pending = calls.map((call): Pending => ({ ...call, answersWithout: 0, error: 'no time left' }));
    let setbacks = 0;
    for (let next = pending[0]; next; next = pending[0]) {
      const wait = this.#pauseAfter(setbacks);
      if (remaining() - wait <= RESERVE_MS) break;
      if (wait > 0) await pause(wait);
      pending.shift();
      const { again, setback } = await this.#ask(next, answers);
      // What failed waits behind what was not asked yet; halves go first, so that few calls are open at a time.
      if (setback) pending.push(...again);
      else pending.unshift(...again);
      // Only half is forgotten by a success: callers that just got through would otherwise leave nothing to the waiting.
      setbacks = setback ? setbacks + 1 : Math.floor(setbacks / 2);
    }
    for (const { documents, error } of pending) setAll(answers, documents, { kind: 'unavailable', error });
    for (const call of calls) acquit(call, answers);
    return gather(
      texts,
      calls.flatMap(({ documents }) => documents),
      answers,
    );
  }

  #pauseAfter(setbacks: number): number {
    if (setbacks === 0) return 0;
    return this.#random() * Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (setbacks - 1));
  }

  /** Makes one call; `again` is what it leaves to ask, `setback` whether to wait before that. */
  async #ask(call: Pending, answers: Answers): Promise<{ again: Pending[]; setback: boolean }> {
    const tried = await this.#call(call);
    switch (tried.kind) {
      case 'answered': {
        for (const [document, scores] of tried.scores) answers.set(document, { kind: 'scores', scores });
        const documents = call.documents.filter((document) => !answers.has(document));
        if (documents.length === 0) return { again: [], setback: false };
        const left = { ...call, documents, answersWithout: call.answersWithout + 1, error: tried.error ?? call.error };
        if (left.answersWithout < ANSWERS_PER_DOCUMENT) return { again: [left], setback: true };
        setAll(answers, documents, { kind: 'unavailable', error: left.error });
        return { again: [], setback: false };
      }
      case 'unsupported':
        setAll(answers, call.documents, { kind: 'refused', reason: 'unsupported-language' });
        return { again: [], setback: false };
      case 'refused':
        if (call.documents.length > 1) return { again: halves(call), setback: false };
        setAll(answers, call.documents, { kind: 'refused', reason: 'refused-by-scorer', error: tried.error });
        return { again: [], setback: false };
      case 'failed':
        return { again: [{ ...call, error: tried.error }], setback: true };
    }
  }

  async #call(
    call: PlannedCall,
  ): Promise<
    | { kind: 'answered'; scores: Map<PlannedDocument, SentimentScores>; error?: string }
    | { kind: 'unsupported' }
    | { kind: 'refused'; error: string }
    | { kind: 'failed'; error: string }
  > {
    const TextList = call.documents.map(({ text }) => text);
    try {
      const { ResultList = [], ErrorList = [] } = await this.#client.send(
        new BatchDetectSentimentCommand({ LanguageCode: call.language, TextList }),
      );
      const scores = new Map<PlannedDocument, SentimentScores>();
      for (const { Index, SentimentScore } of ResultList) {
        const document = Index === undefined ? undefined : call.documents[Index];
        const told = scoresOf(SentimentScore);
        if (document && told) scores.set(document, told);
      }
      const code = ErrorList[0]?.ErrorCode;
      return { kind: 'answered', scores, ...(code ? { error: code } : {}) };
    } catch (error) {
      const name = nameOf(error);
      if (name === 'UnsupportedLanguageException') return { kind: 'unsupported' };
      return { kind: permanent.has(name) ? 'refused' : 'failed', error: name };
    }
  }
}

const setAll = (answers: Answers, documents: readonly PlannedDocument[], answer: Answer): void => {
  for (const document of documents) answers.set(document, answer);
};

/** One document makes Comprehend refuse all 25: halves find it, and its neighbours are scored. */
const halves = (call: Pending): Pending[] => {
  const middle = Math.ceil(call.documents.length / 2);
  return [call.documents.slice(0, middle), call.documents.slice(middle)].map((documents) => ({ ...call, documents }));
};

/**
 * Where Comprehend scored nothing of a call and its texts are more than a few, the refusals are not the texts' fault: they
 * come again when the request is repaired, instead of staying unscored for good.
 */
const acquit = ({ documents }: PlannedCall, answers: Answers): void => {
  const texts = new Set(documents.map(({ keys }) => keys[0])).size;
  if (texts <= FEW_TEXTS || documents.some((document) => answers.get(document)?.kind === 'scores')) return;
  for (const document of documents) {
    const answer = answers.get(document);
    if (answer?.kind === 'refused' && answer.error) answers.set(document, { kind: 'unavailable', error: answer.error });
  }
};

/** Joins the pieces of each text; a text of which any piece has no score has none. */
const gather = (
  texts: readonly TextToScore[],
  documents: readonly PlannedDocument[],
  answers: ReadonlyMap<PlannedDocument, Answer>,
): Scoring => {
  const pieces = new Map<string, PlannedDocument[]>(texts.map(({ key }) => [key, []]));
  for (const document of documents) for (const key of document.keys) pieces.get(key)?.push(document);
  const scoring: Scoring = { scored: new Map(), refused: new Map(), unavailable: new Map() };
  for (const [key, parts] of pieces) {
    const given = parts.map((part) => ({ bytes: part.bytes, answer: answers.get(part) }));
    const refused = given.find(({ answer }) => answer?.kind === 'refused')?.answer;
    const missing = given.find(({ answer }) => answer?.kind !== 'scores')?.answer;
    if (refused?.kind === 'refused') scoring.refused.set(key, refused.reason);
    else if (missing || given.length === 0) {
      scoring.unavailable.set(key, missing?.kind === 'unavailable' ? missing.error : 'not asked');
    } else {
      const scored = given.flatMap(({ bytes, answer }) =>
        answer?.kind === 'scores' ? [{ bytes, scores: answer.scores }] : [],
      );
      scoring.scored.set(key, { ...mergeScores(scored), scorer: SCORER });
    }
  }
  return scoring;
};
