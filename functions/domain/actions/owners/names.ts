import type { FileProblem } from '../../file-problem.ts';
import { isConditional, type OwnersFile, type Rule } from './file.ts';

const pointer = (name: string): string => name.replaceAll('~', '~0').replaceAll('/', '~1');

/** Names that stand for nothing: a rule of a team, a team of a calendar that is not there. */
export const unknownNames = ({ calendars, answering, teams, rules }: OwnersFile): FileProblem[] => [
  ...[
    { path: '/answering', calendar: answering },
    ...Object.entries(teams).map(([team, { calendar }]) => ({ path: `/teams/${pointer(team)}/calendar`, calendar })),
  ]
    .filter(({ calendar }) => !Object.hasOwn(calendars, calendar))
    .map(({ path }) => ({
      path,
      problem: 'there is no calendar of this name',
      fix: 'name one of `calendars`, or add it there',
    })),
  ...rules.flatMap(({ team }, i) =>
    Object.hasOwn(teams, team)
      ? []
      : [
          {
            path: `/rules/${i}/team`,
            problem: 'there is no team of this name',
            fix: 'name one of `teams`, or add it there',
          },
        ],
  ),
];

/** Teams and calendars that nothing names: most often another one was misspelt. */
export const unusedNames = ({ calendars, answering, teams, rules }: OwnersFile): FileProblem[] => {
  const ticking = new Set([answering, ...Object.values(teams).map(({ calendar }) => calendar)]);
  const owning = new Set(rules.map(({ team }) => team));
  const unused = (section: string, named: object, used: ReadonlySet<string>, by: string): FileProblem[] =>
    Object.keys(named)
      .filter((name) => !used.has(name))
      .map((name) => ({
        path: `/${section}/${pointer(name)}`,
        problem: `nothing uses it: no ${by} names it`,
        fix: `name it in a ${by}, or delete it`,
      }));
  return [...unused('calendars', calendars, ticking, 'team'), ...unused('teams', teams, owning, 'rule')];
};

/** A fallback that is missing, or that stands where it takes what later rules are for. */
export const fallbackProblems = (rules: readonly Rule[]): FileProblem[] => {
  const early = rules.flatMap((rule, i) => (isConditional(rule) || i === rules.length - 1 ? [] : [i]));
  if (early.length > 0) {
    return early.map((i) => ({
      path: `/rules/${i}`,
      problem: 'a rule without `when` takes everything and must be the last',
      fix: 'move it to the end of `rules`, or give it a `when`',
    }));
  }
  const last = rules.at(-1);
  if (last && !isConditional(last)) return [];
  return [
    {
      path: '/rules',
      problem: 'the fallback is missing: some actions would have no owner',
      fix: 'end `rules` with a rule without `when`',
    },
  ];
};
