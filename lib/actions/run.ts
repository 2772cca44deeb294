import type { Owners } from '../../functions/domain/actions/owners.ts';
import type { Gap } from '../../functions/domain/gaps/gap.ts';
import type { Instant } from '../../functions/domain/instant.ts';
import { actionEntry } from '../../functions/domain/outputs/action-entry.ts';
import { carryOut } from '../../functions/runtime/carry-out.ts';
import { checkedOwnersFile } from '../checked-file.ts';
import { UnreachableError } from '../deployment/found.ts';
import { countsOf } from './choosing.ts';
import { type Changing, type Command, commandOf } from './command.ts';
import { type ActionDeployment, reach } from './deployment.ts';
import { countsText, listText } from './listed.ts';
import { outcomeEntry, outcomeText } from './outcome.ts';
import { idsMeant, listed } from './reading.ts';
import { shown, shownText } from './shown.ts';
import { precisionSince, precisionTable, weekText, weekTold } from './week.ts';

/** Who asks: answers go to `out`, all else to `note`. */
export interface Person {
  out(text: string): void;
  note(text: string): void;
  /** Characters of a line of the screen; left out where it is none. */
  width?: number | undefined;
  /** The name they are logged in by. */
  user(): string;
  now(): Instant;
}

type ExitCode = 0 | 1 | 2;

const list = async (
  { filter, limit, json }: Command & { kind: 'list' },
  { actions }: ActionDeployment,
  person: Person,
): Promise<ExitCode> => {
  const now = person.now();
  const found = await listed(actions, filter, now);
  const first = found.slice(0, limit);
  if (json) for (const action of first) person.out(JSON.stringify(actionEntry(action)));
  else if (first.length > 0) person.out(listText(first, now, person.width));
  if (found.length > first.length) person.note(`The first ${first.length} of ${found.length}; --limit shows more.`);
  if (!json) person.out(countsText(countsOf(found, now), now));
  if (found.length === 0 && filter.team !== undefined)
    person.note(
      `Nothing of these of a team ${JSON.stringify(filter.team)}; \`npm run owners -- list\` names the teams.`,
    );
  return 0;
};

const unclear = (problem: string, person: Person): ExitCode => {
  person.note(problem);
  return 1;
};

const show = async (
  command: Command & { kind: 'show' },
  { actions }: ActionDeployment,
  person: Person,
): Promise<ExitCode> => {
  const named = await idsMeant(actions, [command.id]);
  if (named.kind === 'unclear') return unclear(named.problem, person);
  const [action] = await actions.actions(named.ids);
  if (!action) return unclear(`No action begins with ${command.id}.`, person);
  const gaps = (await Promise.all(action.gapIds.map((id) => actions.gap(id)))).filter((gap): gap is Gap => !!gap);
  person.out(command.json ? JSON.stringify(shown(action, gaps), null, 2) : shownText(action, gaps, person.now()));
  return 0;
};

/** Most changes do not look at the owners; who has no such file, or a faulty one, can make them all the same. */
const nobody: Owners = { calendars: {}, answering: '', teams: {}, rules: [], fallback: { team: '' } };

/** Its owners, or what is wrong with a file. */
const ownersIn = (file: string): Owners | string => {
  try {
    return checkedOwnersFile(file).content;
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return error.message;
  }
};

const changeEach = async (
  { ids, change: command, actor, version, ownersFile, json }: Changing,
  { actions }: ActionDeployment,
  person: Person,
): Promise<ExitCode> => {
  const owners = ownersFile === undefined ? nobody : ownersIn(ownersFile);
  if (typeof owners === 'string') return unclear(owners, person);
  const named = await idsMeant(actions, ids);
  if (named.kind === 'unclear') return unclear(`${named.problem} Nothing was changed.`, person);
  const who = { ...actor, id: actor.id ?? person.user() };
  let done = 0;
  for (const id of named.ids) {
    const asked = { command, person: who, owners, at: person.now(), ...(version !== undefined && { version }) };
    const outcome = await carryOut(actions, id, asked);
    if (outcome.kind === 'changed' || outcome.kind === 'unchanged') done++;
    person.out(json ? JSON.stringify(outcomeEntry(id, outcome)) : outcomeText(id, outcome));
  }
  if (named.ids.length > 1) person.note(`${done} of ${named.ids.length} done.`);
  return done === named.ids.length ? 0 : 1;
};

const week = async (
  { to, ownersFile, json }: Command & { kind: 'week' },
  { actions }: ActionDeployment,
  person: Person,
): Promise<ExitCode> => {
  const owners = ownersIn(ownersFile);
  if (typeof owners === 'string') return unclear(owners, person);
  person.out(weekText(await weekTold(actions, { owners, now: person.now(), to }), json));
  return 0;
};

const precision = async (
  { json }: Command & { kind: 'precision' },
  { actions }: ActionDeployment,
  person: Person,
): Promise<ExitCode> => {
  person.out(precisionTable(await precisionSince(actions, person.now()), json));
  return 0;
};

const UNTOLD =
  'The change stands, but the event bus did not take the news of it now; the next run of follow-up-actions tells it.';

const RIGHTS = 'Are these the credentials for this deployment? `npm run actions -- --help` names the rights they need.';

/** What a service refused is told with its own word for it, and access with the way to it. */
const failed = (error: unknown, person: Person): ExitCode => {
  if (!(error instanceof Error) || error.name !== 'DependencyError') throw error;
  const cause = error.cause instanceof Error ? error.cause.name : 'unknown';
  person.note(`${error.message}: ${cause}.`);
  if (/AccessDenied|Credentials|Token/.test(cause)) person.note(RIGHTS);
  return 1;
};

const perform = async (command: Exclude<Command, { kind: 'help' | 'wrong' }>, person: Person): Promise<ExitCode> => {
  let untold = false;
  const deployment = reach(command.where, () => {
    untold = true;
  });
  try {
    switch (command.kind) {
      case 'list':
        return await list(command, deployment, person);
      case 'show':
        return await show(command, deployment, person);
      case 'change':
        return await changeEach(command, deployment, person);
      case 'week':
        return await week(command, deployment, person);
      case 'precision':
        return await precision(command, deployment, person);
    }
  } catch (error) {
    return failed(error, person);
  } finally {
    if (untold) person.note(UNTOLD);
    deployment.close();
  }
};

/** Does what the words after `npm run actions --` ask for. */
export const runActions = async (words: readonly string[], person: Person): Promise<ExitCode> => {
  const command = commandOf(words, person.now());
  switch (command.kind) {
    case 'help':
      person.out(command.text);
      return 0;
    case 'wrong':
      person.note(`${command.problem}\n\`npm run actions -- --help\` tells more.`);
      return 2;
    default:
      try {
        return await perform(command, person);
      } catch (error) {
        if (!(error instanceof UnreachableError)) throw error;
        return unclear(error.message, person);
      }
  }
};
