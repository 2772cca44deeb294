import * as z from 'zod';
import { type Condition, parseConditions } from './condition.ts';

/** Whom a statement of a resource's policy speaks of. */
export interface PrincipalPattern {
  kind: 'anybody' | 'AWS' | 'Service';
  /** An ARN, an account's number or the name of a service; of `anybody`, `*`. */
  name: string;
}

/** One statement of a policy. */
export interface Statement {
  effect: 'Allow' | 'Deny';
  actions: string[];
  /** Of a trust policy none: it speaks of the role it belongs to. */
  resources: string[];
  /** Of an identity's policy none: it speaks of whom it belongs to. */
  principals: PrincipalPattern[];
  conditions: Condition[];
}

/** Where a policy stands decides what its statements must name. */
export type PolicyKind = 'identity' | 'resource' | 'trust';

const texts = z.union([z.string(), z.array(z.string())]).transform((given) => [given].flat());

/** Strict: NotAction, NotResource or NotPrincipal left unread would turn a policy into its opposite. */
const Elements = z.strictObject({
  Sid: z.string().optional(),
  Effect: z.enum(['Allow', 'Deny']),
  Action: texts,
  Resource: texts.optional(),
  Principal: z.union([z.literal('*'), z.strictObject({ AWS: texts.optional(), Service: texts.optional() })]).optional(),
  Condition: z.record(z.string(), z.record(z.string(), z.unknown())).default({}),
});

const Document = z.strictObject({
  Version: z.literal('2012-10-17'),
  Id: z.string().optional(),
  Statement: z.union([Elements, z.array(Elements)]).transform((given) => [given].flat()),
});

type Principal = z.infer<typeof Elements>['Principal'];

const principalsOf = (given: Principal): PrincipalPattern[] => {
  if (given === undefined) return [];
  if (given === '*') return [{ kind: 'anybody', name: '*' }];
  const { AWS = [], Service = [] } = given;
  return [
    ...AWS.map((name): PrincipalPattern => ({ kind: name === '*' ? 'anybody' : 'AWS', name })),
    ...Service.map((name): PrincipalPattern => ({ kind: 'Service', name })),
  ];
};

const expected: Record<PolicyKind, { Resource: boolean; Principal: boolean }> = {
  identity: { Resource: true, Principal: false },
  resource: { Resource: true, Principal: true },
  trust: { Resource: false, Principal: true },
};

/**
 * Reads a policy document whose intrinsic functions are resolved.
 *
 * @throws Error naming the path of the first element that is missing, or not evaluated here: what is skipped would make a
 * grant wider or narrower than it is in AWS
 */
export const parseDocument = (document: unknown, kind: PolicyKind, path: string): Statement[] => {
  const read = Document.safeParse(document);
  if (!read.success) {
    throw new Error(`${path} is no policy that can be evaluated here: ${z.prettifyError(read.error)}`);
  }
  return read.data.Statement.map(({ Effect, Action, Resource, Principal, Condition }, i) => {
    const at = `${path}.Statement.${i}`;
    for (const [element, given] of Object.entries({ Resource, Principal })) {
      const wanted = expected[kind][element as 'Resource' | 'Principal'];
      if (wanted !== (given !== undefined))
        throw new Error(`${at}.${element} ${wanted ? 'is missing' : 'has no place there'}.`);
    }
    return {
      effect: Effect,
      actions: Action,
      resources: Resource ?? [],
      principals: principalsOf(Principal),
      conditions: parseConditions(Condition, `${at}.Condition`),
    };
  });
};
