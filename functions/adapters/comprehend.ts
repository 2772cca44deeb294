import { setTimeout as timer } from 'node:timers/promises';
import { BatchDetectSentimentCommand, type ComprehendClient, type SentimentScore } from '@aws-sdk/client-comprehend';
import { type Answers, acquit, gather, type Scoring, setAll } from '../domain/scoring/answers.ts';
import { type Allowance, unitsOf } from '../domain/scoring/billed-units.ts';
import {
  type PlannedCall,
  type PlannedDocument,
  planScoring,
  splitText,
  type TextToScore,
} from '../domain/scoring/scoring-plan.ts';
import type { SentimentScores } from '../domain/scoring/sentiment.ts';
import { type ParkReason, reasonOfError, type Setback } from '../domain/scoring/unscored.ts';

/** Scorer and version of the answers, part of each score's key: a later scorer's answers stand beside these. */
export const SCORER = 'comprehend-2017-11-27';

/**
 * Pauses double from the first to the longest, by full jitter. At the longest, 0.8 s on average, the eight batches that may
 * be scored at the same time and score-parked (lib/intake.ts) offer 9 / (0.8 s + 0.3 s a call) = 8 calls a second of
 * Comprehend's 10: whatever has piled up gets through.
 */
const FIRST_PAUSE_MS = 200;
const LONGEST_PAUSE_MS = 1_600;
/**
 * Calls in a row that may fail before the others are not asked any more: what is parked waits better than a batch does.
 * Throttling passes, and twelve pauses of half their longest are 8 s; an outage seldom ends while a batch waits.
 */
const FAILURES_IN_A_ROW = { throttled: 12, outage: 4 };
/** A document that comes back without scores so often has a fault of its own, which waiting here does not mend. */
const ANSWERS_PER_DOCUMENT = 6;
/** Time kept for writing what was scored: nothing new starts with less left. */
const RESERVE_MS = 15_000;

/** Errors of a whole call that another attempt will not mend; the document that brings them is found by halving. */
const permanent = new Set(['InvalidRequestException', 'TextSizeLimitExceededException', 'ValidationException']);

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : 'unknown');

/** Whether the service said no. Where nothing came back, it may have read the call, and billed it, all the same. */
const wasAnswered = (error: unknown): boolean =>
  (error as { $metadata?: { httpStatusCode?: number } } | undefined)?.$metadata?.httpStatusCode !== undefined;

/** `undefined` unless all four are numbers: a score that is missing is not zero. */
const scoresOf = (given: SentimentScore = {}): SentimentScores | undefined => {
  const { Negative: negative, Neutral: neutral, Positive: positive, Mixed: mixed } = given;
  const scores = { negative, neutral, positive, mixed };
  return areWhole(scores) ? scores : undefined;
};

const areWhole = (scores: Record<keyof SentimentScores, number | undefined>): scores is SentimentScores =>
  Object.values(scores).every(Number.isFinite);

/** What of a planned call is still to be asked. */
interface Pending extends PlannedCall {
  /** Answers that came without scores for these documents. */
  answersWithout: number;
  /** Whether its units are taken: a call that failed unbilled is repeated on those. */
  paid: boolean;
  error?: string;
}

/** How far the scoring of a batch came. */
interface Course {
  answers: Answers;
  units: { billed: number; unused: number };
  failuresInARow: number;
  halted?: ParkReason;
}

const costOf = ({ documents }: PlannedCall): number => documents.reduce((sum, { text }) => sum + unitsOf(text), 0);

/** Amazon Comprehend behind the scoring port. */
export class ComprehendScorer {
  readonly name = SCORER;
  readonly #client: ComprehendClient;
  readonly #random: () => number;
  readonly #pause: (ms: number) => Promise<unknown>;

  /**
   * The client must not retry by itself (`maxAttempts: 1`): here alone is known how much time is left.
   *
   * @param random from 0 to below 1, for the length of the pauses
   */
  constructor(
    client: ComprehendClient,
    random: () => number = Math.random,
    pause: (ms: number) => Promise<unknown> = timer,
  ) {
    this.#client = client;
    this.#random = random;
    this.#pause = pause;
  }

  /**
   * Scores texts, each once: batches of 25 of one language, one call at a time, only what failed again, until it is
   * answered, the time or the allowance is up, or nothing comes through.
   *
   * @param remaining milliseconds until the function is stopped
   */
  async score(texts: readonly TextToScore[], remaining: () => number, allowance: Allowance): Promise<Scoring> {
    const course: Course = { answers: new Map(), units: { billed: 0, unused: 0 }, failuresInARow: 0 };
    const fits = ({ text }: TextToScore) =>
      splitText(text).reduce((sum, piece) => sum + unitsOf(piece), 0) <= allowance.unitsPerDay;
    const calls = planScoring(texts.filter(fits));
    const left = await this.#askAll(calls, course, remaining, allowance);
    for (const { documents, error, paid, ...call } of left) {
      if (paid) course.units.unused += costOf({ ...call, documents });
      const setback: Setback = error ? { reason: reasonOfError(error), error } : { reason: course.halted ?? 'no-time' };
      setAll(course.answers, documents, { kind: 'unavailable', setback });
    }
    for (const call of calls) acquit(call, course.answers);
    const documents = calls.flatMap((call) => call.documents);
    const { units, halted } = course;
    return { ...gather(texts, documents, course.answers, SCORER), units, ...(halted ? { halted } : {}) };
  }

