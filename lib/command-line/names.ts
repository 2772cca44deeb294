import { nearest } from '../../functions/domain/nearest.ts';
import type { Valued } from './options.ts';

const among = (known: readonly string[], what: string, given: string): string => {
  const meant = nearest(given, known);
  return `${what}: ${meant ? `did you mean ${meant}? There are ` : 'one of '}${known.join(', ')}`;
};

/** An option that takes one of the names that there are, or several with commas between. */
export const named = <Name extends string>(
  placeholder: string,
  help: string,
  { known, what }: { known: readonly Name[]; what: string },
): Valued<Name[] | undefined> => ({
  kind: 'valued',
  placeholder,
  help,
  fallback: undefined,
  read: (given) => {
    const names = given.split(',').map((name) => name.trim());
    const unknown = names.find((name) => !known.some((one) => one === name));
    return unknown === undefined
      ? { kind: 'read', value: names as Name[] }
      : { kind: 'wanted', rule: among(known, what, unknown) };
  },
});
