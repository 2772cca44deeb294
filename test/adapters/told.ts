import type { DigestTold, ProductEvent } from '../../functions/domain/events/event.ts';
import { march } from '../builders.ts';

/** A perfect event, one of a digest. */
export const digestMade = (
  override: Partial<Pick<ProductEvent, 'subject' | 'sequence' | 'at'>> = {},
  data: Partial<DigestTold> = {},
): ProductEvent => ({
  version: 1,
  type: 'digest.made',
  subject: 'digest#Delivery#2026-03-04',
  sequence: 1,
  at: march(4),
  ...override,
  data: {
    team: 'Delivery',
    contact: 'delivery@shop.example',
    day: '2026-03-04',
    open: 1,
    dueToday: 0,
    overdue: 0,
    queued: 0,
    top: [],
    ...data,
  },
});
