import * as z from 'zod';
import { ActionLabel, ActionStatus } from '../actions/action-words.ts';
import { actionChanges } from '../events/event.ts';
import { ActionEntry } from '../outputs/action-entry.ts';
import { GapEntry } from '../outputs/gap-entry.ts';
import { HoldEntry } from '../outputs/hold-entry.ts';
import { TouchpointEntry } from '../outputs/touchpoint-entry.ts';
import { Annotation } from './annotation.ts';
import { Role } from './caller.ts';
import { Moment } from './moment.ts';
import { ScoresAtLook, TrendDay } from './trend.ts';

const at = z.iso.datetime();
const next = z.string().optional().describe('where there may be more: the `cursor` of the next page');

export const Me = z.object({
  id: z.string().describe('as histories of actions keep it'),
  roles: z.array(Role),
  team: z.string().optional().describe('of an owner'),
  teams: z.array(z.string()).describe('those that may own an action'),
  now: at.describe('the time that deadlines are held against'),
});
export type Me = z.infer<typeof Me>;

export const ActionsPage = z.object({ actions: z.array(ActionEntry), next });
export type ActionsPage = z.infer<typeof ActionsPage>;

const ActionChangeEntry = z.object({
  version: z.int().min(1),
  at,
  by: z.string().describe('a person, `triage` or `clock`'),
  type: z.enum(actionChanges),
  change: z.string().describe('in words'),
  status: ActionStatus.describe('after the change'),
  reason: z.string().optional(),
  to: z.array(z.string()).optional().describe('contacts that a reminder or an escalation was for'),
});

/** One action with all that is known of it but words of customers. */
export const ActionDetail = ActionEntry.extend({
  labels: z.array(z.object({ label: ActionLabel, at, by: z.string() })),
  outcome: z.string().optional().describe('what a fix came to, once compared'),
  escalatedTo: z.int().min(1).optional().describe('level of the chain that was told last'),
  gaps: z.array(GapEntry),
  history: z.array(ActionChangeEntry).describe('the oldest first'),
  moments: z.array(Moment).describe('its story, the oldest first; of a touchpoint only what became of gap and action'),
});
export type ActionDetail = z.infer<typeof ActionDetail>;

/** What customer and staff wrote, by fact. */
export const Words = z.object({
  words: z.array(z.object({ fact: z.string(), text: z.string().describe('redacted, whole') })),
});
export type Words = z.infer<typeof Words>;

/** A touchpoint as it is listed. */
export const ListedTouchpoint = TouchpointEntry.omit({ why: true, coverage: true, daily: true }).extend({
  id: z.string().describe('of the touchpoint at its location, for `/v1/touchpoints/{id}`'),
  asOf: at.describe('when it was summed up'),
  themes: z.array(z.string()).describe('what most complaints are about, at most three'),
});
export type ListedTouchpoint = z.infer<typeof ListedTouchpoint>;

export const TouchpointsPage = z.object({ touchpoints: z.array(ListedTouchpoint), next });
export type TouchpointsPage = z.infer<typeof TouchpointsPage>;

export const TouchpointDetail = TouchpointEntry.extend({
  id: z.string(),
  asOf: at,
  window: z.object({ from: z.iso.date(), to: z.iso.date() }).describe('UTC days of the invitations'),
  trend: z.array(TrendDay).describe('the last 63 days, those without anything left out'),
  scores: z.array(ScoresAtLook).describe('a look a day, the last 180'),
  gaps: z.array(GapEntry).describe('dark corners and surges here, over any state, and contradictions of nobody'),
  actions: z.array(ActionEntry).describe('the newest 50'),
  annotations: z.array(Annotation),
});
export type TouchpointDetail = z.infer<typeof TouchpointDetail>;

export const GapsPage = z.object({ gaps: z.array(GapEntry), next });
export type GapsPage = z.infer<typeof GapsPage>;

export const Annotations = z.object({ annotations: z.array(Annotation).describe('the oldest day first') });
export type Annotations = z.infer<typeof Annotations>;

export const HoldsPage = z.object({ holds: z.array(HoldEntry), next });
export const HoldsChecked = z.object({ holds: z.array(HoldEntry).describe('in the order asked') });

export const WeekSummary = z
  .object({
    week: z.string().optional(),
    from: at.optional(),
    to: at.optional(),
    lines: z.array(z.string()).describe('none where no week was summed up yet'),
  })
  .describe('only the lines, and none of them, where no week was asked for and none was summed up yet');
export type WeekSummary = z.infer<typeof WeekSummary>;

/** A customer's whole story, as far back as a fold reaches. */
export const CustomerStory = z.object({
  customerId: z.string(),
  hold: HoldEntry,
  since: at.describe('nothing before was looked at'),
  moments: z.array(Moment).describe('the oldest first'),
  words: Words.shape.words,
  gaps: z.array(GapEntry),
  actions: z.array(ActionEntry),
});
export type CustomerStory = z.infer<typeof CustomerStory>;

/** That a customer is to be erased. */
export const ErasureReceipt = z.object({
  receipt: z.string(),
  state: z.enum(['recorded']).describe('`recorded`: the request is kept with its time; nothing is erased yet'),
  requestedAt: at.describe('what was said before is to go; asking again keeps the first time'),
});
export type ErasureReceipt = z.infer<typeof ErasureReceipt>;