  /** Asks until nothing is left to ask, or nothing more may be asked; answers with what was not. */
  async #askAll(
    calls: readonly PlannedCall[],
    course: Course,
    remaining: () => number,
    allowance: Allowance,
  ): Promise<Pending[]> {
    const pending = calls.map((call): Pending => ({ ...call, answersWithout: 0, paid: false }));
    const declined: Pending[] = [];
    let setbacks = 0;
    let lately: 'throttled' | 'outage' | undefined;
    for (let next = pending[0]; next; next = pending[0]) {
      const wait = this.#pauseAfter(setbacks);
      if (remaining() - wait <= RESERVE_MS) {
        course.halted ??= lately ?? 'no-time';
        break;
      }
      if (wait > 0) await this.#pause(wait);
      pending.shift();
      const taken = next.paid ? 'taken' : await take(next, allowance, course);
      if (taken !== 'taken') {
        (taken === 'declined' ? declined : pending).unshift(...(taken === 'too-large' ? halves(next) : [next]));
        continue;
      }
      const { again, failure } = await this.#ask({ ...next, paid: true }, course);
      // What failed waits behind what was not asked yet; halves go first, so that few calls are open at a time.
      const setback = failure !== undefined;
      lately = failure;
      if (setback) pending.push(...again);
      else pending.unshift(...again);
      // Only half is forgotten by a success: callers that just got through would otherwise leave nothing to the waiting.
      setbacks = setback ? setbacks + 1 : Math.floor(setbacks / 2);
      if (failure && course.failuresInARow >= FAILURES_IN_A_ROW[failure]) {
        course.halted = failure;
        break;
      }
    }
    return [...declined, ...pending];
  }

  #pauseAfter(setbacks: number): number {
    if (setbacks === 0) return 0;
    return this.#random() * Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (setbacks - 1));
  }

  /** Makes one call, whose units are taken; `again` is what it leaves to ask, after a pause where there was a failure. */
  async #ask(call: Pending, course: Course): Promise<{ again: Pending[]; failure?: 'throttled' | 'outage' }> {
    const { answers, units } = course;
    const tried = await this.#call(call);
    if (tried.kind !== 'failed') course.failuresInARow = 0;
    switch (tried.kind) {
      case 'answered': {
        units.billed += costOf(call);
        for (const [document, scores] of tried.scores) answers.set(document, { kind: 'scores', scores });
        const documents = call.documents.filter((document) => !answers.has(document));
        if (documents.length === 0) return { again: [] };
        const error = tried.error ?? call.error ?? 'NoScores';
        const left = { ...call, documents, answersWithout: call.answersWithout + 1, paid: false, error };
        const failure = reasonOfError(error);
        if (left.answersWithout < ANSWERS_PER_DOCUMENT) return { again: [left], failure };
        setAll(answers, documents, { kind: 'unavailable', setback: { reason: failure, error } });
        return { again: [] };
      }
      case 'unsupported':
        units.unused += costOf(call);
        setAll(answers, call.documents, { kind: 'refused', reason: 'unsupported-language' });
        return { again: [] };
      case 'refused':
        if (call.documents.length > 1) return { again: halves(call) };
        units.unused += costOf(call);
        setAll(answers, call.documents, { kind: 'refused', reason: 'refused', error: tried.error });
        return { again: [] };
      case 'failed': {
        course.failuresInARow++;
        if (tried.billed) units.billed += costOf(call);
        return { again: [{ ...call, paid: !tried.billed, error: tried.error }], failure: reasonOfError(tried.error) };
      }
    }
  }

  async #call(
    call: PlannedCall,
  ): Promise<
    | { kind: 'answered'; scores: Map<PlannedDocument, SentimentScores>; error?: string }
    | { kind: 'unsupported' }
    | { kind: 'refused'; error: string }
    | { kind: 'failed'; error: string; billed: boolean }
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
      if (permanent.has(name)) return { kind: 'refused', error: name };
      const billed = reasonOfError(name) === 'outage' && !wasAnswered(error);
      return { kind: 'failed', error: name, billed };
    }
  }
}

/**
 * Takes a call's units. After the first that is declined no other asks; a ledger that cannot be reached declines as well, so
 * that what was scored up to then is kept.
 */
const take = async (
  call: Pending,
  allowance: Allowance,
  course: Course,
): Promise<'taken' | 'declined' | 'too-large'> => {
  const cost = costOf(call);
  if (cost > allowance.unitsPerDay && call.documents.length > 1) return 'too-large';
  try {
    if (!course.halted && (await allowance.take(cost))) return 'taken';
    course.halted ??= 'ceiling';
    delete call.error;
  } catch (error) {
    course.halted = 'outage';
    call.error = nameOf(error);
  }
  return 'declined';
};

/** One document makes Comprehend refuse all 25: halves find it, and its neighbours are scored. */
const halves = (call: Pending): Pending[] => {
  const middle = Math.ceil(call.documents.length / 2);
  return [call.documents.slice(0, middle), call.documents.slice(middle)].map((documents) => ({ ...call, documents }));
};
