import { DAY, HOUR, instantAt, millis, startOf } from '../../functions/domain/instant.ts';
import type { Random } from '../eval/study/random.ts';

export const MONTH_BEGINS = millis(startOf('2026-03-02'));
export const MONTH_DAYS = 28;

/** A message as upstream posts it. */
export interface Posted {
  at: number;
  message: Record<string, unknown>;
}

const COMPLAINTS = [
  'The food arrived late, cold and spilled all over the bag.',
  'Still waiting for the parcel, nobody answers the phone.',
  'I was charged twice and cannot reach anybody about it.',
] as const;
const CHATTER = 'Is the front desk open on Sunday evening?';
const REPLIES = {
  hollow: 'We are very sorry to hear this. We will look into it.',
  remedy: 'We have refunded your order in full.',
} as const;
const HOT_SHARE = 0.2;

/** What one customer's visit brings: an invitation, an answer to one in four, and around one in five some texts. */
const visit = (n: number, cell: number, random: Random): Posted[] => {
  const at = MONTH_BEGINS + random.between(0, MONTH_DAYS * DAY);
  const place = { touchpoint: `touchpoint-${cell % 8}`, location: `house-${Math.floor(cell / 8)}` };
  const posted: Posted[] = [];
  const post = (ms: number, fields: Record<string, unknown>): void => {
    posted.push({
      at: ms,
      message: { customerId: `customer-${n}`, ...place, occurredAt: instantAt(Math.floor(ms)), ...fields },
    });
  };
  const text = { kind: 'text', source: 'sms-gateway', channel: 'sms', language: 'en' };
  const complains = random.happens(0.15);
  if (complains) {
    const body = COMPLAINTS[Math.floor(random.share() * COMPLAINTS.length)];
    post(at, { ...text, id: `t-${n}`, body });
    if (random.happens(0.8)) {
      const reply = random.happens(0.3) ? REPLIES.hollow : REPLIES.remedy;
      post(at + random.lognormal(1.8 * HOUR, 0.9), { ...text, id: `o-${n}`, direction: 'outbound', body: reply });
    }
  } else if (random.happens(0.05)) post(at, { ...text, id: `t-${n}`, body: CHATTER });
  const asked = at + DAY;
  const survey = { kind: 'survey', source: 'survey-tool', id: `s-${n}`, metric: 'nps' };
  post(asked, { ...survey, status: 'invited' });
  if (random.happens(complains ? 0.1 : 0.25)) {
    const score = complains ? 3 : 7 + Math.floor(random.share() * 4);
    post(asked + random.lognormal(18 * HOUR, 0.8), { ...survey, status: 'answered', score });
  }
  return posted;
};

/**
 * A month of feedback in the order of time, one cell with a fifth of it and the others alike.
 *
 * @param messages at least so many are made, all those of the month counted, so that they are about as many
 */
export const postedMonth = (messages: number, cells: number, random: Random): Posted[] => {
  const end = MONTH_BEGINS + MONTH_DAYS * DAY;
  const posted: Posted[] = [];
  for (let n = 0; posted.length < messages; n++) {
    const cell = random.happens(HOT_SHARE) ? 0 : 1 + Math.floor(random.share() * (cells - 1));
    for (const one of visit(n, cell, random)) if (one.at < end) posted.push(one);
  }
  return posted.sort((a, b) => a.at - b.at);
};
