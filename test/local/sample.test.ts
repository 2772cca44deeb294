import { describe, expect, it } from 'vitest';
import { DAY, HOUR, type Instant, millis } from '../../functions/domain/instant.ts';
import { check } from '../../functions/domain/message/rejection.ts';
import { classOf } from '../../functions/domain/message/scale.ts';
import { sampleFeed } from '../../lib/local/sample/fennel-and-rye.ts';
import type { SampleMessage, SampleReview, SampleSurvey, SampleText } from '../../lib/local/sample/messages.ts';
import { mainMetric } from '../../lib/local/sample/messages.ts';
import {
  askingReplies,
  hollowReplies,
  informingReplies,
  remedies,
  staffNotes,
} from '../../lib/local/sample/our-words.ts';
import { allCustomerWords } from '../../lib/local/sample/voices.ts';

// A Thursday afternoon; the others are the ends that a calendar gets wrong: a week's first and last day, midnight, New Year.
const end = '2026-03-05T14:00:00.000Z';
const ends = [
  end,
  '2026-03-08T00:00:00.000Z',
  '2026-03-09T23:59:59.000Z',
  '2026-03-10T03:10:00.000Z',
  '2026-03-14T09:30:00.000Z',
  '2027-01-01T12:00:00.000Z',
];
const feedBefore = (lastMoment: Instant) => sampleFeed(new Date(lastMoment));
const feed = feedBefore(end);

const at = (message: SampleMessage): number => Date.parse(message.occurredAt);
const isSurvey = (m: SampleMessage): m is SampleSurvey => m.kind === 'survey' && m.retracted !== true;
const isText = (m: SampleMessage): m is SampleText => m.kind === 'text' && m.retracted !== true;
const isReview = (m: SampleMessage): m is SampleReview => m.kind === 'review' && m.retracted !== true;
const of = (customerId: string, messages = feed) => messages.filter((m) => m.customerId === customerId);
const surveys = feed.filter(isSurvey);
const texts = feed.filter(isText);
const reviews = feed.filter(isReview);
const inboundOf = (customerId: string, messages = feed) =>
  of(customerId, messages).filter((m): m is SampleText => isText(m) && m.direction !== 'outbound');
const distinct = <T>(values: readonly T[]): T[] => [...new Set(values)];
const nameOf = (m: SampleMessage): string =>
  JSON.stringify([m.kind, m.source, m.id, m.kind === 'survey' ? (m.status ?? 'answered') : '', m.revision ?? 0]);

/** Customers who complained about Millfield's deliveries before they were asked, with what became of the survey. */
const millfieldStories = (messages: readonly SampleMessage[]) => {
  const cell = messages.filter(
    (m): m is SampleSurvey | SampleText =>
      (isSurvey(m) || isText(m)) && m.touchpoint === 'delivery' && m.location === 'Millfield',
  );
  const invited = cell.filter((m): m is SampleSurvey => isSurvey(m) && m.status === 'invited');
  const answered = cell.filter((m): m is SampleSurvey => isSurvey(m) && m.status === 'answered');
  const brushedOff = invited.filter((survey) =>
    cell.some(
      (m) =>
        isText(m) &&
        m.channel !== 'frontline' &&
        m.direction !== 'outbound' &&
        m.interactionId === survey.interactionId &&
        at(m) < at(survey),
    ),
  );
  const silent = brushedOff.filter((survey) => !answered.some((answer) => answer.id === survey.id));
  return { invited, answered, brushedOff, silent };
};

describe('the words of the sample', () => {
  it('are at least 250 different things that customers say', () => {
    const words = allCustomerWords();
    expect(new Set(words).size).toBe(words.length);
    expect(words.length).toBeGreaterThanOrEqual(250);
  });

  it('are heard in their variety: most of what the feed says is said once', () => {
    const said = feed.flatMap((m) => {
      if (isSurvey(m)) return m.comment ?? [];
      if (isReview(m)) return m.body ?? [];
      return isText(m) && m.direction !== 'outbound' && m.channel !== 'frontline' ? m.body : [];
    });
    expect(new Set(said).size).toBeGreaterThanOrEqual(250);
    expect(new Set(said).size / said.length).toBeGreaterThan(0.85);
  });

  it('hold at least 15 of our own replies of each worth, and 15 staff notes', () => {
    expect(distinct(hollowReplies).length).toBeGreaterThanOrEqual(15);
    expect(distinct(Object.values(remedies).flat()).length).toBeGreaterThanOrEqual(15);
    expect(distinct([...askingReplies, ...informingReplies]).length).toBeGreaterThanOrEqual(15);
    expect(distinct(staffNotes).length).toBeGreaterThanOrEqual(15);
  });
});

