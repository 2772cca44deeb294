import type { FileProblem } from '../../file-problem.ts';
import type { OwnersFile } from './file.ts';
import { pointer } from './names.ts';

/**
 * OWNER-4: a step of an escalation that tells the team itself, or again whom the step before told, is refused: it carries
 * nothing further, and the last step is told again without it.
 */
export const idleSteps = (teams: OwnersFile['teams']): FileProblem[] =>
  Object.entries(teams).flatMap(([team, { contact, escalation }]) =>
    escalation.flatMap((step, i) => {
      const isOwn = step.contact === contact;
      if (!isOwn && step.contact !== escalation[i - 1]?.contact) return [];
      return [
        {
          path: `/teams/${pointer(team)}/escalation/${i}`,
          problem: isOwn ? 'tells the team itself, which knows' : 'tells whom the step before told',
          fix: 'name who stands above, or leave it out: whoever comes last is told again and again',
        },
      ];
    }),
  );
