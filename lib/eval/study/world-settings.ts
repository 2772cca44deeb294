import type { Metric } from '../../../functions/domain/message/scale.ts';

/** From the least to the most, every value as likely. */
export type Range = readonly [least: number, most: number];

/**
 * `dark`: bad, and complaints are brushed off. `bad`: as bad, and they are put right. `chatty`: fine, and its customers write a lot.
 * `surge`: turns bad for its last week. `ok`: fine.
 */
export const cellTypes = ['dark', 'bad', 'chatty', 'surge', 'ok'] as const;
export type CellType = (typeof cellTypes)[number];

/** A channel and language in which customers write, and how they are heard there. */
export interface Voice {
  channel: string;
  language: string;
  /** Of those who write. */
  share: number;
  /** Of the complaining customers, heard as complaining. */
  sensitivity: number;
  /** Of the other customers who wrote, heard as complaining. */
  falsePositiveRate: number;
}

/** What a customer base is like. Shares and chances are 0 to 1, moods 0 to 10, as on a scale of recommendation. */
export interface WorldSettings {
  cells: number;
  /** UTC days of invitations. */
  days: number;
  /** Of a cell in 28 days; evenly in the logarithm, so that small cells are as common as large ones. */
  invited: Range;
  /** Shares of the cells; the others are `ok`. */
  types: Record<Exclude<CellType, 'ok'>, number>;
  /** Days from the first until when a dark cell is fine. */
  darkAfterDays: number;

  /** Of visits that go wrong, by kind of cell; a surge's last week. */
  badShare: { weak: Range; fine: Range; surging: number };
  /** Of bad visits, those the customer complains of; a cell has its own. */
  complain: Range;
  /** Of good visits. */
  complainAnyway: number;
  /** Of complaints, those that get no reply at all. */
  unreplied: { dark: number; elsewhere: number };
  /** Of complaints that get a reply, those with a hollow one. */
  hollow: { dark: Range; elsewhere: Range };
  /** Mood gained by a remedy. */
  recover: number;
  /** Of visits nobody complains of, those after which the customer writes all the same. */
  chatter: { chatty: number; elsewhere: Range };

  /** Chance of an answer, of who has nothing to complain of. */
  respond: number;
  /** A cell's own, in parts of `respond`. */
  respondByCell: Range;
  /** In parts of the cell's own: of the unhappy who do not complain, of the remedied, of the brushed off. */
  answering: { silentUnhappy: number; remedied: number; brushedOff: number };
  /** Logarithm by which the chance of an answer grows with each point of mood, whoever it is. */
  answeringByMood: number;
  /** Until the answer; normal in the logarithm. */
  lag: { meanDays: number; spread: number };

  /** Mean number of invitations of a customer, at one cell; geometric. */
  invitationsPerCustomer: number;
  /** Of the variance of mood, the part that is the customer's own and not the visit's. */
  ownMood: number;
  /** Mood lost on later visits while a complaint stays brushed off. */
  grudge: number;

  /** Of invitations. */
  metrics: readonly (readonly [Metric, share: number])[];
  /** Of invitations and complaints, those of which nobody can tell where they belong. */
  placeless: number;
  bounced: number;
  /** Of those who are heard to have an open complaint, those not asked for that. */
  held: number;
  /** From Monday to Sunday, of visits. */
  weekdays: readonly number[];
  /** Whether upstream tells of invitations; else of answers alone. */
  invitationsKnown: boolean;

  /** Of those who write; the shares add up to 1. */
  voices: readonly Voice[];
  /** Of replies, those read the wrong way. */
  misread: { remedies: number; hollow: number };
  /** Of those wrongly heard to complain, those whose reply reads as a remedy. */
  chatterRemedied: number;
}

/** As `hearing-rates.json` believes. */
const HEARD_AS_BELIEVED = { sensitivity: 0.84, falsePositiveRate: 0.1 };

/**
 * One metric, one visit a customer, everything attributed; a quarter of the invited answer, a twelfth of that of the brushed off. No
 * firm's figures: a middling one, as a starting point from which each scenario goes one way.
 */
export const BASE: WorldSettings = {
  cells: 60,
  days: 28,
  invited: [150, 900],
  types: { dark: 0.12, bad: 0.15, chatty: 0.1, surge: 0.06 },
  darkAfterDays: 0,
  badShare: { weak: [0.2, 0.4], fine: [0.03, 0.09], surging: 0.35 },
  complain: [0.4, 0.7],
  complainAnyway: 0.004,
  unreplied: { dark: 0.2, elsewhere: 0.1 },
  hollow: { dark: [0.8, 0.95], elsewhere: [0.05, 0.2] },
  recover: 3,
  chatter: { chatty: 0.25, elsewhere: [0.01, 0.07] },
  respond: 0.25,
  respondByCell: [0.6, 1.4],
  answering: { silentUnhappy: 0.9, remedied: 0.95, brushedOff: 0.08 },
  answeringByMood: 0,
  lag: { meanDays: 0.75, spread: 0.8 },
  invitationsPerCustomer: 1,
  ownMood: 0,
  grudge: 0,
  metrics: [['nps', 1]],
  placeless: 0,
  bounced: 0,
  held: 0,
  weekdays: [1, 1, 1, 1, 1, 1, 1],
  invitationsKnown: true,
  voices: [{ channel: 'sms', language: 'en', share: 1, ...HEARD_AS_BELIEVED }],
  misread: { remedies: 0, hollow: 0 },
  chatterRemedied: 0.1,
};
