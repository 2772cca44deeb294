import type { Call } from '../../../lib/local/iam/gate.ts';
import type { Policies, ResourcePolicy, Role } from '../../../lib/local/iam/policies.ts';
import type { Statement } from '../../../lib/local/iam/statement.ts';
import { fitsAction, fitsPattern } from '../../../lib/local/iam/wildcard.ts';

/** One action on one resource that a role is allowed, as the template words it. */
export interface Grant {
  role: string;
  action: string;
  resource: string;
}

const pairs = (role: string, { actions }: Statement, resources: readonly string[]): Grant[] =>
  actions.flatMap((action) => resources.map((resource) => ({ role, action, resource })));

/** What the policies of keys allow a role of the stack by name. */
const ofKeys = ({ roles, resources }: Policies): Grant[] =>
  [...resources].flatMap(([arn, { kind, statements }]) =>
    kind !== 'key'
      ? []
      : statements
          .filter(({ effect }) => effect === 'Allow')
          .flatMap((statement) =>
            [...roles.values()]
              .filter((role) => statement.principals.some(({ name }) => name === role.arn))
              .flatMap(({ logicalId }) => pairs(logicalId, statement, [arn])),
          ),
  );

/** Every single grant of the roles, be it their own or a key's to them. */
export const grantsOf = (policies: Policies): Grant[] => [
  ...[...policies.roles.values()].flatMap(({ logicalId, statements }) =>
    statements
      .filter(({ effect }) => effect === 'Allow')
      .flatMap((statement) => pairs(logicalId, statement, statement.resources)),
  ),
  ...ofKeys(policies),
];

const split = (statement: Statement, { action, resource }: Grant): Statement[] =>
  statement.actions.includes(action) && statement.resources.includes(resource)
    ? [
        { ...statement, actions: statement.actions.filter((one) => one !== action) },
        { ...statement, actions: [action], resources: statement.resources.filter((one) => one !== resource) },
      ]
    : [statement];

/** The same policies but for one grant. */
export const without = (policies: Policies, grant: Grant): Policies => {
  const cut = (role: Role): Role => ({
    ...role,
    statements: role.statements.flatMap((statement) => split(statement, grant)),
  });
  const arn = policies.roles.get(grant.role)?.arn;
  const isToRole = ({ principals }: Statement): boolean => principals.some(({ name }) => name === arn);
  const cutKey = (policy: ResourcePolicy): ResourcePolicy => ({
    ...policy,
    statements: policy.statements.map((statement) =>
      isToRole(statement)
        ? { ...statement, actions: statement.actions.filter((action) => action !== grant.action) }
        : statement,
    ),
  });
  return {
    managed: policies.managed,
    roles: new Map([...policies.roles].map(([id, role]) => [id, id === grant.role ? cut(role) : role])),
    resources: new Map(
      [...policies.resources].map(([on, policy]) => [
        on,
        policy.kind === 'key' && on === grant.resource ? cutKey(policy) : policy,
      ]),
    ),
  };
};

export const covers = (grant: Grant, call: Call): boolean =>
  grant.role === call.role && fitsAction(grant.action, call.action) && fitsPattern(grant.resource, call.resource);

/** A line to read: `IngestFeedbackRole: dynamodb:PutItem on arn:...`. */
export const told = ({ role, action, resource }: Grant | Call): string => `${role}: ${action} on ${resource}`;
