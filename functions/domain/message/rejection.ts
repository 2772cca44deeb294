import type * as z from 'zod';
import { DAY, type Instant, millis, plus } from '../instant.ts';
import {
  type FeedbackMessage,
  MAX_MESSAGE_BYTES,
  Retraction,
  ReviewMessage,
  Source,
  SurveyMessage,
  TextMessage,
} from './feedback-message.ts';
import { MAX_DEPTH, nestsDeeper } from './nesting.ts';
import { isRejectionCode, type RejectionCode } from './rejection-codes.ts';
import { Scale } from './scale.ts';

/**
 * Why a message was not taken. `path` is a JSON pointer into the message, in which `*` stands for any attribute; it and
 * the code hold nothing that upstream wrote.
 */
export interface Rejection {
  path: string;
  code: RejectionCode;
}

export type Checked =
  | { kind: 'accepted'; message: FeedbackMessage; unknownFields: number }
  | {
      kind: 'rejected';
      reasons: Rejection[];
      /** Who posted it, where the message says so in the form of the contract. */
      source?: string;
    };

/** More reasons than this help nobody and could be made to fill a log. */
const MAX_REASONS = 5;

const schemas = { survey: SurveyMessage, text: TextMessage, review: ReviewMessage } as const;
type Kind = keyof typeof schemas;
const isKind = (kind: unknown): kind is Kind => typeof kind === 'string' && Object.hasOwn(schemas, kind);

const kindFault = (kind: unknown): RejectionCode => {
  if (kind === undefined) return 'missing';
  return typeof kind === 'string' ? 'not_allowed' : 'wrong_type';
};

/** A JSON object of which nothing is known yet. */
type Input = { kind?: unknown; retracted?: unknown; scale?: unknown; source?: unknown };

/** Attribute names are the customer's side of the message, so a path never repeats them. */
const pointer = (path: readonly PropertyKey[]): string =>
  path.map((part, i) => (i > 0 && path[0] === 'attributes' ? '/*' : `/${String(part)}`)).join('');

const valueAt = (root: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>((value, key) => (value as Record<PropertyKey, unknown> | undefined)?.[key], root);

const codeOf = (issue: z.core.$ZodIssue, value: unknown): RejectionCode => {
  switch (issue.code) {
    case 'invalid_type':
      if (typeof value !== 'number') return 'wrong_type';
      if (issue.expected === 'int') return 'not_an_integer';
      // JSON.parse reads 1e999 as Infinity, which is no number to zod.
      return issue.expected === 'number' ? 'out_of_range' : 'wrong_type';
    case 'invalid_value':
      return issue.values.some((allowed) => typeof allowed === typeof value) ? 'not_allowed' : 'wrong_type';
    case 'invalid_format':
      return 'not_an_instant';
    case 'invalid_key':
      return 'not_an_attribute_name';
    case 'too_big':
      return issue.origin === 'string' ? 'too_long' : 'out_of_range';
    case 'too_small':
      return 'out_of_range';
    default:
      return 'not_allowed';
  }
};

const reasonOf = (issue: z.core.$ZodIssue, input: unknown): Rejection => {
  const path = pointer(issue.path);
  if (issue.code === 'custom' && isRejectionCode(issue.params?.code)) return { path, code: issue.params.code };
  const value = valueAt(input, issue.path);
  return { path, code: value === undefined ? 'missing' : codeOf(issue, value) };
};

const rejected = (...reasons: readonly Rejection[]): Checked => {
  const distinct = new Map(reasons.map((reason) => [`${reason.path} ${reason.code}`, reason]));
  return { kind: 'rejected', reasons: [...distinct.values()].slice(0, MAX_REASONS) };
};

/** A rejection that names the posting system, for whoever must tell its owner. */
const rejectedOf = ({ source }: Input, ...reasons: readonly Rejection[]): Checked => {
  const named = Source.safeParse(source);
  return { ...rejected(...reasons), ...(named.success && { source: named.data }) };
};

const countUnknown = (input: object, ...known: readonly object[]): number =>
  Object.keys(input).filter((key) => !known.some((shape) => Object.hasOwn(shape, key))).length;

/**
 * How many of the input's own fields the contract does not know; they are left out, and counted. A withdrawal may repeat
 * the fields of what it withdraws.
 */
const unknownFields = (input: Input, message: FeedbackMessage): number => {
  const { shape } = schemas[message.kind];
  if (message.retracted) return countUnknown(input, shape, Retraction.shape);
  const scale = 'scale' in message && message.scale ? (input.scale as object) : {};
  return countUnknown(input, shape) + countUnknown(scale, Scale.shape);
};

/**
 * Checks one message body against the contract.
 *
 * @param body the queue message's body as it came
 * @param sentAt when the queue took it; a feedback may lie at most one day after that (clocks upstream are not ours)
 */
export const check = (body: string, sentAt: Instant): Checked => {
  if (Buffer.byteLength(body) > MAX_MESSAGE_BYTES) return rejected({ path: '', code: 'too_large' });
  if (nestsDeeper(body, MAX_DEPTH)) return rejected({ path: '', code: 'too_deep' });
  let input: unknown;
  try {
    input = JSON.parse(body);
  } catch {
    return rejected({ path: '', code: 'not_json' });
  }
  if (typeof input !== 'object' || input === null || Array.isArray(input)) {
    return rejected({ path: '', code: 'not_an_object' });
  }
  const { kind, retracted } = input as Input;
  if (!isKind(kind)) return rejectedOf(input, { path: '/kind', code: kindFault(kind) });
  const schema = retracted === true ? Retraction : schemas[kind];
  const result = schema.safeParse(input);
  if (!result.success) return rejectedOf(input, ...result.error.issues.map((issue) => reasonOf(issue, input)));
  if (millis(result.data.occurredAt) > millis(plus(sentAt, DAY))) {
    return rejectedOf(input, { path: '/occurredAt', code: 'in_the_future' });
  }
  return { kind: 'accepted', message: result.data, unknownFields: unknownFields(input, result.data) };
};
