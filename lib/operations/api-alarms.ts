import { Duration } from 'aws-cdk-lib';
import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import { TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import type { Alarms } from './alarms.ts';

/** A request that falls into a moment's fault is asked again by the page; more than these in a quarter of an hour is none. */
const faultsToBear = 5;

/** Answers that are faults. The function turns what it depends on into an answer, and so counts no error of its own. */
export const watchApi = (alarms: Alarms, api: HttpApi): void =>
  alarms.add({
    name: 'Analysts failing',
    hurts: 'Analysts and owners: the page and the API answer with faults, and nobody works off actions.',
    metric: api.metricServerError({ statistic: 'Sum', period: Duration.minutes(15) }),
    raisedWhen: { above: faultsToBear },
    periods: 1,
    missing: TreatMissingData.NOT_BREACHING,
  });
