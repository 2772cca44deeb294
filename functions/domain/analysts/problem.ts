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

/** What each code means, with the status of HTTP (RFC 9110) that it is answered with. */
export const problemMeanings: Readonly<Record<ProblemCode, Pick<Problem, 'status' | 'title'>>> = {
  'not-signed-in': { status: 401, title: 'Only who is signed in is answered' },
  'not-allowed': { status: 403, title: 'The route needs a role, or a team, that the caller does not have' },
  'not-found': { status: 404, title: 'There is nothing of that name' },
  'invalid-request': { status: 400, title: 'A request fits what its route takes' },
  'invalid-cursor': { status: 400, title: 'A cursor goes on with the list that it came with' },
  conflict: { status: 409, title: 'A change is made to the version that was seen' },
  'not-from-here': { status: 409, title: 'A change fits the status of the action' },
  'reason-missing': { status: 422, title: 'The change needs a reason' },
  'reason-too-long': { status: 422, title: 'A reason is a paragraph' },
  'unknown-team': { status: 422, title: 'An action goes to a team of owners.json' },
  'same-team': { status: 422, title: 'An action is handed on to another team' },
  'too-many': { status: 422, title: 'There is room for so many and no more' },
  unavailable: { status: 503, title: 'Something that is needed does not answer just now' },
  fault: { status: 500, title: 'A fault of ours' },
};

/** A problem with all that its code says of it. */
export const problemOf = ({
  code,
  ...told
}: Pick<Problem, 'code' | 'detail' | 'fix' | 'request'> & {
  errors?: Problem['errors'] | undefined;
  version?: number | undefined;
}): Problem => Problem.parse({ type: `urn:dark-corners:problem:${code}`, ...problemMeanings[code], code, ...told });
