import { BACKFILL } from '../../../functions/domain/message/backfill.ts';
import { GUEST_FACTS } from '../../../functions/domain/story/guests.ts';
import { words } from '../../builders.ts';
import type { Stage } from './stage.ts';
import { nextWednesday } from './wednesdays.ts';

const daysAgo = (days: number): string => new Date(Date.now() - days * 86_400_000).toISOString();

/** What happens, one thing after the other; after each the stack comes to rest. */
interface Step {
  what: string;
  act(stage: Stage): Promise<void>;
}

const place = { touchpoint: 'delivery', location: 'Millfield' } as const;

const survey = ({ fresh }: Stage, occurredAt: string, rest: object) => ({
  kind: 'survey',
  source: 'survey-tool',
  id: fresh('survey'),
  customerId: fresh('mara'),
  ...place,
  metric: 'nps',
  occurredAt,
  ...rest,
});

const text = ({ fresh }: Stage, id: string, occurredAt: string, rest: object) => ({
  kind: 'text',
  source: 'sms-gateway',
  id: fresh(id),
  customerId: fresh('mara'),
  ...place,
  channel: 'sms',
  occurredAt,
  ...rest,
});

const review = ({ fresh }: Stage, occurredAt: string, rest: object) => ({
  kind: 'review',
  source: 'review-site',
  id: fresh('review'),
  ...place,
  occurredAt,
  ...rest,
});

const schedules = ['AnalysisFollowUp', 'AnalysisComparison', 'AnalysisExplanation', 'IntakeParkedScores'];

/**
 * Makes every call that the grants of the stack's work are for, and no other: whoever grants more adds the step that calls for it.
 */
export const steps: Step[] = [
  {
    what: 'a customer complains by text and is brushed off',
    act: async (stage) => {
      await stage.post('TextsQueueUrl', text(stage, 'complaint', daysAgo(9), { body: words.complaint }));
      const reply = { body: words.hollow, direction: 'outbound' };
      await stage.post('TextsQueueUrl', text(stage, 'reply', daysAgo(8.9), reply));
    },
  },
  {
    what: 'a survey is sent and answered',
    act: async (stage) => {
      await stage.post('SurveysQueueUrl', survey(stage, daysAgo(8), { status: 'invited' }));
      const answer = { status: 'answered', score: 10, comment: words.praise };
      await stage.post('SurveysQueueUrl', survey(stage, daysAgo(7), answer));
    },
  },
  {
    what: 'nobody in particular praises in stars and complains in words',
    act: (stage) => stage.post('ReviewsQueueUrl', review(stage, daysAgo(6), { rating: 5, body: words.complaint })),
  },
  {
    what: 'the same text comes again, then corrected, then withdrawn',
    act: async (stage) => {
      const complaint = text(stage, 'complaint', daysAgo(9), { body: words.complaint });
      await stage.post('TextsQueueUrl', complaint);
      await stage.post('TextsQueueUrl', { ...complaint, revision: 1, body: words.question });
      await stage.cloud.drain();
      const { kind, source, id } = complaint;
      await stage.post('TextsQueueUrl', { kind, source, id, occurredAt: daysAgo(5), revision: 2, retracted: true });
    },
  },
  {
    what: 'messages are broken, and worked off',
    act: async (stage) => {
      for (const output of ['SurveysQueueUrl', 'TextsQueueUrl', 'ReviewsQueueUrl']) {
        await stage.post(output, `{"kind":"text","id":"${stage.fresh(output)}"`);
      }
      await stage.cloud.drain();
      const listed = (await stage.rejects('list --json')).split('\n').filter(Boolean);
      for (const { id } of listed.map((line) => JSON.parse(line))) {
        await stage.rejects(`show ${id} --body`);
        await stage.rejects(`redrive ${id} --unchecked`);
      }
      await stage.cloud.drain();
      for (const line of listed) await stage.rejects(`drop ${JSON.parse(line).id} --yes`);
    },
  },
  {
    what: 'words wait for their score, and get it',
    act: async (stage) => {
      await stage.whileOut(async () => {
        const waits = text(stage, 'waits', daysAgo(3), { body: words.complaint, customerId: stage.fresh('ida') });
        await stage.post('TextsQueueUrl', waits);
        const told = { ...waits, id: stage.fresh('waits as history'), customerId: stage.fresh('udo') };
        await stage.post('TextsQueueUrl', told, { [BACKFILL]: 'true' });
        await stage.cloud.drain();
        await stage.fire('IntakeParkedScores', 'done');
      });
      await stage.fire('IntakeParkedScores', 'done');
    },
  },
  {
    what: 'history is told, and looked at when its time has come',
    act: async (stage) => {
      const told = text(stage, 'history', daysAgo(4), { body: words.complaint, customerId: stage.fresh('otto') });
      await stage.post('TextsQueueUrl', told, { [BACKFILL]: 'true' });
      await stage.cloud.drain();
      await stage.fire('AnalysisFollowUp', 'done');
    },
  },
  {
    what: 'a week is summed up that never was before',
    act: (stage) => stage.fire('AnalysisFollowUp', 'done', { at: nextWednesday() }),
  },
  {
    what: 'touchpoints are compared, and a fix with those left alone',
    act: async (stage) => {
      await stage.mend();
      await stage.fire('AnalysisComparison', 'done');
    },
  },
  {
    what: 'the team of an action is gone, and another is told',
    act: async (stage) => {
      await stage.disown();
      await stage.fire('AnalysisFollowUp', 'done');
    },
  },
  {
    what: 'touchpoints are explained',
    act: (stage) => stage.fire('AnalysisExplanation', 'done'),
  },
  {
    what: 'runs fail to the end',
    act: async (stage) => {
      for (const schedule of schedules) await stage.fire(schedule, 'dead-lettered', { at: 'no time' });
    },
  },
  {
    what: 'schedules cannot start anything',
    act: (stage) =>
      stage.whileRefused(async () => {
        for (const schedule of schedules) await stage.fire(schedule, 'dead-lettered');
      }),
  },
  {
    what: 'one customer key turns out to be shared by many',
    act: async (stage) => {
      const day = daysAgo(2).slice(0, 10);
      const customerId = stage.fresh('guest');
      const told = Array.from({ length: GUEST_FACTS + 1 }, (_, i) =>
        text(stage, `guest ${i}`, `${day}T10:00:00Z`, { body: 'Where is it?', customerId, language: 'xx' }),
      );
      await stage.postAll('TextsQueueUrl', told);
      await stage.cloud.drain();
      await stage.fire('AnalysisFollowUp', 'done');
      await stage.post('TextsQueueUrl', text(stage, 'guest again', daysAgo(1), { body: 'Where is it?', customerId }));
    },
  },
];

