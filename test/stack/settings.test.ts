import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { Settings, settingsOf } from '../../lib/settings.ts';

describe('settings', () => {
  it('that nobody chose have defaults', () => {
    expect(settingsOf({})).toEqual({
      ownersFile: 'owners.json',
      themesFile: 'themes.json',
      ratesFile: 'hearing-rates.json',
      windowDays: 28,
      factRetentionDays: 730,
      logRetentionDays: 30,
      unitsPerDay: 1_000_000,
      runbookUrl: 'lib/RUNBOOK.md',
      oldestTextMinutes: 15,
      oldestFeedbackMinutes: 60,
      rejectsPerQuarterHour: 20,
      parkedTexts: 100,
      exportDaily: false,
      exportTexts: false,
      jwtRolesClaim: 'roles',
      jwtTeamClaim: 'team',
      jwtNameClaim: 'email',
    });
  });

  it('may come as text, as they do from the command line', () => {
    expect(settingsOf({ windowDays: '56', logRetentionDays: '90', exportDaily: 'true' })).toMatchObject({
      windowDays: 56,
      logRetentionDays: 90,
      exportDaily: true,
    });
  });

  it.each([
    [{ ownersFile: '' }, 'ownersFile must be a path'],
    [{ windowDays: 6 }, 'windowDays must be a whole number from 7 to 90'],
    [{ windowDays: 'all' }, 'windowDays must be a whole number from 7 to 90'],
    [{ windowDays: 28.5 }, 'windowDays must be a whole number from 7 to 90'],
    [{ raiseFrom: '1 March' }, 'raiseFrom must be a UTC day such as 2026-03-01'],
    [{ raiseFrom: '2026-02-30' }, 'raiseFrom must be a UTC day'],
    [{ raiseFrom: 2026 }, 'raiseFrom must be a UTC day'],
    [{ factRetentionDays: 90 }, 'factRetentionDays must be a whole number from 180 to 3650'],
    [{ logRetentionDays: 31 }, 'logRetentionDays must be a period CloudWatch offers: 1, 3, 5, 7,'],
    [{ logRetentionDays: 400 }, 'logRetentionDays must be a period CloudWatch offers'],
    [{ unitsPerDay: 2 }, 'unitsPerDay must be a whole number from 3 to 1000000000'],
    [{ unitsPerDay: '1e9' }, 'unitsPerDay must be a whole number from 3 to 1000000000'],
    [{ rejectsPerQuarterHour: '' }, 'rejectsPerQuarterHour must be a whole number from 0 to 1000000'],
    [{ parkedTexts: -1 }, 'parkedTexts must be a whole number from 0'],
    [{ oldestTextMinutes: 0 }, 'oldestTextMinutes must be a whole number from 1 to 1440'],
    [{ oldestFeedbackMinutes: true }, 'oldestFeedbackMinutes must be a whole number from 1 to 5760'],
    [{ runbookUrl: 'our runbook' }, 'runbookUrl must be a path or an address'],
    [{ exportDaily: 'yes' }, 'exportDaily must be true or false'],
    [{ exportTexts: 1 }, 'exportTexts must be true or false'],
    [{ signInOrigin: 'https://sign-in.example/path' }, 'signInOrigin must be an origin'],
    [{ jwtScopes: 'two  spaces' }, 'jwtScopes must be one to ten scopes with a space between them'],
    [{ jwtRolesClaim: 'two words' }, 'jwtRolesClaim must be a text without spaces'],
    [{ alarmTopicArn: 'on-call' }, 'alarmTopicArn must be the ARN of a standard SNS topic'],
    [{ alarmTopicArn: 'arn:aws:sns:eu-central-1:000000000000:on-call.fifo' }, 'alarmTopicArn must be the ARN of a'],
    [{ alarmTopicArn: 'arn:aws:sqs:eu-central-1:000000000000:on-call' }, 'alarmTopicArn must be the ARN of a'],
  ])('outside their bounds fail with the rule and the fix: %o', (chosen, rule) => {
    const name = Object.keys(chosen)[0];
    expect(() => settingsOf(chosen)).toThrow(rule);
    expect(() => settingsOf(chosen)).toThrow(`Set it with -c ${name}=... or in cdk.json.`);
  });

  it.each([
    [{ jwtIssuer: 'http://issuer.example' }, 'jwtIssuer must be the address of an issuer of tokens, https://...'],
    [{ jwtIssuer: 'https://issuer.example/#x' }, 'jwtIssuer must be the address'],
    [{ jwtIssuer: 'http://localhost.example:4650' }, 'jwtIssuer must be the address'],
    [{ jwtAudience: 'two words' }, 'jwtAudience must be a text without spaces'],
    [{ jwtRolesClaim: '' }, 'jwtRolesClaim must be a text without spaces'],
    [{ jwtScopes: 'api/read  api/write' }, 'jwtScopes must be one to ten scopes with a space between them'],
    [{ signInOrigin: 'https://sign-in.example/' }, 'signInOrigin must be an origin, https://host'],
    [{ signInOrigin: "https://a.example; script-src 'unsafe-inline'" }, 'signInOrigin must be an origin'],
    [{ jwtIssuer: 'https://issuer.example' }, 'jwtAudience is needed beside jwtIssuer'],
    [{ jwtAudience: 'app' }, 'jwtAudience says nothing without jwtIssuer'],
    [{ jwtClientId: 'app' }, 'jwtClientId says nothing without jwtIssuer'],
    [{ jwtScopes: 'api/read' }, 'jwtScopes says nothing without jwtIssuer'],
    [{ signInOrigin: 'https://sign-in.example' }, 'signInOrigin says nothing without jwtIssuer'],
  ])('of who signs people in go together: %o', (chosen, rule) => {
    expect(() => settingsOf(chosen)).toThrow(rule);
  });

  it('take an issuer with or without a slash at its end, and one of this machine without TLS', () => {
    for (const jwtIssuer of ['https://issuer.example/', 'https://issuer.example/pool', 'http://127.0.0.1:4650']) {
      expect(settingsOf({ jwtIssuer, jwtAudience: 'app' })).toMatchObject({ jwtIssuer });
    }
  });

  it('that are wrong are all told at once', () => {
    expect(() => settingsOf({ windowDays: 0, factRetentionDays: 0 })).toThrow(/windowDays.*\n.*factRetentionDays/);
  });
});

describe('the page of settings', () => {
  const page = readFileSync(new URL('../../docs/settings.md', import.meta.url), 'utf8');
  const told = page.split('\n').filter((line) => line.startsWith('| `'));

  /** The setting's own words: its rule is what the error of a value that fits nothing says. */
  const row = (name: string, schema: (typeof Settings.shape)[keyof typeof Settings.shape]): string => {
    const fallback: unknown = schema.safeParse(undefined).data;
    const [rule] = schema.safeParse({}).error?.issues ?? [];
    const bounds = rule?.message.replace(/^must be /, '');
    return `| \`${name}\` | ${fallback === undefined ? 'none' : `\`${fallback}\``} | ${bounds} | ${schema.description} |`;
  };

  it('tells each with its default, its rule and its meaning, as the schema has them', () => {
    expect(told).toEqual(Object.entries(Settings.shape).map(([name, schema]) => row(name, schema)));
  });
});
