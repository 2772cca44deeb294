import { expect, test } from 'vitest';
import type { ActionEntry } from '../../functions/domain/outputs/action-entry.ts';
import { actionTable } from '../../lib/local/run/action-table.ts';

const action = {
  priority: 'P1',
  title: 'Nobody answered',
  customerId: '\u001b[31mred\u001b[2K\rFAKE\u202e',
  owner: { team: 'Care', contact: 'care@example.com' },
  dueAt: '2026-03-06T10:00:00.000Z',
  evidence: ['text:gateway:\u0000t-1'],
} as ActionEntry;

test('a name from upstream cannot command the terminal that shows it', () => {
  const [, row = ''] = actionTable([action], 200).split('\n');
  expect(row).not.toMatch(/[\p{Cc}\p{Cf}]/u);
  expect(row).toContain('\u25a1[31mred\u25a1[2K');
});
