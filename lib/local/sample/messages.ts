import type * as z from 'zod';
import { HOUR, type Instant, millis, plus } from '../../../functions/domain/instant.ts';
import type { Channel, FeedbackMessage } from '../../../functions/domain/message/feedback-message.ts';
import type { Metric } from '../../../functions/domain/message/scale.ts';
import type { Mood, Touchpoint } from './journey.ts';
import type { Worth } from './our-words.ts';
import type { PlacedVisit, Stage, Visit } from './stage.ts';
import type { Voice } from './voices.ts';

/** A message as it is posted, before the contract fills in what may be left out. */
export type SampleMessage = z.input<typeof FeedbackMessage>;
export type SampleSurvey = Extract<SampleMessage, { kind: 'survey'; metric: Metric }>;
export type SampleText = Extract<SampleMessage, { kind: 'text'; body: string }>;
export type SampleReview = Extract<SampleMessage, { kind: 'review'; rating: number }>;
export type TextChannel = z.infer<typeof Channel>;

const MINUTE = HOUR / 60;

/** What each touchpoint is asked. */
export const mainMetric: Readonly<Record<Touchpoint, Metric>> = {
  delivery: 'nps',
  'store-visit': 'nps',
  checkout: 'ces',
  'app-login': 'ces',
  billing: 'csat',
  'support-call': 'csat',
  returns: 'csat',
  onboarding: 'stars',
};

const scores: Readonly<Record<Metric, Record<Mood, readonly number[]>>> = {
  nps: { praise: [9, 10, 10], neutral: [7, 8], complaint: [0, 2, 3, 4, 5, 6] },
  csat: { praise: [4, 5, 5], neutral: [3], complaint: [1, 2] },
  ces: { praise: [6, 7], neutral: [4, 5], complaint: [1, 2, 3] },
  stars: { praise: [4, 5, 5], neutral: [3], complaint: [1, 2] },
};

const sources: Readonly<Record<TextChannel, string>> = {
  sms: 'sms-gateway',
  chat: 'web-chat',
  email: 'mailbox',
  call: 'call-desk',
  social: 'social-inbox',
  frontline: 'shop-notes',
};

/** Some upstream systems tell the language, the others leave it to be detected. */
const toldLanguage = (stage: Stage, voice: Voice) =>
  voice.language !== undefined && stage.chance() < 0.5 ? { language: voice.language } : {};

/** One survey of one visit; all its messages carry the same id. */
export type Survey = Omit<SampleSurvey, 'occurredAt' | 'status' | 'score' | 'comment' | 'question'>;

export const surveyOf = (stage: Stage, visit: PlacedVisit): Survey => ({
  kind: 'survey',
  source: 'survey-tool',
  id: stage.id('survey'),
  ...visit,
  metric: mainMetric[visit.touchpoint],
});

export const sent = (
  survey: Survey,
  occurredAt: Instant,
  status: 'invited' | 'held' | 'bounced' = 'invited',
): SampleSurvey => ({ ...survey, status, occurredAt });

export const answered = (
  survey: Survey,
  occurredAt: Instant,
  answer: { score?: number; comment?: string; question?: string; language?: string },
): SampleSurvey => ({ ...survey, status: 'answered', occurredAt, ...answer });

/** Surveys go out on a weekday morning. */
export const invitationTime = (stage: Stage, daysAgo: number): Instant =>
  stage.at(daysAgo, stage.between(9, 10), stage.between(5, 59));

/** Hours from a morning's invitation to an answer in waking hours: mostly the same day, at most the third. */
const ANSWER_LAG_HOURS = [1, 1, 2, 3, 5, 8, 10, 24, 27, 33, 50];

/** Six of ten who answer say why; a third of them were asked what could be better. */
export const answerIn = (stage: Stage, visit: PlacedVisit, survey: Survey, invitedAt: Instant, mood: Mood) => {
  const score = stage.pick(scores[survey.metric][mood]);
  const lag = stage.pick(ANSWER_LAG_HOURS) * HOUR + stage.between(0, 29) * MINUTE;
  if (stage.chance() >= 0.6) return answered(survey, plus(invitedAt, lag), { score });
  const voice = stage.said(visit.touchpoint, mood);
  return answered(survey, plus(invitedAt, lag), {
    score,
    comment: voice.words,
    ...(stage.chance() < 0.33 ? { question: 'What is the main reason for your score?' } : {}),
    ...toldLanguage(stage, voice),
  });
};

/** A customer's text. Mails greet; what is typed elsewhere does not. */
export const fromCustomer = (
  stage: Stage,
  visit: Visit,
  channel: TextChannel,
  occurredAt: Instant,
  voice: Voice,
): SampleText => ({
  kind: 'text',
  source: sources[channel],
  id: stage.id(channel),
  ...visit,
  occurredAt,
  channel,
  ...toldLanguage(stage, voice),
  body: channel === 'email' && voice.language === undefined ? `Hello,\n\n${voice.words}\n\nRegards` : voice.words,
});

export const isQuestion = (text: SampleText): boolean => text.body.includes('?');

/** Our reply to a text, in its channel. */
export const reply = (stage: Stage, to: SampleText, occurredAt: Instant, body: string): SampleText => {
  const { language: _, ...rest } = to;
  return { ...rest, id: stage.id(to.channel), occurredAt, direction: 'outbound', body };
};

/** Our reply some minutes later, or when the desk is staffed again. */
export const replyAfter = (
  stage: Stage,
  to: SampleText,
  touchpoint: Touchpoint,
  worth: Worth,
  minutes: number,
): SampleText =>
  reply(stage, to, stage.staffed(plus(to.occurredAt, minutes * MINUTE)), stage.replied(worth, touchpoint));

/** Review platforms, each with its own idea of a scale. */
const platforms = [
  { platform: 'Plateful' },
  { platform: 'TownTable', scale: { min: 1, max: 10, best: 'max' as const } },
  { platform: 'ShopVerdict', scale: { min: 0, max: 100, best: 'max' as const } },
] as const;

/** How far up a scale a mood rates, as a share of it. */
const ratingShare: Readonly<Record<Mood, readonly number[]>> = {
  praise: [0.75, 1, 1],
  neutral: [0.5],
  complaint: [0, 0.25],
};

export const review = (stage: Stage, visit: Visit, occurredAt: Instant, mood: Mood, voice: Voice): SampleReview => {
  const at = stage.pick(platforms);
  const { min, max } = 'scale' in at ? at.scale : { min: 1, max: 5 };
  return {
    kind: 'review',
    source: 'review-watch',
    id: stage.id('review'),
    ...visit,
    occurredAt,
    ...at,
    rating: Math.round(min + stage.pick(ratingShare[mood]) * (max - min)),
    ...(stage.chance() < 0.7 && voice.language === undefined ? { title: stage.title(mood) } : {}),
    body: voice.words,
    ...toldLanguage(stage, voice),
  };
};

/** Oldest first; what happened in the same moment stays in the order it was told. */
export const oldestFirst = (messages: readonly SampleMessage[]): SampleMessage[] =>
  messages.toSorted((a, b) => millis(a.occurredAt) - millis(b.occurredAt));
