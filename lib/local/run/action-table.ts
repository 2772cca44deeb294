import type { ActionEntry } from '../../../functions/domain/outputs/action-entry.ts';

const columns: { head: string; of(action: ActionEntry): string; width: number }[] = [
  { head: '', of: ({ priority }) => priority, width: 2 },
  { head: 'what is wrong', of: ({ title }) => title, width: 58 },
  { head: 'customer', of: ({ customerId }) => customerId ?? '(nobody named)', width: 16 },
  { head: 'owner', of: ({ owner }) => owner.team, width: 18 },
  { head: 'due', of: ({ dueAt }) => `${dueAt.slice(0, 16).replace('T', ' ')}Z`, width: 17 },
  { head: 'evidence', of: ({ evidence }) => evidenceOf(evidence), width: 40 },
];

const evidenceOf = (facts: readonly string[]): string =>
  facts.length > 1 ? `${facts[0]} +${facts.length - 1}` : (facts[0] ?? '');

const cell = (text: string, width: number): string =>
  text.length > width ? `${text.slice(0, width - 1)}…` : text.padEnd(width);

/** Actions as lines of text, a heading first. */
export const actionTable = (actions: readonly ActionEntry[]): string =>
  [columns.map(({ head, width }) => cell(head, width)), ...actions.map(actionCells)]
    .map((cells) => `  ${cells.join('  ').trimEnd()}`)
    .join('\n');

const actionCells = (action: ActionEntry): string[] => columns.map(({ of, width }) => cell(of(action), width));
