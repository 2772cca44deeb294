import { Duration, RemovalPolicy, Stack, Validations } from 'aws-cdk-lib';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import {
  type CfnApi,
  type CfnStage,
  HttpApi,
  HttpMethod,
  HttpNoneAuthorizer,
  type HttpRoute,
  HttpStage,
  type IHttpRouteAuthorizer,
  LogGroupLogDestination,
} from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpIamAuthorizer, HttpJwtAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import type { EventBus } from 'aws-cdk-lib/aws-events';
import { ManagedPolicy } from 'aws-cdk-lib/aws-iam';
import type { NodejsFunction } from 'aws-cdk-lib/aws-lambda-nodejs';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { routes } from '../functions/domain/analysts/routes.ts';
import type { Env as ServeEnv } from '../functions/serve-analysts/env.ts';
import type { Env as PageEnv } from '../functions/serve-dashboard/env.ts';
import { allow, nodeFunction } from './node-function.ts';
import { shellFile } from './page/shell.ts';
import type { Settings } from './settings.ts';
import type { Store } from './store.ts';

export interface AnalystsProps {
  store: Store;
  /** Told of what becomes of actions. */
  bus: EventBus;
  /** Absolute path of a checked owners file. */
  ownersFile: string;
  /** Absolute path of a checked file of themes. */
  themesFile: string;
  settings: Settings;
}

/** Of each route, by the second and at once: a hundred pages that look for news each five seconds, and as many people at work. */
const dataThrottle = { rateLimit: 50, burstLimit: 100 };

/**
 * Of each route of the page, for anybody may ask for these: a hundred people who open it within some seconds. It bounds what
 * whoever finds the address can cost: 10 a second are 0.9 million a day (docs/decisions/031-how-analysts-are-let-in.md).
 */
const pageThrottle = { ThrottlingRateLimit: 10, ThrottlingBurstLimit: 100 };

/** HTTP APIs wait for 30 seconds; nobody should wait for so long, and a page of CSV takes two or three. */
const answerTimeout = Duration.seconds(20);

/** Who has which roles with IAM: a lead may all that an owner may, and without a token there is no team to be an owner of. */
const policyRoles = ['reader', 'lead', 'privacy'] as const;

/** Who was let in to what, and what became of it: no path with its ids, no query, no body. */
const accessLog = AccessLogFormat.custom(
  JSON.stringify({
    time: '$context.requestTimeEpoch',
    request: '$context.requestId',
    route: '$context.routeKey',
    status: '$context.status',
    bytes: '$context.responseLength',
    milliseconds: '$context.responseLatency',
    user: '$context.identity.userArn',
    subject: '$context.authorizer.claims.sub',
    // Not messageString, which brings quotation marks of its own and would break the line.
    error: '$context.error.message',
  }),
);

/** Public: the page itself, what it is made of, whom it asks to sign people in, and what the API takes. */
const shellPaths = ['/', '/assets/{file}', '/config.json', '/openapi.json'];

const capitalised = (word: string): string => `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`;

/**
 * What analysts and owners reach: an HTTP API behind IAM or an issuer of tokens, and beside it the page, a public shell
 * without data from a function that may read nothing.
 */
export class Analysts extends Construct {
  readonly serveAnalysts: NodejsFunction;
  readonly serveDashboard: NodejsFunction;
  readonly api: HttpApi;
  /** Of what people are given who sign with credentials of AWS, by the names of outputs; none where tokens are taken. */
  readonly policyArns: Record<string, string> = {};

  constructor(scope: Construct, id: string, props: AnalystsProps) {
    super(scope, id);
    const { settings } = props;
    this.serveAnalysts = this.#data(props);
    this.serveDashboard = this.#shell(settings);
    this.api = new HttpApi(this, 'Api', {
      apiName: Stack.of(this).stackName,
      description: 'Dark Corners: what analysts ask, and the page.',
      createDefaultStage: false,
    });
    const signedIn = this.#authorizer(settings);
    this.#stage(settings, this.#addRoutes(signedIn));
    if (settings.jwtIssuer === undefined) this.#grantByRole();
  }

