import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { Template as Synthesized } from 'aws-cdk-lib/assertions';
import cdk from '../../cdk.json' with { type: 'json' };
import { FeedbackStack, type FeedbackStackProps } from '../../lib/feedback-stack.ts';
import { settingsOf } from '../../lib/settings.ts';

type Ref = { Ref: string };
type Attribute = { 'Fn::GetAtt': [logicalId: string, attribute: string] };

export interface Statement {
  Effect: 'Allow' | 'Deny';
  Action: string | string[];
  Resource: unknown;
  Condition?: unknown;
}
/** A statement of a resource's own policy, which names whom it is about. */
export interface KeyStatement extends Statement {
  Principal: { AWS: unknown };
}
interface PolicyDocument {
  Statement: Statement[];
}
interface Replica {
  DeletionProtectionEnabled?: boolean;
  PointInTimeRecoverySpecification?: { PointInTimeRecoveryEnabled: boolean };
}
interface Index {
  IndexName: string;
  KeySchema: { AttributeName: string }[];
  Projection: { ProjectionType: string; NonKeyAttributes?: string[] };
}

interface Throttling {
  ThrottlingBurstLimit?: number;
  ThrottlingRateLimit?: number;
}

/** The properties that the laws read of each type of resource. */
export interface Shapes {
  'AWS::ApiGatewayV2::Api': { CorsConfiguration?: object };
  'AWS::ApiGatewayV2::Authorizer': {
    AuthorizerType: string;
    IdentitySource: string[];
    JwtConfiguration: { Audience: string[]; Issuer: string };
  };
  'AWS::ApiGatewayV2::Integration': { IntegrationUri: Attribute };
  'AWS::ApiGatewayV2::Route': {
    AuthorizationType?: string;
    AuthorizerId?: Ref;
    RouteKey: string;
    Target: { 'Fn::Join': [separator: string, parts: [start: string, integration: Ref]] };
  };
  'AWS::ApiGatewayV2::Stage': {
    AccessLogSettings?: { DestinationArn: Attribute; Format: string };
    DefaultRouteSettings?: Throttling;
    RouteSettings?: Record<string, Throttling>;
  };
  'AWS::CloudWatch::Alarm': {
    AlarmActions?: unknown[];
    AlarmDescription?: string;
    AlarmName?: string;
    ComparisonOperator: string;
    Dimensions?: { Name: string; Value: unknown }[];
    MetricName?: string;
    Metrics?: {
      Expression?: string;
      MetricStat?: {
        Metric: { Dimensions?: { Name: string; Value: unknown }[]; MetricName: string; Namespace: string };
      };
    }[];
    Namespace?: string;
    OKActions?: unknown[];
    Threshold?: number;
    TreatMissingData?: string;
  };
  'AWS::CloudWatch::Dashboard': { DashboardBody: unknown };
  'AWS::DynamoDB::GlobalTable': {
    TableName?: string;
    Replicas: Replica[];
    GlobalSecondaryIndexes?: Index[];
    TimeToLiveSpecification?: { AttributeName: string; Enabled: boolean };
  };
  'AWS::Events::EventBus': { Name: string };
  'AWS::Events::Rule': {
    EventBusName: Ref;
    EventPattern: unknown;
    Targets: { Arn: Attribute; DeadLetterConfig?: { Arn: Attribute } }[];
  };
  'AWS::IAM::ManagedPolicy': { PolicyDocument: PolicyDocument };
  'AWS::IAM::Policy': { PolicyDocument: PolicyDocument; Roles: Ref[] };
  'AWS::IAM::Role': { ManagedPolicyArns?: unknown[]; Policies?: unknown[] };
  'AWS::KMS::Key': { EnableKeyRotation?: boolean; KeyPolicy: { Statement: KeyStatement[] } };
  'AWS::Lambda::EventSourceMapping': {
    EventSourceArn: Attribute;
    FunctionName: Ref;
    FunctionResponseTypes?: string[];
    MaximumBatchingWindowInSeconds?: number;
    ScalingConfig?: { MaximumConcurrency?: number };
  };
  'AWS::Lambda::Function': {
    Architectures?: string[];
    Environment?: { Variables: Record<string, unknown> };
    FunctionName?: string;
    LoggingConfig?: { LogFormat?: string; LogGroup?: Ref };
    ReservedConcurrentExecutions?: number;
    Role: Attribute;
    Runtime?: string;
    Timeout?: number;
  };
  'AWS::Logs::LogGroup': { RetentionInDays?: number };
  'AWS::Logs::MetricFilter': {
    FilterPattern: string;
    LogGroupName: Ref;
    MetricTransformations: {
      Dimensions?: { Key: string; Value: string }[];
      MetricName: string;
      MetricNamespace: string;
      MetricValue: string;
    }[];
  };
  'AWS::S3::Bucket': object;
  'AWS::S3::BucketPolicy': { Bucket: Ref; PolicyDocument: PolicyDocument };
  'AWS::SQS::Queue': {
    MessageRetentionPeriod?: number;
    QueueName?: string;
    RedrivePolicy?: { deadLetterTargetArn: Attribute; maxReceiveCount: number };
    SqsManagedSseEnabled?: boolean;
    VisibilityTimeout?: number;
  };
  'AWS::SQS::QueuePolicy': { PolicyDocument: PolicyDocument; Queues: Ref[] };
  'AWS::Scheduler::Schedule': {
    ScheduleExpression: string;
    Target: {
      Arn: Attribute;
      DeadLetterConfig?: { Arn: Attribute };
      Input?: string;
      RetryPolicy?: { MaximumEventAgeInSeconds?: number; MaximumRetryAttempts?: number };
    };
  };
}

export interface Resource<Type extends keyof Shapes> {
  id: string;
  Type: Type;
  Properties: Shapes[Type];
  DeletionPolicy?: string;
  UpdateReplacePolicy?: string;
}

export interface Template {
  Resources: Record<string, Omit<Resource<keyof Shapes>, 'id'>>;
  Outputs: Record<string, { Value: unknown }>;
}

/** The resources of a type; what is changed in them is changed in the template. */
export const all = <Type extends keyof Shapes>(template: Template, type: Type): Resource<Type>[] =>
  Object.entries(template.Resources).flatMap(([id, resource]) =>
    resource.Type === type ? [Object.assign(resource, { id }) as Resource<Type>] : [],
  );

/** The one resource of a type whose logical id starts like this. */
export const one = <Type extends keyof Shapes>(template: Template, type: Type, idStart: string): Resource<Type> => {
  const [found, ...others] = all(template, type).filter(({ id }) => id.startsWith(idStart));
  if (!found || others.length > 0) throw new Error(`${found ? 'several' : 'no'} ${type} whose id starts ${idStart}`);
  return found;
};

export const ownersFile = join(import.meta.dirname, 'owners.json');

/** The stack built with the context of cdk.json, but without bundling its functions, which takes most of a synth's time. */
export const feedbackStack = (
  settings: { ownersFile: string; [name: string]: unknown },
  props?: FeedbackStackProps,
): FeedbackStack => {
  const app = new App({ context: { ...cdk.context, 'aws:cdk:bundling-stacks': [] } });
  return new FeedbackStack(app, 'DarkCorners', settingsOf(settings), props);
};

export const templateOf = (stack: FeedbackStack): Template => Synthesized.fromStack(stack).toJSON() as Template;

export const synthesized = (): Template => templateOf(feedbackStack({ ownersFile }));

/** What a deployment chooses whose analysts bring tokens. */
export const byTokens = { jwtIssuer: 'https://issuer.example/pool', jwtAudience: 'dark-corners' };
