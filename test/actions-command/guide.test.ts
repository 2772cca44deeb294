import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ActionStatus } from '../../functions/domain/actions/action-words.ts';
import { LONGEST_REASON } from '../../functions/domain/actions/steps.ts';
import { carryOut } from '../../functions/runtime/carry-out.ts';
import { outcomeText } from '../../lib/actions/outcome.ts';
import { listing, subcommands } from '../../lib/actions/usage.ts';
import { march } from '../builders.ts';
import { doneTo, lead, nightOwls, openAction } from '../domain/actions/working.ts';

const guide = readFileSync('docs/actions.md', 'utf8');
const rows = [...guide.matchAll(/^\| `([a-z]+)[ `]/gm)].map(([, word]) => word);

describe('the guide to actions', () => {
  it('has a row for every status and every subcommand', () => {
    expect(rows).toEqual(expect.arrayContaining([...ActionStatus.options, ...Object.keys(subcommands)]));
  });

  it('names the filters that there are, and how long a reason may be', () => {
    const { limit: _, json: __, folder: ___, outputs: ____, stack: _____, ...filters } = listing(march(3)).options;
    for (const name of Object.keys(filters)) expect(guide).toContain(`\`--${name}\``);
    expect(guide).toContain(`at most ${LONGEST_REASON} characters`);
  });

  it('shows what a conflict really answers', async () => {
    const seen = openAction();
    const now = doneTo(seen, { kind: 'acknowledge', reason: 'mine' }, march(3, '09:00'), { id: 'sam', role: 'lead' });
    const shelf = { actions: async () => [now], putAction: async () => false };
    const asked = {
      command: { kind: 'acknowledge' },
      person: lead,
      owners: nightOwls,
      at: march(3),
      version: 1,
    } as const;
    expect(guide).toContain(outcomeText(now.id, await carryOut(shelf, now.id, asked)));
  });
});
