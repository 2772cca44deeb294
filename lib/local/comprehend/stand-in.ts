import { AwsError } from '../aws-error.ts';
import type { Judgement } from './evidence.ts';
import { judge } from './reading.ts';

/** CD/guidelines-and-limits: 25 documents a call, 5,000 bytes (not characters) of UTF-8 a document. */
const MAX_DOCUMENTS = 25;
const MAX_DOCUMENT_BYTES = 5000;

/** The service model's LanguageCode (comprehend 2017-11-27), in the order its refusals list it. */
const LANGUAGES = ['ar', 'hi', 'ko', 'zh-TW', 'ja', 'zh', 'de', 'pt', 'en', 'it', 'fr', 'es'];

/** Faults to order, for tests: the stand-in itself never fails. */
export interface ComprehendFaults {
  /** True for a call (counted from 1, all calls of this stand-in) that gets ThrottlingException. */
  throttle?(call: number): boolean;
  /** True for a call, counted in the same way, that gets InternalServerException. */
  outage?(call: number): boolean;
  /**
   * True for a document of a batch that comes back in ErrorList; a single document's call gets
   * InternalServerException.
   */
  failDocument?(text: string, index: number): boolean;
}

export interface BatchAnswer {
  /** One entry a document that was read; joined to the request by Index, as failed documents are left out. */
  ResultList: (Judgement & { Index: number })[];
  ErrorList: { Index: number; ErrorCode: string; ErrorMessage: string }[];
}

/**
 * A STAND-IN for Amazon Comprehend's sentiment calls, not Comprehend: it counts words of a list. It bears
 * Comprehend's limits, errors and shapes, so that code written against it meets no surprise of form on AWS; its
 * judgements are only good enough to see the product work. It cannot hear irony, compare, tell topics apart or know a
 * misspelt word, it knows six languages (en de es fr it pt), and its confidence is a guess by rule: no accuracy
 * measured with it says anything about Comprehend's. Nothing leaves the machine.
 */
export class ComprehendStandIn {
  #calls = 0;
  readonly #faults: ComprehendFaults;

  constructor(faults: ComprehendFaults = {}) {
    this.#faults = faults;
  }

  /** Up to 25 texts of one language. Throws AwsError; a document ordered to fail is told in ErrorList instead. */
  batchDetectSentiment(texts: readonly string[], language: string): BatchAnswer {
    this.#count();
    checkLanguage(language);
    if (texts.length === 0) throw constraint('[]', 'textList', 'Member must have length greater than or equal to 1');
    // One empty text spoils the call: the model demands a length of 1 of every member.
    if (texts.includes('')) {
      throw constraint(
        '[redacted]',
        'textList',
        'Member must satisfy constraint: [Member must have length greater than or equal to 1]',
      );
    }
    if (texts.length > MAX_DOCUMENTS) {
      throw new AwsError(
        'BatchSizeLimitExceededException',
        `Batch size exceeds limit. Max size of a batch is ${MAX_DOCUMENTS} while in this request the size is ${texts.length}`,
      );
    }
    // Whether AWS fails the call or only the document is not documented; the call is the stricter of the two.
    for (const text of texts) checkSize(text);
    const answer: BatchAnswer = { ResultList: [], ErrorList: [] };
    for (const [index, text] of texts.entries()) {
      if (this.#faults.failDocument?.(text, index)) {
        // AWS publishes no list of codes, only that they are numeric.
        answer.ErrorList.push({ Index: index, ErrorCode: '500', ErrorMessage: 'Internal server error' });
      } else {
        answer.ResultList.push({ Index: index, ...judge(text, language) });
      }
    }
    return answer;
  }

  /** One text. Throws AwsError. */
  detectSentiment(text: string, language: string): Judgement {
    this.#count();
    checkLanguage(language);
    if (text === '') throw constraint('[redacted]', 'text', 'Member must have length greater than or equal to 1');
    checkSize(text);
    if (this.#faults.failDocument?.(text, 0)) {
      throw new AwsError('InternalServerException', 'Internal server error', 500);
    }
    return judge(text, language);
  }

  #count(): void {
    this.#calls++;
    if (this.#faults.throttle?.(this.#calls)) throw new AwsError('ThrottlingException', 'Rate exceeded');
    if (this.#faults.outage?.(this.#calls)) throw new AwsError('InternalServerException', 'Internal server error', 500);
  }
}

/**
 * A code outside the model is a ValidationException. UnsupportedLanguageException, which the model declares too, is for
 * languages that an action lacks; these two actions know all twelve, so it has no occasion.
 */
const checkLanguage = (language: string): void => {
  if (LANGUAGES.includes(language)) return;
  throw constraint(language, 'languageCode', `Member must satisfy enum value set: [${LANGUAGES.join(', ')}]`);
};

const checkSize = (text: string): void => {
  const bytes = Buffer.byteLength(text);
  if (bytes <= MAX_DOCUMENT_BYTES) return;
  throw new AwsError(
    'TextSizeLimitExceededException',
    `Input text size exceeds limit. Max length of request text allowed is ${MAX_DOCUMENT_BYTES} bytes while in this request the text size is ${bytes} bytes`,
  );
};

const constraint = (value: string, field: string, rule: string): AwsError =>
  new AwsError(
    'ValidationException',
    `1 validation error detected: Value '${value}' at '${field}' failed to satisfy constraint: ${rule}`,
  );
