import { describe, expect, it } from 'vitest';
import { deliveryLaws } from './delivery-laws.ts';
import { functionLaws } from './function-laws.ts';
import { keepingLaws } from './keeping-laws.ts';
import { redriveLaws } from './redrive-laws.ts';
import { tellingLaws } from './telling-laws.ts';
import { all, feedbackStack, one, ownersFile, synthesized, type Template, templateOf } from './template.ts';
import { watchingLaws } from './watching-laws.ts';

const off = synthesized();
const on = templateOf(feedbackStack({ ownersFile, exportDaily: true, factRetentionDays: 400 }));
const laws = [...deliveryLaws, ...keepingLaws, ...functionLaws, ...watchingLaws, ...redriveLaws, ...tellingLaws];

const typesOf = (template: Template): string[] => Object.values(template.Resources).map(({ Type }) => Type);

describe('a stack that exports daily', () => {
  for (const law of laws) it(`holds that ${law.says}`, () => expect(law.brokenBy(on)).toEqual([]));

  const bucket = one(on, 'AWS::S3::Bucket', 'ExportsBucket');

  it('keeps its bucket, encrypted, to itself, and no longer than the facts', () => {
    expect(bucket).toMatchObject({ DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' });
    expect(bucket.Properties).toMatchObject({
      BucketEncryption: {
        ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } }],
      },
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      },
      LifecycleConfiguration: { Rules: [{ ExpirationInDays: 400, Status: 'Enabled' }] },
    });
    expect(bucket.Properties).not.toHaveProperty('BucketName');
    expect(bucket.Properties).not.toHaveProperty('VersioningConfiguration');
  });

  it('lets nobody speak to it without TLS, and gives nobody anything', () => {
    const { Bucket, PolicyDocument } = one(on, 'AWS::S3::BucketPolicy', 'ExportsBucket').Properties;
    expect(Bucket).toEqual({ Ref: bucket.id });
    const [statement, ...others] = PolicyDocument.Statement;
    expect(others).toEqual([]);
    expect(statement).toMatchObject({
      Effect: 'Deny',
      Action: 's3:*',
      Condition: { Bool: { 'aws:SecureTransport': 'false' } },
    });
  });

  it('lets one function put objects there, and read none', () => {
    const allowed = all(on, 'AWS::IAM::Policy').flatMap(({ id, Properties }) =>
      Properties.PolicyDocument.Statement.filter(({ Resource }) => JSON.stringify(Resource).includes(bucket.id)).map(
        ({ Action }) => [id.replace(/DefaultPolicy.*/, ''), Action],
      ),
    );
    expect(allowed).toEqual([[expect.stringContaining('ExportFindings'), 's3:PutObject']]);
  });

  it('keeps words of customers back unless they are asked for', () => {
    const told = (template: Template) =>
      one(template, 'AWS::Lambda::Function', 'ExportsExportFindings').Properties.Environment?.Variables.EXPORT_TEXTS;
    expect(told(on)).toBe('false');
    expect(told(templateOf(feedbackStack({ ownersFile, exportDaily: true, exportTexts: true })))).toBe('true');
  });
});

describe('a stack that does not', () => {
  it('has nothing of it', () => {
    expect(typesOf(off).filter((type) => type.startsWith('AWS::S3::'))).toEqual([]);
    expect(Object.keys(off.Resources).filter((id) => /export/i.test(id))).toEqual([]);
    expect(Object.keys(off.Outputs).filter((name) => name.startsWith('Export'))).toEqual([]);
  });

  it('is else the same, but for what watches all functions at once', () => {
    const others = templateOf(feedbackStack({ ownersFile, exportDaily: true }));
    const differing = Object.keys(off.Resources).filter(
      (id) => JSON.stringify(off.Resources[id]) !== JSON.stringify(others.Resources[id]),
    );
    expect(differing.map((id) => id.slice(0, -8)).sort()).toEqual([
      'OperationsAlarmsFunctionsThrottled',
      'OperationsDashboardBoard',
    ]);
  });
});
