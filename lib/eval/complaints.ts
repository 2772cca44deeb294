import { CONTRADICTS_FROM } from '../../functions/domain/gaps/contradiction.ts';
import { provenance } from '../../functions/domain/hearing/complaint-weights.ts';
import { contradictionOf } from '../../functions/domain/hearing/contradiction.ts';
import { decidePraise } from '../../functions/domain/hearing/praise.ts';
import { classOf } from '../../functions/domain/message/scale.ts';
import { areaUnderCurve, Confusion } from './confusion.ts';
import type { HeardRow } from './gold.ts';
import { share, table } from './table.ts';

const LABELS = ['yes', 'unsure', 'no'] as const;
type Label = (typeof LABELS)[number];

/** What was meant against what was heard, one row a meaning. */
export const complaintTable = <Meant extends string>(confusion: Confusion<Meant, Label>): string =>
  table([
    ['meant \\ heard', ...LABELS, 'n', 'yes'],
    ...confusion.meant.map((meant) => [
      meant,
      ...LABELS.map((label) => confusion.count(meant, label)),
      confusion.row(meant),
      share(confusion.rate(meant, 'yes')),
    ]),
  ]);

const SENTIMENTS = ['negative', 'neutral', 'positive', 'mixed'] as const;
type SentimentName = (typeof SENTIMENTS)[number];

const isSentiment = (name: string | undefined): name is SentimentName => SENTIMENTS.some((known) => known === name);

const bySentiment = (rows: readonly HeardRow[]): string[] => {
  const labelled = rows.filter(({ row }) => isSentiment(row.labels?.sentiment));
  if (labelled.length === 0) return [];
  const found = new Set(labelled.map(({ row }) => row.labels?.sentiment));
  const confusion = new Confusion<SentimentName, Label>(
    SENTIMENTS.filter((name) => found.has(name)),
    LABELS,
  );
  for (const { row, complaint } of labelled) confusion.add(row.labels?.sentiment as SentimentName, complaint.label);
  const auc = areaUnderCurve(
    labelled.map(({ row, complaint }) => ({ is: row.labels?.sentiment === 'negative', score: complaint.probability })),
  );
  return [complaintTable(confusion), `  negative against the rest, AUC ${share(auc)}`];
};

const classIn = ({ row: { score, scale } }: HeardRow) =>
  score == null ? undefined : classOf('csat', score, scale ? { ...scale, best: 'max' } : undefined);

/** Negative words under a favourable score against positive ones, by the probability that the two contradict. */
const hidden = (rows: readonly HeardRow[]): string[] => {
  const high = rows.filter((heard) => {
    const { row } = heard;
    const told = row.labels?.sentiment;
    return row.kind === 'survey' && classIn(heard) === 'top' && (told === 'negative' || told === 'positive');
  });
  if (high.length === 0) return [];
  const figure = (some: readonly HeardRow[]) => {
    const pairs = some.map(({ row, heard, reading, complaint }) => ({
      is: row.labels?.sentiment === 'negative',
      score: contradictionOf('top', complaint, decidePraise(heard, reading)),
    }));
    const said = (is: boolean) => {
      const these = pairs.filter((pair) => pair.is === is);
      return `${these.filter(({ score }) => score >= CONTRADICTS_FROM).length} of ${these.length}`;
    };
    return `AUC ${share(areaUnderCurve(pairs))}; told of ${said(true)} negative and ${said(false)} positive`;
  };
  const unprompted = high.filter(({ row }) => !/better|improve/i.test(row.labels?.question ?? ''));
  return [
    `  contradiction under a favourable score: ${figure(high)}`,
    `  the same where nobody asked what lacks: ${figure(unprompted)}`,
  ];
};

const severity = (rows: readonly HeardRow[]): string[] => {
  const rated = rows.filter(({ row }) => {
    const severe = row.labels?.criticality;
    return severe !== undefined && (severe <= -2 || severe >= 0);
  });
  if (rated.length === 0) return [];
  const pairs = rated.map(({ row, complaint }) => ({
    is: (row.labels?.criticality ?? 0) <= -2,
    score: complaint.probability,
  }));
  return [
    `  severe complaints (-2 and below) against 0 and above: AUC ${share(areaUnderCurve(pairs))}, n ${pairs.length}`,
  ];
};

const recommendation = (rows: readonly HeardRow[]): string[] => {
  const told = rows.filter(({ row }) => row.kind === 'review' && row.labels?.recommended !== undefined);
  if (told.length === 0) return [];
  const pairs = told.map(({ row, complaint }) => ({ is: !row.labels?.recommended, score: complaint.probability }));
  return [`  not recommended against recommended: AUC ${share(areaUnderCurve(pairs))}, n ${pairs.length}`];
};

/** How a set of labelled feedback is heard; empty where it bears no label that is known. */
export const complaintFigures = (name: string, rows: readonly HeardRow[]): string => {
  const figures = [...bySentiment(rows), ...hidden(rows), ...severity(rows), ...recommendation(rows)];
  if (figures.length === 0) return '';
  const fitted = provenance.sources.some((source) => source.name === name);
  return [`${name}${fitted ? ' (fitted on: flattered, see docs/method.md)' : ''}`, ...figures].join('\n');
};
