import { ids, type Law } from './law.ts';
import { all, type KeyStatement, one, type Statement, type Template } from './template.ts';

const keys = (template: Template) => all(template, 'AWS::KMS::Key');
const bodiesKey = (template: Template) => one(template, 'AWS::KMS::Key', 'RedriveBodiesKey');
const keyStatements = (template: Template): KeyStatement[] => bodiesKey(template).Properties.KeyPolicy.Statement;
const redriveRole = (template: Template): string => one(template, 'AWS::IAM::Role', 'RedriveRole').id;
const policies = (template: Template) => all(template, 'AWS::IAM::Policy');
const redriveGrants = (template: Template): Statement[] =>
  one(template, 'AWS::IAM::Policy', 'RedriveRole').Properties.PolicyDocument.Statement;

const actions = (statement: Statement): string[] => [statement.Action].flat();

/** What a key can be used for that brings a plaintext to light, or that hands the right to do so on. */
const opens = (statement: Statement): boolean =>
  actions(statement).some((action) => /[*]|Decrypt|ReEncrypt|CreateGrant/.test(action));

const purpose = { StringEquals: { 'kms:EncryptionContext:purpose': 'rejected-body' } };
const isForItsPurpose = ({ Condition }: Statement): boolean => JSON.stringify(Condition) === JSON.stringify(purpose);

const openers = (template: Template): KeyStatement[] => keyStatements(template).filter(opens);

/** Who reads rejected messages, and what else whoever does may do. */
export const redriveLaws: Law[] = [
  {
    says: 'a key outlives the stack and is rotated',
    brokenBy: (template) =>
      ids(
        keys(template).filter(
          ({ Properties, DeletionPolicy, UpdateReplacePolicy }) =>
            !Properties.EnableKeyRotation || DeletionPolicy !== 'Retain' || UpdateReplacePolicy !== 'Retain',
        ),
      ),
    mutants: {
      'never rotated': (template) => delete bodiesKey(template).Properties.EnableKeyRotation,
      'deleted with the stack': (template) => Object.assign(bodiesKey(template), { DeletionPolicy: 'Delete' }),
    },
  },
  {
    says: "rejected bodies are opened by the redrive role, by the key's own word, and by nobody else",
    brokenBy: (template) => {
      const role = { 'Fn::GetAtt': [redriveRole(template), 'Arn'] };
      const byKey = openers(template).every(({ Principal }) => JSON.stringify(Principal.AWS) === JSON.stringify(role));
      const byIdentity = policies(template).filter(({ Properties }) =>
        Properties.PolicyDocument.Statement.some(
          (statement) => opens(statement) && actions(statement).some((action) => action.startsWith('kms:')),
        ),
      );
      return [...(byKey && openers(template).length > 0 ? [] : ids([bodiesKey(template)])), ...ids(byIdentity)];
    },
    mutants: {
      'opened by the account': (template) =>
        keyStatements(template).push({ Effect: 'Allow', Action: 'kms:*', Resource: '*', Principal: { AWS: 'root' } }),
      'handed on by the account': (template) =>
        Object.assign(keyStatements(template)[0] ?? {}, { Action: 'kms:CreateGrant' }),
      'opened by who seals': (template) =>
        one(template, 'AWS::IAM::Policy', 'IntakeIngestFeedbackRole').Properties.PolicyDocument.Statement.push({
          Effect: 'Allow',
          Action: 'kms:Decrypt',
          Resource: { 'Fn::GetAtt': [bodiesKey(template).id, 'Arn'] },
        }),
      'opened by nobody': (template) => keyStatements(template).pop(),
    },
  },
  {
    says: 'the key of rejected bodies is used for them alone',
    brokenBy: (template) => [
      ...(openers(template).every(isForItsPurpose) ? [] : ids([bodiesKey(template)])),
      ...ids(
        policies(template).filter(({ Properties }) =>
          Properties.PolicyDocument.Statement.some(
            (statement) => actions(statement).includes('kms:GenerateDataKey') && !isForItsPurpose(statement),
          ),
        ),
      ),
    ],
    mutants: {
      'any purpose to open': (template) => delete openers(template)[0]?.Condition,
      'any purpose to seal': (template) => {
        const { Statement } = one(template, 'AWS::IAM::Policy', 'IntakeIngestFeedbackRole').Properties.PolicyDocument;
        delete Statement.find((statement) => actions(statement).includes('kms:GenerateDataKey'))?.Condition;
      },
    },
  },
  {
    says: 'the redrive role reaches no state but that of rejects',
    brokenBy: (template) =>
      redriveGrants(template).every((statement) => {
        const reachesTables = actions(statement).some((action) => action.startsWith('dynamodb:'));
        const keysNamed = JSON.stringify(Object(statement.Condition)['ForAllValues:StringLike']);
        return !reachesTables || keysNamed === '{"dynamodb:LeadingKeys":["rejects#*","reject#*"]}';
      })
        ? []
        : [redriveRole(template)],
    mutants: {
      'all of the state': (template) => delete redriveGrants(template)[0]?.Condition,
      'every partition': (template) =>
        Object.assign(redriveGrants(template)[0] ?? {}, {
          Condition: { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': ['*'] } },
        }),
    },
  },
];
