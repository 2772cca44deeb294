import { readFileSync } from 'node:fs';
import type { Instant } from '../../functions/domain/instant.ts';
import { check } from '../../functions/domain/message/rejection.ts';
import { mapConcurrently } from '../../functions/runtime/concurrency.ts';
import { UnreachableError } from '../deployment/found.ts';
import { type Chosen, choose, type ListedReject, passes } from './choosing.ts';
import { type Command, commandOf, UsageError } from './command.ts';
import { type RejectDeployment, reach } from './deployment.ts';
import { explanation, plainBody, rejectTable } from './printed.ts';

/** Who asks: answers go to `out`, all else to `note`. */
export interface Person {
  out(text: string): void;
  note(text: string): void;
  /** Answers go to a screen, not into a file. */
  screen: boolean;
  /** Asks a question of yes or no; left out where nobody is there to be asked. */
  ask?(question: string): Promise<boolean>;
  now(): Instant;
  signal: AbortSignal;
}

type ExitCode = 0 | 1 | 2;

/** What became of one message that was to be sent again. */
type Redriven =
  | { kind: 'sent'; messageId: string }
  | { kind: 'gone' }
  | { kind: 'queueGone' }
  | { kind: 'stillBroken'; reason: string }
  | { kind: 'stopped' };

const SENDS_IN_FLIGHT = 8;

const listed = async (deployment: RejectDeployment, person: Person): Promise<ListedReject[]> =>
  (await deployment.rejects.all(person.now())).map((reject) => ({
    ...reject,
    label: deployment.labelOf(reject.queue),
  }));

const list = async (
  command: Command & { kind: 'list' },
  deployment: RejectDeployment,
  person: Person,
): Promise<ExitCode> => {
  const all = await listed(deployment, person);
  const rejects = all.filter((one) => (one.open || command.handledToo) && passes(command.filter, one));
  if (command.json) for (const reject of rejects) person.out(JSON.stringify(reject));
  else if (rejects.length > 0) person.out(rejectTable(rejects, command.handledToo));
  else person.note('No rejects.');
  return 0;
};

const show = async (
  command: Command & { kind: 'show' },
  deployment: RejectDeployment,
  person: Person,
): Promise<ExitCode> => {
  const chosen = choose({ kind: 'named', ids: [command.id] }, await listed(deployment, person));
  if (chosen.kind === 'unclear') return unclear(chosen, person);
  const [reject] = chosen.rejects as [ListedReject];
  const body = command.body ? await deployment.body(reject.id) : undefined;
  if (command.json) person.out(JSON.stringify({ ...reject, ...(body !== undefined && { body }) }, null, 2));
  else if (!command.body) person.out(explanation(reject));
  if (!command.body) return 0;
  if (body === undefined) {
    person.note('The body is kept no more.');
    return 1;
  }
  person.note('Words of a customer, unredacted: keep them out of tickets and chats.');
  if (!command.json) person.out(person.screen ? plainBody(body) : body);
  return 0;
};

const redriven = async (
  deployment: RejectDeployment,
  { id, label, backfill, lastRejectedAt: upTo }: ListedReject,
  { mended, unchecked, now }: { mended: string | undefined; unchecked: boolean; now: Instant },
): Promise<Redriven> => {
  if (label === undefined) return { kind: 'queueGone' };
  const body = mended ?? (await deployment.body(id));
  if (body === undefined) return { kind: 'gone' };
  const checked = check(body, now);
  if (checked.kind === 'rejected' && !unchecked) {
    return {
      kind: 'stillBroken',
      reason: checked.reasons.map(({ path, code }) => `${path} ${code}`.trim()).join(', '),
    };
  }
  const messageId = await deployment.send(label, body, backfill);
  await deployment.rejects.setHandled(id, { at: now, upTo, how: 'redriven' });
  return { kind: 'sent', messageId };
};

const toldOf = (outcome: Redriven, { label }: ListedReject): string => {
  switch (outcome.kind) {
    case 'sent':
      return `sent to ${label} as message ${outcome.messageId}`;
    case 'gone':
      return 'not sent: its body is kept no more';
    case 'queueGone':
      return 'not sent: it came from a queue that this deployment does not have';
    case 'stillBroken':
      return `not sent: it would be rejected again (${outcome.reason}); mend it with --body FILE`;
    case 'stopped':
      return 'not sent: stopped';
  }
};

