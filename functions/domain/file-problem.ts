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

const fixes: Partial<Record<z.core.$ZodIssue['code'], string>> = {
  invalid_type: 'write it in the form that is expected',
  invalid_value: 'choose one of those that are expected',
  invalid_format: 'write times as "09:00" and days as "2026-12-25"',
  invalid_key: 'give it a name of 1 to 64 characters',
  invalid_union: 'write one name, or a list of names',
  too_small: 'add what is missing',
  too_big: 'shorten it',
};

/** RFC 6901. */
const pointer = (path: readonly PropertyKey[]): string =>
  path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

/** Of "one name, or a list" the form that was meant: a list where it went as far as an entry, else what is no list. */
const meantOf = (alternatives: readonly z.core.$ZodIssue[][]): z.core.$ZodIssue[] | undefined =>
  alternatives.find(([first]) => first && first.path.length > 0) ??
  alternatives.find(([first]) => first?.code !== 'invalid_type');

const problemsOf = (issue: z.core.$ZodIssue, above: readonly PropertyKey[] = []): FileProblem[] => {
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
  const told = issue.code === 'custom' ? issue.params?.fix : fixes[issue.code];
  return [{ path: pointer(path), problem: issue.message, fix: typeof told === 'string' ? told : issue.message }];
};
