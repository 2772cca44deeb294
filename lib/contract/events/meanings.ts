import type { ProductEvent } from '../../../functions/domain/events/event.ts';

export type EventType = ProductEvent['type'];

/** When an event of each type is told, in the words of the page for those who take them. */
export const eventMeanings: Readonly<Record<EventType, string>> = {
  'action.raised': 'an action is there, with its owner and its deadline',
  'action.joined':
    'more evidence of the same matter or touchpoint came to it; priority, deadline and title may have changed',
  'action.acknowledged': 'a person of its team has it in hand',
  'action.resolved': 'it is said to be done, by a person; or by `triage`, as all that it answered for has closed',
  'action.verified':
    'it was right: the customer was heard to be content since, or the touchpoint is better than those left alone',
  'action.unconfirmed': 'it was said to be done, and nothing was heard since that would bear it out',
  'action.reopened': 'it is to be done after all, by a new deadline',
  'action.dismissed': 'nothing is to be done, says a person; or `triage`, as the facts no longer bear it out',
  'action.queued': 'it waits, as its team has as much open as its budget allows; the deadline runs on',
  'action.promoted': 'its team has room for it again',
  'action.reassigned': 'another team answers for it, or the same under another contact',
  'action.reminded': 'its deadline comes near; `to` is who should know',
  'action.escalated': 'its deadline has passed; `to` is who should know now, one level up the chain',
  'action.labelled': 'a person says that it should not have been: no complaint, or the wrong gap',
  'hold.placed': 'the customer complained: send no survey until the hold is released or has ended by itself',
  'hold.extended': 'something changed about a hold that goes on: its end, or what it rests on',
  'hold.released': 'the customer may be sent surveys again',
  'digest.made': 'what a team has to do today, once a day that it works',
  'week.summed_up': 'five lines on the week, for whoever leads',
};
