import { Stack } from 'aws-cdk-lib';
import { Alarm, ComparisonOperator, type IMetric, type TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';

export interface AlarmProps {
  /** What is wrong then, in a few words; the section of the runbook that tells what to do has this heading. */
  name: string;
  /** Who is hurt while it stands, and how, in a sentence: the first thing read by whoever is called. */
  hurts: string;
  metric: IMetric;
  raisedWhen: { above: number } | { below: number };
  /** Periods of the metric that must be so, one after the other. */
  periods: number;
  /** What it means that a period has no data: a queue at rest and a schedule at rest are not the same. */
  missing: TreatMissingData;
}

export interface AlarmsProps {
  /** Told when an alarm is raised and when it is over; without one, alarms only show their state. */
  topic?: ITopic;
  /** Where the runbook is read: a path in this repository, or a page. */
  runbook: string;
}

/** The end of a link to a heading, as GitHub and GitLab make it. */
export const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replaceAll(/[^a-z\d -]/g, '')
    .replaceAll(' ', '-');

const idOf = (name: string): string =>
  name
    .split(/[ -]/)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');

/** Every alarm of the stack. */
export class Alarms extends Construct {
  readonly all: Alarm[] = [];
  /** Where the runbook tells of each. */
  readonly sections: { name: string; address: string }[] = [];
  readonly #props: AlarmsProps;

  constructor(scope: Construct, id: string, props: AlarmsProps) {
    super(scope, id);
    this.#props = props;
  }

  add({ name, hurts, metric, raisedWhen, periods, missing }: AlarmProps): void {
    const address = `${this.#props.runbook}#${anchorOf(name)}`;
    const alarm = new Alarm(this, idOf(name), {
      alarmName: `${Stack.of(this).stackName} ${name}`,
      alarmDescription: `${hurts} Runbook: "${name}", ${address}`,
      metric,
      ...('above' in raisedWhen
        ? { threshold: raisedWhen.above, comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD }
        : { threshold: raisedWhen.below, comparisonOperator: ComparisonOperator.LESS_THAN_THRESHOLD }),
      evaluationPeriods: periods,
      treatMissingData: missing,
    });
    const { topic } = this.#props;
    if (topic) {
      alarm.addAlarmAction(new SnsAction(topic));
      alarm.addOkAction(new SnsAction(topic));
    }
    this.all.push(alarm);
    this.sections.push({ name, address });
  }
}
