import { HOUR, type Instant, plus } from '../../../functions/domain/instant.ts';
import type { Location, Mood, Touchpoint } from './journey.ts';
import {
  answerIn,
  fromCustomer,
  invitationTime,
  isQuestion,
  replyAfter,
  review,
  type SampleMessage,
  sent,
  surveyOf,
  type TextChannel,
} from './messages.ts';
import { staffNotes } from './our-words.ts';
import { type PlacedVisit, SAMPLE_DAYS, type Stage } from './stage.ts';

/** Customers of a cell who are asked, of whom some wrote a complaint before that was put right, as it should be. */
interface Asked {
  touchpoint: Touchpoint;
  location: Location;
  invitations: number;
  remedied: number;
}

const asked: readonly Asked[] = [
  { touchpoint: 'delivery', location: 'Northgate', invitations: 24, remedied: 4 },
  { touchpoint: 'delivery', location: 'Harbour Street', invitations: 24, remedied: 4 },
  { touchpoint: 'store-visit', location: 'Northgate', invitations: 13, remedied: 1 },
  { touchpoint: 'store-visit', location: 'Harbour Street', invitations: 14, remedied: 1 },
  { touchpoint: 'store-visit', location: 'Millfield', invitations: 11, remedied: 1 },
  { touchpoint: 'checkout', location: 'Online', invitations: 18, remedied: 2 },
  { touchpoint: 'billing', location: 'Online', invitations: 13, remedied: 2 },
  { touchpoint: 'support-call', location: 'Online', invitations: 13, remedied: 1 },
  { touchpoint: 'app-login', location: 'Online', invitations: 12, remedied: 0 },
  { touchpoint: 'returns', location: 'Northgate', invitations: 8, remedied: 1 },
  { touchpoint: 'onboarding', location: 'Online', invitations: 10, remedied: 1 },
];

/** Half answer, the remedied as readily as the rest: there, silence says nothing. */
const ANSWER_SHARE = 0.5;
/** One address in so many is out of date. */
const ONE_BOUNCE_IN = 11;

const answerMood = (stage: Stage): Mood => {
  const luck = stage.chance();
  return luck < 0.66 ? 'praise' : luck < 0.86 ? 'neutral' : 'complaint';
};

/** Phone calls are what the call desk hears of; the rest comes in by whatever is at hand. */
const channelFor = (stage: Stage, touchpoint: Touchpoint): TextChannel =>
  touchpoint === 'support-call'
    ? 'call'
    : stage.pick(['sms', 'sms', 'chat', 'chat', 'email', 'call', 'social'] as const);

const putRight = (stage: Stage, visit: PlacedVisit, sentAt: Instant): SampleMessage[] => {
  const voice = stage.said(visit.touchpoint, 'complaint');
  const complaint = fromCustomer(stage, visit, channelFor(stage, visit.touchpoint), sentAt, voice);
  return [complaint, replyAfter(stage, complaint, visit.touchpoint, 'remedy', stage.between(15, 100))];
};

/** The surveys of an ordinary cell. */
export const surveysAsUsual = (stage: Stage): SampleMessage[] =>
  asked.flatMap(({ touchpoint, location, invitations, remedied }) =>
    Array.from({ length: invitations }, (_, i): SampleMessage[] => {
      const visit = stage.visit(touchpoint, location);
      const daysAgo = stage.pick(stage.workdays);
      const before = i < remedied ? putRight(stage, visit, stage.at(daysAgo + 2, stage.between(9, 18), 20)) : [];
      const survey = surveyOf(stage, visit);
      const invitedAt = invitationTime(stage, daysAgo);
      if (i % ONE_BOUNCE_IN === ONE_BOUNCE_IN - 1) return [...before, sent(survey, invitedAt, 'bounced')];
      const answer =
        stage.chance() < ANSWER_SHARE ? [answerIn(stage, visit, survey, invitedAt, answerMood(stage))] : [];
      return [...before, sent(survey, invitedAt), ...answer];
    }).flat(),
  );

/** Texts of four weeks by touchpoint, location and mood, away from any survey. */
const letters: readonly [Touchpoint, Location, Record<Mood, number>][] = [
  ['delivery', 'Northgate', { complaint: 3, praise: 2, neutral: 2 }],
  ['delivery', 'Harbour Street', { complaint: 2, praise: 2, neutral: 2 }],
  ['delivery', 'Millfield', { complaint: 0, praise: 1, neutral: 1 }],
  ['store-visit', 'Northgate', { complaint: 2, praise: 2, neutral: 2 }],
  ['store-visit', 'Harbour Street', { complaint: 2, praise: 2, neutral: 1 }],
  ['store-visit', 'Millfield', { complaint: 1, praise: 1, neutral: 1 }],
  ['checkout', 'Online', { complaint: 4, praise: 2, neutral: 2 }],
  ['billing', 'Online', { complaint: 4, praise: 1, neutral: 3 }],
  ['support-call', 'Online', { complaint: 4, praise: 2, neutral: 2 }],
  ['app-login', 'Online', { complaint: 4, praise: 1, neutral: 2 }],
  ['returns', 'Northgate', { complaint: 2, praise: 2, neutral: 2 }],
  ['returns', 'Harbour Street', { complaint: 2, praise: 1, neutral: 1 }],
  ['onboarding', 'Online', { complaint: 2, praise: 2, neutral: 2 }],
];

