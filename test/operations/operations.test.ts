import { readFileSync } from 'node:fs';
import { App, Stack } from 'aws-cdk-lib';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { describe, expect, it } from 'vitest';
import { anchorOf } from '../../lib/operations/alarms.ts';
import { all, feedbackStack, one, ownersFile, templateOf } from '../stack/template.ts';
import { drawnBy, widgets } from './metrics-of-ours.ts';

/** With all that a deployment may choose to have. */
const template = templateOf(feedbackStack({ ownersFile, exportDaily: true }));
const set = templateOf(
  feedbackStack({
    ownersFile,
    unitsPerDay: 1000,
    oldestTextMinutes: 5,
    oldestFeedbackMinutes: 120,
    rejectsPerQuarterHour: 0,
    parkedTexts: 7,
  }),
);
const alarms = all(template, 'AWS::CloudWatch::Alarm').map(({ Properties }) => Properties);
const names = alarms.map(({ AlarmName = '' }) => AlarmName.replace(/^DarkCorners /, ''));
const runbook = readFileSync(new URL('../../lib/RUNBOOK.md', import.meta.url), 'utf8');
const sections = new Map(
  runbook
    .split(/^## /m)
    .slice(1)
    .map((section) => [section.split('\n')[0] ?? '', section]),
);

describe('the runbook', () => {
  it('has a section of the same name for each alarm', () => {
    expect(names.filter((name) => !sections.has(name))).toEqual([]);
  });

  it('has no section for an alarm that there is not', () => {
    expect([...sections.keys()].filter((heading) => !names.includes(heading))).toEqual([]);
  });

  it('says in each what it means, for whom, how to look and what to do', () => {
    const told = ['What it means.', 'For whom.', 'How to look.', 'What to do.'];
    const silent = [...sections].filter(([, section]) => !told.every((word) => section.includes(`- **${word}**`)));
    expect(silent.map(([heading]) => heading)).toEqual([]);
  });

  it('is where an alarm leads, to the section itself', () => {
    for (const { AlarmName = '', AlarmDescription } of alarms) {
      const name = AlarmName.replace(/^DarkCorners /, '');
      expect(AlarmDescription).toContain(`lib/RUNBOOK.md#${anchorOf(name)}`);
    }
  });

  it('may be read elsewhere', () => {
    const page = 'https://wiki.example/runbook';
    const moved = templateOf(feedbackStack({ ownersFile, exportDaily: true, runbookUrl: page }));
    for (const { Properties } of all(moved, 'AWS::CloudWatch::Alarm')) {
      expect(Properties.AlarmDescription).toContain(`${page}#`);
    }
    const [guide] = widgets(moved).flatMap(({ properties }) => (properties.markdown ? [properties.markdown] : []));
    for (const name of names) expect(guide).toContain(`[${name}](${page}#${anchorOf(name)})`);
  });
});

describe('alarms', () => {
  it('tell nobody where no topic is named', () => {
    expect(alarms.filter(({ AlarmActions, OKActions }) => AlarmActions || OKActions)).toEqual([]);
  });

  it('tell a topic that is named by its ARN when they are raised and when they are over, and leave its policy alone', () => {
    const arn = 'arn:aws:sns:eu-central-1:000000000000:on-call';
    const told = templateOf(feedbackStack({ ownersFile, alarmTopicArn: arn }));
    for (const { Properties } of all(told, 'AWS::CloudWatch::Alarm')) {
      expect(Properties).toMatchObject({ AlarmActions: [arn], OKActions: [arn] });
    }
    expect(Object.values(told.Resources).filter(({ Type }) => String(Type).startsWith('AWS::SNS::'))).toEqual([]);
  });

  it('tell a topic that a stack is given', () => {
    const arn = 'arn:aws:sns:eu-central-1:000000000000:given';
    const alarmTopic = Topic.fromTopicArn(new Stack(new App(), 'Elsewhere'), 'Topic', arn);
    const told = templateOf(feedbackStack({ ownersFile }, { alarmTopic }));
    expect(all(told, 'AWS::CloudWatch::Alarm')[0]?.Properties.AlarmActions).toEqual([arn]);
  });

  it.each([
    ['UnitsNearTheCeiling', 800],
    ['TextsWaiting', 300],
    ['CustomersWaiting', 300],
    ['SurveysWaiting', 7200],
    ['ReviewsRejected', 0],
    ['ParkedScores', 7],
  ])('are raised above what is set: %s above %i', (name, threshold) => {
    expect(one(set, 'AWS::CloudWatch::Alarm', `OperationsAlarms${name}`).Properties).toMatchObject({
      Threshold: threshold,
      ComparisonOperator: 'GreaterThanThreshold',
    });
  });

  it('are stricter with texts, and with customers to look at, than with surveys and reviews', () => {
    const minutes = (name: string) =>
      (one(template, 'AWS::CloudWatch::Alarm', `OperationsAlarms${name}Waiting`).Properties.Threshold ?? 0) / 60;
    expect(['Texts', 'Customers', 'Surveys', 'Reviews'].map(minutes)).toEqual([15, 15, 60, 60]);
  });
});

describe('the dashboard', () => {
  const titles = widgets(template).map(({ properties }) => properties.title ?? properties.markdown);

  it('shows intake, scoring, faults, functions and actions', () => {
    expect(titles).toEqual(
      expect.arrayContaining(['### Intake', '### Scoring', '### Faults', '### Functions', '### Actions']),
    );
  });

  it('draws every metric that is made of log lines', () => {
    const drawn = new Set(
      widgets(template)
        .flatMap(drawnBy)
        .map((metric) => metric.split(' ')[1]),
    );
    const made = all(template, 'AWS::Logs::MetricFilter').flatMap(({ Properties }) =>
      Properties.MetricTransformations.map(({ MetricName }) => MetricName),
    );
    expect(made.filter((metric) => !drawn.has(metric))).toEqual([]);
  });

  it('draws the ceiling that is set over the units billed', () => {
    const ceilings = widgets(set).flatMap(({ properties: { title, annotations } }) =>
      (annotations?.horizontal ?? [])
        .filter(({ label }) => label === 'ceiling')
        .map(({ value }) => `${title}: ${value}`),
    );
    expect(ceilings).toEqual(['Units billed a day: 1000']);
  });

  it('leads to the section of each alarm', () => {
    const [guide = ''] = titles;
    expect(names.filter((name) => !guide.includes(name))).toEqual([]);
  });
});
