import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import {
  CreateQueueCommand,
  GetQueueAttributesCommand,
  ReceiveMessageCommand,
  SendMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import { afterAll, describe, expect, it } from 'vitest';
import { OPERATOR } from '../../../lib/local/run/deployment.ts';
import { DEFAULT_FOLDER } from '../../../lib/local/run/live.ts';
import { postSample, sampleIsPosted } from '../../../lib/local/run/sample-posting.ts';
import { openStateFolder, type Running, runningIn } from '../../../lib/local/state/folder.ts';
import { makeEndpoint } from '../running-endpoint.ts';

const place = mkdtempSync(join(tmpdir(), 'live-run-'));
const children: ChildProcess[] = [];
afterAll(() => {
  for (const child of children) child.kill('SIGKILL');
  rmSync(place, { recursive: true, force: true });
});

/** `npm start` where nobody else starts anything. */
const start = (...words: string[]) => {
  const child = spawn(process.execPath, [resolve('bin/start.ts'), '--no-sample', ...words], {
    cwd: place,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  children.push(child);
  const ended = Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
  return { child, ended: ended.then(([stdout, stderr]) => ({ stdout, stderr, code: child.exitCode })) };
};

const ready = async ({ child }: ReturnType<typeof start>): Promise<Running> => {
  for (;;) {
    const running = runningIn(join(place, DEFAULT_FOLDER));
    if (running && running.pid === child.pid) return running;
    if (child.exitCode !== null) throw new Error('The run has ended.');
    await pause(20);
  }
};

describe('npm start', () => {
  it('tells who holds its folder or its port, ends within two seconds, and goes on where it was', async () => {
    const first = start('--port', '0');
    const { endpoint, outputs } = await ready(first);

    const { pid } = first.child;
    const sameFolder = await start('--port', '0').ended;
    expect(sameFolder).toMatchObject({ code: 1, stdout: '' });
    expect(sameFolder.stderr).toBe(
      `${DEFAULT_FOLDER} is in use by a run (process ${pid} at ${endpoint}). End that one with Ctrl-C or \`kill ${pid}\`, or keep the state of this one elsewhere: --folder DIR --port 0.\n`,
    );
    const { port } = new URL(endpoint);
    const samePort = await start('--port', port, '--folder', 'other').ended;
    expect(samePort).toMatchObject({ code: 1, stdout: '' });
    expect(samePort.stderr).toBe(
      `Port ${port} is taken by another local run (process ${pid}). End that one with Ctrl-C or \`kill ${pid}\`, or choose another port: npm start -- --port 0 picks a free one.\n`,
    );

    const sqs = new SQSClient({ endpoint, ...OPERATOR });
    await sqs.send(new SendMessageCommand({ QueueUrl: outputs.SurveysQueueUrl, MessageBody: '{"kind":"fax"}' }));
    const bridge = new EventBridgeClient({ endpoint, ...OPERATOR });
    const event = { EventBusName: outputs.EventBusName, Source: 'dark-corners', DetailType: 'trial', Detail: '{}' };
    await bridge.send(new PutEventsCommand({ Entries: [event] }));
    const interrupted = performance.now();
    first.child.kill('SIGINT');
    const { code, stdout, stderr } = await first.ended;
    expect(performance.now() - interrupted).toBeLessThan(2_000);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(
      `Ended. The state is kept in ${DEFAULT_FOLDER}: npm start goes on with it, npm start -- --fresh begins anew.\n`,
    );

    const second = start('--port', '0');
    const { outputs: again, endpoint: there } = await ready(second);
    const reader = new SQSClient({ endpoint: there, ...OPERATOR });
    const { Messages } = await reader.send(new ReceiveMessageCommand({ QueueUrl: again.EventsQueueUrl }));
    const [previous] = readFileSync(join(place, DEFAULT_FOLDER, 'events.previous.jsonl'), 'utf8').split('\n');
    expect(Messages?.map(({ Body }) => Body)).toEqual([previous]);
    second.child.kill('SIGINT');
    expect((await second.ended).stdout).toMatch(
      `Goes on with the state kept in ${DEFAULT_FOLDER}: 1 message in its queues.`,
    );

    const fresh = start('--port', '0', '--fresh');
    await ready(fresh);
    fresh.child.kill('SIGTERM');
    expect((await fresh.ended).stdout).not.toMatch('Goes on');
  }, 60_000);
});

/** A queue for each kind of message, and how many messages are in them. */
const queuesOf = async (sqs: SQSClient) => {
  const make = async (QueueName: string): Promise<string> =>
    (await sqs.send(new CreateQueueCommand({ QueueName }))).QueueUrl ?? '';
  const queueUrls = { survey: await make('Surveys'), text: await make('Texts'), review: await make('Reviews') };
  const depth = async (QueueUrl: string): Promise<number> => {
    const { Attributes } = await sqs.send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['All'] }));
    return Number(Attributes?.ApproximateNumberOfMessages);
  };
  const posted = async (): Promise<number> =>
    (await Promise.all(Object.values(queueUrls).map(depth))).reduce((sum, count) => sum + count, 0);
  return { queueUrls, posted };
};

describe('the sample', () => {
  it('is posted once, though the run that posts it is killed and another goes on', async () => {
    const endpoint = await makeEndpoint();
    const sqs = new SQSClient(endpoint.clientConfig);
    const folder = openStateFolder(join(place, 'posting'));
    const { queueUrls, posted } = await queuesOf(sqs);
    const end = new Date('2026-03-30T00:00:00Z');
    const killed = postSample({ sqs, queueUrls }, folder, end, () => {
      throw new Error('killed here');
    });
    await expect(killed).rejects.toThrow('killed here');
    expect(sampleIsPosted(folder)).toBe(false);
    const lines = await postSample({ sqs, queueUrls }, folder, new Date('2026-04-02T00:00:00Z'), () => {});
    expect(sampleIsPosted(folder)).toBe(true);
    expect(await posted()).toBe(lines);
    folder.close();
    await endpoint.close();
  });
});
