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
    [{ alarmTopicArn: 'on-call' }, 'alarmTopicArn must be the ARN of a standard SNS topic'],
    [{ alarmTopicArn: 'arn:aws:sns:eu-central-1:000000000000:on-call.fifo' }, 'alarmTopicArn must be the ARN of a'],
    [{ alarmTopicArn: 'arn:aws:sqs:eu-central-1:000000000000:on-call' }, 'alarmTopicArn must be the ARN of a'],
  ])('outside their bounds fail with the rule and the fix: %o', (chosen, rule) => {
    const name = Object.keys(chosen)[0];
    expect(() => settingsOf(chosen)).toThrow(rule);
    expect(() => settingsOf(chosen)).toThrow(`Set it with -c ${name}=... or in cdk.json.`);
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
