import * as z from 'zod';

export const problemCodes = [
  'not-signed-in',
  'not-allowed',
  'not-found',
  'invalid-request',
  'invalid-cursor',
  'conflict',
  'not-from-here',
  'reason-missing',
  'reason-too-long',
  'unknown-team',
  'same-team',
  'too-many',
  'unavailable',
  'fault',
] as const;
export type ProblemCode = (typeof problemCodes)[number];

/** Why a request came to nothing (RFC 9457), as `application/problem+json`. Never a customer's words. */
export const Problem = z.object({
  type: z.string().describe('`urn:dark-corners:problem:` and the code'),
  title: z.string().describe('the rule that was broken'),
  status: z.int().min(400).max(599),
  code: z.enum(problemCodes),
  detail: z.string().describe('what is wrong with this request'),
  fix: z.string().describe('what to do'),
  errors: z
    .array(z.object({ path: z.string().describe('`/query/limit`'), rule: z.string() }))
    .optional()
    .describe('of an invalid request, each rule that it breaks'),
  version: z.int().optional().describe('of a conflict: as it is stored now'),
  request: z.string().describe('id of the request, as the log has it'),
});
export type Problem = z.infer<typeof Problem>;
