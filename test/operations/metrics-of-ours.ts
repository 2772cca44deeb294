import type { Place } from '../../lib/local/resource-identity.ts';
import { Template as LocalTemplate, makeResolver } from '../../lib/local/template.ts';
import { signals } from '../../lib/operations/signals.ts';
import { all, type Template } from '../stack/template.ts';
import { notBuiltYet } from './not-built-yet.ts';

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
    ...Object.values(signals)
      .filter(({ loggedBy }) => loggedBy.every((name) => notBuiltYet.functions.includes(name)))
      .map(({ metricName }) => keyOf('DarkCorners', metricName, [])),
  ]);

const isOurs = (namespace: unknown): boolean => !String(namespace).startsWith('AWS/');

/** The metrics of ours that an alarm reads. */
export const readByAlarm = ({ Namespace, MetricName, Dimensions }: AlarmMetric): string[] =>
  Namespace !== undefined && isOurs(Namespace)
    ? [
        keyOf(
          Namespace,
          MetricName,
          (Dimensions ?? []).map(({ Name }) => Name),
        ),
      ]
    : [];

interface AlarmMetric {
  Namespace?: string;
  MetricName?: string;
  Dimensions?: { Name: string }[];
}

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
