import type { Instant } from '../instant.ts';
import type { Metric, ScoreClass } from '../message/scale.ts';
import type { Place } from './attribution.ts';
import type { HeardFact } from './heard-fact.ts';

/** One survey to one customer, whatever of it we were told: that it was sent, held back, bounced, answered. */
export interface Invitation {
  source: string;
  id: string;
  metric: Metric;
  place: Place;
  /** When the customer was asked, or would have been; an answer nobody announced counts as asked when it came. */
  at: Instant;
  /** What it is told by: that it was sent, else held back, else bounced, else the answer. */
  first: HeardFact;
  /** The message that told that the customer was asked; absent where only a hold or an answer is known. */
  sent?: HeardFact;
  /** Whether we were told of it before or beside an answer; else only the answer is known. */
  asked: boolean;
  held: boolean;
  bounced: boolean;
  answer?: HeardFact;
}

const surveyOf = (heard: HeardFact) => (heard.fact.message.kind === 'survey' ? heard.fact.message : undefined);

const merge = (heard: readonly HeardFact[]): Invitation | undefined => {
  const by = (status: string) => heard.find((h) => surveyOf(h)?.status === status);
  const [sent, held, bounced, answer] = [by('invited'), by('held'), by('bounced'), by('answered')];
  const first = sent ?? held ?? bounced ?? answer;
  const survey = first && surveyOf(first);
  if (!first || !survey) return undefined;
  return {
    source: survey.source,
    id: survey.id,
    metric: survey.metric,
    place: first.place,
    at: first.at,
    first,
    asked: (sent ?? held ?? bounced) !== undefined,
    held: held !== undefined && sent === undefined,
    bounced: bounced !== undefined && answer === undefined,
    ...(sent ? { sent } : {}),
    ...(answer ? { answer } : {}),
  };
};

/** The surveys of a story, by the time each was sent. */
export const invitationsOf = (story: readonly HeardFact[]): Invitation[] => {
  const surveys = Map.groupBy(
    story.filter((heard) => surveyOf(heard)),
    ({ fact: { message } }) => JSON.stringify([message.source, message.id]),
  );
  return [...surveys.values()]
    .map(merge)
    .filter((invitation) => invitation !== undefined)
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.id < b.id ? -1 : 1));
};

/** Class of the answer; `none` for silence and for an answer in words only. */
export const answeredClass = (invitation: Invitation): ScoreClass | 'none' => invitation.answer?.scoreClass ?? 'none';
