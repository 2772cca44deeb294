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
import { mapConcurrently } from '../runtime/concurrency.ts';

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

/** 10 calls a second are Comprehend's default; at 0.3 s a call three in flight use it up. */
const CALLS_IN_FLIGHT = 3;
const ATTEMPTS = 6;
const FIRST_PAUSE_MS = 200;
/** Time kept for writing what was scored: nothing new starts with less left. */
const RESERVE_MS = 15_000;

/** Errors of a whole call that another attempt will not mend; the document that brings them is found by halving. */
const permanent = new Set(['InvalidRequestException', 'TextSizeLimitExceededException', 'ValidationException']);

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : 'unknown');

/** `undefined` unless all four are told: a score that is missing is not zero. */
const scoresOf = (given: SentimentScore = {}): SentimentScores | undefined => {
  const { Negative: negative, Neutral: neutral, Positive: positive, Mixed: mixed } = given;
  if (negative === undefined || neutral === undefined || positive === undefined || mixed === undefined)
    return undefined;
  return { negative, neutral, positive, mixed };
};

type Answer =
  | { kind: 'scores'; scores: SentimentScores }
  | { kind: 'refused'; reason: UnscoredReason }
  | { kind: 'unavailable'; error: string };

/** Amazon Comprehend behind the scoring port. */
export class ComprehendScorer {
  readonly name = SCORER;
  readonly #client: ComprehendClient;

  /** The client must not retry by itself (`maxAttempts: 1`): here alone is known how much time is left. */
  constructor(client: ComprehendClient) {
    this.#client = client;
  }

  /**
   * Scores texts, each once: batches of 25 of one language, only what failed again, backing off inside the time left.
   *
   * @param remaining milliseconds until the function is stopped
   */
  async score(texts: readonly TextToScore[], remaining: () => number): Promise<Scoring> {
    const answers = new Map<PlannedDocument, Answer>();
    const calls = planScoring(texts);
    await mapConcurrently(calls, CALLS_IN_FLIGHT, (call) => this.#answer(call, remaining, answers));
    return gather(
      texts,
      calls.flatMap(({ documents }) => documents),
      answers,
    );
  }

  async #answer(call: PlannedCall, remaining: () => number, answers: Map<PlannedDocument, Answer>): Promise<void> {
    let left = call.documents;
    let error = 'no time left';
    for (let attempt = 0; left.length > 0 && attempt < ATTEMPTS; attempt++) {
      const wait = attempt === 0 ? 0 : FIRST_PAUSE_MS * 2 ** (attempt - 1);
      if (remaining() - wait <= RESERVE_MS) break;
      if (wait > 0) await pause(wait);
      const tried = await this.#call({ ...call, documents: left });
      if (tried.kind === 'answered') {
        for (const [document, scores] of tried.scores) answers.set(document, { kind: 'scores', scores });
        left = left.filter((document) => !answers.has(document));
        error = tried.error ?? error;
      } else if (tried.kind === 'unsupported') {
        for (const document of left) answers.set(document, { kind: 'refused', reason: 'unsupported-language' });
        return;
      } else if (tried.kind === 'refused') {
        await this.#halve({ ...call, documents: left }, remaining, answers);
        return;
      } else error = tried.error;
    }
    for (const document of left) answers.set(document, { kind: 'unavailable', error });
  }

  /** One document makes Comprehend refuse all 25: halves find it, and its neighbours are scored. */
  async #halve(call: PlannedCall, remaining: () => number, answers: Map<PlannedDocument, Answer>): Promise<void> {
    const [only] = call.documents;
    if (only && call.documents.length === 1) {
      answers.set(only, { kind: 'refused', reason: 'refused-by-scorer' });
      return;
    }
    const half = Math.ceil(call.documents.length / 2);
    await this.#answer({ ...call, documents: call.documents.slice(0, half) }, remaining, answers);
    await this.#answer({ ...call, documents: call.documents.slice(half) }, remaining, answers);
  }

  async #call(
    call: PlannedCall,
  ): Promise<
    | { kind: 'answered'; scores: Map<PlannedDocument, SentimentScores>; error?: string }
    | { kind: 'unsupported' }
    | { kind: 'refused' }
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
      return permanent.has(name) ? { kind: 'refused' } : { kind: 'failed', error: name };
    }
  }
}

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
