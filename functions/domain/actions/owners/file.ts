import * as z from 'zod';
import { gapKinds } from '../../gaps/gap.ts';
import { rootCauses } from '../../why/root-cause.ts';
import { BusinessCalendar } from '../business-calendar.ts';
import type { EscalationLevel } from '../team.ts';

const Name = z
  .string()
  .min(1)
  .max(64)
  .refine((name) => name === name.trim(), {
    error: 'a name must not begin or end with a blank',
    params: { fix: 'take the blank away: on a screen nobody sees it' },
  });

/** A condition names one value or several; parsed it is always a list. */
const oneOrMore = <Value extends string>(value: z.ZodType<Value>) =>
  z
    .union([value, z.array(value).min(1).max(100)], 'expected one name, or a list of names')
    .transform((one): readonly Value[] => (Array.isArray(one) ? one : [one]));

/** What a rule can ask of an action, in the order in which it is told. */
export const conditions = ['kind', 'touchpoint', 'location', 'theme', 'cause'] as const;
export type Condition = (typeof conditions)[number];

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
export type When = z.infer<typeof When>;

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

/** The shortest deadline there is: whoever is told has as long to act as whoever must act first. */
const WORKING_DAY_HOURS = 8;

const Level = z
  .strictObject({
    contact: Contact,
    afterHours: z
      .number()
      .min(1)
      .max(400)
      .describe(
        'working hours, 1 to 400 (ten weeks), after the deadline, of later levels after the level before; the last is told again as often, but not more often than every 8',
      ),
  })
  .describe('who is told, and when');

/** Most chains only say who; a contact alone is told after a working day, as a deadline that slipped by hours is no scandal. */
const EscalationStep = z
  .union([Contact, Level], 'expected a contact, or a contact with `afterHours`')
  .transform(
    (step): EscalationLevel => (typeof step === 'string' ? { contact: step, afterHours: WORKING_DAY_HOURS } : step),
  )
  .describe(`a contact alone is told after ${WORKING_DAY_HOURS} working hours, a working day`);

const TeamEntry = z
  .strictObject({
    contact: Contact,
    escalation: z.array(EscalationStep).max(10).default([]).describe('who is told when it is overdue, in this order'),
    calendar: Name.describe('the calendar that its deadlines are counted in'),
    remindHours: z
      .number()
      .min(0)
      .max(80)
      .default(4)
      .describe('working hours before the deadline at which the team is reminded, 0 to 80; 0 is no reminder'),
    budget: z
      .int()
      .min(1)
      .max(10_000)
      .default(50)
      .describe('actions that the team can have open at once; what is over waits, but never what is most urgent'),
  })
  .describe('what holds of a team wherever a rule names it');

/** The file `owners.json`: who answers for what, by which clock. */
export const OwnersFile = z
  .strictObject({
    version: z.literal(1),
    calendars: z.record(Name, BusinessCalendar).describe('working hours by name'),
    answering: Name.describe('the calendar of the hours in which customers may expect a reply'),
    teams: z.record(Name, TeamEntry).describe('who can be an owner, by name'),
    rules: z
      .array(
        z.strictObject({
          when: When.optional().describe('left out of the last rule, and only there'),
          team: Name.describe('who answers for it, one of `teams`'),
        }),
      )
      .max(1000)
      .describe('the first that matches wins; the last is the fallback and matches everything'),
  })
  .meta({ title: 'owners.json', description: 'exactly one owner for every action' });
export type OwnersFile = z.infer<typeof OwnersFile>;
export type Rule = OwnersFile['rules'][number];
export type ConditionalRule = Rule & { when: When };

export const isConditional = (rule: Rule): rule is ConditionalRule => rule.when !== undefined;

/** Whether what is known meets what a condition wants; what is not known meets none. */
export const meets = (wanted: readonly string[] | undefined, known: string | readonly string[] | undefined): boolean =>
  wanted === undefined || [known ?? []].flat().some((value) => wanted.includes(value));
