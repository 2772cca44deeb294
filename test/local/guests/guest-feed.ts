import { DAY, HOUR, instantAt } from '../../../functions/domain/instant.ts';

const START = Date.UTC(2026, 2, 2);

const at = (day: number, ms: number): string => instantAt(START + day * DAY + ms);

const words = [
  'The parcel came late and the box was crushed. Unacceptable.',
  'Nobody answers, I have been waiting for a week. Terrible service.',
  'Thank you, all fine and very friendly.',
  'Is the shop open on Sunday?',
];

const text = (id: string, occurredAt: string, customerId: string, body: string, more: object = {}) => ({
  kind: 'text',
  source: 'sms-gateway',
  id,
  occurredAt,
  customerId,
  touchpoint: 'delivery',
  location: 'millfield',
  channel: 'sms',
  body,
  ...more,
});

const survey = (id: string, occurredAt: string, customerId: string, more: object) => ({
  kind: 'survey',
  source: 'survey-tool',
  id,
  occurredAt,
  customerId,
  touchpoint: 'delivery',
  location: 'millfield',
  metric: 'nps',
  ...more,
});

/** One day of a shared key: texts of visits of two, invitations, and answers of the day before. */
const guestDay = (day: number, facts: number): object[] =>
  Array.from({ length: facts }, (_, i) => {
    const when = at(day, i * 120_000);
    if (i % 10 === 0) return survey(`s-${day}-${i}`, when, 'guest', { status: 'invited' });
    if (i % 10 === 1 && day > 0) return survey(`s-${day - 1}-${i - 1}`, when, 'guest', { score: i % 20 ? 9 : 2 });
    const visit = i % 4 < 2 ? { interactionId: `visit-${day}-${Math.floor(i / 4)}` } : {};
    return text(`t-${day}-${i}`, when, 'guest', words[i % words.length] as string, visit);
  });

/** A customer who complains, is fobbed off and is asked, a day after the other. */
const ordinary = (who: number): object[] => [
  text(`c-${who}`, at(who % 3, 9 * HOUR), `customer-${who}`, words[0] as string),
  text(`r-${who}`, at(who % 3, 10 * HOUR), `customer-${who}`, 'We are very sorry, we will look into it.', {
    direction: 'outbound',
  }),
  survey(`i-${who}`, at((who % 3) + 1, 9 * HOUR), `customer-${who}`, { status: 'invited' }),
];

/**
 * A feed in which one key has so many facts on each of three days, and a few before and after, beside ordinary customers;
 * with a withdrawal and a correction of what the shared key said.
 */
export const guestFeed = (factsOfADay: number): string[] =>
  [
    ...[0, 1, 2].flatMap((day) => guestDay(day, factsOfADay)),
    ...Array.from({ length: 20 }, (_, who) => ordinary(who)).flat(),
    text('before', at(-3, 9 * HOUR), 'guest', words[1] as string),
    survey('after', at(4, 9 * HOUR), 'guest', { status: 'invited' }),
    { kind: 'text', source: 'sms-gateway', id: 't-0-4', occurredAt: at(3, HOUR), retracted: true },
    text('t-1-5', at(1, HOUR), 'guest', 'It was all fine after all, thank you.', { revision: 1 }),
  ].map((message) => JSON.stringify(message));
