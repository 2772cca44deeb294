import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { GetObjectCommand, ListObjectsV2Command, S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DynamoTable } from '../../../functions/adapters/dynamo-table.ts';
import {
  ExportedFact,
  ExportedTouchpoint,
  type ExportKind,
  exportKinds,
} from '../../../functions/domain/exports/exported.ts';
import { type Entries, tablesOf } from '../../../functions/domain/exports/tables.ts';
import { ActionEntry } from '../../../functions/domain/outputs/action-entry.ts';
import { readCsv } from '../../../functions/domain/outputs/csv.ts';
import { FactEntry } from '../../../functions/domain/outputs/fact-entry.ts';
import { GapEntry } from '../../../functions/domain/outputs/gap-entry.ts';
import { STAND_IN } from '../../../lib/local/comprehend/label.ts';
import { connect, OPERATOR } from '../../../lib/local/run/deployment.ts';
import { factEntries } from '../../../lib/local/run/fact-export.ts';
import { covers, grantsOf, told } from '../iam/grants.ts';
import { END, type ExportedSample, openSample } from './exported-sample.ts';
import { loadCsv, printedQueries } from './queries.ts';

const page = readFileSync(new URL('../../../docs/export.md', import.meta.url), 'utf8');
const lastDays = Array.from({ length: 28 }, (_, i) => new Date(Date.parse(END) - (27 - i) * 86_400_000)).map((day) =>
  day.toISOString().slice(0, 10),
);

let sample: ExportedSample;
let plain: string;
let worded: string;

beforeAll(async () => {
  sample = await openSample();
  plain = join(sample.folder, 'plain');
  worded = join(sample.folder, 'worded');
  expect(await sample.run(`--out ${plain} --folder ${sample.folder}`)).toMatchObject({ code: 0, notes: '' });
  expect(await sample.run(`--out ${worded} --texts --folder ${sample.folder}`)).toMatchObject({ code: 0 });
}, 120_000);
afterAll(() => sample.stop());

const textOf = (folder: string, name: string): string => readFileSync(join(folder, name), 'utf8');
const linesOf = (text: string): unknown[] =>
  text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as unknown);
const sorted = (lines: readonly unknown[]): string[] => lines.map((line) => JSON.stringify(line)).sort();

