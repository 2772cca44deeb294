import { Role } from '../../functions/domain/analysts/caller.ts';
import { routeKeyOf, routes } from '../../functions/domain/analysts/routes.ts';
import { ids, type Law } from './law.ts';
import { askedRoutes, grantedToPeople, grants, roleOfPolicy } from './people.ts';
import { all, one, type Template } from './template.ts';

const shellRoutes = ['GET /', 'GET /assets/{file}', 'GET /config.json', 'GET /openapi.json'];
const dataRoutes = Object.values(routes).map(routeKeyOf);

const routesIn = (template: Template) => all(template, 'AWS::ApiGatewayV2::Route');
const route = (template: Template, key: string) => {
  const [found] = routesIn(template).filter(({ Properties }) => Properties.RouteKey === key);
  if (!found) throw new Error(`no route ${key}`);
  return found.Properties;
};
const stage = (template: Template) => one(template, 'AWS::ApiGatewayV2::Stage', 'Analysts').Properties;
const lead = (template: Template) =>
  one(template, 'AWS::IAM::ManagedPolicy', 'AnalystsLeadPolicy').Properties.PolicyDocument.Statement;
const reader = (template: Template) =>
  one(template, 'AWS::IAM::ManagedPolicy', 'AnalystsReaderPolicy').Properties.PolicyDocument.Statement;

/** The function that answers a route. */
const answering = (template: Template, { Target }: ReturnType<typeof route>): string => {
  const integration = Target['Fn::Join'][1][1].Ref;
  return one(template, 'AWS::ApiGatewayV2::Integration', integration).Properties.IntegrationUri['Fn::GetAtt'][0];
};
const isShell = (template: Template, given: ReturnType<typeof route>): boolean =>
  answering(template, given).startsWith('AnalystsServeDashboard');

const isClosed = (template: Template, { AuthorizationType, AuthorizerId }: ReturnType<typeof route>): boolean =>
  AuthorizationType === 'AWS_IAM' ||
  (AuthorizationType === 'JWT' &&
    ids(all(template, 'AWS::ApiGatewayV2::Authorizer')).includes(AuthorizerId?.Ref ?? 'none'));

/** What the log may tell: who asked for which route, and what came of it. Paths have ids in them, queries what is asked. */
const loggable = [
  '$context.requestTimeEpoch',
  '$context.requestId',
  '$context.routeKey',
  '$context.status',
  '$context.responseLength',
  '$context.responseLatency',
  '$context.identity.userArn',
  '$context.authorizer.claims.sub',
  '$context.error.message',
];

const jsonOf = (format: string): Record<string, string> | undefined => {
  try {
    return JSON.parse(format);
  } catch {
    return undefined;
  }
};

const starred = (resource: unknown): unknown =>
  JSON.parse(JSON.stringify(resource).replace('/$default/GET/v1/actions"', '/$default/GET/v1/*"'));

