import * as z from 'zod';
import { type FileProblem, problemsIn } from '../file-problem.ts';
import { type GapKind, gapKinds } from '../gaps/gap.ts';
import { rootCauses } from '../why/root-cause.ts';
import { BusinessCalendar } from './business-calendar.ts';

const Name = z.string().min(1).max(64);

/** A condition names one value or several; parsed it is always a list. */
const oneOrMore = <Value extends string>(value: z.ZodType<Value>) =>
  z
    .union([value, z.array(value).min(1).max(100)], 'expected one name, or a list of names')
    .transform((one): readonly Value[] => (Array.isArray(one) ? one : [one]));

const conditions = ['kind', 'touchpoint', 'location', 'theme', 'cause'] as const;
type Condition = (typeof conditions)[number];

const When = z
  .strictObject({
    kind: oneOrMore(z.enum(gapKinds)).optional().describe('kind of the gap'),
    touchpoint: oneOrMore(Name).optional().describe('step of the journey'),
    location: oneOrMore(Name).optional().describe('branch, route or region'),
    theme: oneOrMore(Name).optional().describe('what the complaint is about; one in common is enough'),
    cause: oneOrMore(z.enum(rootCauses)).optional().describe('root cause; one in common is enough'),
  })
  .refine((when) => Object.keys(when).length > 0, {
    error: 'a `when` must name a condition',
    params: { fix: 'name one, or leave `when` out of the last rule' },
  })
  .describe('every condition named must hold; several names in one condition are alternatives');
type When = z.infer<typeof When>;

const isContact = (contact: string): boolean =>
  z.email().safeParse(contact).success ||
  (contact.startsWith('https://') && URL.canParse(contact)) ||
  /^#[\p{L}\p{N}._-]{1,80}$/u.test(contact);

const Contact = z
  .string()
  .refine(isContact, {
    error: 'a contact must be an e-mail address, an https URL or a "#channel"',
    params: { fix: 'write where the team reads, such as "care@example.com" or "#care"' },
  })
  .describe('e-mail address, https URL or "#channel"');

const owner = {
  team: Name.describe('who answers for it'),
  contact: Contact,
  escalation: z.array(Contact).max(10).default([]).describe('who is told when it is overdue, in this order'),
  calendar: Name.describe('the calendar that its deadlines are counted in'),
};

/** The file `owners.json`: who answers for what, by which clock. */
export const OwnersFile = z
  .strictObject({
    version: z.literal(1),
    calendars: z.record(Name, BusinessCalendar).describe('working hours by name'),
    answering: Name.describe('the calendar of the hours in which customers may expect a reply'),
    rules: z
      .array(z.strictObject({ when: When.optional().describe('left out of the last rule, and only there'), ...owner }))
      .max(1000)
      .describe('the first that matches wins; the last is the fallback and matches everything'),
  })
  .meta({ title: 'owners.json', description: 'exactly one owner for every action' });
type OwnersFile = z.infer<typeof OwnersFile>;
type Rule = OwnersFile['rules'][number];
type ConditionalRule = Rule & { when: When };

/** A checked `owners.json`. The fallback stands apart, so that no question remains without an owner. */
export interface Owners {
  calendars: Readonly<Record<string, BusinessCalendar>>;
  answering: string;
  rules: readonly ConditionalRule[];
  fallback: Omit<Rule, 'when'>;
}

