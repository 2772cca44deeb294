import { Role } from '../../functions/domain/analysts/caller.ts';
import { routes } from '../../functions/domain/analysts/routes.ts';
import { fitsAction, fitsPattern } from '../../lib/local/iam/wildcard.ts';
import { Template as LocalTemplate, makeResolver } from '../../lib/local/template.ts';
import { all, one, type Template } from './template.ts';

const place = {
  endpoint: 'http://127.0.0.1',
  api: 'http://127.0.0.1',
  accountId: '000000000000',
  region: 'eu-central-1',
  stackName: 'S',
};

/** A statement of a policy for people, as it would be deployed. */
export interface Granted {
  actions: string[];
  resources: string[];
}

/** `reader` of `AnalystsReaderPolicy4F3E5577`. */
export const roleOfPolicy = (id: string): Role => Role.parse(/^Analysts(\w+)Policy/.exec(id)?.[1]?.toLowerCase());

/** What the policies for people grant, by their ids. */
export const grantedToPeople = (template: Template): Map<string, Granted[]> => {
  const resolve = makeResolver(LocalTemplate.parse(template), place);
  return new Map(
    all(template, 'AWS::IAM::ManagedPolicy').map(({ id, Properties }) => [
      id,
      Properties.PolicyDocument.Statement.map(({ Action, Resource }) => ({
        actions: [Action].flat(),
        resources: [resolve(Resource, id)].flat().map(String),
      })),
    ]),
  );
};

/** Routes as a signer of a request names them, their parameters filled in, each with the roles it is for. */
export const askedRoutes = (template: Template, parameter: string) => {
  const api = one(template, 'AWS::ApiGatewayV2::Api', 'Analysts').id;
  const start = `arn:aws:execute-api:${place.region}:${place.accountId}:${api}/$default`;
  return Object.values(routes).map(({ method, path, roles }) => ({
    arn: `${start}/${method}${path.replace(/\{\w+\}/, parameter)}`,
    roles: roles as readonly Role[],
  }));
};

export const grants = (statements: readonly Granted[], arn: string): boolean =>
  statements.some(
    ({ actions, resources }) =>
      actions.some((action) => fitsAction(action, 'execute-api:Invoke')) &&
      resources.some((resource) => fitsPattern(resource, arn)),
  );
