import { describe, expect, it } from 'vitest';
import { settingsOf } from '../../lib/settings.ts';

describe('settings', () => {
  it('that nobody chose have defaults', () => {
    expect(settingsOf({})).toEqual({
      ownersFile: 'owners.json',
      windowDays: 28,
      factRetentionDays: 730,
      unitsPerDay: 1_000_000,
      logRetentionDays: 30,
    });
  });

  it('may come as text, as they do from the command line', () => {
    expect(settingsOf({ windowDays: '56', logRetentionDays: '90' })).toMatchObject({
      windowDays: 56,
      logRetentionDays: 90,
    });
  });

  it.each([
    [{ ownersFile: '' }, 'ownersFile must be a path'],
    [{ windowDays: 6 }, 'windowDays must be a whole number from 7 to 90'],
    [{ windowDays: 'all' }, 'windowDays must be a whole number from 7 to 90'],
    [{ windowDays: 28.5 }, 'windowDays must be a whole number from 7 to 90'],
    [{ factRetentionDays: 90 }, 'factRetentionDays must be a whole number from 180 to 3650'],
    [{ unitsPerDay: 2 }, 'unitsPerDay must be a whole number from 3 to 1000000000'],
    [{ logRetentionDays: 31 }, 'logRetentionDays must be a period CloudWatch offers: 1, 3, 5, 7,'],
    [{ logRetentionDays: 400 }, 'logRetentionDays must be a period CloudWatch offers'],
  ])('outside their bounds fail with the rule and the fix: %o', (chosen, rule) => {
    const name = Object.keys(chosen)[0];
    expect(() => settingsOf(chosen)).toThrow(rule);
    expect(() => settingsOf(chosen)).toThrow(`Set it with -c ${name}=... or in cdk.json.`);
  });

  it('that are wrong are all told at once', () => {
    expect(() => settingsOf({ windowDays: 0, factRetentionDays: 0 })).toThrow(/windowDays.*\n.*factRetentionDays/);
  });
});
