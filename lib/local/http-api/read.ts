import * as z from 'zod';
import { fitsPattern } from '../iam/wildcard.ts';
import type { Place } from '../resource-identity.ts';
import type { ApiDefinition, Authorization, RouteDefinition } from './definition.ts';

/** A resource of the template, its properties resolved. */
export interface Resolved {
  logicalId: string;
  properties: unknown;
}

/** What belongs to HTTP APIs, as the template has it. */
export interface ApiResources {
  apis: Resolved[];
  stages: Resolved[];
  routes: Resolved[];
  integrations: Resolved[];
  authorizers: Resolved[];
  permissions: Resolved[];
}

/** One method and a path; of its parts some may be parameters, none greedy (`{proxy+}`). */
const routeKey = /^(?:GET|POST|PUT|PATCH|DELETE) (?:\/(?:\{\w+\}|[^\s{}/]*))+$/;

/** CORS, domains of one's own and bodies of OpenAPI would have to be served as well: the page and the API are of one origin. */
const Api = z.object({
  ProtocolType: z.literal('HTTP'),
  CorsConfiguration: z.undefined().optional(),
  Body: z.undefined().optional(),
});

const Stage = z.object({ ApiId: z.string(), StageName: z.literal('$default'), AutoDeploy: z.literal(true) });

const Route = z.object({
  ApiId: z.string(),
  RouteKey: z.string().regex(routeKey, 'is no method and path without a greedy parameter'),
  AuthorizationType: z.enum(['NONE', 'AWS_IAM', 'JWT']).default('NONE'),
  AuthorizerId: z.string().optional(),
  AuthorizationScopes: z.array(z.string()).max(0).optional(),
  Target: z.string().regex(/^integrations\//),
});

const Integration = z.object({
  ApiId: z.string(),
  IntegrationType: z.literal('AWS_PROXY'),
  IntegrationUri: z.string(),
  PayloadFormatVersion: z.literal('2.0'),
  TimeoutInMillis: z.undefined('other timeouts than the default are not kept here').optional(),
});

const Authorizer = z.object({
  AuthorizerType: z.literal('JWT'),
  IdentitySource: z.tuple([z.literal('$request.header.Authorization')]),
  JwtConfiguration: z.object({ Issuer: z.string(), Audience: z.array(z.string()).min(1) }),
});

const Permission = z.object({
  Action: z.string(),
  FunctionName: z.string(),
  Principal: z.string(),
  SourceArn: z.string().optional(),
});
type Permission = z.infer<typeof Permission>;

const read = <Schema extends z.ZodType>(schema: Schema, { logicalId, properties }: Resolved): z.output<Schema> => {
  const result = schema.safeParse(properties);
  if (result.success) return result.data;
  throw new Error(`${logicalId} cannot be served here: ${z.prettifyError(result.error)}`);
};

/** A function's own ARN, of that or of its name. */
const functionOf = (given: string, { region, accountId }: Place): string =>
  given.startsWith('arn:') ? given : `arn:aws:lambda:${region}:${accountId}:function:${given}`;

/** API Gateway may invoke only a function that lets it: without, each request is answered with a fault. */
const requirePermission = (
  route: RouteDefinition,
  apiId: string,
  permissions: readonly Permission[],
  place: Place,
): void => {
  const source = `arn:aws:execute-api:${place.region}:${place.accountId}:${apiId}/$default/${route.method}/${route.segments.join('/')}`;
  const isLetIn = permissions.some(
    ({ Action, FunctionName, Principal, SourceArn }) =>
      Action === 'lambda:InvokeFunction' &&
      Principal === 'apigateway.amazonaws.com' &&
      functionOf(FunctionName, place) === route.functionArn &&
      (SourceArn === undefined || fitsPattern(SourceArn, source)),
  );
  if (!isLetIn)
    throw new Error(`${route.key}: no AWS::Lambda::Permission lets API Gateway invoke ${route.functionArn}.`);
};

/**
 * Reads the HTTP APIs of a stack.
 *
 * @throws Error on the first thing that would not be served here as API Gateway serves it
 */
export const readApis = (found: ApiResources, place: Place): ApiDefinition[] => {
  const integrations = new Map(found.integrations.map((one) => [one.logicalId, read(Integration, one)]));
  const authorizers = new Map(found.authorizers.map((one) => [one.logicalId, read(Authorizer, one)]));
  const permissions = found.permissions.map((one) => read(Permission, one));
  const staged = new Set(found.stages.map((one) => read(Stage, one).ApiId));

  const authorizationOf = (
    { AuthorizationType, AuthorizerId = '' }: z.infer<typeof Route>,
    at: string,
  ): Authorization => {
    if (AuthorizationType === 'NONE') return { kind: 'none' };
    if (AuthorizationType === 'AWS_IAM') return { kind: 'iam' };
    const authorizer = authorizers.get(AuthorizerId);
    if (!authorizer) throw new Error(`${at}: the stack has no authorizer ${AuthorizerId}.`);
    const { Issuer: issuer, Audience: audience } = authorizer.JwtConfiguration;
    return { kind: 'jwt', issuer, audience };
  };

  const routeOf = (one: Resolved): RouteDefinition & { apiId: string } => {
    const route = read(Route, one);
    const integration = integrations.get(route.Target.slice('integrations/'.length));
    if (!integration) throw new Error(`${one.logicalId}: the stack has no ${route.Target}.`);
    const [method = '', path = ''] = route.RouteKey.split(' ');
    return {
      apiId: route.ApiId,
      key: route.RouteKey,
      method,
      segments: path.split('/').slice(1),
      authorization: authorizationOf(route, one.logicalId),
      functionArn: functionOf(integration.IntegrationUri, place),
    };
  };

  const routes = found.routes.map(routeOf);
  return found.apis.map((one) => {
    read(Api, one);
    const { logicalId } = one;
    if (!staged.has(logicalId)) throw new Error(`${logicalId}: without a stage $default nothing of it is served.`);
    const own = routes.filter(({ apiId }) => apiId === logicalId).map(({ apiId: _, ...route }) => route);
    for (const route of own) requirePermission(route, logicalId, permissions, place);
    return { logicalId, routes: own };
  });
};
