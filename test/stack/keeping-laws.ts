import { ids, type Law } from './law.ts';
import { all, one, type Statement, type Template } from './template.ts';

const queues = (template: Template) => all(template, 'AWS::SQS::Queue');
const tables = (template: Template) => all(template, 'AWS::DynamoDB::GlobalTable');

const surveys = (template: Template) => one(template, 'AWS::SQS::Queue', 'IntakeSurveysQueue').Properties;
const facts = (template: Template) => one(template, 'AWS::DynamoDB::GlobalTable', 'StoreFacts');

const clockIndex = (template: Template) =>
  one(template, 'AWS::DynamoDB::GlobalTable', 'StoreState').Properties.GlobalSecondaryIndexes?.find(
    ({ IndexName }) => IndexName === 'clock',
  );

/** As stacks that are deployed have it. Written out: what the code says may change, and their index does not. */
const shownByTheClock = [
  'id',
  'kind',
  'status',
  'title',
  'owner',
  'priority',
  'parts',
  'openedAt',
  'dueAt',
  'remindedAt',
  'escalation',
  'actedAt',
  'endedAt',
  'isTaken',
  'isWatched',
  'version',
  'pendingSince',
];

const isTlsOnly = (statement: Statement): boolean =>
  statement.Effect === 'Deny' &&
  statement.Action === 'sqs:*' &&
  JSON.stringify(statement.Condition) === '{"Bool":{"aws:SecureTransport":"false"}}';

/** How tables and queues keep what they hold. */
export const keepingLaws: Law[] = [
  {
    says: 'a table outlives deletions and can go back in time',
    brokenBy: (template) =>
      ids(
        tables(template).filter(
          ({ Properties, DeletionPolicy, UpdateReplacePolicy }) =>
            DeletionPolicy !== 'Retain' ||
            UpdateReplacePolicy !== 'Retain' ||
            !Properties.Replicas.every(
              (replica) =>
                replica.DeletionProtectionEnabled &&
                replica.PointInTimeRecoverySpecification?.PointInTimeRecoveryEnabled,
            ),
        ),
      ),
    mutants: {
      'deleted with the stack': (template) => Object.assign(facts(template), { DeletionPolicy: 'Delete' }),
      'deleted when replaced': (template) => delete facts(template).UpdateReplacePolicy,
      unprotected: (template) =>
        facts(template).Properties.Replicas.forEach((replica) => {
          replica.DeletionProtectionEnabled = false;
        }),
      'no way back': (template) =>
        facts(template).Properties.Replicas.forEach((replica) => {
          delete replica.PointInTimeRecoverySpecification;
        }),
    },
  },
  {
    says: 'items that expire say so in one attribute',
    brokenBy: (template) =>
      ids(
        tables(template).filter(
          ({ Properties: { TimeToLiveSpecification: expiry } }) =>
            !expiry?.Enabled || expiry.AttributeName !== 'expiresAt',
        ),
      ),
    mutants: { 'nothing expires': (template) => delete facts(template).Properties.TimeToLiveSpecification },
  },
  {
    says: 'the index of the clock shows what it was made with, for no deployment can change it',
    brokenBy: (template) => {
      const shown = clockIndex(template)?.Projection.NonKeyAttributes ?? [];
      return [...new Set(shown).symmetricDifference(new Set(shownByTheClock))];
    },
    mutants: {
      'one more': (template) => clockIndex(template)?.Projection.NonKeyAttributes?.push('gapIds'),
      'one less': (template) => clockIndex(template)?.Projection.NonKeyAttributes?.pop(),
    },
  },
  {
    says: 'a queue is spoken to over TLS alone',
    brokenBy: (template) => {
      const guarded = all(template, 'AWS::SQS::QueuePolicy')
        .filter(({ Properties }) => Properties.PolicyDocument.Statement.some(isTlsOnly))
        .flatMap(({ Properties }) => Properties.Queues.map(({ Ref }) => Ref));
      return ids(queues(template).filter(({ id }) => !guarded.includes(id)));
    },
    mutants: {
      'no policy': (template) => {
        delete template.Resources[one(template, 'AWS::SQS::QueuePolicy', 'IntakeTextsQueuePolicy').id];
      },
    },
  },
  {
    says: 'a queue is encrypted',
    brokenBy: (template) => ids(queues(template).filter(({ Properties }) => !Properties.SqsManagedSseEnabled)),
    mutants: { plain: (template) => Object.assign(surveys(template), { SqsManagedSseEnabled: false }) },
  },
  {
    says: 'tables and queues take the names that CloudFormation gives them',
    brokenBy: (template) => [
      ...ids(tables(template).filter(({ Properties }) => Properties.TableName !== undefined)),
      ...ids(queues(template).filter(({ Properties }) => Properties.QueueName !== undefined)),
    ],
    mutants: {
      'a named table': (template) => Object.assign(facts(template).Properties, { TableName: 'facts' }),
      'a named queue': (template) => Object.assign(surveys(template), { QueueName: 'surveys' }),
    },
  },
];
