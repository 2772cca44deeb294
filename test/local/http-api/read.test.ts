import { describe, expect, it } from 'vitest';
import type { Assembly } from '../../../lib/local/assembly.ts';
import { readResources } from '../../../lib/local/resources.ts';
import { Template } from '../../../lib/local/template.ts';

const place = {
  endpoint: 'http://127.0.0.1:4000',
  api: 'http://127.0.0.1:4001',
  accountId: '000000000000',
  region: 'eu-central-1',
  stackName: 'Tiny',
};

const lambda = {
  Code: { S3Key: 'abc.zip' },
  Handler: 'index.handler',
  Runtime: 'nodejs24.x',
  Role: 'arn:aws:iam::0:role/r',
};
const apiArn = (path: string) => ({
  'Fn::Sub': `arn:aws:execute-api:\${AWS::Region}:\${AWS::AccountId}:\${Api}/${path}`,
});

/** An API with one route behind each kind of authorization; the properties of each resource may be laid over. */
const resources = {
  Serve: { Type: 'AWS::Lambda::Function', Properties: lambda },
  Api: { Type: 'AWS::ApiGatewayV2::Api', Properties: { ProtocolType: 'HTTP', Name: 'Api' } },
  Stage: {
    Type: 'AWS::ApiGatewayV2::Stage',
    Properties: { ApiId: { Ref: 'Api' }, StageName: '$default', AutoDeploy: true },
  },
  Integration: {
    Type: 'AWS::ApiGatewayV2::Integration',
    Properties: {
      ApiId: { Ref: 'Api' },
      IntegrationType: 'AWS_PROXY',
      IntegrationUri: { 'Fn::GetAtt': ['Serve', 'Arn'] },
      PayloadFormatVersion: '2.0',
    },
  },
  Tokens: {
    Type: 'AWS::ApiGatewayV2::Authorizer',
    Properties: {
      ApiId: { Ref: 'Api' },
      AuthorizerType: 'JWT',
      IdentitySource: ['$request.header.Authorization'],
      JwtConfiguration: { Issuer: 'https://issuer.example', Audience: ['app'] },
    },
  },
  Route: {
    Type: 'AWS::ApiGatewayV2::Route',
    Properties: {
      ApiId: { Ref: 'Api' },
      RouteKey: 'GET /v1/things/{id}',
      AuthorizationType: 'JWT',
      AuthorizerId: { Ref: 'Tokens' },
      Target: { 'Fn::Join': ['', ['integrations/', { Ref: 'Integration' }]] },
    },
  },
  Permission: {
    Type: 'AWS::Lambda::Permission',
    Properties: {
      Action: 'lambda:InvokeFunction',
      FunctionName: { 'Fn::GetAtt': ['Serve', 'Arn'] },
      Principal: 'apigateway.amazonaws.com',
      SourceArn: apiArn('*/*'),
    },
  },
};
type Name = keyof typeof resources;

const read = (overrides: Partial<Record<Name, object | null>> = {}) => {
  const template = Object.fromEntries(
    Object.entries(resources).flatMap(([name, resource]) => {
      const override = overrides[name as Name];
      return override === null ? [] : [[name, { ...resource, Properties: { ...resource.Properties, ...override } }]];
    }),
  );
  const assembly: Assembly = {
    stackName: 'Tiny',
    region: place.region,
    template: Template.parse({
      Resources: template,
      Outputs: { Url: { Value: { 'Fn::GetAtt': ['Api', 'ApiEndpoint'] } } },
    }),
    codeDirectory: (s3Key) => `/bundles/${s3Key}`,
  };
  return readResources(assembly, place);
};

const [first] = read().apis;

describe('an HTTP API', () => {
  it('is read with its routes: method, path, function, and who is let in', () => {
    expect(first).toEqual({
      logicalId: 'Api',
      routes: [
        {
          key: 'GET /v1/things/{id}',
          method: 'GET',
          segments: ['v1', 'things', '{id}'],
          functionArn: 'arn:aws:lambda:eu-central-1:000000000000:function:Serve',
          authorization: { kind: 'jwt', issuer: 'https://issuer.example', audience: ['app'] },
        },
      ],
    });
  });

  it('lets nobody in but who signs, or everybody, as the route says', () => {
    const kinds = ['AWS_IAM', 'NONE', undefined].map((AuthorizationType) => {
      const [api] = read({ Route: { AuthorizationType, AuthorizerId: undefined } }).apis;
      return api?.routes[0]?.authorization.kind;
    });
    expect(kinds).toEqual(['iam', 'none', 'none']);
  });

  it('has the address of this machine', () => expect(read().outputs.Url).toBe(place.api));
});

describe('what would be served here as API Gateway does not serve it', () => {
  it.each<[string, Partial<Record<Name, object | null>>, RegExp]>([
    ['no permission for the function', { Permission: null }, /GET \/v1\/things\/\{id\}: no AWS::Lambda::Permission/],
    ['a permission for another path', { Permission: { SourceArn: apiArn('*/POST/*') } }, /no AWS::Lambda::Permission/],
    ['a permission for another service', { Permission: { Principal: 'events.amazonaws.com' } }, /no AWS::Lambda::Perm/],
    ['no stage', { Stage: null }, /Api: without a stage \$default/],
    ['a stage with a name of its own', { Stage: { StageName: 'prod' } }, /^Stage cannot be served here/],
    ['a stage that somebody has to deploy', { Stage: { AutoDeploy: false } }, /^Stage cannot be served here/],
    ['CORS', { Api: { CorsConfiguration: { AllowOrigins: ['*'] } } }, /^Api cannot be served here/],
    ['a WebSocket', { Api: { ProtocolType: 'WEBSOCKET' } }, /^Api cannot be served here/],
    ['routes in a document', { Api: { Body: {} } }, /^Api cannot be served here/],
    ['any method', { Route: { RouteKey: 'ANY /v1/things' } }, /^Route cannot be served here/],
    ['a greedy parameter', { Route: { RouteKey: 'GET /v1/{rest+}' } }, /greedy/],
    ['what no route takes', { Route: { RouteKey: '$default' } }, /^Route cannot be served here/],
    ['scopes', { Route: { AuthorizationScopes: ['read'] } }, /^Route cannot be served here/],
    ['a function of ours that decides', { Route: { AuthorizationType: 'CUSTOM' } }, /^Route cannot be served here/],
    ['no authorizer', { Tokens: null }, /Tokens/],
    [
      'a token in the query',
      { Tokens: { IdentitySource: ['$request.querystring.t'] } },
      /^Tokens cannot be served here/,
    ],
    ['no audience', { Tokens: { JwtConfiguration: { Issuer: 'i', Audience: [] } } }, /^Tokens cannot be served here/],
    [
      'the payload of REST APIs',
      { Integration: { PayloadFormatVersion: '1.0' } },
      /^Integration cannot be served here/,
    ],
    ['an address elsewhere', { Integration: { IntegrationType: 'HTTP_PROXY' } }, /^Integration cannot be served here/],
    ['another time-out', { Integration: { TimeoutInMillis: 5000 } }, /other timeouts than the default/],
  ])('%s is an error that names it', (_what, overrides, message) => {
    expect(() => read(overrides)).toThrow(message);
  });
});
