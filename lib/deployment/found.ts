import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import type { Where } from './where.ts';

/** There is no such deployment, or it cannot be reached; the message says what to do. */
export class UnreachableError extends Error {
  override readonly name = 'UnreachableError';
}

/** A deployment that is there, by those of its outputs that were asked for. */
export interface Found<Outputs> {
  outputs: Outputs;
  /** Where a local run answers; absent for one in AWS. */
  endpoint?: string;
}

const OutputsFile = z.record(z.string(), z.record(z.string(), z.unknown()));
const Running = z.object({ pid: z.int(), endpoint: z.string(), outputs: z.record(z.string(), z.unknown()) });

const jsonOf = (file: string): unknown => {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    throw new UnreachableError(
      missing
        ? `There is no file ${file}: \`npx cdk deploy --outputs-file ${file}\` writes it.`
        : `${file} cannot be read as JSON.`,
    );
  }
};

const outputsOf = <Schema extends z.ZodType>(wanted: Schema, told: unknown, from: string): z.output<Schema> => {
  const read = wanted.safeParse(told);
  if (read.success) return read.data;
  const names = read.error.issues.map(({ path }) => path.join('.')).join(', ');
  throw new UnreachableError(`${from} lacks the outputs ${names}: deploy this version of the stack first.`);
};

/** Signal 0 only asks whether there is such a process. */
const runs = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
};

const local = <Schema extends z.ZodType>(folder: string, wanted: Schema): Found<z.output<Schema>> => {
  const nothing = new UnreachableError(
    `Nothing runs on ${folder}: \`npm start\` runs the stack on this machine, --outputs FILE names a deployed one.`,
  );
  const read = (() => {
    try {
      return Running.safeParse(jsonOf(join(folder, 'running.json')));
    } catch {
      throw nothing;
    }
  })();
  if (!read.success || !runs(read.data.pid)) throw nothing;
  return { outputs: outputsOf(wanted, read.data.outputs, folder), endpoint: read.data.endpoint };
};

const deployed = <Schema extends z.ZodType>(
  file: string,
  stack: string | undefined,
  wanted: Schema,
): Found<z.output<Schema>> => {
  const read = OutputsFile.safeParse(jsonOf(file));
  if (!read.success) throw new UnreachableError(`${file} is not what \`cdk deploy --outputs-file\` writes.`);
  const names = Object.keys(read.data);
  if (stack === undefined && names.length !== 1)
    throw new UnreachableError(`${file} has the stacks ${names.join(', ')}: choose one with --stack.`);
  const chosen = read.data[stack ?? names[0] ?? ''];
  if (chosen === undefined) throw new UnreachableError(`${file} has no stack ${stack}, but ${names.join(', ')}.`);
  return { outputs: outputsOf(wanted, chosen, file) };
};

/**
 * Finds a deployment.
 *
 * @param wanted a schema of the outputs that are needed
 * @throws UnreachableError
 */
export const findDeployment = <Schema extends z.ZodType>(where: Where, wanted: Schema): Found<z.output<Schema>> =>
  where.kind === 'local' ? local(where.folder, wanted) : deployed(where.outputs, where.stack, wanted);

/** `arn:aws:kms:eu-west-1:111122223333:key/...` -> `eu-west-1`. */
export const regionOf = (arn: string): string => arn.split(':')[3] ?? '';
