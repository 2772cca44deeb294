import type { FileProblem } from '../../file-problem.ts';
import type { Day } from '../../instant.ts';
import type { Owners } from '../owners.ts';
import { pointer } from './names.ts';

/**
 * OWNER-6: a calendar whose holidays are all over, and a team above which nobody stands, can be worked with, and are told
 * of.
 *
 * @param today by any clock; a day more or less decides nothing
 */
export const ownerWarnings = ({ calendars, teams }: Owners, today: Day): FileProblem[] => [
  ...Object.entries(calendars)
    .filter(([, { holidays }]) => holidays.length > 0 && holidays.every((day) => day < today))
    .map(([name]) => ({
      path: `/calendars/${pointer(name)}/holidays`,
      problem: 'all of them are over: deadlines fall on the holidays to come',
      fix: 'add those of this year and the next',
    })),
  ...Object.values(teams)
    .filter(({ escalation }) => escalation.length === 0)
    .map(({ team }) => ({
      path: `/teams/${pointer(team)}`,
      problem: 'nobody stands above it: what is overdue goes no further',
      fix: 'name who is told in `escalation`',
    })),
];
