import type { Owners } from '../../functions/domain/actions/owners.ts';
import { dayOf, type Instant } from '../../functions/domain/instant.ts';
import { nearest } from '../../functions/domain/nearest.ts';
import type { Taxonomy } from '../../functions/domain/why/taxonomy.ts';
import {
  type Checked,
  checkedOwnersFile,
  checkedThemesFile,
  ownersWarning,
  requireKnownThemes,
} from '../checked-file.ts';
import { type Command, commandOf, type Files } from './command.ts';
import { explained, type Question } from './explained.ts';
import { explanationText, listText } from './printed.ts';

/** Who asks: answers go to `out`, all else to `note`. */
export interface Person {
  out(text: string): void;
  note(text: string): void;
  /** Characters of a line of the screen; left out where it is none. */
  width?: number | undefined;
  now(): Instant;
}

/** 0 done, 1 a file is at fault, 2 wrong usage. */
export type ExitCode = 0 | 1 | 2;

type Opened = { kind: 'right'; owners: Checked<Owners>; themes: Taxonomy } | { kind: 'faulty'; problem: string };

/** The files as a synth checks them; their faults are what the person asked for, not ours. */
const opened = ({ file, themes: themesFile }: Files): Opened => {
  try {
    const owners = checkedOwnersFile(file);
    const themes = checkedThemesFile(themesFile);
    requireKnownThemes(owners, themes);
    return { kind: 'right', owners, themes: themes.content };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return { kind: 'faulty', problem: error.message };
  }
};

const unknownTheme = ({ facts }: Question, { themes }: Taxonomy): string | undefined => {
  const unknown = facts.theme?.find((theme) => !themes.includes(theme));
  if (unknown === undefined) return undefined;
  const meant = nearest(unknown, themes);
  return `--theme wants a theme of the file of themes: ${meant ? `did you mean ${meant}? There are ` : 'one of '}${themes.join(', ')}.`;
};

const explain = (
  { question, json }: Command & { kind: 'explain' },
  { owners, themes }: Opened & { kind: 'right' },
  person: Person,
): ExitCode => {
  const problem = unknownTheme(question, themes);
  if (problem !== undefined) return misused(problem, person);
  const explanation = explained(owners.content, question);
  person.out(json ? JSON.stringify(explanation, null, 2) : explanationText(owners.content, explanation, person.width));
  return 0;
};

const check = ({ owners }: Opened & { kind: 'right' }, person: Person): ExitCode => {
  const warning = ownersWarning(owners, dayOf(person.now()));
  if (warning !== undefined) person.note(warning);
  const { rules, teams, calendars } = owners.content;
  const counts = [rules.length + 1, Object.keys(teams).length, Object.keys(calendars).length];
  person.out(
    `${owners.file}: every action has one owner. Rules ${counts[0]}, teams ${counts[1]}, calendars ${counts[2]}.`,
  );
  return 0;
};

const misused = (problem: string, person: Person): ExitCode => {
  person.note(`${problem}\n\`npm run owners -- --help\` tells more.`);
  return 2;
};

/** Does what the words after `npm run owners --` ask for. */
export const runOwners = (words: readonly string[], person: Person): ExitCode => {
  const command = commandOf(words, person.now());
  if (command.kind === 'wrong') return misused(command.problem, person);
  if (command.kind === 'help') {
    person.out(command.text);
    return 0;
  }
  const files = opened(command);
  if (files.kind === 'faulty') {
    person.note(files.problem);
    return 1;
  }
  switch (command.kind) {
    case 'explain':
      return explain(command, files, person);
    case 'check':
      return check(files, person);
    case 'list':
      person.out(
        command.json ? JSON.stringify(files.owners.content, null, 2) : listText(files.owners.content, person.width),
      );
      return 0;
  }
};
