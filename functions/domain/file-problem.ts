import type * as z from 'zod';

/** What is wrong with a file of ours. `path` is a JSON pointer into it, `problem` the rule broken, `fix` what to do. */
export interface FileProblem {
  path: string;
  problem: string;
  fix: string;
}

/** All that a schema finds wrong, each with what to do. */
export const problemsIn = (error: z.core.$ZodError): FileProblem[] =>
  withoutEchoes(error.issues.flatMap((issue) => problemsOf(issue)));

/** A part that fails may leave its whole wanting; mending the part is enough. */
const withoutEchoes = (problems: readonly FileProblem[]): FileProblem[] =>
  problems.filter(({ path }) => !problems.some((other) => other.path.startsWith(`${path}/`)));

type Issue = z.core.$ZodIssue;

const fixes: Partial<Record<Issue['code'], string>> = {
  invalid_type: 'write it in the form that is expected',
  invalid_value: 'choose one of those that are expected',
  invalid_format: 'write times as "09:00" and days as "2026-12-25"',
  invalid_key: 'correct the name',
  invalid_union: 'write it in one of the forms that are expected',
};

const isOfNumber = (origin: string): boolean => ['number', 'int', 'bigint'].includes(origin);

const isOfWholeNumber = ({ expected }: { expected?: string }): boolean => expected === 'int';

/** What to do depends on what is out of bounds: a list can be shortened, a share cannot. */
const fixOf = (issue: Issue): string | undefined => {
  switch (issue.code) {
    case 'custom':
      return typeof issue.params?.fix === 'string' ? issue.params.fix : undefined;
    case 'too_small':
      return isOfNumber(issue.origin) ? `write a number of ${issue.minimum} or more` : 'add what is missing';
    case 'too_big':
      if (isOfNumber(issue.origin)) return `write a number of at most ${issue.maximum}`;
      return issue.origin === 'array' ? 'leave some of them out' : 'shorten it';
    case 'invalid_type':
      return isOfWholeNumber(issue) ? 'write a whole number' : fixes.invalid_type;
    default:
      return fixes[issue.code];
  }
};

/** RFC 6901. */
const pointer = (path: readonly PropertyKey[]): string =>
  path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

/** Of "one name, or a list" the form that was meant: a list where it went as far as an entry, else what is no list. */
const meantOf = (alternatives: readonly Issue[][]): Issue[] | undefined =>
  alternatives.find(([first]) => first && first.path.length > 0) ??
  alternatives.find(([first]) => first?.code !== 'invalid_type');

const problemsOf = (issue: Issue, above: readonly PropertyKey[] = []): FileProblem[] => {
  const path = [...above, ...issue.path];
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      path: pointer([...path, key]),
      problem: 'the format knows no such field',
      fix: 'correct its spelling, or leave it out',
    }));
  }
  const meant = issue.code === 'invalid_union' && meantOf(issue.errors);
  if (meant) return meant.flatMap((inner) => problemsOf(inner, path));
  // What is wrong with a name in a record is told within; its path is the name's.
  if (issue.code === 'invalid_key' && issue.issues.length > 0) {
    return issue.issues.flatMap((inner) => problemsOf(inner, path));
  }
  return [{ path: pointer(path), problem: issue.message, fix: fixOf(issue) ?? issue.message }];
};
