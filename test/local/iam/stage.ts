import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DeleteItemCommand, DynamoDBClient, QueryCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { PurgeQueueCommand, SendMessageBatchCommand, SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { Actions } from '../../../functions/adapters/actions.ts';
import { DynamoTable } from '../../../functions/adapters/dynamo-table.ts';
import { changed } from '../../../functions/domain/actions/action.ts';
import { fixActionId } from '../../../functions/domain/actions/triage-touchpoint.ts';
import { DAY, instantAt } from '../../../functions/domain/instant.ts';
import { chunked } from '../../../functions/runtime/concurrency.ts';
import { type LocalCloud, startLocalCloud } from '../../../lib/local/cloud.ts';
import { ComprehendStandIn } from '../../../lib/local/comprehend/stand-in.ts';
import { OPERATOR } from '../../../lib/local/run/deployment.ts';
import { synthesizedAssembly } from '../../../lib/local/run/synthesis.ts';
import type { RunEnd } from '../../../lib/local/schedule/asynchronous-run.ts';
import { runRejects } from '../../../lib/rejects/run.ts';
import { surging } from '../../domain/actions/compared-gaps.ts';
import { openAction } from '../../domain/actions/working.ts';

/** Functions that run under a lease. */
const leased = ['compare-touchpoints', 'explain-touchpoints', 'follow-up-actions', 'score-parked'];

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
  /** Gives an open action to a team that owners.json does not know. Throws where none is open. */
  disown(): Promise<void>;
  /** Has a person have said a month ago that a surge is mended, and nobody have looked at the fleet since. */
  mend(): Promise<void>;
  /** Says `npm run rejects` with these words, in the redrive role. Throws unless it ends well; answers what it printed. */
  rejects(words: string): Promise<string>;
  /** Asks the API as its operator, with JSON where there is any; answers what it said. Throws where it said no. */
  ask(method: 'GET' | 'POST' | 'DELETE', path: string, body?: object): Promise<Record<string, unknown>>;
  /** Takes what lies in the queues away, waits for what still runs, and forgets leases and secrets. */
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
    disown: async () => {
      const TableName = cloud.outputs.StateTableName;
      const { Items: [open] = [] } = await dynamo.send(
        new QueryCommand({
          TableName,
          IndexName: 'listing',
          KeyConditionExpression: 'listPartition = :open',
          ExpressionAttributeValues: { ':open': { S: 'action#open' } },
          Limit: 1,
        }),
      );
      if (!open?.pk || !open.sk) throw new Error('no action is open');
      await dynamo.send(
        new UpdateItemCommand({
          TableName,
          Key: { pk: open.pk, sk: open.sk },
          UpdateExpression: 'SET #owner = :nobody',
          ExpressionAttributeNames: { '#owner': 'owner' },
          ExpressionAttributeValues: { ':nobody': { M: { team: { S: 'Dissolved' }, contact: { S: '-' } } } },
        }),
      );
    },
    mend: async () => {
      const state = new DynamoTable(dynamo, cloud.outputs.StateTableName ?? '');
      const ago = (days: number) => instantAt(Date.now() - days * DAY);
      const surge = { ...surging(), id: `surge-${randomUUID()}`, history: [{ state: 'open' as const, at: ago(40) }] };
      const { touchpoint = '', location = '' } = surge;
      const fix = openAction({ id: fixActionId(surge), kind: 'fix', gapIds: [surge.id], touchpoint, location });
      const actions = new Actions(state);
      await actions.putGap(surge, ago(40));
      const done = { at: ago(30), by: 'kim', type: 'resolved', change: 'resolved' } as const;
      await actions.putAction(changed(fix, { status: 'resolved' }, done), undefined);
      await state.delete({ pk: 'fleet', sk: 'looks' });
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
    ask: async (method, path, body) => {
      const answer = await fetch(`${cloud.api}${path}`, {
        method,
        headers: {
          authorization: 'AWS4-HMAC-SHA256 Credential=operator/20260101/local/execute-api/aws4_request, Signature=0',
          ...(body && { 'content-type': 'application/json' }),
        },
        ...(body && { body: JSON.stringify(body) }),
      });
      const told = await answer.text();
      // A call that was refused is told as such, and the answer as what came of it.
      if (answer.status >= 500) await cloud.drain();
      if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${told}`);
      const isJson = answer.headers.get('content-type')?.startsWith('application/json');
      return isJson ? (JSON.parse(told) as Record<string, unknown>) : {};
    },
    clear: async () => {
      playing = randomUUID().slice(0, 8);
      for (const QueueUrl of Object.values(cloud.queues)) await sqs.send(new PurgeQueueCommand({ QueueUrl }));
      await cloud.drain();
      const left: [string | undefined, string, string][] = [
        [cloud.outputs.ErasuresTableName, 'hash-key', 'v1'],
        [cloud.outputs.ErasuresTableName, 'cursor-key', 'v1'],
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