describe('the feed', () => {
  it.each(ends)('has 600 to 800 messages of the 28 days before %s, oldest first', (lastMoment) => {
    const messages = feedBefore(lastMoment);
    expect(messages.length).toBeGreaterThanOrEqual(600);
    expect(messages.length).toBeLessThanOrEqual(800);
    const times = messages.map(at);
    expect(times).toEqual(times.toSorted((a, b) => a - b));
    expect(times[0]).toBeGreaterThanOrEqual(millis(lastMoment) - 28 * DAY);
    expect(times.at(-1)).toBeLessThan(millis(lastMoment));
  });

  it.each(ends)('is taken whole by the contract, without unknown fields, where it ends at %s', (lastMoment) => {
    const refused = feedBefore(lastMoment)
      .map((message) => ({ message, checked: check(JSON.stringify(message), lastMoment) }))
      .filter(({ checked }) => checked.kind !== 'accepted' || checked.unknownFields > 0);
    expect(refused).toEqual([]);
  });

  it('is the same for the same end', () => {
    expect(JSON.stringify(feedBefore(end))).toBe(JSON.stringify(feed));
  });

  it.each(ends)('gives two different messages never the same name, where it ends at %s', (lastMoment) => {
    const live = feedBefore(lastMoment).filter((m) => m.retracted !== true);
    const named = Map.groupBy(live, nameOf);
    for (const same of named.values()) expect(new Set(same.map((m) => JSON.stringify(m))).size).toBe(1);
    const repeats = live.length - named.size;
    expect(repeats).toBeGreaterThanOrEqual(1);
    expect(repeats).toBeLessThanOrEqual(5);
  });

  it('knows every kind, status, channel, metric and platform', () => {
    expect(surveys.length).toBeGreaterThanOrEqual(300);
    expect(texts.length).toBeGreaterThanOrEqual(250);
    expect(reviews.length).toBeGreaterThanOrEqual(40);
    const withStatus = (status: string) => surveys.filter((m) => (m.status ?? 'answered') === status).length;
    expect(withStatus('invited')).toBeGreaterThanOrEqual(200);
    expect(withStatus('answered')).toBeGreaterThanOrEqual(80);
    expect(withStatus('held')).toBeGreaterThanOrEqual(5);
    expect(withStatus('bounced')).toBeGreaterThanOrEqual(3);
    expect(distinct(texts.map((m) => m.channel)).sort()).toEqual([
      'call',
      'chat',
      'email',
      'frontline',
      'sms',
      'social',
    ]);
    expect(distinct(surveys.map((m) => m.metric)).sort()).toEqual(['ces', 'csat', 'nps', 'stars']);
    expect(distinct(reviews.map((m) => m.platform)).length).toBe(3);
    expect(distinct(reviews.map((m) => JSON.stringify(m.scale))).length).toBe(3);
    expect(texts.some((m) => m.direction === 'outbound')).toBe(true);
  });

  it('asks one metric at each of eight touchpoints, in four places', () => {
    for (const survey of surveys) expect(survey.metric).toBe(mainMetric[survey.touchpoint as keyof typeof mainMetric]);
    expect(distinct(surveys.map((m) => m.touchpoint)).length).toBe(8);
    expect(distinct(surveys.map((m) => m.location)).sort()).toEqual([
      'Harbour Street',
      'Millfield',
      'Northgate',
      'Online',
    ]);
  });

  it('sends surveys on weekday mornings only', () => {
    for (const survey of surveys.filter((m) => m.status === 'invited')) {
      const sentAt = new Date(survey.occurredAt);
      expect([0, 6]).not.toContain(sentAt.getUTCDay());
      expect([9, 10]).toContain(sentAt.getUTCHours());
    }
  });

  it('leaves out what upstream does not know: the customer, or the touchpoint where the order tells it', () => {
    expect(feed.filter((m) => m.customerId === undefined && m.retracted !== true).length).toBeGreaterThanOrEqual(20);
    const placeless = texts.filter((m) => m.touchpoint === undefined);
    expect(placeless.length).toBeGreaterThanOrEqual(3);
    for (const text of placeless) {
      expect(surveys.some((m) => m.interactionId === text.interactionId && m.touchpoint !== undefined)).toBe(true);
    }
  });

  it('has languages, attributes, questions, a scale turned round, a revision and a withdrawal', () => {
    expect(distinct(feed.flatMap((m) => ('language' in m && m.language) || [])).length).toBeGreaterThanOrEqual(4);
    const keys = distinct(feed.flatMap((m) => Object.keys(('attributes' in m && m.attributes) || {})));
    expect(keys.sort()).toEqual(['device', 'segment']);
    expect(surveys.some((m) => m.question !== undefined)).toBe(true);
    expect(surveys.some((m) => m.scale?.best === 'min')).toBe(true);
    expect(feed.filter((m) => m.revision === 1).length).toBe(1);
    const withdrawn = feed.filter((m) => m.retracted === true);
    expect(withdrawn.length).toBe(1);
    expect(reviews.map((m) => m.id)).toContain(withdrawn[0]?.id);
  });
});

