import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DeleteItemCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { PurgeQueueCommand, SendMessageBatchCommand, SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { instantAt } from '../../../functions/domain/instant.ts';
import { BACKFILL } from '../../../functions/domain/message/backfill.ts';
import { GUEST_FACTS } from '../../../functions/domain/story/guests.ts';
import { chunked } from '../../../functions/runtime/concurrency.ts';
import { type LocalCloud, startLocalCloud } from '../../../lib/local/cloud.ts';
import { ComprehendStandIn } from '../../../lib/local/comprehend/stand-in.ts';
import { OPERATOR } from '../../../lib/local/run/deployment.ts';
import { synthesizedAssembly } from '../../../lib/local/run/synthesis.ts';
import type { RunEnd } from '../../../lib/local/schedule/asynchronous-run.ts';
import { runRejects } from '../../../lib/rejects/run.ts';
import { words } from '../../builders.ts';
import { nextWednesday } from './wednesdays.ts';

/** The synthesized stack at work, and how a story is played on it. */
export interface Stage {
  cloud: LocalCloud;
  /** Ids that no earlier playing has used. */
  fresh(name: string): string;
  /** Posts to the queue of an output. */
  post(output: string, body: object | string, attributes?: Record<string, string>): Promise<void>;
  /** Posts many to the queue of an output. */
  postAll(output: string, bodies: readonly object[]): Promise<void>;
  /** Lets a schedule run as its clock would; throws unless it ends as said. */
  fire(schedule: string, end: RunEnd['kind'], override?: object): Promise<void>;
  /** Runs meanwhile with schedules that cannot invoke anything. */
  whileRefused(work: () => Promise<void>): Promise<void>;
  /** Runs meanwhile with a scorer that is out. */
  whileOut(work: () => Promise<void>): Promise<void>;
  /** Says `npm run rejects` with these words, in the redrive role. Throws unless it ends well; answers what it printed. */
  rejects(words: string): Promise<string>;
  /** Takes what lies in the queues away, waits for what still runs, and forgets leases and the key of the customer hash. */
  clear(): Promise<void>;
  stop(): Promise<void>;
}

export const openStage = async (): Promise<Stage> => {
  let refused = false;
  let out = false;
  let now = Date.now();
  const cloud = await startLocalCloud({
    assembly: await synthesizedAssembly(),
    log: () => {},
    comprehend: new ComprehendStandIn({ outage: () => out }),
    refuseRun: () => (refused ? { code: 'TooManyRequestsException', message: 'Rate Exceeded.' } : undefined),
    waits: {
      now: () => now,
      pause: async (milliseconds) => {
        now += milliseconds;
      },
    },
  });
  const sqs = new SQSClient({ endpoint: cloud.endpoint, ...OPERATOR });
  const dynamo = new DynamoDBClient({ endpoint: cloud.endpoint, ...OPERATOR });
  const folder = mkdtempSync(join(tmpdir(), 'dark-corners-grants-'));
  const running = { pid: process.pid, endpoint: cloud.endpoint, outputs: cloud.outputs };
  writeFileSync(join(folder, 'running.json'), JSON.stringify(running));
  let playing = randomUUID().slice(0, 8);
  return {
    cloud,
    fresh: (name) => `${name}-${playing}`,
    post: async (output, body, attributes = {}) => {
      await sqs.send(
        new SendMessageCommand({
          QueueUrl: cloud.outputs[output],
          MessageBody: typeof body === 'string' ? body : JSON.stringify(body),
          MessageAttributes: Object.fromEntries(
            Object.entries(attributes).map(([name, StringValue]) => [name, { DataType: 'String', StringValue }]),
          ),
        }),
      );
    },
    postAll: async (output, bodies) => {
      for (const chunk of chunked(bodies, 10)) {
        const Entries = chunk.map((body, i) => ({ Id: String(i), MessageBody: JSON.stringify(body) }));
        await sqs.send(new SendMessageBatchCommand({ QueueUrl: cloud.outputs[output], Entries }));
      }
    },
    fire: async (schedule, end, override) => {
      const came = await cloud.fireSchedule(schedule, new Date(), override);
      await cloud.drain();
      if (came.kind !== end) throw new Error(`${schedule}: ${end} was expected, it came to be ${came.kind}`);
    },
    whileRefused: async (work) => {
      refused = true;
      await work().finally(() => {
        refused = false;
      });
    },
    whileOut: async (work) => {
      out = true;
      await work().finally(() => {
        out = false;
      });
    },
    rejects: async (words) => {
      const said = { out: [] as string[], notes: [] as string[] };
      const code = await runRejects([...words.split(' '), '--folder', folder], {
        out: (told) => said.out.push(told),
        note: (told) => said.notes.push(told),
        screen: false,
        now: () => instantAt(Date.now()),
        signal: new AbortController().signal,
      });
      const denied = cloud.denials.map(({ message }) => message).join(' / ');
      if (code !== 0) throw new Error(`rejects ${words}: ${said.notes.join(' / ')} / ${denied}`);
      return said.out.join('\n');
    },
    clear: async () => {
      playing = randomUUID().slice(0, 8);
      for (const QueueUrl of Object.values(cloud.queues)) await sqs.send(new PurgeQueueCommand({ QueueUrl }));
      await cloud.drain();
      const left: [string | undefined, string, string][] = [
        [cloud.outputs.ErasuresTableName, 'hash-key', 'v1'],
        // A run that was cut off still holds its lease.
        ...leased.map((run): [string | undefined, string, string] => [
          cloud.outputs.StateTableName,
          `lease#${run}`,
          'lease',
        ]),
      ];
      for (const [TableName, pk, sk] of left) {
        await dynamo.send(new DeleteItemCommand({ TableName, Key: { pk: { S: pk }, sk: { S: sk } } }));
      }
    },
    stop: async () => {
      sqs.destroy();
      dynamo.destroy();
      await cloud.stop();
      rmSync(folder, { recursive: true });
    },
  };
};

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

const leased = ['compare-touchpoints', 'explain-touchpoints', 'follow-up-actions', 'score-parked'];
const schedules = ['AnalysisFollowUp', 'AnalysisComparison', 'AnalysisExplanation', 'IntakeParkedScores'];

/**
 * Makes every call that the stack's grants are for, and no other: whoever grants more adds the step that calls for it.
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
    what: 'touchpoints are compared and explained',
    act: async (stage) => {
      for (const schedule of ['AnalysisComparison', 'AnalysisExplanation']) await stage.fire(schedule, 'done');
    },
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

/** Plays all steps. Throws a DeniedError at the first call that the stack does not allow. */
export const play = async (stage: Stage): Promise<void> => {
  for (const { act } of steps) {
    await act(stage);
    await stage.cloud.drain();
  }
};
