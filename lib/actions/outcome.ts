import { type ActionEntry, actionEntry } from '../../functions/domain/outputs/action-entry.ts';
import type { Outcome } from '../../functions/runtime/carry-out.ts';
import { plain } from '../rejects/printed.ts';
import { timeline } from './shown.ts';
import { minutes } from './span.ts';

/** What became of a command, a line of `--json`. */
export interface OutcomeEntry {
  id: string;
  outcome: 'changed' | 'unchanged' | 'refused' | 'gone';
  code?: string;
  problem?: string;
  fix?: string;
  /** As it is now. */
  action?: ActionEntry;
}

export const outcomeEntry = (id: string, outcome: Outcome): OutcomeEntry => ({
  id,
  outcome: outcome.kind,
  ...(outcome.kind === 'refused' && { code: outcome.code, problem: outcome.problem, fix: outcome.fix }),
  ...(outcome.kind !== 'gone' && { action: actionEntry(outcome.action) }),
});

const stateOf = ({ action }: Exclude<Outcome, { kind: 'gone' }>): string =>
  plain(`${action.status}, ${action.owner.team}'s, due ${minutes(action.dueAt)} UTC, version ${action.version}`);

const indented = (text: string): string => text.replace(/^/gm, '  ');

/** What became of a command, in words; of a conflict what came between, and the action as it is now. */
export const outcomeText = (id: string, outcome: Outcome): string => {
  switch (outcome.kind) {
    case 'changed':
      return `${id}  done: ${stateOf(outcome)}`;
    case 'unchanged':
      return `${id}  done before: ${stateOf(outcome)}`;
    case 'gone':
      return `${id}  not changed: it is no longer there`;
    case 'refused': {
      const { code, problem, fix, action, seen } = outcome;
      const told = `${id}  not changed: ${plain(problem)}; ${plain(fix)} (${code})`;
      if (code !== 'conflict') return told;
      const since = action.history.filter(({ version }) => version > seen);
      return [told, ...(since.length > 0 ? [indented(timeline(since))] : []), `  now ${stateOf(outcome)}`].join('\n');
    }
  }
};
