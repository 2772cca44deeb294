import type { Estimate, Measured } from '../../functions/domain/calibration/estimate.ts';
import type { Figure } from '../../functions/domain/calibration/spread.ts';

const percent = (share: number): string => (100 * share).toFixed(0);
const figure = ({ value, low, high }: Figure): string => `${percent(value)} % (${percent(low)} to ${percent(high)})`;

const row = (name: string, { customers, labelled, sensitivity, falsePositiveRate }: Measured): string[] => [
  name,
  String(customers),
  String(labelled),
  figure(sensitivity),
  figure(falsePositiveRate),
];

/** The rates with their 90 % intervals as lines of text, a heading first. */
export const ratesTable = ({ all, groups }: Estimate): string => {
  const table = [
    ['', 'customers', 'labelled', 'sensitivity', 'false-positive rate'],
    row('all', all),
    ...groups.map((group) => row(`${group.channel} ${group.language}`, group)),
  ];
  const widths = table[0]?.map((_, column) => Math.max(...table.map((cells) => cells[column]?.length ?? 0))) ?? [];
  return table
    .map((cells) =>
      cells
        .map((cell, i) => (i === 1 || i === 2 ? cell.padStart(widths[i] ?? 0) : cell.padEnd(widths[i] ?? 0)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
};