type Listed = { id: string; version: number; customerId?: string };

/** What analysts ask of what was played before: every call of the functions that answer them. */
export const questions: Step[] = [
  { what: 'the page is opened', act: async ({ ask }) => void (await ask('GET', '/config.json')) },
  {
    what: 'actions are listed by each index, a page at a time',
    act: async ({ ask }) => {
      const { next } = await ask('GET', '/v1/actions?status=open&limit=1');
      await ask('GET', `/v1/actions?status=open&limit=1&cursor=${next}`);
      await ask('GET', '/v1/actions?team=Delivery');
      await ask('GET', '/v1/actions?touchpoint=delivery&location=Millfield');
      await ask('GET', `/v1/actions?changedSince=${daysAgo(1)}`);
      await ask('GET', '/v1/gaps?kind=unanswered');
    },
  },
  {
    what: 'an action is looked at and taken on',
    act: async ({ ask }) => {
      const { actions } = (await ask('GET', '/v1/actions?status=open')) as { actions: Listed[] };
      const mine = actions.find(({ customerId }) => customerId !== undefined);
      if (!mine) throw new Error('no action of a customer is open');
      await ask('GET', `/v1/words/${mine.id}`);
      await ask('POST', `/v1/actions/${mine.id}/changes`, { kind: 'acknowledge', version: mine.version });
      await ask('GET', `/v1/story?customer=${encodeURIComponent(mine.customerId ?? '')}`);
    },
  },
  {
    what: 'touchpoints are looked at, and something is noted beside them',
    act: async ({ ask }) => {
      const { touchpoints } = (await ask('GET', '/v1/touchpoints')) as { touchpoints: Listed[] };
      for (const { id } of touchpoints) await ask('GET', `/v1/touchpoints/${id}`);
      const { id } = await ask('POST', '/v1/annotations', { day: daysAgo(3).slice(0, 10), text: 'New courier' });
      await ask('DELETE', `/v1/annotations/${id}`);
    },
  },
  {
    what: 'a customer is to be erased',
    act: async ({ ask, fresh }) => void (await ask('POST', '/v1/erasures', { customerId: fresh('mara') })),
  },
];

/** Plays steps. Throws a DeniedError at the first call that the stack does not allow. */
export const play = async (stage: Stage, played: readonly Step[] = [...steps, ...questions]): Promise<void> => {
  for (const { act } of played) {
    await act(stage);
    await stage.cloud.drain();
  }
};