/** Who gets in to what, from outside. */
export const entryLaws: Law[] = [
  {
    says: 'a route has an authorizer, or is of the page and goes to the function that reads nothing',
    brokenBy: (template) =>
      ids(
        routesIn(template).filter(({ Properties }) => {
          const isPage = shellRoutes.includes(Properties.RouteKey) && isShell(template, Properties);
          return !isClosed(template, Properties) && !isPage;
        }),
      ),
    mutants: {
      'open to anybody': (template) => Object.assign(route(template, 'GET /v1/me'), { AuthorizationType: 'NONE' }),
      'without a word about it': (template) => delete route(template, 'GET /v1/story').AuthorizationType,
      'an authorizer that there is not': (template) =>
        Object.assign(route(template, 'GET /v1/me'), { AuthorizationType: 'JWT', AuthorizerId: { Ref: 'Gone' } }),
      'the page by the function that reads': (template) =>
        Object.assign(route(template, 'GET /'), { Target: route(template, 'GET /v1/me').Target }),
      'an open route more': (template) =>
        Object.assign(route(template, 'GET /config.json'), { RouteKey: 'GET /v1/config' }),
    },
  },
  {
    says: 'data comes from the function that checks roles, and the page from the other',
    brokenBy: (template) =>
      ids(
        routesIn(template).filter(
          ({ Properties }) => shellRoutes.includes(Properties.RouteKey) !== isShell(template, Properties),
        ),
      ),
    mutants: {
      'data from the page': (template) =>
        Object.assign(route(template, 'GET /v1/me'), { Target: route(template, 'GET /').Target }),
    },
  },
  {
    says: 'the API has the routes of the table and of the page, and no others',
    brokenBy: (template) => {
      const known = [...dataRoutes, ...shellRoutes];
      const found = routesIn(template).map(({ Properties }) => Properties.RouteKey);
      return [...found.filter((key) => !known.includes(key)), ...known.filter((key) => !found.includes(key))];
    },
    mutants: {
      'whatever is asked': (template) => Object.assign(route(template, 'GET /v1/me'), { RouteKey: '$default' }),
      'one fewer': (template) => delete template.Resources[routesIn(template)[0]?.id ?? ''],
    },
  },
  {
    says: 'no page of another origin may ask',
    brokenBy: (template) =>
      ids(all(template, 'AWS::ApiGatewayV2::Api').filter(({ Properties }) => Properties.CorsConfiguration)),
    mutants: {
      'any may': (template) =>
        Object.assign(one(template, 'AWS::ApiGatewayV2::Api', 'Analysts').Properties, {
          CorsConfiguration: { AllowOrigins: ['*'] },
        }),
    },
  },
  {
    says: 'what serves the page may write its log, and nothing else',
    brokenBy: (template) =>
      ids(
        all(template, 'AWS::IAM::Policy').filter(
          ({ Properties }) =>
            Properties.Roles.some(({ Ref }) => Ref.startsWith('AnalystsServeDashboard')) &&
            Properties.PolicyDocument.Statement.some(
              ({ Action, Resource }) =>
                ![Action].flat().every((action) => ['logs:CreateLogStream', 'logs:PutLogEvents'].includes(action)) ||
                !JSON.stringify(Resource).includes('"AnalystsServeDashboardLog'),
            ),
        ),
      ),
    mutants: {
      'reads state': (template) =>
        one(template, 'AWS::IAM::Policy', 'AnalystsServeDashboardRole').Properties.PolicyDocument.Statement.push({
          Effect: 'Allow',
          Action: 'dynamodb:Query',
          Resource: { 'Fn::GetAtt': [one(template, 'AWS::DynamoDB::GlobalTable', 'StoreState').id, 'Arn'] },
        }),
      "writes others' logs": (template) =>
        Object.assign(
          one(template, 'AWS::IAM::Policy', 'AnalystsServeDashboardRole').Properties.PolicyDocument.Statement[0] ?? {},
          { Resource: '*' },
        ),
    },
  },
  {
    says: 'the API bounds how much is asked of it, of what anybody may ask most of all, and logs who asked',
    brokenBy: (template) =>
      ids(
        all(template, 'AWS::ApiGatewayV2::Stage').filter(({ Properties }) => {
          const { ThrottlingBurstLimit = 0, ThrottlingRateLimit = 0 } = Properties.DefaultRouteSettings ?? {};
          const isOpen = (key: string) =>
            !((Properties.RouteSettings?.[key]?.ThrottlingRateLimit ?? Infinity) < ThrottlingRateLimit);
          const group = Properties.AccessLogSettings?.DestinationArn['Fn::GetAtt'][0] ?? '';
          const isLogged = ids(all(template, 'AWS::Logs::LogGroup')).includes(group);
          return !(ThrottlingBurstLimit > 0 && ThrottlingRateLimit > 0) || shellRoutes.some(isOpen) || !isLogged;
        }),
      ),
    mutants: {
      'as much as the account has': (template) => delete stage(template).DefaultRouteSettings,
      'any rate': (template) => delete stage(template).DefaultRouteSettings?.ThrottlingRateLimit,
      'the page as often as data': (template) => delete stage(template).RouteSettings?.['GET /assets/{file}'],
      'no log': (template) => delete stage(template).AccessLogSettings,
    },
  },
  {
    says: 'the access log is JSON, and names no path, no query and no content',
    brokenBy: (template) =>
      ids(
        all(template, 'AWS::ApiGatewayV2::Stage').filter(({ Properties }) => {
          const line = jsonOf(Properties.AccessLogSettings?.Format ?? '');
          return !line || !Object.values(line).every((value) => loggable.includes(value));
        }),
      ),
    mutants: Object.fromEntries(
      [
        ['the path', '{"path":"$context.path"}'],
        ['the query', '{"query":"$context.routeKey $request.querystring"}'],
        ['a message that brings quotation marks', '{"error":"$context.error.messageString"}'],
        ['a line of words', '$context.requestId $context.status'],
      ].map(([what, Format]) => [
        what,
        (template: Template) => Object.assign(stage(template).AccessLogSettings ?? {}, { Format }),
      ]),
    ),
  },
  {
    says: 'a policy for people grants the routes of its role, and nothing else',
    brokenBy: (template) =>
      [...grantedToPeople(template)].flatMap(([id, statements]) => {
        const isWider = statements.some(({ actions }) => actions.some((action) => action !== 'execute-api:Invoke'));
        const isRight = askedRoutes(template, 'an-id').every(
          ({ arn, roles }) => grants(statements, arn) === roles.includes(roleOfPolicy(id)),
        );
        const isElsewhere = statements.some(({ resources }) =>
          resources.some((one) => !one.includes(`:${all(template, 'AWS::ApiGatewayV2::Api')[0]?.id}/$default/`)),
        );
        return isWider || isElsewhere || !isRight ? [id] : [];
      }),
    mutants: {
      'all that one method asks': (template) => {
        for (const statement of reader(template)) statement.Resource = starred(statement.Resource);
      },
      'a route fewer': (template) => {
        for (const statement of lead(template)) statement.Resource = [statement.Resource].flat().slice(1);
      },
      'the same of any API': (template) =>
        reader(template).push({
          Effect: 'Allow',
          Action: 'execute-api:Invoke',
          Resource: 'arn:aws:execute-api:*:*:*/*/GET/x',
        }),
      'to change the API itself': (template) => Object.assign(lead(template)[0] ?? {}, { Action: 'execute-api:*' }),
    },
  },
  {
    says: 'people are given policies where callers sign, one for each role but that of owners, and else none',
    brokenBy: (template) => {
      const given = [...grantedToPeople(template).keys()];
      const wanted = all(template, 'AWS::ApiGatewayV2::Authorizer').length > 0 ? [] : Role.exclude(['owner']).options;
      const missing = wanted.filter((role) => !given.some((id) => roleOfPolicy(id) === role));
      return [...missing, ...given.slice(wanted.length)];
    },
    mutants: {
      'one fewer': (template) =>
        delete template.Resources[one(template, 'AWS::IAM::ManagedPolicy', 'AnalystsPrivacyPolicy').id],
    },
  },
];