  #data({ store, bus, ownersFile, themesFile, settings }: AnalystsProps): NodejsFunction {
    const { jwtIssuer, jwtRolesClaim, jwtTeamClaim, jwtNameClaim } = settings;
    const index = (name: string) => allow(`${store.state.tableArn}/index/${name}`, 'dynamodb:Query');
    return nodeFunction<typeof ServeEnv>(this, 'ServeAnalysts', {
      folder: 'serve-analysts',
      description: 'Answers analysts and owners: figures, reasons, stories, and changes of actions.',
      timeout: answerTimeout,
      // A core: what people wait for is mostly the processor's time of reading JSON.
      memoryMegabytes: 1769,
      logRetention: settings.logRetentionDays,
      files: [
        { from: ownersFile, name: 'owners.json' },
        { from: themesFile, name: 'themes.json' },
      ],
      environment: {
        FACTS_TABLE: store.facts.tableName,
        STATE_TABLE: store.state.tableName,
        ERASURES_TABLE: store.erasures.tableName,
        EVENT_BUS_NAME: bus.eventBusName,
        SIGN_IN: jwtIssuer === undefined ? 'iam' : 'jwt',
        ROLES_CLAIM: jwtRolesClaim,
        TEAM_CLAIM: jwtTeamClaim,
        NAME_CLAIM: jwtNameClaim,
      },
      grants: [
        allow(store.facts.tableArn, 'dynamodb:Query', 'dynamodb:BatchGetItem'),
        allow(
          store.state.tableArn,
          'dynamodb:GetItem',
          'dynamodb:BatchGetItem',
          'dynamodb:Query',
          'dynamodb:PutItem',
          // forgets events that are told
          'dynamodb:UpdateItem',
          // takes remarks away
          'dynamodb:DeleteItem',
        ),
        index('listing'),
        index('owner'),
        index('place'),
        index('changes'),
        // secrets of cursors and of the customer hash, and the ledger
        allow(store.erasures.tableArn, 'dynamodb:GetItem', 'dynamodb:PutItem'),
        allow(bus.eventBusArn, 'events:PutEvents'),
      ],
    });
  }

  #shell(settings: Settings): NodejsFunction {
    const { logRetentionDays, jwtIssuer, jwtAudience, jwtClientId, jwtScopes, signInOrigin } = settings;
    return nodeFunction<typeof PageEnv>(this, 'ServeDashboard', {
      folder: 'serve-dashboard',
      description: 'Serves the page, which holds no data.',
      timeout: Duration.seconds(5),
      logRetention: logRetentionDays,
      files: [{ from: shellFile(), name: 'shell.json' }],
      environment: {
        SIGN_IN: jwtIssuer === undefined ? 'iam' : 'jwt',
        ...(jwtIssuer !== undefined && {
          ISSUER: jwtIssuer,
          CLIENT_ID: jwtClientId ?? jwtAudience ?? '',
          ...(jwtScopes !== undefined && { SCOPES: jwtScopes }),
          ...(signInOrigin !== undefined && { SIGN_IN_ORIGIN: signInOrigin }),
        }),
      },
      grants: [],
    });
  }

  #stage({ logRetentionDays: retention }: Settings, publicRoutes: readonly HttpRoute[]): void {
    const logGroup = new LogGroup(this, 'AccessLog', { retention, removalPolicy: RemovalPolicy.DESTROY });
    const stage = new HttpStage(this, 'Stage', {
      httpApi: this.api,
      stageName: '$default',
      autoDeploy: true,
      throttle: dataThrottle,
      accessLogSettings: { destination: new LogGroupLogDestination(logGroup), format: accessLog },
    });
    (stage.node.defaultChild as CfnStage).routeSettings = Object.fromEntries(
      shellPaths.map((path) => [`GET ${path}`, pageThrottle]),
    );
    // A stage may only name routes that are there.
    stage.node.addDependency(...publicRoutes);
  }

  #authorizer({ jwtIssuer, jwtAudience = '' }: Settings): IHttpRouteAuthorizer {
    return jwtIssuer === undefined
      ? new HttpIamAuthorizer()
      : new HttpJwtAuthorizer('Tokens', jwtIssuer, { jwtAudience: [jwtAudience] });
  }

  /** Answers those that are open to anybody. */
  #addRoutes(authorizer: IHttpRouteAuthorizer): HttpRoute[] {
    const integrationOf = (name: string, lambda: NodejsFunction) =>
      // One permission for the whole API: one a route would outgrow the function's policy.
      new HttpLambdaIntegration(name, lambda, { scopePermissionToRoute: false });
    const data = integrationOf('Data', this.serveAnalysts);
    for (const { method, path } of Object.values(routes))
      this.api.addRoutes({ path, methods: [HttpMethod[method]], integration: data, authorizer });
    const page = integrationOf('Page', this.serveDashboard);
    const shown = shellPaths.flatMap((path) =>
      this.api.addRoutes({ path, methods: [HttpMethod.GET], integration: page, authorizer: new HttpNoneAuthorizer() }),
    );
    for (const route of shown) {
      Validations.of(route).acknowledge({
        id: 'AwsSolutions-APIG4',
        reason:
          'The page holds no data, and whoever signs in must be able to open it first; its function may read nothing.',
      });
    }
    return shown;
  }

  /** Policies to give to people, one a role, each with its routes and no others. */
  #grantByRole(): void {
    const { region, account, partition } = Stack.of(this);
    const api = Stack.of(this).getLogicalId(this.api.node.defaultChild as CfnApi);
    for (const role of policyRoles) {
      const allowed = Object.values(routes).filter(({ roles }) => roles.some((one) => one === role));
      const asked = allowed.map(({ method, path }) => `$default/${method}${path.replace(/\{\w+\}/g, '*')}`);
      const policy = new ManagedPolicy(this, `${capitalised(role)}Policy`, {
        description: `Dark Corners: what the role ${role} may ask of the API.`,
        statements: asked.map((route) =>
          allow(`arn:${partition}:execute-api:${region}:${account}:${this.api.apiId}/${route}`, 'execute-api:Invoke'),
        ),
      });
      this.policyArns[`${capitalised(role)}PolicyArn`] = policy.managedPolicyArn;
      for (const route of asked.filter((one) => one.includes('*'))) {
        const resource = `arn:<AWS::Partition>:execute-api:<AWS::Region>:<AWS::AccountId>:<${api}>/${route}`;
        Validations.of(policy).acknowledge({
          id: `AwsSolutions-IAM5[Resource::${resource}]`,
          reason: 'The star stands for an id in the path of one route, and no policy can list all ids.',
        });
      }
    }
  }
}
