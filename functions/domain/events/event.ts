import * as z from 'zod';
import { ActionKind, ActionStatus } from '../actions/action-words.ts';
import { Priority } from '../actions/priority.ts';

const at = z.iso.datetime();
const count = z.int().min(0);
const Owner = z.object({ team: z.string(), contact: z.string().describe('as `owners.json` has it') });

/** Whom every event is from, as rules on the bus ask for it. */
export const EVENT_SOURCE = 'dark-corners';

/** What can become of an action, in the past tense: `raised` happened. */
export const actionChanges = [
  'raised',
  'joined',
  'acknowledged',
  'resolved',
  'verified',
  'unconfirmed',
  'reopened',
  'dismissed',
  'queued',
  'promoted',
  'reassigned',
  'reminded',
  'escalated',
  'labelled',
] as const;
export type ActionChangeType = (typeof actionChanges)[number];

/** An action as it stood after the change, without its evidence and history. */
const ActionTold = z.object({
  action: z.object({
    id: z.string(),
    kind: ActionKind.describe('`recover` a customer, `fix` a touchpoint, `ask` where too little is known'),
    title: z.string().describe('what it is about, in a line; never the words of a customer'),
    owner: Owner.describe('the one team that answers for it'),
    priority: Priority.describe('`P1` is the most urgent'),
    openedAt: at.describe('event time of the fact that decided it'),
    raisedAt: at.describe('when it was raised'),
    dueAt: at.describe('the one deadline; of one that opened again it runs from when it did'),
    status: ActionStatus,
    customerId: z.string().optional().describe('key of the customer as posted; of `recover`'),
    matterId: z.string().optional().describe('what the customer complains of; two actions never share one'),
    touchpoint: z.string().optional(),
    location: z.string().optional(),
    version: z.int().min(1).describe('counts changes; a person who changes it names the version seen'),
  }),
  change: z.object({
    by: z.string().describe('who: a person, `triage` or `clock`'),
    what: z.string().describe('in words, for people'),
    reason: z.string().optional().describe('as the person gave it, redacted'),
    to: z.array(z.string()).optional().describe('contacts that a reminder or an escalation is for'),
  }),
});

const HoldTold = z.object({
  customerId: z.string().describe('key of the customer as posted'),
  since: at.describe('event time of the first complaint that is still open'),
  until: at.describe(
    'when the hold ends by itself, 60 days after the last complaint; of a released one, when it ended',
  ),
  matterIds: z
    .array(z.string())
    .describe('matters that are still open, the 20 that began last where there are more; of a released hold, none'),
});

const DigestTold = z.object({
  team: z.string(),
  contact: z.string(),
  day: z.iso.date().describe('local day of the team'),
  open: count.describe('actions open, acknowledged or reopened'),
  dueToday: count,
  overdue: count,
  queued: count.describe('actions that wait until the team has room'),
  oldestQueuedAt: at.optional().describe('event time of the oldest action that waits'),
  top: z
    .array(z.object({ id: z.string(), title: z.string(), priority: Priority, dueAt: at, status: ActionStatus }))
    .describe('the most urgent, in their order'),
});

const WeekTold = z.object({
  from: at,
  to: at.describe('the week is over then'),
  lines: z.array(z.string()).length(5).describe('in words, for people'),
});

const event = <Type extends string, Data extends z.ZodType>(type: Type, data: Data) =>
  z.object({
    version: z.literal(1).describe('of this form'),
    type: z.literal(type),
    subject: z.string().describe('what it is about: the id of an action, `hold#` a customer, a digest or a week'),
    sequence: z
      .int()
      .min(1)
      .describe('counts the events of a subject from 1; one that came before comes again the same'),
    at: at.describe('when it happened'),
    data,
  });

const actionEvents = actionChanges.map((change) => event(`action.${change}` as const, ActionTold));

/** All that is told on the event bus, by type. */
export const productEvents = [
  ...actionEvents,
  event('hold.placed', HoldTold),
  event('hold.extended', HoldTold),
  event('hold.released', HoldTold),
  event('digest.made', DigestTold),
  event('week.summed_up', WeekTold),
] as const;

/** Something that happened, as others are told of it: at least once, in the order of `sequence` within a subject. */
export type ProductEvent = z.infer<(typeof productEvents)[number]>;

export type ActionTold = z.infer<typeof ActionTold>;
export type HoldTold = z.infer<typeof HoldTold>;
export type DigestTold = z.infer<typeof DigestTold>;
export type WeekTold = z.infer<typeof WeekTold>;
