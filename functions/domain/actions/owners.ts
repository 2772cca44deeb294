import { type FileProblem, problemsIn } from '../file-problem.ts';
import type { GapKind } from '../gaps/gap.ts';
import type { BusinessCalendar } from './business-calendar.ts';
import { calendarGaps } from './owners/calendar-gaps.ts';
import { idleSteps } from './owners/chain.ts';
import { type ConditionalRule, conditions, isConditional, meets, OwnersFile, type Rule } from './owners/file.ts';
import { idleRules } from './owners/idle-rules.ts';
import { fallbackProblems, unknownNames, unusedNames } from './owners/names.ts';
import type { Team } from './team.ts';

/** A checked `owners.json`. The fallback stands apart, so that no question remains without an owner. */
export interface Owners {
  calendars: Readonly<Record<string, BusinessCalendar>>;
  answering: string;
  /** By name; an action may name one that is no longer there. */
  teams: Readonly<Record<string, Team>>;
  rules: readonly ConditionalRule[];
  fallback: Omit<Rule, 'when'>;
}

/** The team that answers for an action, and why it does. */
export interface Owner extends Team {
  /** Index of the rule that decided, as in the pointer `/rules/3`. */
  rule: number;
}

/** What is known of an action when its owner is sought. */
export interface OwnerFacts {
  kind?: GapKind | undefined;
  touchpoint?: string | undefined;
  location?: string | undefined;
  theme?: readonly string[] | undefined;
  cause?: readonly string[] | undefined;
}

/**
 * OWNER-1: an action has one owner, the team of the first rule whose conditions all hold, else of the last rule, which has
 * none.
 *
 * @throws RangeError where `owners` was never checked and the team is missing
 */
export const ownerOf = (owners: Owners, facts: OwnerFacts): Owner => {
  const match = owners.rules.findIndex(({ when }) => conditions.every((field) => meets(when[field], facts[field])));
  const rule = match === -1 ? owners.rules.length : match;
  const team = owners.teams[(owners.rules[match] ?? owners.fallback).team];
  if (!team) throw new RangeError(`owners.json: rule ${rule} names a team that is not there`);
  return { ...team, rule };
};

/** The sections of a file that are of the right form, whatever the others are. */
const sectionsOf = (json: unknown): Partial<OwnersFile> =>
  Object.fromEntries(
    Object.entries(OwnersFile.shape).flatMap(([section, schema]) => {
      const content = schema.safeParse(Object(json)[section]);
      return content.success ? [[section, content.data]] : [];
    }),
  );

/** What no form can say: names that lead nowhere, rules and steps without effect, calendars without hours. */
const problemsOfSense = ({ calendars, answering, teams, rules }: Partial<OwnersFile>): FileProblem[] => {
  const names = calendars && answering !== undefined && teams && rules && { calendars, answering, teams, rules };
  return [
    ...(names ? unknownNames(names) : []),
    ...(rules ? [...fallbackProblems(rules), ...idleRules(rules)] : []),
    ...(names ? unusedNames(names) : []),
    ...(teams ? idleSteps(teams) : []),
    ...(calendars ? calendarGaps(calendars) : []),
  ];
};

export type ParsedOwners = { kind: 'ok'; owners: Owners } | { kind: 'invalid'; problems: FileProblem[] };

/** Checks the content of `owners.json`; every problem is told, not the first alone. */
export const parseOwners = (json: unknown): ParsedOwners => {
  const file = OwnersFile.safeParse(json);
  if (!file.success) {
    return { kind: 'invalid', problems: [...problemsIn(file.error), ...problemsOfSense(sectionsOf(json))] };
  }
  const { calendars, answering, rules } = file.data;
  const problems = problemsOfSense(file.data);
  const fallback = rules.at(-1);
  if (problems.length > 0 || !fallback) return { kind: 'invalid', problems };
  const teams = Object.fromEntries(Object.entries(file.data.teams).map(([team, entry]) => [team, { team, ...entry }]));
  return { kind: 'ok', owners: { calendars, answering, teams, rules: rules.filter(isConditional), fallback } };
};