describe('an export to files', () => {
  it('has every fact of its days as the results of a run tell it, once', async () => {
    const entries: FactEntry[] = [];
    const deployment = connect(sample.cloud);
    for await (const entry of factEntries(deployment, lastDays, END, STAND_IN)) entries.push(entry);
    expect(entries.length).toBeGreaterThan(500);
    expect(sorted(linesOf(textOf(plain, 'facts.ndjson')))).toEqual(sorted(entries));
  });

  it.each([
    ['facts', FactEntry],
    ['gaps', GapEntry],
    ['touchpoints', ExportedTouchpoint],
    ['actions', ActionEntry],
  ] as const)('has %s as their schema has them, and nothing more', (kind, schema) => {
    const lines = linesOf(textOf(plain, `${kind}.ndjson`));
    expect(lines.length).toBeGreaterThan(10);
    for (const line of lines) expect(schema.parse(line)).toEqual(line);
  });

  it('tells in its CSV what its NDJSON tells', () => {
    const tables = tablesOf(false);
    const isTold = <Kind extends ExportKind>(kind: Kind): void => {
      const entries = linesOf(textOf(plain, `${kind}.ndjson`)) as Entries[Kind][];
      for (const { name, head, recordsOf } of tables[kind]) {
        const read = readCsv(textOf(plain, `${name}.csv`));
        const cells = read.kind === 'read' ? read.records.map((record) => record.cells) : [];
        expect(cells).toEqual([head, ...entries.flatMap(recordsOf).map((record) => record.map(String))]);
      }
    };
    for (const kind of exportKinds) isTold(kind);
  });

  it('has words only where they are asked for, and quotes with them', () => {
    const facts = linesOf(textOf(worded, 'facts.ndjson')).map((line) => ExportedFact.parse(line));
    const texts = facts.flatMap(({ text }) => text ?? []);
    expect(texts.length).toBeGreaterThan(300);
    const [quote = ''] = linesOf(textOf(worded, 'touchpoints.ndjson'))
      .flatMap((line) => ExportedTouchpoint.parse(line).why?.quotes ?? [])
      .map(({ text }) => text);
    const said = texts.map((text) => text.replace(/\s+/g, ' '));
    expect(said.some((text) => text.startsWith(quote.replace(/…$/, '')))).toBe(true);
    const all = readdirSync(plain)
      .map((name) => textOf(plain, name))
      .join('\n');
    // A phrase that several said may be told; a sentence of one is not.
    expect(texts.filter((text) => text.length > 40 && all.includes(text))).toEqual([]);
  });

  it('tells in its manifest what there is', () => {
    const { files, ...rest } = JSON.parse(textOf(plain, 'manifest.json'));
    expect(rest).toMatchObject({ version: 1, asOf: END, from: '2026-02-06', to: '2026-03-05', texts: false });
    expect(files.map(({ name }: { name: string }) => name).sort()).toEqual(
      readdirSync(plain)
        .filter((name) => name !== 'manifest.json')
        .sort(),
    );
    for (const { name, rows, bytes } of files) {
      expect(textOf(plain, name).trimEnd().split('\n').length).toBeGreaterThanOrEqual(rows);
      expect(Buffer.byteLength(textOf(plain, name))).toBe(bytes);
    }
  });

  it('takes only the days, kinds and form that are asked for, and takes an earlier export away', async () => {
    const out = join(sample.folder, 'some');
    await sample.run(`--out ${out} --folder ${sample.folder}`);
    const days = '--from 2026-02-20 --to 2026-02-21';
    await sample.run(`--out ${out} ${days} --what facts --format csv --folder ${sample.folder}`);
    expect(readdirSync(out).sort()).toEqual(['facts.csv', 'manifest.json']);
    const read = readCsv(textOf(out, 'facts.csv'));
    const [head = [], ...rows] = read.kind === 'read' ? read.records.map(({ cells }) => cells) : [];
    const told = new Set(rows.map((cells) => cells[head.indexOf('occurred_at')]?.slice(0, 10)));
    expect([...told].sort()).toEqual(['2026-02-20', '2026-02-21']);
  });

  it.each(['facts', 'gaps', 'actions'])('leaves an earlier one whole where it is stopped at %s', async (at) => {
    const before = readdirSync(plain).map((name) => [name, textOf(plain, name)]);
    const interrupt = new AbortController();
    const stopped = await sample.run(`--out ${plain} --texts --folder ${sample.folder}`, {
      signal: interrupt.signal,
      progress: (what) => what === at && interrupt.abort(),
    });
    expect(stopped).toMatchObject({ code: 1, out: '', notes: 'Stopped; nothing was written.\n' });
    expect(readdirSync(plain).map((name) => [name, textOf(plain, name)])).toEqual(before);
  });

  it('is readable for nobody but the person', () => {
    for (const name of readdirSync(plain)) expect(statSync(join(plain, name)).mode & 0o077).toBe(0);
  });

  it('never writes over what is no export', async () => {
    const out = join(sample.folder, 'mine');
    mkdirSync(out);
    writeFileSync(join(out, 'gaps.csv'), 'mine');
    const refused = await sample.run(`--out ${out} --folder ${sample.folder}`);
    expect(refused).toMatchObject({
      code: 2,
      notes: expect.stringContaining('gaps.csv is there, and is not of an export'),
    });
    expect(readdirSync(out)).toEqual(['gaps.csv']);
    expect(textOf(out, 'gaps.csv')).toBe('mine');
  });
});

describe('the queries of the page', () => {
  const queries = printedQueries(page);

  it('are five at least', () => expect(queries.length).toBeGreaterThanOrEqual(5));

  it.each(queries)('$question', ({ sql }) => {
    const database = new DatabaseSync(':memory:');
    for (const { name } of Object.values(tablesOf(false)).flat()) loadCsv(database, name, join(plain, `${name}.csv`));
    const rows = database.prepare(sql).all();
    database.close();
    expect(rows.length).toBeGreaterThan(1);
    const told = rows.map((row) => Object.values(row));
    expect(told.every((values) => values.some((value) => typeof value === 'number' && value > 0))).toBe(true);
  });
});