const redrive = async (
  command: Command & { kind: 'redrive' },
  deployment: RejectDeployment,
  person: Person,
): Promise<ExitCode> => {
  const mended = command.mended === undefined ? undefined : textOf(command.mended);
  const chosen = choose(command.choice, await listed(deployment, person));
  if (chosen.kind === 'unclear') return unclear(chosen, person);
  let sent = 0;
  await mapConcurrently(chosen.rejects, SENDS_IN_FLIGHT, async (reject) => {
    const outcome: Redriven = person.signal.aborted
      ? { kind: 'stopped' }
      : await redriven(deployment, reject, { mended, unchecked: command.unchecked, now: person.now() });
    if (outcome.kind === 'sent') sent++;
    person.out(`${reject.id}  ${toldOf(outcome, reject)}`);
  });
  person.note(`${sent} of ${chosen.rejects.length} sent.`);
  return sent === chosen.rejects.length ? 0 : 1;
};

const drop = async (
  command: Command & { kind: 'drop' },
  deployment: RejectDeployment,
  person: Person,
): Promise<ExitCode> => {
  const chosen = choose(command.choice, await listed(deployment, person));
  if (chosen.kind === 'unclear') return unclear(chosen, person);
  const { rejects } = chosen;
  if (!command.yes && rejects.length > 0) {
    if (!person.ask || rejects.length > 1) throw new UsageError(`This deletes ${rejects.length}: add --yes.`);
    if (!(await person.ask(`Delete the body of ${rejects[0]?.id} for good?`))) return 1;
  }
  let dropped = 0;
  for (const { id, lastRejectedAt: upTo } of rejects) {
    if (person.signal.aborted) break;
    await deployment.rejects.deleteBody(id);
    await deployment.rejects.setHandled(id, { at: person.now(), upTo, how: 'dropped' });
    person.out(`${id}  dropped`);
    dropped++;
  }
  person.note(`${dropped} of ${rejects.length} dropped.`);
  return dropped === rejects.length ? 0 : 1;
};

const unclear = ({ problem }: Chosen & { kind: 'unclear' }, person: Person): ExitCode => {
  person.note(problem);
  return 1;
};

const textOf = (file: string): string => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw new UsageError(`--body ${file}: there is no such file that can be read.`);
  }
};

const perform = async (command: Exclude<Command, { kind: 'help' }>, person: Person): Promise<ExitCode> => {
  const deployment = reach(command.where);
  try {
    switch (command.kind) {
      case 'list':
        return await list(command, deployment, person);
      case 'show':
        return await show(command, deployment, person);
      case 'redrive':
        return await redrive(command, deployment, person);
      case 'drop':
        return await drop(command, deployment, person);
    }
  } catch (error) {
    return failed(error, deployment, person);
  } finally {
    deployment.close();
  }
};

/** What a service refused is told with its own word for it, and access with the way to it. */
const failed = (error: unknown, deployment: RejectDeployment, person: Person): ExitCode => {
  if (!(error instanceof Error) || error.name !== 'DependencyError') throw error;
  const cause = error.cause instanceof Error ? error.cause.name : 'unknown';
  person.note(`${error.message}: ${cause}.`);
  if (/AccessDenied|Credentials|Token/.test(cause))
    person.note(`Use credentials of ${deployment.role}; --help tells how.`);
  return 1;
};

/** Does what the words after `npm run rejects --` ask for. */
export const runRejects = async (words: readonly string[], person: Person): Promise<ExitCode> => {
  try {
    const command = commandOf(words, person.now());
    if (command.kind !== 'help') return await perform(command, person);
    person.out(command.text);
    return 0;
  } catch (error) {
    if (error instanceof UnreachableError) {
      person.note(error.message);
      return 1;
    }
    if (!(error instanceof UsageError)) throw error;
    person.note(`${error.message}\n\`npm run rejects -- --help\` tells more.`);
    return 2;
  }
};
