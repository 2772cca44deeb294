import type { Entry } from '../../../functions/serve-dashboard/page/actions/entry.ts';
import { march } from '../../builders.ts';

/** An action as it is listed: open, P2, Delivery's, due on 5 March, of a customer at Millfield. */
export const listedAction = (fields: Partial<Entry> = {}): Entry => ({
  id: 'recover-1',
  kind: 'recover',
  title: 'Complaint about delivery at Millfield got words only',
  owner: { team: 'Delivery', contact: 'delivery@example.org' },
  priority: 'P2',
  parts: { severity: 20, customers: 0, secondComplaint: 0, hollowApology: 15, confidence: 8 },
  openedAt: march(2),
  raisedAt: march(3),
  dueAt: march(5),
  status: 'open',
  gapIds: ['unanswered-1'],
  touchpoint: 'delivery',
  location: 'Millfield',
  evidence: [],
  version: 1,
  ...fields,
});
