import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import { Actions } from '../../functions/adapters/actions.ts';
import { DynamoTable, type Key } from '../../functions/adapters/dynamo-table.ts';
import type { Action } from '../../functions/domain/actions/action.ts';
import { drawSample, type Sample } from '../../functions/domain/calibration/draw.ts';
import { type SaidBefore, saidBefore } from '../../functions/domain/calibration/said-before.ts';
import { writersOf } from '../../functions/domain/calibration/writer.ts';
import { complaintModel } from '../../functions/domain/hearing/model-version.ts';
import { type Day, startOf } from '../../functions/domain/instant.ts';
import { writeWhole } from '../command-line/whole-file.ts';
import { findDeployment, regionOf } from '../deployment/found.ts';
import { OPERATOR } from '../local/run/deployment.ts';
import type { Command } from './command.ts';
import { unaskedTextsOf, wordsAt } from './facts-of-days.ts';
import { keyFileOf, type SheetKey } from './key.ts';
import type { ExitCode, Person } from './person.ts';
import { type SheetRow, sheetOf } from './sheet.ts';

type DrawCommand = Command & { kind: 'draw' };

/** Nobody reads more for one label; who writes more in a month of one channel is seldom one person. */
const MOST_TEXTS = 50;

/** The region is that of the stack's key. */
const Outputs = z.object({ FactsTableName: z.string(), StateTableName: z.string(), RejectedBodiesKeyArn: z.string() });

const clientOf = ({ where }: DrawCommand): { client: DynamoDBClient; facts: string; state: string } => {
  const { outputs, endpoint } = findDeployment(where, Outputs);
  const region = regionOf(outputs.RejectedBodiesKeyArn);
  const client = new DynamoDBClient(endpoint === undefined ? { region } : { ...OPERATOR, region, endpoint });
  return { client, facts: outputs.FactsTableName, state: outputs.StateTableName };
};

/** The same for the same texts, drawn in the same way by the same model. */
const sheetIdOf = ({ seed }: DrawCommand, { customers }: Sample): string => {
  const facts = customers.flatMap(({ writer }) => writer.texts.map(({ story, fact }) => [story, fact]));
  const hash = createHash('sha256').update(JSON.stringify([complaintModel, seed, facts]));
  // The letter before keeps spreadsheets from reading a number.
  return `s${hash.digest('hex').slice(0, 6)}`;
};

interface DrawnSheet {
  key: SheetKey;
  rows: (Omit<SheetRow, 'text'> & { lies: Key })[];
}

/** What is known of texts beside what they say, and how many customers wrote too much. */
interface Known {
  keyOf: ReadonlyMap<object, Key>;
  said: ReadonlyMap<string, SaidBefore>;
  leftOut: number;
}

const numbered = (command: DrawCommand, sample: Sample, { keyOf, said, leftOut }: Known): DrawnSheet => {
  const sheet = sheetIdOf(command, sample);
  const rows: DrawnSheet['rows'] = [];
  const customers = sample.customers.map(({ writer, stratum }, i) => {
    const { channel, language, probability } = writer;
    const own = writer.texts.map((text) => {
      const row = `${sheet}-${String(rows.length + 1).padStart(4, '0')}`;
      const lies = keyOf.get(text) as Key;
      rows.push({ row, customer: i + 1, channel, language, at: text.at, lies, before: said.get(text.id) });
      return row;
    });
    return { customer: i + 1, stratum, probability: Number(probability.toFixed(4)), rows: own };
  });
  const key: SheetKey = {
    version: 1,
    sheet,
    model: complaintModel,
    seed: command.seed,
    from: command.days[0] ?? '',
    to: command.days.at(-1) ?? '',
    drawnFrom: command.where.kind,
    leftOut,
    strata: sample.strata.map((stratum) => ({
      ...stratum,
      chance: Number((stratum.drawn / stratum.customers).toFixed(6)),
    })),
    saidBefore: rows.flatMap(({ row, before }) => (before ? [row] : [])),
    customers,
  };
  return { key, rows };
};

/** What people said of facts since the first of the days: of a text that came on them they said it later. */
const saidSince = async (actions: Actions, [first = '']: readonly Day[], { signal }: Person) => {
  const labelled: Action[] = [];
  await actions.labelledSince(startOf(first), (page) => {
    labelled.push(...page);
    signal.throwIfAborted();
    return true;
  });
  return saidBefore(labelled);
};

const drawSheet = async (
  command: DrawCommand,
  table: DynamoTable,
  actions: Actions,
  person: Person,
): Promise<DrawnSheet & { words: ReadonlyMap<string, string> }> => {
  const found = await unaskedTextsOf(table, command.days, person.signal);
  const writers = writersOf(found.map(({ text }) => text));
  const read = writers.filter(({ texts }) => texts.length <= MOST_TEXTS);
  const sample = drawSample(read, { most: command.customers, seed: command.seed });
  const keyOf = new Map(found.map(({ text, key }) => [text, key]));
  // After the draw: who is drawn must not depend on what is known of them.
  const said = await saidSince(actions, command.days, person);
  const drawn = numbered(command, sample, { keyOf, said, leftOut: writers.length - read.length });
  const words = await wordsAt(
    table,
    drawn.rows.map(({ lies }) => lies),
  );
  person.signal.throwIfAborted();
  return { ...drawn, words };
};

/** The key first: no sheet is ever without. */
const write = ({ out }: DrawCommand, { key, rows, words }: Awaited<ReturnType<typeof drawSheet>>): void => {
  mkdirSync(dirname(out), { recursive: true });
  writeWhole(keyFileOf(out), `${JSON.stringify(key, null, 2)}\n`, { secret: true });
  try {
    const told = rows.map(({ lies, ...row }) => ({
      ...row,
      text: words.get(JSON.stringify([lies.pk, lies.sk])) ?? '',
    }));
    writeWhole(out, sheetOf(told), { secret: true });
  } catch (error) {
    rmSync(keyFileOf(out), { force: true });
    throw error;
  }
};

/** Draws a sample and writes its sheet and key. */
export const draw = async (command: DrawCommand, person: Person): Promise<ExitCode> => {
  const { out } = command;
  const there = [out, keyFileOf(out)].find((file) => existsSync(file));
  if (there !== undefined) {
    person.note(`${there} is there already, and may hold labels or belong to some: name another sheet with --out.`);
    return 2;
  }
  const { client, facts, state } = clientOf(command);
  try {
    const drawn = await drawSheet(
      command,
      new DynamoTable(client, facts),
      new Actions(new DynamoTable(client, state)),
      person,
    );
    const { key, rows } = drawn;
    const period = `from ${key.from} to ${key.to} (UTC)`;
    if (rows.length === 0) {
      person.note(`No customer wrote unasked ${period}: choose other days.`);
      return 1;
    }
    write(command, drawn);
    const all = key.strata.reduce((sum, { customers }) => sum + customers, 0);
    person.out(
      `${out}: ${rows.length} texts of ${key.customers.length} of the ${all} customers who wrote unasked ${period}.`,
    );
    const { length: told } = key.saidBefore;
    if (told > 0)
      person.note(`Of ${told} texts somebody said before that they do not complain: see the column before.`);
    if (key.leftOut > 0) person.note(`${key.leftOut} customers with over ${MOST_TEXTS} texts are left out.`);
    person.note(`Label it, then: npm run calibrate -- read ${out}. ${keyFileOf(out)} must stay beside it.`);
    return 0;
  } finally {
    client.destroy();
  }
};
