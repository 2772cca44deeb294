import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deliveryLaws } from './delivery-laws.ts';
import { entryLaws } from './entry-laws.ts';
import { functionLaws } from './function-laws.ts';
import { keepingLaws } from './keeping-laws.ts';
import { askedRoutes, grantedToPeople, grants, roleOfPolicy } from './people.ts';
import { redriveLaws } from './redrive-laws.ts';
import { tellingLaws } from './telling-laws.ts';
import { all, byTokens, feedbackStack, one, ownersFile, synthesized, templateOf } from './template.ts';
import { watchingLaws } from './watching-laws.ts';

const signed = synthesized();
const tokens = templateOf(
  feedbackStack({
    ownersFile,
    ...byTokens,
    jwtClientId: 'page',
    jwtScopes: 'api/read',
    signInOrigin: 'https://sign-in.example',
  }),
);
const laws = [...deliveryLaws, ...keepingLaws, ...functionLaws, ...watchingLaws, ...redriveLaws, ...tellingLaws];

const environmentOf = (template: typeof tokens, name: string) =>
  one(template, 'AWS::Lambda::Function', `AnalystsServe${name}`).Properties.Environment?.Variables;

describe('a stack whose analysts sign with credentials of AWS', () => {
  it('tells the policies to give them, and where they ask', () => {
    expect(Object.keys(signed.Outputs)).toEqual(
      expect.arrayContaining(['AnalystsUrl', 'ReaderPolicyArn', 'LeadPolicyArn', 'PrivacyPolicyArn']),
    );
  });

  it('tells its functions so', () => {
    for (const name of ['Analysts', 'Dashboard']) expect(environmentOf(signed, name)).toMatchObject({ SIGN_IN: 'iam' });
  });

  it('lets each of them in to the same routes, whatever the id in the path', () => {
    const policies = [...grantedToPeople(signed)];
    const id = fc.string({ minLength: 1 }).map(encodeURIComponent);
    fc.assert(
      fc.property(id, (parameter) => {
        for (const [policy, statements] of policies) {
          for (const { arn, roles } of askedRoutes(signed, parameter)) {
            expect(grants(statements, arn), `${policy} ${arn}`).toBe(roles.includes(roleOfPolicy(policy)));
          }
        }
      }),
    );
  });

  it('gives them policies that IAM takes: of 6,144 characters at most', () => {
    for (const [, statements] of grantedToPeople(signed)) {
      expect(JSON.stringify(statements).length).toBeLessThan(6144 * 0.8);
    }
  });
});

describe('a stack whose analysts bring tokens', () => {
  for (const law of [...laws, ...entryLaws])
    it(`holds that ${law.says}`, () => expect(law.brokenBy(tokens)).toEqual([]));

  it('takes those of the issuer, for the audience', () => {
    expect(all(tokens, 'AWS::ApiGatewayV2::Authorizer').map(({ Properties }) => Properties)).toEqual([
      expect.objectContaining({
        AuthorizerType: 'JWT',
        IdentitySource: ['$request.header.Authorization'],
        JwtConfiguration: { Issuer: byTokens.jwtIssuer, Audience: [byTokens.jwtAudience] },
      }),
    ]);
  });

  it('has nothing for people to sign with', () => {
    expect(Object.keys(tokens.Outputs).filter((name) => name.endsWith('PolicyArn'))).toEqual([]);
    expect(Object.keys(tokens.Outputs)).toContain('AnalystsUrl');
  });

  it('tells what answers which claims count, and the page whom to ask', () => {
    expect(environmentOf(tokens, 'Analysts')).toMatchObject({
      SIGN_IN: 'jwt',
      ROLES_CLAIM: 'roles',
      TEAM_CLAIM: 'team',
      NAME_CLAIM: 'email',
    });
    expect(environmentOf(tokens, 'Dashboard')).toEqual({
      SIGN_IN: 'jwt',
      ISSUER: byTokens.jwtIssuer,
      CLIENT_ID: 'page',
      SCOPES: 'api/read',
      SIGN_IN_ORIGIN: 'https://sign-in.example',
    });
  });

  it('signs people in as the audience, where no client is named', () => {
    const plain = templateOf(feedbackStack({ ownersFile, ...byTokens }));
    expect(environmentOf(plain, 'Dashboard')).toEqual({
      SIGN_IN: 'jwt',
      ISSUER: byTokens.jwtIssuer,
      CLIENT_ID: byTokens.jwtAudience,
    });
  });
});
