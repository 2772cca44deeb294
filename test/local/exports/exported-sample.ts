import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Instant } from '../../../functions/domain/instant.ts';
import { runExport } from '../../../lib/export/run.ts';
import { type LocalCloud, startLocalCloud } from '../../../lib/local/cloud.ts';
import { connect } from '../../../lib/local/run/deployment.ts';
import { postFeed } from '../../../lib/local/run/feed.ts';
import { stepThrough } from '../../../lib/local/run/steps.ts';
import { synthesizedAssembly } from '../../../lib/local/run/synthesis.ts';
import { sampleFeed } from '../../../lib/local/sample/fennel-and-rye.ts';

/** A Thursday afternoon: the sample ends there. */
export const END: Instant = '2026-03-05T14:00:00.000Z';

/** The sample company on a local cloud that exports daily, words among it, found as `npm start` lets itself be found. */
export interface ExportedSample {
  cloud: LocalCloud;
  /** A folder that is gone with the sample. */
  folder: string;
  /** Says `npm run export` with these words, as of the end. */
  run(
    words: string,
    ending?: { signal: AbortSignal; progress(what: string): void },
  ): Promise<{ code: number; out: string; notes: string }>;
  stop(): Promise<void>;
}

export const openSample = async (): Promise<ExportedSample> => {
  const folder = mkdtempSync(join(tmpdir(), 'dark-corners-export-'));
  const assembly = await synthesizedAssembly(undefined, { exportDaily: 'true', exportTexts: 'true' });
  let now = Date.now();
  const waits = {
    now: () => now,
    pause: async (milliseconds: number) => {
      now += milliseconds;
    },
  };
  const cloud = await startLocalCloud({ assembly, waits, log: () => {} });
  const { endpoint, outputs } = cloud;
  writeFileSync(join(folder, 'running.json'), JSON.stringify({ pid: process.pid, endpoint, outputs }));
  const deployment = connect(cloud);
  const feed = sampleFeed(new Date(END)).map((message) => JSON.stringify(message));
  await postFeed(deployment, feed, { backfill: true, progress: () => {} });
  await cloud.drain();
  await stepThrough(cloud, deployment, { asOf: END, windowDays: 28, progress: () => {} });
  return {
    cloud,
    folder,
    run: async (words, ending = { signal: new AbortController().signal, progress: () => {} }) => {
      const said = { out: '', notes: '' };
      const code = await runExport(words.split(' '), {
        out: (text) => {
          said.out += `${text}\n`;
        },
        note: (text) => {
          said.notes += `${text}\n`;
        },
        now: () => END,
        ...ending,
      });
      return { code, ...said };
    },
    stop: async () => {
      await cloud.stop();
      rmSync(folder, { recursive: true });
    },
  };
};