/** The week before the end belongs to the story of the login code. */
const quietDays: Partial<Record<Touchpoint, number>> = { 'app-login': 8 };

const complaintAsUsual = (stage: Stage, visit: PlacedVisit, sentAt: Instant): SampleMessage[] => {
  const luck = stage.chance();
  if (luck < 0.7) return putRight(stage, visit, sentAt);
  const voice = stage.said(visit.touchpoint, 'complaint');
  const complaint = fromCustomer(stage, visit, channelFor(stage, visit.touchpoint), sentAt, voice);
  if (luck < 0.8) return [complaint, replyAfter(stage, complaint, visit.touchpoint, 'hollow', 50)];
  const question = replyAfter(stage, complaint, visit.touchpoint, 'asking', 30);
  return [complaint, question, replyAfter(stage, complaint, visit.touchpoint, 'remedy', 120)];
};

/** Questions, thanks and complaints that have nothing to do with a survey; most complaints are put right. */
export const lettersAsUsual = (stage: Stage): SampleMessage[] => {
  const told: SampleMessage[] = [];
  for (const [touchpoint, location, counts] of letters) {
    const sentAt = (): Instant =>
      stage.at(stage.between(quietDays[touchpoint] ?? 1, SAMPLE_DAYS - 1), stage.between(8, 19), stage.between(0, 59));
    for (let i = 0; i < counts.complaint; i++) {
      told.push(...complaintAsUsual(stage, stage.visit(touchpoint, location), sentAt()));
    }
    for (const mood of ['praise', 'neutral'] as const) {
      for (let i = 0; i < counts[mood]; i++) {
        const visit = stage.visit(touchpoint, location);
        const text = fromCustomer(stage, visit, channelFor(stage, touchpoint), sentAt(), stage.said(touchpoint, mood));
        told.push(text);
        if (isQuestion(text)) told.push(replyAfter(stage, text, touchpoint, 'informing', stage.between(10, 90)));
      }
    }
  }
  return told;
};

const reviewed: readonly [Touchpoint, Location, Record<Mood, number>][] = [
  ['delivery', 'Northgate', { complaint: 1, praise: 5, neutral: 1 }],
  ['delivery', 'Harbour Street', { complaint: 2, praise: 4, neutral: 1 }],
  ['delivery', 'Millfield', { complaint: 0, praise: 4, neutral: 1 }],
  ['store-visit', 'Northgate', { complaint: 2, praise: 5, neutral: 1 }],
  ['store-visit', 'Harbour Street', { complaint: 1, praise: 6, neutral: 1 }],
  ['store-visit', 'Millfield', { complaint: 2, praise: 4, neutral: 1 }],
  ['checkout', 'Online', { complaint: 2, praise: 3, neutral: 0 }],
  ['returns', 'Harbour Street', { complaint: 1, praise: 2, neutral: 1 }],
  ['onboarding', 'Online', { complaint: 1, praise: 2, neutral: 0 }],
];

/** Reviews on three platforms; six of ten do not tell whose they are, nor of which order. */
export const reviewsAsUsual = (stage: Stage): SampleMessage[] =>
  reviewed.flatMap(([touchpoint, location, counts]) =>
    (['complaint', 'praise', 'neutral'] as const).flatMap((mood) =>
      Array.from({ length: counts[mood] }, () => {
        const visit = stage.chance() < 0.4 ? stage.visit(touchpoint, location) : { touchpoint, location };
        const writtenAt = stage.at(stage.between(1, SAMPLE_DAYS - 1), stage.between(10, 21), stage.between(0, 59));
        return review(stage, visit, writtenAt, mood, stage.said(touchpoint, mood));
      }),
    ),
  );

/** Notes of our own staff. Those on the login code belong to its week, the others to any weekday. */
export const shiftNotes = (stage: Stage): SampleMessage[] =>
  staffNotes.map(({ touchpoint, location, words }) => {
    const daysAgo = touchpoint === 'app-login' ? stage.between(1, 4) : stage.pick(stage.workdays);
    const writtenAt = stage.at(daysAgo, stage.between(17, 20), stage.between(30, 59));
    return fromCustomer(stage, { touchpoint, location }, 'frontline', writtenAt, { words });
  });

/** Customers who complained and would have been asked, had upstream not kept to the hold. */
export const surveysHeld = (stage: Stage): SampleMessage[] =>
  (
    [
      ['delivery', 'Northgate'],
      ['delivery', 'Harbour Street'],
      ['delivery', 'Millfield'],
      ['billing', 'Online'],
      ['support-call', 'Online'],
      ['checkout', 'Online'],
    ] as const
  ).flatMap(([touchpoint, location], i) => {
    const visit = stage.visit(touchpoint, location);
    const daysAgo = stage.workdays[2 + 2 * i] as number;
    const voice = stage.said(touchpoint, 'complaint');
    const complaint = fromCustomer(stage, visit, 'chat', stage.at(daysAgo + 1, 17, 15), voice);
    const held = sent(surveyOf(stage, visit), plus(invitationTime(stage, daysAgo), HOUR / 2), 'held');
    return [complaint, replyAfter(stage, complaint, touchpoint, 'hollow', 40), held];
  });
