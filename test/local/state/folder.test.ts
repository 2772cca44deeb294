import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  openStateFolder,
  runningIn,
  type StateFolder,
  type StateFolderOptions,
} from '../../../lib/local/state/folder.ts';
import type { JournalEntry, KeptMessage } from '../../../lib/local/state/kept-state.ts';

let root: string;
let path: string;
const opened: StateFolder[] = [];
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'state-'));
  path = join(root, 'state');
});
afterEach(() => {
  for (const folder of opened.splice(0)) folder.close();
  rmSync(root, { recursive: true });
});

const open = (options?: StateFolderOptions): StateFolder => {
  const folder = openStateFolder(path, options);
  opened.push(folder);
  return folder;
};
const close = (): void => opened.pop()?.close();

const message = (id: string): KeptMessage => ({
  id,
  body: 'late and spilled',
  attributes: {},
  senderId: 'upstream',
  sentAt: 1_000,
  visibleFrom: 1_000,
  receives: 0,
  receivesHere: 0,
  inHand: false,
});

const item = (key: string, value: string) => ({ pk: { S: key }, value: { S: value } });

const put = (key: string, value: string): JournalEntry => ({
  kind: 'written',
  changes: [{ table: 'Facts', key, item: item(key, value) }],
});

describe('a state folder', () => {
  it('gives the next run the items and messages as the last one left them', () => {
    const folder = open();
    folder.append(put('a', 'first'));
    folder.append(put('b', 'second'));
    folder.append(put('a', 'changed'));
    folder.append({ kind: 'written', changes: [{ table: 'Facts', key: 'b' }] });
    for (const id of ['1', '2', '3']) folder.append({ kind: 'sent', queue: 'Texts', message: message(id) });
    folder.append({ kind: 'deleted', queue: 'Texts', id: '2' });
    folder.append({ kind: 'moved', from: 'Texts', to: 'Dead', id: '1', sourceArn: 'arn:texts' });
    folder.note('sample', 7);
    close();
    for (const _ of ['once', 'and from what that one wrote anew']) {
      const next = open();
      expect([...(next.kept.tables.get('Facts') ?? [])]).toEqual([['a', item('a', 'changed')]]);
      expect([...(next.kept.queues.get('Texts')?.keys() ?? [])]).toEqual(['3']);
      expect(next.kept.queues.get('Dead')?.get('1')).toMatchObject({ deadLetterSourceArn: 'arn:texts' });
      expect(next.noted('sample')).toBe(7);
      close();
    }
  });

  it('takes back the receipt that the end of a run broke off, and no other', () => {
    const folder = open();
    folder.append({ kind: 'sent', queue: 'Texts', message: message('1') });
    folder.append({ kind: 'received', queue: 'Texts', ids: ['1'], at: 2_000 });
    folder.append({ kind: 'received', queue: 'Texts', ids: ['1'], at: 3_000 });
    close();
    for (const _ of ['once', 'and again without another receipt']) {
      expect(open().kept.queues.get('Texts')?.get('1')).toMatchObject({
        receives: 2,
        receivesHere: 1,
        firstReceivedAt: 2_000,
        inHand: false,
      });
      close();
    }
  });

  it('is written anew while it grows, and holds the same', () => {
    const folder = open({ compactFrom: 20_000 });
    for (let i = 0; i < 1_000; i++) folder.append(put(`key-${i % 10}`, String(i)));
    close();
    expect(statSync(join(path, 'journal')).size).toBeLessThan(30_000);
    expect(open().kept.tables.get('Facts')?.get('key-3')).toMatchObject({ value: { S: '993' } });
  });

  it('leaves out an entry that a crash left half written, and says so', () => {
    open().append(put('a', 'whole'));
    close();
    writeFileSync(join(path, 'journal'), '0000', { flag: 'a' });
    const folder = open();
    expect(folder.torn).toBe(4);
    expect(folder.kept.tables.get('Facts')?.size).toBe(1);
  });

  it('begins anew when asked to', () => {
    const folder = open();
    folder.append(put('a', 'old'));
    folder.note('sample', 7);
    const secret = folder.secret('kms');
    close();
    const fresh = open({ fresh: true });
    expect(fresh.kept.tables.size).toBe(0);
    expect(fresh.noted('sample')).toBeUndefined();
    expect(fresh.secret('kms')).not.toEqual(secret);
  });

  it('keeps a secret of each name from run to run', () => {
    const folder = open();
    const secret = folder.secret('kms');
    expect(secret).toHaveLength(32);
    expect(folder.secret('other')).not.toEqual(secret);
    close();
    expect(open().secret('kms')).toEqual(secret);
  });

  it('lets nobody else on the machine read what was posted', () => {
    open().secret('kms');
    expect(statSync(path).mode & 0o777).toBe(0o700);
    const files = readdirSync(path, { recursive: true, encoding: 'utf8' }).map((name) => join(path, name));
    expect(files.filter((file) => statSync(file).isFile() && (statSync(file).mode & 0o077) !== 0)).toEqual([]);
  });

  it('tells where its run answers, while it runs', () => {
    const running = { pid: process.pid, endpoint: 'http://127.0.0.1:4599', outputs: { StateTableName: 'State' } };
    open().announce(running);
    expect(runningIn(path)).toEqual(running);
    close();
    expect(runningIn(path)).toBeUndefined();
  });

  it('ends the run when it can be written no more', () => {
    const told: string[] = [];
    const folder = open({
      onBroken: (error) => {
        told.push(error.message);
        throw error;
      },
    });
    const cyclic: Record<string, unknown> = {};
    cyclic.self = cyclic;
    expect(() => folder.note('unwritable', cyclic)).toThrow(/can no longer be written/);
    expect(told).toHaveLength(1);
  });
});

