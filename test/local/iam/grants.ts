import type { Call } from '../../../lib/local/iam/gate.ts';
import type { Policies, Role } from '../../../lib/local/iam/policies.ts';
import type { Statement } from '../../../lib/local/iam/statement.ts';
import { fitsAction, fitsPattern } from '../../../lib/local/iam/wildcard.ts';

/** One action on one resource that a role is allowed, as the template words it. */
export interface Grant {
  role: string;
  action: string;
  resource: string;
}

/** Every single grant of the roles. */
export const grantsOf = ({ roles }: Policies): Grant[] =>
  [...roles.values()].flatMap(({ logicalId: role, statements }) =>
    statements
      .filter(({ effect }) => effect === 'Allow')
      .flatMap(({ actions, resources }) =>
        actions.flatMap((action) => resources.map((resource) => ({ role, action, resource }))),
      ),
  );

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
  return {
    ...policies,
    roles: new Map([...policies.roles].map(([id, role]) => [id, id === grant.role ? cut(role) : role])),
  };
};

export const covers = (grant: Grant, call: Call): boolean =>
  grant.role === call.role && fitsAction(grant.action, call.action) && fitsPattern(grant.resource, call.resource);

/** A line to read: `IngestFeedbackRole: dynamodb:PutItem on arn:...`. */
export const told = ({ role, action, resource }: Grant | Call): string => `${role}: ${action} on ${resource}`;
