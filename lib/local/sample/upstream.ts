import { DAY, HOUR, plus } from '../../../functions/domain/instant.ts';
import { answered, fromCustomer, invitationTime, mainMetric, type SampleMessage, sent, surveyOf } from './messages.ts';
import { SAMPLE_DAYS, type Stage } from './stage.ts';

/** Mails and calls that name only the order: its survey tells where it was. */
export const orderTellsTheTouchpoint = (stage: Stage): SampleMessage[] =>
  (
    [
      ['delivery', 'Harbour Street', 'complaint'],
      ['returns', 'Northgate', 'complaint'],
      ['store-visit', 'Millfield', 'praise'],
      ['checkout', 'Online', 'neutral'],
      ['delivery', 'Northgate', 'praise'],
    ] as const
  ).flatMap(([touchpoint, location, mood], i) => {
    const visit = stage.visit(touchpoint, location);
    const { touchpoint: _, location: __, ...orderOnly } = visit;
    const daysAgo = stage.workdays[3 + 2 * i] as number;
    const text = fromCustomer(
      stage,
      orderOnly,
      i % 2 === 0 ? 'email' : 'call',
      stage.at(daysAgo, 16, 10 + i),
      stage.said(touchpoint, mood),
    );
    return [sent(surveyOf(stage, visit), invitationTime(stage, daysAgo)), text];
  });

/** Posts in public by people we do not know, with nothing to tie them to an order. */
export const strangersInPublic = (stage: Stage): SampleMessage[] =>
  (['store-visit', 'delivery', 'checkout', 'support-call', 'returns', 'store-visit'] as const).map((touchpoint, i) => {
    const location = touchpoint === 'checkout' || touchpoint === 'support-call' ? 'Online' : 'Harbour Street';
    const postedAt = stage.at(stage.between(2, SAMPLE_DAYS - 2), stage.between(11, 21), 7 * i);
    const voice = stage.said(touchpoint, i % 3 === 2 ? 'praise' : 'complaint');
    return fromCustomer(stage, { touchpoint, location }, 'social', postedAt, voice);
  });

/** A tablet at the till asks nobody by name and invites nobody: answers alone. */
export const tabletAtTheTill = (stage: Stage): SampleMessage[] =>
  [10, 9, 7, 10, 4, 9].map((score, i) => ({
    kind: 'survey',
    source: 'till-tablet',
    id: stage.id('tap'),
    touchpoint: 'store-visit',
    location: i % 2 === 0 ? 'Northgate' : 'Millfield',
    attributes: { device: 'tablet' },
    occurredAt: stage.at(stage.workdays[1 + 3 * i] as number, 12 + i, 14),
    metric: mainMetric['store-visit'],
    score,
  }));

/** The partner for German customers asks by school marks, where 1 is the best of 6. */
export const schoolMarks = (stage: Stage): SampleMessage[] => {
  const survey = {
    ...surveyOf(stage, stage.visit('billing', 'Online', 'greta-ohlsen')),
    source: 'partner-survey',
    scale: { min: 1, max: 6, best: 'min' as const },
  };
  const invitedAt = invitationTime(stage, stage.workdays[7] as number);
  const comment = 'Die Rechnung ist klar und stimmt auf den Cent.';
  return [
    sent(survey, invitedAt),
    answered(survey, plus(invitedAt, 3 * HOUR), { score: 1, comment, language: 'de-DE' }),
  ];
};

/** An answer that its customer changed a day later: the slip of a thumb on a small screen. */
export const changedAnswer = (stage: Stage): SampleMessage[] => {
  const survey = surveyOf(stage, stage.visit('onboarding', 'Online', 'rufus-banning'));
  const invitedAt = invitationTime(stage, stage.workdays[9] as number);
  const slip = answered(survey, plus(invitedAt, HOUR), { score: 1 });
  const meant = { score: 5, comment: 'I hit the wrong star, sorry! Everything about the start was excellent.' };
  return [sent(survey, invitedAt), slip, { ...answered(survey, plus(invitedAt, DAY), meant), revision: 1 }];
};

/** A review that its platform withdrew: it had been written about another shop. */
export const withdrawnReview = (stage: Stage): SampleMessage[] => {
  const name = { kind: 'review', source: 'review-watch', id: stage.id('review') } as const;
  const writtenAt = stage.at(12, 19, 44);
  return [
    {
      ...name,
      occurredAt: writtenAt,
      touchpoint: 'store-visit',
      location: 'Northgate',
      platform: 'Plateful',
      rating: 1,
      title: 'Terrible haircut',
      body: 'I asked for a trim and came out looking like a dandelion.',
    },
    { ...name, retracted: true, occurredAt: plus(writtenAt, 2 * DAY) },
  ];
};

/** One in so many is posted twice, as a sender does whose first attempt timed out. */
const ONE_REPEAT_IN = 230;

/** The feed as it is posted: some messages come twice, word for word, and are counted once. */
export const withRepeats = (messages: readonly SampleMessage[]): SampleMessage[] =>
  messages.flatMap((message, i) => (i % ONE_REPEAT_IN === ONE_REPEAT_IN - 1 ? [message, message] : [message]));
