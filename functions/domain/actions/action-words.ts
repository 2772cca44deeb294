import * as z from 'zod';

/** `recover` a customer, `fix` a touchpoint, `ask` where too little is known. */
export const ActionKind = z.enum(['recover', 'fix', 'ask']);
export type ActionKind = z.infer<typeof ActionKind>;

export const ActionStatus = z.enum([
  'open',
  'acknowledged',
  'resolved',
  'verified',
  'unconfirmed',
  'reopened',
  'dismissed',
  'queued',
]);
export type ActionStatus = z.infer<typeof ActionStatus>;

/** What a person says of an action that should not be. */
export const ActionLabel = z.enum(['not-a-complaint', 'wrong-gap']);
export type ActionLabel = z.infer<typeof ActionLabel>;
