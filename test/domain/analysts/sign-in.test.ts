import { describe, expect, it } from 'vitest';
import { callerOf, type SignIn } from '../../../functions/domain/analysts/sign-in.ts';

const iam: SignIn = { kind: 'iam' };
const jwt: SignIn = { kind: 'jwt', rolesClaim: 'roles', teamClaim: 'team', nameClaim: 'email' };

const signed = (userArn: string) => ({ iam: { userArn, accountId: '111122223333', callerId: 'AIDAEXAMPLE' } });
const bearing = (claims: Record<string, unknown>) => ({ jwt: { claims: { sub: 'sub-1', ...claims }, scopes: null } });
const rolesOf = (roles: unknown) => {
  const letIn = callerOf(bearing({ roles }), jwt);
  return letIn.kind === 'caller' ? letIn.caller.roles : letIn.code;
};

describe('a caller who signs with credentials of AWS', () => {
  it.each([
    ['arn:aws:iam::111122223333:user/kim', 'kim'],
    ['arn:aws:iam::111122223333:user/shops/kim', 'kim'],
    ['arn:aws:sts::111122223333:assumed-role/DarkCorners-lead/kim@shop.example', 'kim@shop.example'],
    ['arn:aws:iam::111122223333:root', 'root'],
  ])('%s is %s, and may do what IAM let them through to', (arn, id) => {
    expect(callerOf(signed(arn), iam)).toEqual({ kind: 'caller', caller: { id, roles: ['lead', 'privacy'] } });
  });

  it.each([[undefined], [{}], [{ iam: {} }], [null], [bearing({ roles: 'lead' })]])(
    'is not signed in where nobody signed: %j',
    (authorizer) => {
      expect(callerOf(authorizer, iam)).toMatchObject({ kind: 'refused', code: 'not-signed-in' });
    },
  );
});

describe('a caller who brings a token', () => {
  it('has the name, the roles and the team that it claims', () => {
    const claims = { roles: '[reader owner]', team: 'Store operations', email: 'kim@shop.example' };
    expect(callerOf(bearing(claims), jwt)).toEqual({
      kind: 'caller',
      caller: { id: 'kim@shop.example', roles: ['reader', 'owner'], team: 'Store operations' },
    });
  });

  it.each([
    ['reader', ['reader']],
    ['[lead]', ['lead']],
    ['[privacy lead chef]', ['lead', 'privacy']],
    ['lead, reader', ['reader', 'lead']],
    [
      ['lead', 'reader'],
      ['reader', 'lead'],
    ],
    ['[leader]', 'not-allowed'],
    ['LEAD', 'not-allowed'],
    ['[]', 'not-allowed'],
    ['', 'not-allowed'],
    [true, 'not-allowed'],
    [undefined, 'not-allowed'],
  ])('that claims %j has the known roles among them, and without any is not let in: %j', (claim, expected) => {
    expect(rolesOf(claim)).toEqual(expected);
  });

  it('reads the claims that the deployment names', () => {
    const own: SignIn = { kind: 'jwt', rolesClaim: 'cognito:groups', teamClaim: 'squad', nameClaim: 'name' };
    const letIn = callerOf(
      bearing({ 'cognito:groups': '[owner]', squad: 'Delivery', name: 'Kim', roles: 'lead' }),
      own,
    );
    expect(letIn).toEqual({ kind: 'caller', caller: { id: 'Kim', roles: ['owner'], team: 'Delivery' } });
  });

  it('is called by `sub` where no better name is claimed', () => {
    for (const email of [undefined, '', ' ', 7]) {
      expect(callerOf(bearing({ roles: 'lead', email }), jwt)).toMatchObject({ caller: { id: 'sub-1' } });
    }
  });

  it('has a team only as an owner', () => {
    expect(callerOf(bearing({ roles: 'lead', team: 'Delivery' }), jwt)).toEqual({
      kind: 'caller',
      caller: { id: 'sub-1', roles: ['lead'] },
    });
  });

  it('is not let in under a name that histories could not keep', () => {
    for (const email of ['a'.repeat(255), 'kim\u001b[2J', 'kim\u0000']) {
      expect(callerOf(bearing({ roles: 'lead', email }), jwt)).toMatchObject({ code: 'not-allowed' });
    }
  });

  it('is not signed in without one, nor with a signature of AWS', () => {
    for (const authorizer of [undefined, {}, { jwt: {} }, signed('arn:aws:iam::111122223333:user/kim')]) {
      expect(callerOf(authorizer, jwt)).toMatchObject({ code: 'not-signed-in' });
    }
  });
});
