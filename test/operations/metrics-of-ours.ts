import type { Place } from '../../lib/local/resource-identity.ts';
import { Template as LocalTemplate, makeResolver } from '../../lib/local/template.ts';
import { all, type Template } from '../stack/template.ts';

const place: Place = {
  endpoint: 'http://127.0.0.1',
  accountId: '000000000000',
  region: 'eu-central-1',
  stackName: 'S',
};

/** A value of the template as it would be deployed. */
const deployed = (template: Template, value: unknown): unknown =>
  makeResolver(LocalTemplate.parse(template), place)(value, 'here');

/** A metric by its namespace, name and the names of its dimensions. */
const keyOf = (namespace: unknown, name: unknown, dimensions: readonly string[]): string =>
  [namespace, name, ...dimensions].join(' ');

/** The metrics that filters make, and those that the filters of functions not built yet will. */
export const madeByFilters = (template: Template): Set<string> =>
  new Set([
    ...all(template, 'AWS::Logs::MetricFilter').flatMap(({ Properties }) =>
      Properties.MetricTransformations.map(({ MetricNamespace, MetricName, Dimensions }) =>
        keyOf(
          MetricNamespace,
          MetricName,
          (Dimensions ?? []).map(({ Key }) => Key),
        ),
      ),
    ),
  ]);

const isOurs = (namespace: unknown): boolean => !String(namespace).startsWith('AWS/');

interface AlarmMetric {
  Namespace?: string;
  MetricName?: string;
  Dimensions?: { Name: string }[];
}

interface AlarmRead extends AlarmMetric {
  Metrics?: { MetricStat?: { Metric: AlarmMetric } }[];
}

/** The metrics of ours that an alarm reads, by itself or in an expression. */
export const readByAlarm = ({ Metrics = [], ...single }: AlarmRead): string[] =>
  [single, ...Metrics.flatMap(({ MetricStat }) => MetricStat?.Metric ?? [])]
    .filter(({ Namespace }) => Namespace !== undefined && isOurs(Namespace))
    .map(({ Namespace, MetricName, Dimensions }) =>
      keyOf(
        Namespace,
        MetricName,
        (Dimensions ?? []).map(({ Name }) => Name),
      ),
    );

interface Widget {
  type: string;
  properties: {
    title?: string;
    markdown?: string;
    metrics?: unknown[][];
    annotations?: { horizontal: { label: string; value: number }[] };
  };
}

/** The widgets of all dashboards, as CloudWatch would show them. */
export const widgets = (template: Template): Widget[] =>
  all(template, 'AWS::CloudWatch::Dashboard').flatMap(
    ({ Properties }) => JSON.parse(String(deployed(template, Properties.DashboardBody))).widgets as Widget[],
  );

/** The metrics of ours that a widget draws: namespace, name, and pairs of dimensions, the last entry being options. */
export const drawnBy = ({ properties }: Widget): string[] =>
  (properties.metrics ?? []).flatMap(([namespace, name, ...rest]) =>
    isOurs(namespace)
      ? [
          keyOf(
            namespace,
            name,
            rest.filter((part, i): part is string => i % 2 === 0 && typeof part === 'string'),
          ),
        ]
      : [],
  );
