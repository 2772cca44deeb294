import type * as z from 'zod';
import { DAY, type Instant, millis, plus } from '../instant.ts';
import {
  type FeedbackMessage,
  MAX_MESSAGE_BYTES,
  Retraction,
  ReviewMessage,
  SurveyMessage,
  TextMessage,
} from './feedback-message.ts';

/** Why a message was not taken. `path` is a JSON pointer into the message, `code` one of docs/contract/rejections.md. */
export interface Rejection {
  path: string;
  code: string;
}

export type Checked =
  | { kind: 'accepted'; message: FeedbackMessage; unknownFields: number }
  | { kind: 'rejected'; reasons: Rejection[] };

/** More reasons than this help nobody and could be made to fill a log. */
const MAX_REASONS = 5;

const schemas = { survey: SurveyMessage, text: TextMessage, review: ReviewMessage } as const;
type Kind = keyof typeof schemas;
const isKind = (kind: unknown): kind is Kind => typeof kind === 'string' && Object.hasOwn(schemas, kind);

/** Attribute names are the customer's side of the message, so a path never repeats them. */
const pointer = (path: readonly PropertyKey[]): string =>
  path.map((part, i) => (i > 0 && path[0] === 'attributes' ? '/*' : `/${String(part)}`)).join('');

const codes: Partial<Record<z.core.$ZodIssue['code'], string>> = {
  invalid_type: 'wrong_type',
  invalid_value: 'not_allowed',
  invalid_format: 'not_an_instant',
  too_big: 'too_large',
  too_small: 'too_small',
};

const valueAt = (root: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>((value, key) => (value as Record<PropertyKey, unknown> | undefined)?.[key], root);

const reasonOf = (issue: z.core.$ZodIssue, input: unknown): Rejection => {
  const path = pointer(issue.path);
  if (issue.code === 'custom' && typeof issue.params?.code === 'string') return { path, code: issue.params.code };
  if (issue.path.length > 0 && valueAt(input, issue.path) === undefined) return { path, code: 'missing' };
  return { path, code: codes[issue.code] ?? 'not_allowed' };
};

const rejected = (...reasons: Rejection[]): Checked => ({ kind: 'rejected', reasons: reasons.slice(0, MAX_REASONS) });

/** How many of the input's own fields the contract does not know; they are left out, and counted. */
const unknownFields = (input: object, schema: { shape: object }): number =>
  Object.keys(input).filter((key) => !Object.hasOwn(schema.shape, key)).length;

/**
 * Checks one message body against the contract.
 *
 * @param body the queue message's body as it came
 * @param sentAt when the queue took it; a feedback may lie at most one day after that (clocks upstream are not ours)
 */
export const check = (body: string, sentAt: Instant): Checked => {
  if (Buffer.byteLength(body) > MAX_MESSAGE_BYTES) return rejected({ path: '', code: 'too_large' });
  let input: unknown;
  try {
    input = JSON.parse(body);
  } catch {
    return rejected({ path: '', code: 'not_json' });
  }
  if (typeof input !== 'object' || input === null || Array.isArray(input)) {
    return rejected({ path: '', code: 'not_an_object' });
  }
  const { kind, retracted } = input as { kind?: unknown; retracted?: unknown };
  if (!isKind(kind)) return rejected({ path: '/kind', code: kind === undefined ? 'missing' : 'not_allowed' });
  const schema = retracted === true ? Retraction : schemas[kind];
  const result = schema.safeParse(input);
  if (!result.success) return rejected(...result.error.issues.map((issue) => reasonOf(issue, input)));
  if (millis(result.data.occurredAt) > millis(plus(sentAt, DAY))) {
    return rejected({ path: '/occurredAt', code: 'in_the_future' });
  }
  return { kind: 'accepted', message: result.data, unknownFields: unknownFields(input, schema) };
};
