import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import type { Settings } from '../settings.ts';
import { Alarms } from './alarms.ts';
import { watchApi } from './api-alarms.ts';
import { Dashboard } from './dashboard.ts';
import { watchFeedback } from './feedback-alarms.ts';
import { watchFunctions } from './function-alarms.ts';
import { watchQueues } from './queue-alarms.ts';
import { Signals } from './signals.ts';
import type { Watched } from './watched.ts';

export interface OperationsProps extends Watched {
  settings: Settings;
  /** Told of every alarm, when it is raised and when it is over. */
  alarmTopic?: ITopic;
}

/** What tells a cloud team how the product is: metrics from its logs, alarms that name who is hurt, one dashboard. */
export class Operations extends Construct {
  readonly dashboardName: string;

  constructor(scope: Construct, id: string, { settings, alarmTopic, ...watched }: OperationsProps) {
    super(scope, id);
    const signals = new Signals(this, 'Signals', watched.functions);
    const alarms = new Alarms(this, 'Alarms', {
      runbook: settings.runbookUrl,
      ...(alarmTopic && { topic: alarmTopic }),
    });
    watchQueues(alarms, signals, watched, settings);
    watchFunctions(alarms, watched.functions);
    watchFeedback(alarms, signals, settings);
    watchApi(alarms, watched.api);
    const dashboard = new Dashboard(this, 'Dashboard', { watched, signals, alarms, settings });
    this.dashboardName = dashboard.dashboardName;
  }
}
