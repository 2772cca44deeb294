import type * as z from 'zod';
import type { Caller } from '../domain/analysts/caller.ts';
import type { RouteName } from '../domain/analysts/paths.ts';
import type { Problem, ProblemCode } from '../domain/analysts/problem.ts';
import type { routes } from '../domain/analysts/routes.ts';
import type { Instant } from '../domain/instant.ts';

type Routes = typeof routes;
type Part<Name extends RouteName, Key extends string> = Routes[Name] extends {
  [K in Key]: infer Schema extends z.ZodType;
}
  ? z.output<Schema>
  : undefined;

/** A request as its route takes it: checked, by somebody who has a role that the route asks for. */
export interface AskedOf<Name extends RouteName> {
  caller: Caller;
  /** Parameters of the path. */
  path: Readonly<Record<string, string>>;
  query: Part<Name, 'query'>;
  body: Part<Name, 'body'>;
  now: Instant;
}

/** What a success answers. */
export type AnswerOf<Name extends RouteName> = Routes[Name] extends { csv: true } ? string : Part<Name, 'answer'>;

/** Why a request came to nothing. */
export interface Refused {
  kind: 'refused';
  code: ProblemCode;
  /** What is wrong; never a customer's words. */
  detail: string;
  fix: string;
  /** Of a request that does not fit, each rule that it breaks. */
  errors?: Problem['errors'];
  /** Of a conflict: as it is stored now. */
  version?: number;
}

export type Outcome<Name extends RouteName> =
  | { kind: 'answered'; answer: AnswerOf<Name>; headers?: Record<string, string> }
  | Refused;

/** Answers the requests of some routes. */
export type Answering<Names extends RouteName> = {
  [Name in Names]: (asked: AskedOf<Name>) => Promise<Outcome<Name>>;
};