describe('the stories of the sample', () => {
  it.each(ends)(
    'mara-quill is brushed off in the evening, asked next morning and silent, within the days before %s',
    (lastMoment) => {
      const story = of('mara-quill', feedBefore(lastMoment));
      expect(story.map((m) => [m.kind, isText(m) ? (m.direction ?? 'inbound') : isSurvey(m) && m.status])).toEqual([
        ['text', 'inbound'],
        ['text', 'outbound'],
        ['survey', 'invited'],
      ]);
      const [complaint, sorry, invitation] = story.map(at) as [number, number, number];
      expect(new Date(complaint).getUTCHours()).toBeGreaterThanOrEqual(19);
      expect(sorry - complaint).toBeLessThan(HOUR);
      expect(Math.floor(invitation / DAY) - Math.floor(complaint / DAY)).toBe(1);
      expect(millis(lastMoment) - complaint).toBeLessThan(6 * DAY);
      for (const m of story) expect(m).toMatchObject({ touchpoint: 'delivery', location: 'Millfield' });
    },
  );

  it.each(ends)(
    'delivery at Millfield is a dark corner: many brushed off and silent, few answers, good ones (%s)',
    (lastMoment) => {
      const { invited, answered, brushedOff, silent } = millfieldStories(feedBefore(lastMoment));
      expect(invited.length).toBeGreaterThanOrEqual(40);
      expect(brushedOff.length).toBeGreaterThanOrEqual(20);
      expect(silent.length).toBeGreaterThanOrEqual(12);
      // With 20 the interval is wider than is told.
      expect(answered.length).toBeGreaterThanOrEqual(27);
      expect(answered.length / invited.length).toBeLessThan(0.4);
      const promoters = answered.filter((m) => classOf('nps', m.score ?? 0) === 'top');
      expect(promoters.length / answered.length).toBeGreaterThan(0.7);
    },
  );

  it('tobias-venn runs between billing and the call desk: four complaints over days, no remedy', () => {
    const complaints = inboundOf('tobias-venn');
    expect(complaints.map((m) => m.touchpoint)).toEqual(['billing', 'support-call', 'billing', 'support-call']);
    expect(at(complaints[3] as SampleText) - at(complaints[0] as SampleText)).toBeGreaterThan(3 * DAY);
    const replies = of('tobias-venn').filter((m): m is SampleText => isText(m) && m.direction === 'outbound');
    expect(replies.length).toBe(4);
    for (const reply of replies) expect(hollowReplies).toContain(reply.body);
  });

  it('promoters complain in their comments, with and without a name', () => {
    const known = of('wanda-pell')
      .filter(isSurvey)
      .find((m) => m.status === 'answered');
    expect(known).toMatchObject({ score: 10, comment: expect.stringContaining('nobody picks up') });
    const unknown = surveys.filter((m) => m.customerId === undefined && m.comment !== undefined);
    expect(unknown.some((m) => classOf(m.metric, m.score ?? 0) === 'top')).toBe(true);
  });

  it('ines-calder gives a ten for the shop and complains to the call desk about the same order', () => {
    const ten = of('ines-calder')
      .filter(isSurvey)
      .find((m) => m.status === 'answered');
    const [call] = inboundOf('ines-calder');
    expect(ten).toMatchObject({ touchpoint: 'store-visit', score: 10 });
    expect(call).toMatchObject({ touchpoint: 'support-call', interactionId: ten?.interactionId });
  });

  it('jonah-prescott is helped within the hour and says so', () => {
    const [complaint, remedy] = of('jonah-prescott') as [SampleText, SampleText];
    expect(remedy).toMatchObject({ direction: 'outbound', body: expect.stringContaining('refunded') });
    expect(at(remedy) - at(complaint)).toBeLessThan(HOUR);
    expect(of('jonah-prescott').at(-1)).toMatchObject({ status: 'answered', score: 9 });
  });

  it('delphine-okoro writes often and is happy', () => {
    expect(inboundOf('delphine-okoro').length).toBeGreaterThanOrEqual(12);
    expect(of('delphine-okoro').filter(isSurvey).at(-1)).toMatchObject({ status: 'answered', score: 10 });
  });

  it.each(ends)('complaints about the login rise in the week before %s', (lastMoment) => {
    const writers = (from: number, to: number) =>
      new Set(
        feedBefore(lastMoment)
          .filter(isText)
          .filter((m) => m.touchpoint === 'app-login' && m.direction !== 'outbound' && m.channel !== 'frontline')
          .filter((m) => at(m) >= millis(lastMoment) - from * DAY && at(m) < millis(lastMoment) - to * DAY)
          .map((m) => m.customerId),
      ).size;
    expect(writers(7, 0)).toBeGreaterThanOrEqual(15);
    expect(writers(7, 0)).toBeGreaterThan(2 * writers(28, 7));
    expect(writers(3, 0)).toBeGreaterThan(writers(7, 4));
  });
});
