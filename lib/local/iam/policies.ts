import { attributeOf, type NamedResource, type Place, physicalName, referenceTo } from '../resource-identity.ts';
import { makeResolver, type Template } from '../template.ts';
import { isInUse } from './catalogue.ts';
import { parseDocument, type Statement } from './statement.ts';

/** A role of the stack and what it may do. */
export interface Role {
  logicalId: string;
  arn: string;
  statements: Statement[];
  /** Who may take it on. */
  trust: Statement[];
}

/** A policy that hangs on a resource. */
export interface ResourcePolicy {
  /** A key obeys its own policy alone, unless that hands the decision to the account; a queue or bucket obeys roles besides. */
  kind: 'queue' | 'bucket' | 'key';
  statements: Statement[];
}

/** All that the stack allows and forbids. */
export interface Policies {
  /** By logical id. */
  roles: ReadonlyMap<string, Role>;
  /** Those that the stack makes for people to be given, by logical id. */
  managed: ReadonlyMap<string, Statement[]>;
  /** By the ARN of the resource; that of a bucket is for its objects too. */
  resources: ReadonlyMap<string, ResourcePolicy>;
}

/** What hangs on a resource, or on the bucket that an object lies in. */
export const policyOn = ({ resources }: Policies, arn: string): ResourcePolicy | undefined =>
  resources.get(arn.startsWith('arn:aws:s3:::') ? (arn.split('/', 1)[0] ?? arn) : arn);

const listOf = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);

/** A role's own statement may only speak of calls in use: another is one that nobody looked up. */
const checked = (statements: Statement[], path: string): Statement[] => {
  for (const action of statements.flatMap(({ actions }) => actions)) {
    if (!isInUse(action)) {
      throw new Error(
        `${path}: ${action} is no call the functions make. Leave it out, or add it to lib/local/iam/catalogue.ts.`,
      );
    }
  }
  return statements;
};

/**
 * Reads the roles and policies of a template at a place.
 *
 * @throws Error on the first policy that is not evaluated here exactly as in AWS
 */
export const readPolicies = (template: Template, place: Place): Policies => {
  const resolve = makeResolver(template, place);
  const all = (type: string) =>
    Object.entries(template.Resources)
      .filter(([, { Type }]) => Type === type)
      .map(([id, { Properties }]) => {
        const resource: NamedResource = {
          id,
          type,
          property: (name) => resolve(Properties[name], `${id}.${name}`),
        };
        return { id, resource, property: resource.property };
      });

  const roles = new Map<string, Role>();
  const byName = new Map<string, Role>();
  for (const { id, resource, property } of all('AWS::IAM::Role')) {
    for (const unread of ['ManagedPolicyArns', 'PermissionsBoundary']) {
      if (property(unread) !== undefined) {
        throw new Error(`${id}.${unread} is not evaluated here: grant each call in a statement of the role's own.`);
      }
    }
    const inline = property('Policies');
    const documents = Array.isArray(inline) ? inline.map(({ PolicyDocument }) => PolicyDocument as unknown) : [];
    const role: Role = {
      logicalId: id,
      arn: attributeOf(resource, 'Arn', place) ?? '',
      statements: documents.flatMap((document, i) =>
        checked(parseDocument(document, 'identity', `${id}.Policies.${i}`), id),
      ),
      trust: parseDocument(property('AssumeRolePolicyDocument'), 'trust', `${id}.AssumeRolePolicyDocument`),
    };
    roles.set(id, role);
    byName.set(physicalName(resource), role);
  }

  for (const { id, property } of all('AWS::IAM::Policy')) {
    if (property('Users') !== undefined || property('Groups') !== undefined) {
      throw new Error(`${id} is for users or groups; here only roles are granted anything.`);
    }
    const statements = checked(parseDocument(property('PolicyDocument'), 'identity', id), id);
    for (const name of listOf(property('Roles'))) {
      const role = byName.get(name);
      if (!role) throw new Error(`${id}: the stack has no role ${name}.`);
      role.statements.push(...statements);
    }
  }
  const managed = new Map<string, Statement[]>();
  for (const { id, property } of all('AWS::IAM::ManagedPolicy')) {
    for (const given of ['Users', 'Groups', 'Roles']) {
      if (property(given) !== undefined)
        throw new Error(`${id}.${given} is not evaluated here: use a role's own policy.`);
    }
    managed.set(id, checked(parseDocument(property('PolicyDocument'), 'identity', id), id));
  }

  const resources = new Map<string, ResourcePolicy>();
  const hang = (arn: string | undefined, kind: ResourcePolicy['kind'], statements: Statement[], id: string): void => {
    if (arn === undefined) throw new Error(`${id}: the stack lacks what this policy hangs on.`);
    resources.set(arn, { kind, statements: [...(resources.get(arn)?.statements ?? []), ...statements] });
  };
  const queues = new Map(
    all('AWS::SQS::Queue').map(({ resource }) => [referenceTo(resource, place), attributeOf(resource, 'Arn', place)]),
  );
  for (const { id, property } of all('AWS::SQS::QueuePolicy')) {
    const statements = parseDocument(property('PolicyDocument'), 'resource', id);
    for (const url of listOf(property('Queues'))) hang(queues.get(url), 'queue', statements, id);
  }
  const buckets = new Map(
    all('AWS::S3::Bucket').map(({ resource }) => [referenceTo(resource, place), attributeOf(resource, 'Arn', place)]),
  );
  for (const { id, property } of all('AWS::S3::BucketPolicy')) {
    const statements = parseDocument(property('PolicyDocument'), 'resource', id);
    hang(buckets.get(String(property('Bucket'))), 'bucket', statements, id);
  }
  for (const { id, resource, property } of all('AWS::KMS::Key')) {
    hang(attributeOf(resource, 'Arn', place), 'key', parseDocument(property('KeyPolicy'), 'resource', id), id);
  }
  return { roles, managed, resources };
};