describe('an export to the bucket', () => {
  let client: S3Client;
  let Bucket: string;
  beforeAll(() => {
    client = new S3Client({ endpoint: sample.cloud.endpoint, ...OPERATOR });
    Bucket = sample.cloud.outputs.ExportBucketName ?? '';
  });
  afterAll(() => client.destroy());

  const objects = async (): Promise<Map<string, string>> => {
    const { Contents = [] } = await client.send(new ListObjectsV2Command({ Bucket }));
    const read = Contents.map(async ({ Key = '' }): Promise<[string, string]> => {
      const { Body } = await client.send(new GetObjectCommand({ Bucket, Key }));
      return [Key, (await Body?.transformToString()) ?? ''];
    });
    return new Map(await Promise.all(read));
  };
  const run = (at: string) => sample.cloud.runSchedule('ExportsRun', new Date(at));
  const forget = async (): Promise<void> => {
    const { stateTable } = connect(sample.cloud);
    const dynamo = new DynamoDBClient({ endpoint: sample.cloud.endpoint, ...OPERATOR });
    await new DynamoTable(dynamo, stateTable).delete({ pk: 'export', sk: 'progress' });
    dynamo.destroy();
  };

  it('has the last seven days and a snapshot of the rest, as files have them', async () => {
    expect(await run('2026-03-05T14:40:00Z')).toEqual({ written: 10, left: 0 });
    const held = await objects();
    expect([...held.keys()]).toEqual([
      'actions/snapshot=2026-03-05/part-0.ndjson',
      ...lastDays.slice(-8, -1).map((day) => `facts/day=${day}/part-0.ndjson`),
      'gaps/snapshot=2026-03-05/part-0.ndjson',
      'manifests/day=2026-03-05.json',
      'touchpoints/snapshot=2026-03-05/part-0.ndjson',
    ]);
    const bare = (line: unknown) => ({ ...ExportedFact.parse(line), sentiment: undefined });
    for (const day of lastDays.slice(-8, -1)) {
      const inFiles = linesOf(textOf(worded, 'facts.ndjson')).map((line) => ExportedFact.parse(line));
      const ofDay = inFiles.filter(({ occurredAt }) => occurredAt.startsWith(day));
      // A deployed function takes whoever scores for Comprehend.
      expect(sorted(linesOf(held.get(`facts/day=${day}/part-0.ndjson`) ?? '').map(bare))).toEqual(
        sorted(ofDay.map(bare)),
      );
    }
    for (const kind of ['gaps', 'touchpoints', 'actions']) {
      const inFiles = linesOf(textOf(worded, `${kind}.ndjson`));
      expect(sorted(linesOf(held.get(`${kind}/snapshot=2026-03-05/part-0.ndjson`) ?? ''))).toEqual(sorted(inFiles));
    }
    const { objects: listed, ...manifest } = JSON.parse(held.get('manifests/day=2026-03-05.json') ?? '');
    expect(manifest).toMatchObject({ day: '2026-03-05', version: 1, texts: true });
    expect(listed).toHaveLength(10);
  });

  it('has nothing left to do on the same day, and writes the same again under the same names', async () => {
    const before = await objects();
    expect(await run('2026-03-05T15:40:00Z')).toEqual({ written: 0, left: 0 });
    await forget();
    await run('2026-03-05T14:40:00Z');
    expect(await objects()).toEqual(before);
  });

  it('is granted exactly the calls that it makes', async () => {
    expect(await sample.cloud.fireSchedule('ExportsRun', new Date(END), { at: 'no time' })).toMatchObject({
      kind: 'dead-lettered',
    });
    const isOurs = ({ role }: { role: string }) => role.startsWith('ExportsExportFindings');
    const grants = grantsOf(sample.cloud.policies).filter(isOurs);
    const calls = sample.cloud.calls().filter(isOurs);
    expect(grants.length).toBeGreaterThan(10);
    expect({
      denied: sample.cloud.denials.map(({ message }) => message),
      'never called': grants.filter((grant) => !calls.some((call) => covers(grant, call))).map(told),
      'not granted': calls.filter((call) => !grants.some((grant) => covers(grant, call))),
    }).toEqual({ denied: [], 'never called': [], 'not granted': [] });
  });

  it('is not readable for the function that writes it', async () => {
    const [logicalId] = Object.keys(sample.cloud.bundles).filter((id) => id.startsWith('ExportsExportFindings'));
    const credentials = { accessKeyId: logicalId ?? '', secretAccessKey: 'local' };
    const itself = new S3Client({ endpoint: sample.cloud.endpoint, region: 'local', credentials });
    const reading = itself.send(new GetObjectCommand({ Bucket, Key: 'manifests/day=2026-03-05.json' }));
    await expect(reading).rejects.toMatchObject({ name: 'AccessDenied' });
    itself.destroy();
  });
});
