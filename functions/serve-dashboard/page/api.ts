import type * as z from 'zod';
import { paths, type RouteName } from '../../domain/analysts/paths.ts';
import type { Problem } from '../../domain/analysts/problem.ts';
import type { routes } from '../../domain/analysts/routes.ts';

type Routes = typeof routes;
type Given<Name extends RouteName, Key extends string> = Routes[Name] extends { [K in Key]: infer S extends z.ZodType }
  ? z.input<S>
  : undefined;

/** What a route answers. */
export type AnswerOf<Name extends RouteName> = Routes[Name] extends { answer: infer S extends z.ZodType }
  ? z.output<S>
  : undefined;

type CsvName = { [Name in RouteName]: Routes[Name] extends { csv: true } ? Name : never }[RouteName];

export interface Call<Name extends RouteName> {
  path?: Record<string, string>;
  query?: Partial<Extract<Given<Name, 'query'>, object>>;
  body?: Given<Name, 'body'>;
  signal?: AbortSignal;
}

/** The API said no, and why. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.detail);
    this.problem = problem;
  }
}

/** The API could not be reached, or what answered was not it. */
export class UnreachableError extends Error {
  override readonly name = 'UnreachableError';
  /** Of what answered instead, a gateway as a rule. */
  readonly status: number | undefined;

  constructor(name: string, { status, cause }: { status?: number; cause?: unknown } = {}) {
    super(name, { cause });
    this.status = status;
  }
}

/** The API takes this token no longer; whoever shows the page is told besides. */
export class SignedOutError extends Error {
  override readonly name = 'SignedOutError';
}

/** How the page asks: typed by the table of routes, which is not loaded with it. */
export interface Api {
  /** @throws ProblemError, UnreachableError, SignedOutError; AbortError where the signal says so */
  call<Name extends RouteName>(name: Name, call?: Call<Name>): Promise<AnswerOf<Name>>;
  /**
   * A page of a list as CSV, and the cursor of the next.
   *
   * @throws the same
   */
  csv<Name extends CsvName>(name: Name, call?: Call<Name>): Promise<{ text: string; next: string | undefined }>;
}

/** Where to ask, whatever the route takes. */
interface Place {
  path?: Record<string, string>;
  query?: object;
}

const addressOf = (name: RouteName, { path = {}, query = {} }: Place): string => {
  const filled = paths[name].path.replace(/\{(\w+)\}/g, (_, key: string) => encodeURIComponent(path[key] ?? ''));
  const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== '');
  const asked = new URLSearchParams(given.map(([key, value]): [string, string] => [key, String(value)])).toString();
  return `${filled}${asked ? `?${asked}` : ''}`;
};

const isProblem = (answer: Response): boolean =>
  answer.headers.get('content-type')?.startsWith('application/problem+json') ?? false;

/**
 * Asks the API of the page's own origin.
 *
 * @param token of who is signed in; none where a proxy signs
 * @param onSignedOut told where the API does not take the token
 */
export const makeApi = (token: () => string | undefined, onSignedOut: () => void): Api => {
  const ask = async <Name extends RouteName>(name: Name, call: Call<Name>, accept: string): Promise<Response> => {
    const bearer = token();
    const { body, signal } = call;
    const asked = fetch(addressOf(name, call), {
      method: paths[name].method,
      headers: {
        accept: `${accept}, application/problem+json`,
        ...(bearer && { authorization: `Bearer ${bearer}` }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      ...(signal && { signal }),
      cache: 'no-store',
    });
    const answer = await asked.catch((error: unknown) => {
      if (error instanceof DOMException && error.name === 'AbortError') throw error;
      throw new UnreachableError(name, { cause: error });
    });
    if (answer.ok) return answer;
    if (answer.status === 401) {
      onSignedOut();
      throw new SignedOutError(name);
    }
    if (isProblem(answer)) throw new ProblemError((await answer.json()) as Problem);
    throw new UnreachableError(name, { status: answer.status });
  };
  return {
    call: async <Name extends RouteName>(name: Name, call: Call<Name> = {}): Promise<AnswerOf<Name>> => {
      const answer = await ask(name, call, 'application/json');
      return (answer.status === 204 ? undefined : await answer.json()) as AnswerOf<Name>;
    },
    csv: async (name, call = {}) => {
      const answer = await ask(name, call, 'text/csv');
      return { text: await answer.text(), next: answer.headers.get('next-cursor') ?? undefined };
    },
  };
};
