import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { OPERATOR } from '../../lib/local/run/deployment.ts';
import { runLive } from '../../lib/local/run/live.ts';
import { runningIn } from '../../lib/local/state/folder.ts';

/** `npm start` with its sample, as a person has it before them. */
export interface Running {
  /** Of the page. */
  url: string;
  /** Posts a text that complains, of a customer whom nobody answered for days. */
  complain(customerId: string): Promise<void>;
  stop(): Promise<void>;
}

export const startRunning = async (): Promise<Running> => {
  const folder = mkdtempSync(join(tmpdir(), 'dark-corners-browser-'));
  const interrupt = new AbortController();
  const said: string[] = [];
  let isUp = () => {};
  const up = new Promise<void>((resolve) => {
    isUp = resolve;
  });
  const ended = runLive({
    port: 0,
    dashboardPort: 0,
    sample: true,
    folder,
    fresh: false,
    say: (line) => {
      said.push(line);
      if (line.startsWith('Running.')) isUp();
    },
    progress: () => {},
    onBroken: (error) => {
      throw error;
    },
    signal: interrupt.signal,
  });
  await Promise.race([up, ended]);
  const [, url] = /The page for analysts is at (\S+)/.exec(said.join('\n')) ?? [];
  const running = runningIn(folder);
  if (url === undefined || running === undefined) throw new Error(`npm start did not come up: ${said.join(' / ')}`);
  const sqs = new SQSClient({ endpoint: running.endpoint, ...OPERATOR });
  return {
    url,
    complain: async (customerId) => {
      const body = {
        kind: 'text',
        source: 'my-terminal',
        id: customerId,
        occurredAt: new Date(Date.now() - 4 * 86_400_000).toISOString(),
        customerId,
        touchpoint: 'delivery',
        location: 'Millfield',
        channel: 'sms',
        body: 'My order arrived two hours late and half of it was spilled. Nobody answers the phone.',
      };
      const QueueUrl = running.outputs.TextsQueueUrl;
      await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: JSON.stringify(body) }));
    },
    stop: async () => {
      sqs.destroy();
      interrupt.abort();
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