describe('a folder that cannot be used', () => {
  it('is one that another run holds; the message names it and the way out', () => {
    open().announce({ pid: process.pid, endpoint: 'http://127.0.0.1:4599', outputs: {} });
    expect(() => openStateFolder(path)).toThrow(
      `is in use by a run (process ${process.pid} at http://127.0.0.1:4599). End that one with Ctrl-C or \`kill ${process.pid}\``,
    );
    expect(() => openStateFolder(path, { fresh: true })).toThrow('is in use by a run');
  });

  it('is not one whose run was killed', async () => {
    const child = spawn(process.execPath, ['-e', 'process.stdin.resume()'], { stdio: 'pipe' });
    open();
    close();
    writeFileSync(join(path, 'lock'), JSON.stringify({ pid: child.pid }));
    expect(() => openStateFolder(path)).toThrow(`process ${child.pid}`);
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(open().kept.tables.size).toBe(0);
  });

  it.runIf(process.platform === 'linux')(
    'is not one whose run was killed and whose number another process bears',
    () => {
      open();
      close();
      writeFileSync(join(path, 'lock'), JSON.stringify({ pid: process.pid, started: '1' }));
      expect(open().kept.tables.size).toBe(0);
    },
  );

  it('is one that holds other things, which --fresh leaves alone', () => {
    mkdirSync(path);
    writeFileSync(join(path, 'journal'), 'my diary');
    for (const fresh of [false, true]) {
      expect(() => openStateFolder(path, { fresh })).toThrow(/holds other things than the state of a local run/);
    }
    expect(readFileSync(join(path, 'journal'), 'utf8')).toBe('my diary');
    expect(readdirSync(path)).toEqual(['journal']);
  });

  it('is a file', () => {
    writeFileSync(path, '');
    expect(() => openStateFolder(path)).toThrow(/is a file: name a folder/);
  });

  it('is one that another version wrote; --fresh is the way on', () => {
    open();
    close();
    const mark = join(path, 'meta.json');
    writeFileSync(mark, readFileSync(mark, 'utf8').replace(/"format":\d+/, '"format":0'));
    expect(() => openStateFolder(path)).toThrow(/was written by another version: begin anew with --fresh/);
    expect(open({ fresh: true }).kept.tables.size).toBe(0);
  });
});
