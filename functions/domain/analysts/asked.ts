import * as z from 'zod';
import { ActionKind, ActionLabel, ActionStatus } from '../actions/action-words.ts';
import { Priority } from '../actions/priority.ts';
import { LONGEST_REASON } from '../actions/steps.ts';
import { gapKinds, gapStates } from '../gaps/gap.ts';

const name = z.string().min(1).max(64);
const customer = z.string().min(1).max(128).describe('key of the customer as posted');
const instant = z.iso
  .datetime({ offset: true, error: 'must be an instant such as 2026-03-05T10:00:00Z; write the + of an offset as %2B' })
  .transform((given) => new Date(given).toISOString());

/** Entries of a page. A page of CSV may have more. */
export const MOST_ON_A_PAGE = 100;
export const MOST_ON_A_CSV_PAGE = 1000;

const limitUpTo = (most: number, fallback: number) =>
  z.coerce.number().int().min(1).max(most).default(fallback).describe('entries of the page, at most');

const cursor = z
  .string()
  .min(1)
  .max(4096)
  .optional()
  .describe('`next` of the page before; holds only with the same filters');

const page = { limit: limitUpTo(MOST_ON_A_PAGE, 50), cursor };
const csvPage = { limit: limitUpTo(MOST_ON_A_CSV_PAGE, MOST_ON_A_CSV_PAGE), cursor };

const actionFilters = {
  status: ActionStatus.optional().describe('sorted by urgency: priority, then deadline'),
  team: name.optional().describe('sorted by deadline; of an owner who gives nothing else, their own'),
  touchpoint: name.optional().describe('sorted by `openedAt`'),
  location: name.optional().describe('needs `touchpoint`; left out, what was raised without a location'),
  changedSince: instant.optional().describe('sorted by the last change'),
  priority: Priority.optional(),
  kind: ActionKind.optional(),
  dueBefore: instant.optional().describe('needs `team`'),
};

/**
 * One of `status`, `team`, `touchpoint` and `changedSince` says which index is read, and so the order; without any of them it
 * is `status=open`. Where several are given it is the first of touchpoint, team, changedSince, status; the others, `priority`
 * and `kind` filter what is read, so that a page may be short and still have a `next`.
 */
const wellAsked = <Shape extends z.ZodRawShape>(schema: z.ZodObject<Shape>) =>
  schema
    .refine((asked) => !('location' in asked && asked.location) || asked.touchpoint !== undefined, {
      path: ['location'],
      error: 'needs touchpoint',
    })
    .refine((asked) => !('dueBefore' in asked && asked.dueBefore) || asked.team !== undefined, {
      path: ['dueBefore'],
      error: 'needs team',
    });

export const ActionsAsked = wellAsked(z.object({ ...actionFilters, ...page }));
export type ActionsAsked = z.output<typeof ActionsAsked>;
export const ActionsCsvAsked = wellAsked(z.object({ ...actionFilters, ...csvPage }));

export const TouchpointsAsked = z.object({ ...page });
export const TouchpointsCsvAsked = z.object({ ...csvPage });

const gapFilters = {
  kind: z.enum(gapKinds),
  state: z.enum(gapStates).default('open'),
};
export const GapsAsked = z.object({ ...gapFilters, ...page }).describe('the oldest first');
export const GapsCsvAsked = z.object({ ...gapFilters, ...csvPage });

export const AnnotationsAsked = z.object({ touchpoint: name.optional(), location: name.optional() });

export const HoldsAsked = z.object({
  changedSince: instant.describe('released holds among them; ask from five minutes before you asked the last time'),
  ...page,
});
/** Customers of one check. */
export const MOST_CUSTOMERS_CHECKED = 1000;
export const HoldsToCheck = z.object({ customerIds: z.array(customer).min(1).max(MOST_CUSTOMERS_CHECKED) });

export const WeekAsked = z.object({
  week: z
    .string()
    .regex(/^\d{4}-W\d{2}$/, { error: 'must be an ISO week such as 2026-W47' })
    .optional()
    .describe('left out, the last one that is over'),
});

export const StoryAsked = z.object({ customer });
export const NewErasure = z.object({ customerId: customer });

const version = z.int().min(1).describe('the version that was seen: a later one is a conflict');
const reason = z
  .string()
  .max(4 * LONGEST_REASON)
  .optional()
  .describe(`at most ${LONGEST_REASON} characters; redacted`);

/** What a person does with an action; docs/actions.md says what each may follow and which needs a reason. */
export const ActionCommand = z.discriminatedUnion(
  'kind',
  [
    z.object({ kind: z.enum(['acknowledge', 'resolve', 'dismiss', 'reopen']), version, reason }),
    z.object({ kind: z.literal('reassign'), version, reason, team: name }),
    z.object({ kind: z.literal('label'), version, reason, label: ActionLabel }),
  ],
  {
    error: ({ code }) =>
      code === 'invalid_union' ? 'must be acknowledge, resolve, dismiss, reopen, reassign or label' : undefined,
  },
);
export type ActionCommand = z.output<typeof ActionCommand>;