export interface Owner {
  team: string;
  contact: string;
  escalation: readonly string[];
  /** A name in `owners.calendars`. */
  calendar: string;
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

const meets = (wanted: readonly string[] | undefined, known: string | readonly string[] | undefined): boolean =>
  wanted === undefined || [known ?? []].flat().some((value) => wanted.includes(value));

/** The one owner of an action: that of the first rule whose conditions all hold, else the fallback. */
export const ownerOf = (owners: Owners, facts: OwnerFacts): Owner => {
  const match = owners.rules.findIndex(({ when }) => conditions.every((field) => meets(when[field], facts[field])));
  const { team, contact, escalation, calendar } = owners.rules[match] ?? owners.fallback;
  return { team, contact, escalation, calendar, rule: match === -1 ? owners.rules.length : match };
};

export type ParsedOwners = { kind: 'ok'; owners: Owners } | { kind: 'invalid'; problems: FileProblem[] };

/** Checks the content of `owners.json`; every problem is told, not the first alone. */
export const parseOwners = (json: unknown): ParsedOwners => {
  const file = OwnersFile.safeParse(json);
  if (!file.success) {
    return { kind: 'invalid', problems: problemsIn(file.error) };
  }
  const { calendars, answering, rules } = file.data;
  const problems = [...unknownCalendars(file.data), ...fallbackProblems(rules), ...idleRules(rules)];
  const fallback = rules.at(-1);
  return problems.length > 0 || !fallback
    ? { kind: 'invalid', problems }
    : { kind: 'ok', owners: { calendars, answering, rules: rules.filter(isConditional), fallback } };
};

const isConditional = (rule: Rule): rule is ConditionalRule => rule.when !== undefined;

const unknownCalendars = ({ calendars, answering, rules }: OwnersFile): FileProblem[] =>
  [
    { path: '/answering', calendar: answering },
    ...rules.map(({ calendar }, i) => ({ path: `/rules/${i}/calendar`, calendar })),
  ]
    .filter(({ calendar }) => !Object.hasOwn(calendars, calendar))
    .map(({ path }) => ({
      path,
      problem: 'there is no calendar of this name',
      fix: 'name one of `calendars`, or add it there',
    }));

const fallbackProblems = (rules: readonly Rule[]): FileProblem[] => {
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

/** Rules that no action can ever reach, because those before them take all of theirs. */
const idleRules = (rules: readonly Rule[]): FileProblem[] =>
  rules.flatMap((rule, i) => {
    const earlier = rules.slice(0, i);
    const rivals = earlier.filter(isConditional).map(({ when }) => when);
    if (!isConditional(rule) || !takesAll(rivals, rule.when)) return [];
    const path = `/rules/${i}`;
    const cover = earlier.findIndex(({ when }) => when && takesAll([when], rule.when));
    const covering = earlier[cover]?.when;
    if (covering && takesAll([rule.when], covering)) {
      return { path, problem: `a duplicate: /rules/${cover} has the same conditions`, fix: 'keep one of the two' };
    }
    return {
      path,
      problem: `never reached: ${covering ? `/rules/${cover} takes` : 'the rules before it together take'} all of it`,
      fix: 'move it before what takes its place, narrow that, or delete it',
    };
  });

/**
 * Whether the `rivals` leave nothing of `when`. What an action does not know matches no condition, so a rival that asks
 * for more than `when` does can be escaped, and the actions to look at know one value for each condition of `when`.
 */
const takesAll = (rivals: readonly When[], when: When): boolean => {
  const asked = conditions.filter((field) => when[field] !== undefined);
  const asksMore = (rival: When): boolean => conditions.some((field) => rival[field] && !asked.includes(field));
  const comparable = rivals.filter((rival) => !asksMore(rival));
  return takesEvery(comparable, asked, when);
};

/** Whether one of the rivals matches, whichever value of `when` is chosen for each of the fields still open. */
const takesEvery = (rivals: readonly When[], open: readonly Condition[], when: When): boolean => {
  if (rivals.length === 0) return false;
  if (rivals.some((rival) => open.every((field) => rival[field] === undefined))) return true;
  const [field, ...rest] = open;
  return field !== undefined && divided(rivals, field, when).every((matching) => takesEvery(matching, rest, when));
};

/** The rivals that match each value of a field; values that no rival tells apart are looked at once. */
const divided = (rivals: readonly When[], field: Condition, when: When): When[][] => {
  const groups = (when[field] ?? []).map((value) => rivals.filter((rival) => meets(rival[field], value)));
  return [...new Map(groups.map((group) => [group.map((rival) => rivals.indexOf(rival)).join(), group])).values()];
};
