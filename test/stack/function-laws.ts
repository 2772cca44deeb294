import { ids, type Law } from './law.ts';
import { all, one, type Statement, type Template } from './template.ts';

const functions = (template: Template) => all(template, 'AWS::Lambda::Function');

const ingest = (template: Template) => one(template, 'AWS::Lambda::Function', 'IntakeIngestFeedback').Properties;
const compare = (template: Template) => one(template, 'AWS::Lambda::Function', 'AnalysisCompareTouchpoints').Properties;
const facts = (template: Template) => one(template, 'AWS::DynamoDB::GlobalTable', 'StoreFacts');
const compareGrants = (template: Template) =>
  one(template, 'AWS::IAM::Policy', 'AnalysisCompareTouchpointsRole').Properties.PolicyDocument.Statement;

const actions = (statement: Statement): string[] => [statement.Action].flat();

/** Policies of roles that hold an allowing statement of this sort. */
const allowing = (template: Template, sort: (statement: Statement) => boolean): string[] =>
  ids(
    all(template, 'AWS::IAM::Policy').filter(({ Properties }) =>
      Properties.PolicyDocument.Statement.some((statement) => statement.Effect === 'Allow' && sort(statement)),
    ),
  );

const names = (resource: unknown, logicalId: string): boolean => JSON.stringify(resource).includes(`"${logicalId}"`);

/** Puts objects of one bucket, and may do nothing else with it. */
const isPuttingObjects = (statement: Statement): boolean =>
  statement.Action === 's3:PutObject' &&
  /^\{"Fn::Join":\["",\[\{"Fn::GetAtt":\["\w+","Arn"\]\},"\/\*"\]\]\}$/.test(JSON.stringify(statement.Resource));

/** What functions run on, and what they may do. */
export const functionLaws: Law[] = [
  {
    says: 'functions run on Node 24 and arm64',
    brokenBy: (template) =>
      ids(
        functions(template).filter(
          ({ Properties }) => Properties.Runtime !== 'nodejs24.x' || Properties.Architectures?.[0] !== 'arm64',
        ),
      ),
    mutants: {
      'an older Node': (template) => Object.assign(ingest(template), { Runtime: 'nodejs22.x' }),
      'the default architecture': (template) => delete ingest(template).Architectures,
    },
  },
  {
    says: 'a function logs JSON to a group of its own that forgets within a year',
    brokenBy: (template) => {
      const groups = functions(template).map(({ Properties }) => Properties.LoggingConfig?.LogGroup?.Ref);
      return ids(
        functions(template).filter(({ Properties }) => {
          const logging = Properties.LoggingConfig;
          const group = all(template, 'AWS::Logs::LogGroup').find(({ id }) => id === logging?.LogGroup?.Ref);
          const bounded = (group?.Properties.RetentionInDays ?? Number.POSITIVE_INFINITY) <= 365;
          const own = groups.filter((id) => id === group?.id).length === 1;
          return logging?.LogFormat !== 'JSON' || !bounded || !own;
        }),
      );
    },
    mutants: {
      'plain text': (template) => delete ingest(template).LoggingConfig?.LogFormat,
      'a shared group': (template) =>
        Object.assign(ingest(template).LoggingConfig ?? {}, { LogGroup: compare(template).LoggingConfig?.LogGroup }),
      'kept for ever': (template) =>
        delete one(template, 'AWS::Logs::LogGroup', 'IntakeIngestFeedbackLog').Properties.RetentionInDays,
    },
  },
  {
    says: 'a function has a role of its own, which holds nothing but statements of ours',
    brokenBy: (template) => {
      const roles = functions(template).map(({ Properties }) => Properties.Role['Fn::GetAtt'][0]);
      return [
        ...ids(
          functions(template).filter(
            ({ Properties }) => roles.filter((role) => role === Properties.Role['Fn::GetAtt'][0]).length > 1,
          ),
        ),
        ...ids(all(template, 'AWS::IAM::Policy').filter(({ Properties }) => Properties.Roles.length !== 1)),
        ...ids(
          all(template, 'AWS::IAM::Role').filter(
            ({ Properties }) => Properties.ManagedPolicyArns !== undefined || Properties.Policies !== undefined,
          ),
        ),
      ];
    },
    mutants: {
      'a shared role': (template) => Object.assign(ingest(template), { Role: compare(template).Role }),
      'a shared policy': (template) =>
        one(template, 'AWS::IAM::Policy', 'IntakeIngestFeedbackRole').Properties.Roles.push({ Ref: 'Other' }),
      'a managed policy': (template) =>
        Object.assign(one(template, 'AWS::IAM::Role', 'IntakeIngestFeedbackRole').Properties, {
          ManagedPolicyArns: [''],
        }),
    },
  },
  {
    says: 'no grant has a wildcard in its actions',
    brokenBy: (template) =>
      allowing(template, (statement) => actions(statement).some((action) => action.includes('*'))),
    mutants: {
      'every read': (template) => Object.assign(compareGrants(template)[0] ?? {}, { Action: 'dynamodb:Get*' }),
    },
  },
  {
    says: 'a grant names its resources in full, except of sentiment detection, which has none, and of objects that are new each day',
    brokenBy: (template) =>
      allowing(
        template,
        (statement) =>
          JSON.stringify(statement.Resource).includes('*') &&
          !isPuttingObjects(statement) &&
          actions(statement).some((action) => action !== 'comprehend:BatchDetectSentiment'),
      ),
    mutants: {
      'any resource': (template) => Object.assign(compareGrants(template)[0] ?? {}, { Resource: '*' }),
      'any index': (template) =>
        Object.assign(compareGrants(template)[0] ?? {}, {
          Resource: { 'Fn::Sub': `\${${facts(template).id}.Arn}/index/*` },
        }),
      'objects of any bucket': (template) =>
        compareGrants(template).push({ Effect: 'Allow', Action: 's3:PutObject', Resource: '*' }),
      'sentiment and more': (template) =>
        compareGrants(template).push({
          Effect: 'Allow',
          Action: ['comprehend:BatchDetectSentiment', 'comprehend:DetectPiiEntities'],
          Resource: '*',
        }),
    },
  },
  {
    says: 'nobody scans a table, and nobody changes or deletes a fact',
    brokenBy: (template) =>
      allowing(template, (statement) =>
        actions(statement).some(
          (action) =>
            action === 'dynamodb:Scan' ||
            (/:(Update|Delete|BatchWrite)Item$/.test(action) && names(statement.Resource, facts(template).id)),
        ),
      ),
    mutants: {
      'a scan': (template) => Object.assign(compareGrants(template)[0] ?? {}, { Action: 'dynamodb:Scan' }),
      'a deletion': (template) =>
        compareGrants(template).push({
          Effect: 'Allow',
          Action: 'dynamodb:BatchWriteItem',
          Resource: { 'Fn::GetAtt': [facts(template).id, 'Arn'] },
        }),
    },
  },
];
