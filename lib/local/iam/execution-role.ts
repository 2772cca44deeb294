import type { FunctionDefinition } from '../definitions.ts';
import type { Place } from '../resource-identity.ts';
import type { Gate } from './gate.ts';
import type { Policies } from './policies.ts';
import { trusts } from './verdict.ts';

/** Throws where Lambda could not take on a function's role: AWS refuses to create such a function. */
export const checkExecutionRoles = (
  functions: readonly FunctionDefinition[],
  { roles }: Policies,
  { accountId }: Place,
): void => {
  const lambda = { kind: 'Service', arn: 'lambda.amazonaws.com', accountId, statements: [] } as const;
  for (const { logicalId, roleArn } of functions) {
    const role = [...roles.values()].find(({ arn }) => arn === roleArn);
    if (!role || !trusts(role.trust, lambda, () => undefined)) {
      throw new Error(`${logicalId}: its role must be one of the stack's, and let ${lambda.arn} take it on.`);
    }
  }
};

/**
 * What Lambda calls under a function's role to keep its log. Both calls name the stream (AWS's refusals do), which a log
 * group's own ARN in a grant covers, as it ends in `:*`. The lines themselves go to the sink of the local cloud, allowed or not.
 */
export const logWrites = (fn: FunctionDefinition, gate: Gate, { region, accountId }: Place) => {
  const resource = `arn:aws:logs:${region}:${accountId}:log-group:${fn.logGroup}:log-stream:local`;
  const ask = (action: string) => (): void => {
    gate.asFunction(fn, { action, resource });
  };
  return { opened: ask('logs:CreateLogStream'), written: ask('logs:PutLogEvents') };
};
