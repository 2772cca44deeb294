import { type Context, dependsOnRequest, holds } from './condition.ts';
import type { ResourcePolicy } from './policies.ts';
import type { PrincipalPattern, Statement } from './statement.ts';
import { fitsAction, fitsPattern } from './wildcard.ts';

/** Who asks: a role's or user's ARN with what it is granted, or a service of AWS by its name, which is granted nothing. */
export interface Principal {
  kind: 'AWS' | 'Service';
  arn: string;
  accountId: string;
  statements: readonly Statement[];
}

export interface Question {
  principal: Principal;
  action: string;
  resource: string;
  context: Context;
}

/** Allowed, or why not; `because` in the words AWS ends its refusal with. */
export type Verdict =
  | { kind: 'allowed' }
  | { kind: 'denied'; reason: 'no-grant' | 'forbidden' | 'key-policy'; because: string };

const forbidden = (policy: 'identity' | 'resource'): Verdict => ({
  kind: 'denied',
  reason: 'forbidden',
  because: `with an explicit deny in ${policy === 'identity' ? 'an identity' : 'a resource'}-based policy`,
});

/** What a statement's principal is to the one who asks: told by name, or through the account it belongs to. */
const named = (patterns: readonly PrincipalPattern[], { kind, arn, accountId }: Principal) => {
  const accounts = [accountId, `arn:aws:iam::${accountId}:root`];
  const fits = (pattern: PrincipalPattern): boolean => pattern.kind === kind && pattern.name === arn;
  if (patterns.some((pattern) => pattern.kind === 'anybody' || fits(pattern))) return 'by name';
  const inAccount = kind === 'AWS' && patterns.some((p) => p.kind === 'AWS' && accounts.includes(p.name));
  return inAccount ? 'by account' : 'not';
};

const speaksOf = ({ actions, resources }: Statement, action: string, resource: string): boolean =>
  actions.some((pattern) => fitsAction(pattern, action)) && resources.some((pattern) => fitsPattern(pattern, resource));

/** The statements that a question is decided by, whatever its request holds. */
export interface Bearing {
  identity: readonly Statement[];
  resource: { statement: Statement; named: 'by name' | 'by account' }[];
  kind: ResourcePolicy['kind'] | undefined;
  /** Whether two requests may be answered differently. */
  varies: boolean;
}

/** Finds the statements that bear on who asks for what, of what and by what hangs on the resource. */
export const bearingOn = (
  { principal, action, resource }: Omit<Question, 'context'>,
  policy: ResourcePolicy | undefined,
): Bearing => {
  const identity = principal.statements.filter((statement) => speaksOf(statement, action, resource));
  const hanging = (policy?.statements ?? [])
    .filter((statement) => speaksOf(statement, action, resource))
    .flatMap((statement) => {
      const how = named(statement.principals, principal);
      return how === 'not' ? [] : [{ statement, named: how } as const];
    });
  const conditions = [...identity, ...hanging.map(({ statement }) => statement)].flatMap((one) => one.conditions);
  return { identity, resource: hanging, kind: policy?.kind, varies: conditions.some(dependsOnRequest) };
};

const applies = ({ conditions }: Statement, context: Context): boolean =>
  conditions.every((condition) => holds(condition, context));

/**
 * Decides as AWS does within one account (IAM user guide, "Policy evaluation logic"): a Deny anywhere wins; then an Allow of
 * the identity or, for a principal it names, of the resource; else no. A KMS key differs: its own policy must allow, by name,
 * or by naming the account, which leaves it to the identity.
 */
export const decide = ({ identity, resource, kind }: Bearing, action: string, context: Context): Verdict => {
  const [own, hanging] = [
    identity.filter((statement) => applies(statement, context)),
    resource.filter(({ statement }) => applies(statement, context)),
  ];
  if (own.some(({ effect }) => effect === 'Deny')) return forbidden('identity');
  if (hanging.some(({ statement }) => statement.effect === 'Deny')) return forbidden('resource');
  if (hanging.some((one) => one.named === 'by name')) return { kind: 'allowed' };
  if (kind === 'key' && hanging.length === 0) {
    const because = `because no resource-based policy allows the ${action} action`;
    return { kind: 'denied', reason: 'key-policy', because };
  }
  if (own.length > 0) return { kind: 'allowed' };
  return {
    kind: 'denied',
    reason: 'no-grant',
    because: `because no identity-based policy allows the ${action} action`,
  };
};

/** Whether a role's trust policy lets a principal take it on. */
export const trusts = (trust: readonly Statement[], principal: Principal, context: Context): boolean => {
  const speaking = trust.filter(
    (statement) =>
      statement.actions.some((pattern) => fitsAction(pattern, 'sts:AssumeRole')) &&
      named(statement.principals, principal) !== 'not' &&
      applies(statement, context),
  );
  return speaking.length > 0 && speaking.every(({ effect }) => effect === 'Allow');
};
