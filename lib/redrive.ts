import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import type { TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { AccountRootPrincipal, ArnPrincipal, PolicyDocument, PolicyStatement, Role } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { BODY_PURPOSE } from '../functions/domain/rejects/reject.ts';
import { allow } from './node-function.ts';

const forItsPurpose = {
  StringEquals: Object.fromEntries(
    Object.entries(BODY_PURPOSE).map(([name, value]) => [`kms:EncryptionContext:${name}`, value]),
  ),
};

/** Allows to make data keys that seal bodies, which is not to open what was sealed before. */
export const allowSealing = (bodiesKey: Key): PolicyStatement =>
  new PolicyStatement({
    actions: ['kms:GenerateDataKey'],
    resources: [bodiesKey.keyArn],
    conditions: forItsPurpose,
  });

/** What runs a key, without the use of it: who may change the policy can still give himself the rest, and is seen at it. */
const keeping = [
  'kms:DescribeKey',
  'kms:GetKeyPolicy',
  'kms:PutKeyPolicy',
  'kms:GetKeyRotationStatus',
  'kms:EnableKeyRotation',
  'kms:DisableKeyRotation',
  'kms:EnableKey',
  'kms:DisableKey',
  'kms:UpdateKeyDescription',
  'kms:ListResourceTags',
  'kms:TagResource',
  'kms:UntagResource',
  'kms:ScheduleKeyDeletion',
  'kms:CancelKeyDeletion',
];

export interface RedriveProps {
  state: TableV2;
}

/**
 * Where rejected messages wait to be looked at and sent again: the key that seals their bodies, and the one role that opens
 * them. A person assumes it, with the account's leave, to run `npm run rejects`.
 */
export class Redrive extends Construct {
  readonly bodiesKey: Key;
  readonly role: Role;

  constructor(scope: Construct, id: string, { state }: RedriveProps) {
    super(scope, id);
    this.role = new Role(this, 'Role', {
      description: 'Reads rejected messages, their bodies included, and sends them again.',
      // Who of the account may assume it, the account says.
      assumedBy: new AccountRootPrincipal(),
      maxSessionDuration: Duration.hours(1),
    });
    this.role.addToPolicy(
      new PolicyStatement({
        actions: ['dynamodb:Query', 'dynamodb:PutItem', 'dynamodb:DeleteItem'],
        resources: [state.tableArn],
        conditions: { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': ['rejects#*', 'reject#*'] } },
      }),
    );
    this.bodiesKey = new Key(this, 'BodiesKey', {
      description: 'Seals the bodies of rejected messages.',
      enableKeyRotation: true,
      // A key that went with the stack would take the bodies in the table, which stays, with it.
      removalPolicy: RemovalPolicy.RETAIN,
      policy: this.#keyPolicy(),
    });
  }

  /** Allows to send to these queues what came from them. */
  allowSending(...queues: readonly Queue[]): void {
    for (const { queueArn } of queues) this.role.addToPolicy(allow(queueArn, 'sqs:SendMessage'));
  }

  /** CDK's own policy would leave opening to every identity policy with `kms:*`; here only this one names who opens. */
  #keyPolicy(): PolicyDocument {
    return new PolicyDocument({
      statements: [
        new PolicyStatement({
          principals: [new AccountRootPrincipal()],
          actions: [...keeping, 'kms:GenerateDataKey'],
          resources: ['*'],
        }),
        new PolicyStatement({
          principals: [new ArnPrincipal(this.role.roleArn)],
          actions: ['kms:Decrypt'],
          resources: ['*'],
          conditions: forItsPurpose,
        }),
      ],
    });
  }
}
