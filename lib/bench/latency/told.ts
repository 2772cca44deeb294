import type { Answers, Compared, LatencyMeasured } from './run.ts';

const row = (name: string, cells: readonly string[]): string =>
  `  ${name.padEnd(26)}${cells.map((cell) => cell.padStart(8)).join('')}`;

const counts = ['reads', 'readUnits', 'writeUnits'] as const;

/** Milliseconds of both and their ratio. */
const timesTold = ({ few, many }: Compared, name: 'p50' | 'p99'): string[] =>
  [few[name], many[name], many[name] / few[name]].map((number) => number.toFixed(2));

const countsTold = ({ few, many }: Compared): string[] =>
  counts.flatMap((name) => [few, many].map(({ traffic }) => traffic[name].toFixed(1)));

const isCounted = ({ traffic }: Answers): boolean => traffic.reads > 0;

/** What answers took of few stored actions and of many, in milliseconds, and what one read and wrote. */
export const latencyTold = (where: string, measured: LatencyMeasured): string => {
  const { few, many, loadSeconds, heapMegabytes, questions } = measured;
  const withCounts = questions.some((question) => isCounted(question.few));
  return [
    `${few} and ${many} stored actions ${where}, asked in turns (stored in ${loadSeconds.toFixed(0)} s, heap ${Math.round(heapMegabytes)} MB);`,
    `milliseconds of both and their ratio${withCounts ? '; items read, read units and write units of both' : ''}:`,
    row('', [
      'asked',
      ...['p50', 'p50', 'ratio', 'p99', 'p99', 'ratio'],
      ...(withCounts ? ['items', 'items', 'read', 'read', 'write', 'write'] : []),
    ]),
    ...questions.map((one) =>
      row(one.question, [
        String(one.requests),
        ...timesTold(one, 'p50'),
        ...timesTold(one, 'p99'),
        ...(withCounts ? countsTold(one) : []),
      ]),
    ),
  ].join('\n');
};
