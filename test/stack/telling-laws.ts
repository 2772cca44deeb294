import { ids, type Law } from './law.ts';
import { all, one, type Statement, type Template } from './template.ts';

/** A statement of a queue's own policy. */
interface QueueStatement extends Statement {
  Principal: unknown;
}

const rules = (template: Template) => all(template, 'AWS::Events::Rule');
const rule = (template: Template) => one(template, 'AWS::Events::Rule', 'EventsRule');
const target = (template: Template) => Object.assign(rule(template).Properties.Targets[0] ?? {});
const bus = (template: Template) => one(template, 'AWS::Events::EventBus', 'EventsBus');
const queuePolicies = (template: Template) => all(template, 'AWS::SQS::QueuePolicy');

const openings = (statements: readonly Statement[]): QueueStatement[] =>
  statements.filter(({ Effect }) => Effect === 'Allow').map((statement) => statement as QueueStatement);
const opening = (template: Template): QueueStatement =>
  openings(one(template, 'AWS::SQS::QueuePolicy', 'EventsQueuePolicy').Properties.PolicyDocument.Statement)[0] ??
  ({} as QueueStatement);

const json = JSON.stringify;
const arnOf = (id: string | undefined) => ({ 'Fn::GetAtt': [id, 'Arn'] });

/** Folders' names as they stand in the ids of the roles that may tell. */
const tellers = [
  'AnalysisCompareTouchpointsRole',
  'AnalysisDetectCustomerGapsRole',
  'AnalysisFollowUpActionsRole',
  'AnalystsServeAnalystsRole',
];

const telling = (template: Template) =>
  all(template, 'AWS::IAM::Policy').filter(({ Properties }) =>
    Properties.PolicyDocument.Statement.some(({ Action }) => [Action].flat().some((one) => one.startsWith('events:'))),
  );
const grants = (template: Template): Statement[] =>
  telling(template).flatMap(({ Properties }) =>
    Properties.PolicyDocument.Statement.filter(({ Action }) => json(Action).includes('events:')),
  );

/** How others are told what becomes of actions. */
export const tellingLaws: Law[] = [
  {
    says: 'a rule takes what is ours from our own bus, and nothing else',
    brokenBy: (template) =>
      ids(
        rules(template).filter(
          ({ Properties: { EventBusName, EventPattern } }) =>
            json(EventPattern) !== '{"source":["dark-corners"]}' || EventBusName?.Ref !== bus(template).id,
        ),
      ),
    mutants: {
      'everything of an account': (template) =>
        Object.assign(rule(template).Properties, { EventPattern: { account: [{ Ref: 'AWS::AccountId' }] } }),
      'the bus that all share': (template) => delete Object.assign(rule(template).Properties).EventBusName,
    },
  },
  {
    says: 'what a rule cannot bring to its target is kept',
    brokenBy: (template) =>
      ids(
        rules(template).filter(
          ({ Properties }) => !Properties.Targets.every(({ DeadLetterConfig }) => DeadLetterConfig),
        ),
      ),
    mutants: { dropped: (template) => delete target(template).DeadLetterConfig },
  },
  {
    says: "a queue lets in nobody but the bus's own rule, and only to send",
    brokenBy: (template) =>
      ids(
        queuePolicies(template).filter(({ Properties: { PolicyDocument, Queues } }) =>
          openings(PolicyDocument.Statement).some(
            ({ Action, Condition, Principal, Resource }) =>
              Action !== 'sqs:SendMessage' ||
              json(Principal) !== '{"Service":"events.amazonaws.com"}' ||
              json(Condition) !== json({ ArnEquals: { 'aws:SourceArn': arnOf(rule(template).id) } }) ||
              json(Resource) !== json(arnOf(Queues[0]?.Ref)),
          ),
        ),
      ),
    mutants: {
      'any rule of any account': (template) => delete opening(template).Condition,
      'another sender': (template) => Object.assign(opening(template), { Principal: { Service: 'sns.amazonaws.com' } }),
      anybody: (template) => Object.assign(opening(template), { Principal: '*' }),
      'more than to send': (template) => Object.assign(opening(template), { Action: 'sqs:*' }),
    },
  },
  {
    says: "a rule is let into its target's queue and its dead letter queue",
    brokenBy: (template) => {
      const open = queuePolicies(template)
        .filter(({ Properties }) => openings(Properties.PolicyDocument.Statement).length > 0)
        .flatMap(({ Properties }) => Properties.Queues.map(({ Ref }) => Ref));
      return rules(template)
        .flatMap(({ Properties }) => Properties.Targets.flatMap((to) => [to.Arn, to.DeadLetterConfig?.Arn]))
        .flatMap((arn) => arn?.['Fn::GetAtt'][0] ?? [])
        .filter((id) => !open.includes(id));
    },
    mutants: { 'kept out': (template) => Object.assign(opening(template), { Effect: 'Deny' }) },
  },
  {
    says: 'the bus is told by whoever changes actions, and by nobody else',
    brokenBy: (template) => {
      const telled = ids(telling(template));
      const strangers = telled.filter((id) => !tellers.some((teller) => id.startsWith(teller)));
      const silent = tellers.filter((teller) => !telled.some((id) => id.startsWith(teller)));
      const elsewhere = grants(template).filter(
        ({ Action, Resource }) => Action !== 'events:PutEvents' || json(Resource) !== json(arnOf(bus(template).id)),
      );
      return [...strangers, ...silent, ...elsewhere.map(({ Resource }) => json(Resource))];
    },
    mutants: {
      'by ingest-feedback': (template) =>
        one(template, 'AWS::IAM::Policy', 'IntakeIngestFeedbackRole').Properties.PolicyDocument.Statement.push({
          Effect: 'Allow',
          Action: 'events:PutEvents',
          Resource: arnOf(bus(template).id),
        }),
      'one fewer': (template) => {
        const { PolicyDocument } = one(template, 'AWS::IAM::Policy', 'AnalysisDetectCustomerGapsRole').Properties;
        PolicyDocument.Statement = PolicyDocument.Statement.filter(({ Action }) => Action !== 'events:PutEvents');
      },
      'any bus': (template) => Object.assign(grants(template)[0] ?? {}, { Resource: '*' }),
    },
  },
];
