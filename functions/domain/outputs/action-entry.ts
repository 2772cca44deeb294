import * as z from 'zod';
import type { Action } from '../actions/action.ts';
import { ActionKind, ActionStatus } from '../actions/action-words.ts';
import { Priority, PriorityParts } from '../actions/priority.ts';
import { Why } from './why.ts';

/** One entry of `actions.json`. */
export const ActionEntry = z.object({
  id: z.string().describe('the same for the same matter or gap'),
  kind: ActionKind.describe('`recover` a customer, `fix` a touchpoint, `ask` where too little is known'),
  title: z.string(),
  owner: z.object({ team: z.string(), contact: z.string() }),
  priority: Priority,
  parts: PriorityParts,
  openedAt: z.iso
    .datetime()
    .describe('event time of the fact that decided the gap; without a gap, when the action was raised'),
  raisedAt: z.iso
    .datetime()
    .describe('when the action was raised; the deadline runs from here, of one that opened again from when it did'),
  dueAt: z.iso.datetime().describe('the one deadline, in working hours of the owner'),
  status: ActionStatus,
  gapIds: z.array(z.string()),
  matterId: z.string().optional(),
  customerId: z.string().optional(),
  touchpoint: z.string().optional(),
  location: z.string().optional(),
  why: Why.optional().describe('of its gaps, as they are now'),
  impact: z
    .object({
      perMonth: z.number().describe('customers a month of 30 days who were brushed off before they were asked'),
      shown: z.number().describe('of these, those who answered'),
    })
    .optional()
    .describe('of a dark corner, as its title tells it'),
  evidence: z.array(z.string()).describe('fact ids'),
  version: z.int().min(1).describe('counts changes; a change names the version it saw'),
});
export type ActionEntry = z.infer<typeof ActionEntry>;

/** The entry of an action, its fields in the order documented. */
export const actionEntry = (action: Action, why?: ActionEntry['why']): ActionEntry =>
  ActionEntry.parse({ ...action, ...(why && { why }) });
