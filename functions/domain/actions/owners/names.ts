import type { FileProblem } from '../../file-problem.ts';
import { isConditional, type OwnersFile, type Rule } from './file.ts';

/** A name as a part of a JSON pointer (RFC 6901). */
export const pointer = (name: string): string => name.replaceAll('~', '~0').replaceAll('/', '~1');

type Named = Pick<OwnersFile, 'calendars' | 'answering' | 'teams' | 'rules'>;

/** OWNER-3: a team, or a calendar, that is named and not there, or is there and not named, is refused: one is misspelt. */
export const unknownNames = ({ calendars, answering, teams, rules }: Named): FileProblem[] => [
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

/** The other half of OWNER-3: teams and calendars that nothing names. */
export const unusedNames = ({ calendars, answering, teams, rules }: Named): FileProblem[] => {
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
