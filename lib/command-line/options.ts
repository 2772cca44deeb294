import { type Day, dayOf, instantAt } from '../../functions/domain/instant.ts';

/** How a value given in words is read: a value, or what is wanted instead, to follow "--port wants ". */
export type Reading<T> = { kind: 'read'; value: T } | { kind: 'wanted'; rule: string };

/** An option that stands by itself. */
export interface Flag {
  kind: 'flag';
  help: string;
}

/** An option that takes a value: `--port 4599` or `--port=4599`. */
export interface Valued<T> {
  kind: 'valued';
  /** What stands for the value in the help: `N`, `DIR`. */
  placeholder: string;
  help: string;
  read(text: string): Reading<T>;
  /** Where the option is left out. */
  fallback: T;
}

export type Option = Flag | Valued<unknown>;

/** Values by the names of their options: `true` and `false` for a flag. */
export type ValuesOf<Options extends Record<string, Option>> = {
  [Name in keyof Options]: Options[Name] extends Valued<infer T> ? T : boolean;
};

export const flag = (help: string): Flag => ({ kind: 'flag', help });

export const text = <Fallback extends string | undefined>(
  placeholder: string,
  help: string,
  fallback: Fallback,
): Valued<string | Fallback> => ({
  kind: 'valued',
  placeholder,
  help,
  fallback,
  read: (given) =>
    given === '' ? { kind: 'wanted', rule: 'a text that is not empty' } : { kind: 'read', value: given },
});

/** A whole number from `least` to `most`, in digits alone. */
export const wholeNumber = (
  placeholder: string,
  help: string,
  { least, most, fallback }: { least: number; most: number; fallback: number },
): Valued<number> => ({
  kind: 'valued',
  placeholder,
  help,
  fallback,
  read: (given) => {
    const value = Number(given);
    return /^\d+$/.test(given) && value >= least && value <= most
      ? { kind: 'read', value }
      : { kind: 'wanted', rule: `a whole number from ${least} to ${most}` };
  },
});

/** A value of the command's own making; `read` answers `undefined` for what it cannot read. */
export const parsed = <T, Fallback>(
  placeholder: string,
  help: string,
  { wanted, read, fallback }: { wanted: string; read(given: string): T | undefined; fallback: Fallback },
): Valued<T | Fallback> => ({
  kind: 'valued',
  placeholder,
  help,
  fallback,
  read: (given) => {
    const value = read(given);
    return value === undefined ? { kind: 'wanted', rule: wanted } : { kind: 'read', value };
  },
});

/** A UTC day that there is. */
export const utcDay = (placeholder: string, help: string): Valued<Day | undefined> =>
  parsed<Day, undefined>(placeholder, help, {
    wanted: 'a UTC day such as 2026-03-01',
    read: (given) => {
      const ms = /^\d{4}-\d\d-\d\d$/.test(given) ? Date.parse(given) : Number.NaN;
      return Number.isNaN(ms) || dayOf(instantAt(ms)) !== given ? undefined : given;
    },
    fallback: undefined,
  });
