/** Where a stack is deployed to: here, one port of this machine and the account that stands for it. */
export interface Place {
  /** Of the local cloud, without a slash at the end. */
  endpoint: string;
  /** Where its HTTP API answers, without a slash at the end; absent where the stack has none. */
  api?: string;
  accountId: string;
  region: string;
  stackName: string;
}

/** A resource of the template, with the means to read its resolved properties. */
export interface NamedResource {
  id: string;
  type: string;
  property(name: string): unknown;
}

interface Identity {
  /** The property that names the resource; a resource left unnamed bears its logical id. */
  nameProperty: string;
  /** What `Ref` gives: the name, unless told otherwise. */
  reference?: (name: string, place: Place) => string;
  /** What `Fn::GetAtt` gives. */
  attributes: Record<string, (name: string, place: Place, resource: NamedResource) => string>;
}

const arn =
  (service: string, prefix = '') =>
  (name: string, { region, accountId }: Place) =>
    `arn:aws:${service}:${region}:${accountId}:${prefix}${name}`;

/** Of all names only those of buckets have no capitals (S3 user guide, bucket naming rules). */
const bucketName = (name: string): string => name.toLowerCase();

const queueUrl = (name: string, { endpoint, accountId }: Place) => `${endpoint}/${accountId}/${name}`;

const tableIdentity: Identity = { nameProperty: 'TableName', attributes: { Arn: arn('dynamodb', 'table/') } };

/** Return values as the CloudFormation reference gives them for each type. */
const identities: Record<string, Identity> = {
  'AWS::DynamoDB::GlobalTable': tableIdentity,
  'AWS::DynamoDB::Table': tableIdentity,
  'AWS::SQS::Queue': {
    nameProperty: 'QueueName',
    reference: queueUrl,
    attributes: { Arn: arn('sqs'), QueueName: (name) => name, QueueUrl: queueUrl },
  },
  'AWS::Lambda::Function': { nameProperty: 'FunctionName', attributes: { Arn: arn('lambda', 'function:') } },
  'AWS::Scheduler::Schedule': { nameProperty: 'Name', attributes: { Arn: arn('scheduler', 'schedule/default/') } },
  'AWS::Scheduler::ScheduleGroup': { nameProperty: 'Name', attributes: { Arn: arn('scheduler', 'schedule-group/') } },
  'AWS::Events::EventBus': {
    nameProperty: 'Name',
    attributes: { Arn: arn('events', 'event-bus/'), Name: (name) => name },
  },
  'AWS::Events::Rule': {
    nameProperty: 'Name',
    attributes: {
      // Of a rule on the account's own bus the ARN leaves the bus out.
      Arn: (name, place, { property }) => {
        const given = property('EventBusName');
        const bus = typeof given === 'string' ? given.split('/').at(-1) : 'default';
        return arn('events', bus === 'default' ? 'rule/' : `rule/${bus}/`)(name, place);
      },
    },
  },
  'AWS::ApiGatewayV2::Api': {
    nameProperty: '',
    attributes: { ApiId: (name) => name, ApiEndpoint: (name, { api }) => api ?? `http://${name}.invalid` },
  },
  'AWS::IAM::ManagedPolicy': {
    nameProperty: 'ManagedPolicyName',
    reference: (name, { accountId }) => `arn:aws:iam::${accountId}:policy/${name}`,
    attributes: {},
  },
  'AWS::IAM::Role': {
    nameProperty: 'RoleName',
    attributes: { Arn: (name, { accountId }) => `arn:aws:iam::${accountId}:role/${name}` },
  },
  'AWS::Logs::LogGroup': {
    nameProperty: 'LogGroupName',
    attributes: { Arn: (name, place) => `${arn('logs', 'log-group:')(name, place)}:*` },
  },
  'AWS::S3::Bucket': {
    nameProperty: 'BucketName',
    reference: bucketName,
    attributes: { Arn: (name) => `arn:aws:s3:::${bucketName(name)}` },
  },
  'AWS::SNS::Topic': {
    nameProperty: 'TopicName',
    reference: arn('sns'),
    attributes: { TopicArn: arn('sns'), TopicName: (name) => name },
  },
  'AWS::KMS::Key': { nameProperty: '', attributes: { Arn: arn('kms', 'key/'), KeyId: (name) => name } },
  'AWS::SecretsManager::Secret': { nameProperty: 'Name', reference: arn('secretsmanager', 'secret:'), attributes: {} },
  'AWS::CloudWatch::Alarm': { nameProperty: 'AlarmName', attributes: { Arn: arn('cloudwatch', 'alarm:') } },
};

/** The name a resource bears in its service: the template's, or its logical id. */
export const physicalName = (resource: NamedResource): string => {
  const given = resource.property(identities[resource.type]?.nameProperty ?? '');
  return typeof given === 'string' ? given : resource.id;
};

/** What `Ref` of a resource gives. */
export const referenceTo = (resource: NamedResource, place: Place): string => {
  const name = physicalName(resource);
  return identities[resource.type]?.reference?.(name, place) ?? name;
};

/** What `Fn::GetAtt` of a resource gives; nothing for an attribute that is not known here. */
export const attributeOf = (resource: NamedResource, attribute: string, place: Place): string | undefined =>
  identities[resource.type]?.attributes[attribute]?.(physicalName(resource), place, resource);
