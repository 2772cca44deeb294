import { Temporal } from 'temporal-polyfill';
import { againAfterHours } from '../../functions/domain/actions/escalation-times.ts';
import type { Unmet, Verdict } from '../../functions/domain/actions/owners/verdicts.ts';
import type { OwnerFacts, Owners } from '../../functions/domain/actions/owners.ts';
import type { EscalationLevel, Team } from '../../functions/domain/actions/team.ts';
import { nearest } from '../../functions/domain/nearest.ts';
import { table } from '../command-line/table.ts';
import { calendarTable } from './calendars.ts';
import type { Explanation, Moment } from './explained.ts';

const MOST_NAMES = 3;

const namesOf = (names: readonly string[]): string => {
  const more = names.length - MOST_NAMES;
  return more > 0 ? `${names.slice(0, MOST_NAMES).join(' or ')} or ${more} more` : names.join(' or ');
};

/** What is known of an action, or what a rule wants of it. */
const conditionsOf = (facts: OwnerFacts | Owners['rules'][number]['when'], between: string): string =>
  Object.entries(facts)
    .filter(([, names]) => names !== undefined)
    .map(([condition, names]) => `${condition} ${namesOf([names].flat())}`)
    .join(between);

const unmetOf = ({ condition, wanted, known }: Unmet): string =>
  known.length > 0
    ? `${condition} is ${known.join(', ')}, not ${namesOf(wanted)}`
    : `${condition} is not known, wants ${namesOf(wanted)}`;

const whyOf = ({ unmet, rule }: Verdict, owners: Owners): string[] => {
  if (unmet.length > 0) return unmet.map(unmetOf);
  const when = owners.rules[rule]?.when;
  return [when ? conditionsOf(when, ', ') : 'takes all that no rule before it takes'];
};

const minutes = (at: string): string => at.slice(0, 16).replace('T', ' ');

const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

const localOf = ({ local }: Moment): string =>
  `${weekdays[Temporal.PlainDate.from(local.slice(0, 10)).dayOfWeek - 1]} ${minutes(local)}`;

const hours = (count: number): string => `${count} working hour${count === 1 ? '' : 's'}`;

const reminded = ({ remindHours }: Team): string =>
  remindHours > 0 ? `reminded ${hours(remindHours)} before the deadline` : 'not reminded';

const waitOf = ({ afterHours }: EscalationLevel, i: number): string =>
  `${hours(afterHours)} after ${i === 0 ? 'the deadline' : 'that'}`;

const againOf = (owner: Team): string[] => {
  const again = againAfterHours(owner);
  return again === undefined ? ['chain     nobody'] : [`          the last again every ${hours(again)}`];
};

const ownerLines = ({ owner, timeZone }: Explanation): string[] => [
  `owner     ${owner.team}, by /rules/${owner.rule}`,
  `contact   ${owner.contact}, ${reminded(owner)}`,
  ...owner.escalation.map((level, i) => `chain ${String(i + 1).padEnd(4)}${level.contact}, ${waitOf(level, i)}`),
  ...againOf(owner),
  `calendar  ${owner.calendar}, ${timeZone}`,
  `budget    ${owner.budget} actions open at once`,
];

const courseTable = ({ courses, timeZone, raised }: Explanation, width: number | undefined): string =>
  table(
    [{ head: 'priority' }, { head: 'what' }, { head: timeZone }, { head: 'UTC' }],
    courses.flatMap(({ priority, due, reminder, chain }) => {
      const told: [string, Moment][] = [
        ...(reminder
          ? [[reminder.at === raised.at ? 'reminder, at once' : 'reminder', reminder] as [string, Moment]]
          : []),
        ['due', due],
        ...chain.map((level, i): [string, Moment] => [`chain ${i + 1}`, level]),
      ];
      return told.map(([what, moment], i) => [i === 0 ? priority : '', what, localOf(moment), minutes(moment.at)]);
    }),
    width,
  );

/** Names of a condition that no rule knows: upstream may have another spelling, or they are nobody's in particular. */
const unnamed = ({ rules }: Owners, { touchpoint, location }: OwnerFacts): string[] =>
  Object.entries({ touchpoint, location }).flatMap(([condition, name]) => {
    const known = rules.flatMap(({ when }) => when[condition as 'touchpoint' | 'location'] ?? []);
    if (name === undefined || known.includes(name)) return [];
    const meant = nearest(name, known);
    return [`No rule names the ${condition} ${name}.${meant ? ` Did you mean ${meant}?` : ''}`];
  });

/**
 * Which rule takes an action, why no earlier one does, and what follows.
 *
 * @param width characters of a line of the screen; left out, nothing is cut
 */
export const explanationText = (owners: Owners, explanation: Explanation, width?: number): string => {
  const { facts, rules, raised } = explanation;
  const why = table(
    [{ head: 'rule' }, { head: 'team' }, { head: 'takes it' }, { head: 'why' }],
    rules.flatMap((verdict) =>
      whyOf(verdict, owners).map((why, i) =>
        i === 0
          ? [`/rules/${verdict.rule}`, verdict.team, verdict.unmet.length === 0 ? 'yes' : 'no', why]
          : ['', '', '', why],
      ),
    ),
    width,
  );
  return [
    [conditionsOf(facts, ', '), ...unnamed(owners, facts)].join('\n'),
    why,
    ownerLines(explanation).join('\n'),
    `If it is raised ${localOf(raised)} (${minutes(raised.at)} UTC):`,
    courseTable(explanation, width),
  ].join('\n\n');
};

const rowsOfTeam = (team: Team): string[][] => [
  [
    team.team,
    String(team.budget),
    team.calendar,
    team.contact,
    team.remindHours > 0 ? `${team.remindHours} h before` : 'no reminder',
  ],
  ...team.escalation.map(({ contact, afterHours }, i) => [
    '',
    '',
    '',
    contact,
    `${afterHours} h ${i === 0 ? 'after' : 'later'}`,
  ]),
];

/** The rules in their order, then the teams, whose hours are working hours around the deadline, then the calendars. */
export const listText = ({ rules, fallback, teams, calendars }: Owners, width?: number): string => {
  const decided = [
    ...rules.map(({ when, team }, i) => [`/rules/${i}`, team, conditionsOf(when, ', ')]),
    [`/rules/${rules.length}`, fallback.team, 'all else'],
  ];
  return [
    table([{ head: 'rule' }, { head: 'team' }, { head: 'when' }], decided, width),
    table(
      [{ head: 'team' }, { head: 'budget', numbers: true }, { head: 'calendar' }, { head: 'told' }, { head: 'when' }],
      Object.values(teams).flatMap(rowsOfTeam),
      width,
    ),
    calendarTable(calendars, width),
  ].join('\n\n');
};
