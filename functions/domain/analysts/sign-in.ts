import * as z from 'zod';
import { type Caller, Role } from './caller.ts';

/** Who lets callers in: IAM, or an issuer of tokens, and in which claims a token says who they are. */
export type SignIn = { kind: 'iam' } | { kind: 'jwt'; rolesClaim: string; teamClaim: string; nameClaim: string };

/** Who is asking, or why nobody may be told anything. */
export type LetIn =
  | { kind: 'caller'; caller: Caller }
  | { kind: 'refused'; code: 'not-signed-in' | 'not-allowed'; detail: string; fix: string };

/** What API Gateway hands over of a caller whom it let in (developer guide, "payload format 2.0"). */
const BySignature = z.object({ iam: z.object({ userArn: z.string() }) });
const ByToken = z.object({ jwt: z.object({ claims: z.record(z.string(), z.unknown()) }) });

/** As long as an address of e-mail may be (RFC 5321), and nothing that a terminal would obey. */
const Name = z.string().regex(/^[^\p{C}]{1,254}$/u);

const notSignedIn: LetIn = {
  kind: 'refused',
  code: 'not-signed-in',
  detail: 'the request says nothing of who sends it',
  fix: 'sign it with credentials of AWS, or send a token, whichever the deployment takes',
};

const notAllowed = (detail: string, fix: string): LetIn => ({ kind: 'refused', code: 'not-allowed', detail, fix });

const named = (id: string, caller: Omit<Caller, 'id'>): LetIn =>
  Name.safeParse(id).success
    ? { kind: 'caller', caller: { id, ...caller } }
    : notAllowed('the name of the caller is empty, too long or has control characters', 'sign in under another name');

/**
 * Whoever IAM lets through to a route has been given that route by their policies, so that no role is left to be decided
 * here. Their name is the last part of the ARN: of a user its name, of a role the name of the session.
 */
const bySignature = (authorizer: unknown): LetIn => {
  const context = BySignature.safeParse(authorizer);
  if (!context.success) return notSignedIn;
  return named(context.data.iam.userArn.split(/[/:]/).at(-1) ?? '', { roles: ['lead', 'privacy'] });
};

/** API Gateway hands a list over as text, `[reader lead]`. */
const listed = (claim: unknown): string =>
  (Array.isArray(claim) ? claim.join(' ') : typeof claim === 'string' ? claim : '').replace(/^\[(.*)\]$/s, '$1').trim();

const rolesOf = (claim: unknown): Role[] => {
  const words = new Set(listed(claim).split(/[\s,]+/));
  return Role.options.filter((role) => words.has(role));
};

const byToken = (authorizer: unknown, { rolesClaim, teamClaim, nameClaim }: SignIn & { kind: 'jwt' }): LetIn => {
  const context = ByToken.safeParse(authorizer);
  if (!context.success) return notSignedIn;
  const { claims } = context.data.jwt;
  const roles = rolesOf(claims[rolesClaim]);
  if (roles.length === 0) {
    return notAllowed(
      `the claim ${rolesClaim} of the token names no role that is known here`,
      `have it name one or more of ${Role.options.join(', ')}`,
    );
  }
  const team = listed(claims[teamClaim]);
  const [id = ''] = [claims[nameClaim], claims.sub].filter((claim) => typeof claim === 'string' && claim.trim() !== '');
  return named(String(id).trim(), { roles, ...(roles.includes('owner') && team !== '' ? { team } : {}) });
};

/**
 * Who is asking, by what API Gateway found out of them.
 *
 * @param authorizer of the request's context, as it came
 */
export const callerOf = (authorizer: unknown, signIn: SignIn): LetIn =>
  signIn.kind === 'iam' ? bySignature(authorizer) : byToken(authorizer, signIn);
