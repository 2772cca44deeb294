import { startsFrom } from '../../../domain/actions/steps.ts';
import type { AnswerOf } from '../api.ts';

/** An action as it is listed. */
export type Entry = AnswerOf<'actions'>['actions'][number];
/** An action with its story and history. */
export type Detail = AnswerOf<'action'>;
export type Status = Entry['status'];
type Me = AnswerOf<'me'>;

/** What is over can be opened again, and nothing else can (LIFE-1). */
export const isOver = (status: Status): boolean => startsFrom.reopen.includes(status);

export const isOverdue = ({ status, dueAt }: Entry, now: string): boolean => !isOver(status) && dueAt < now;

/** Whether somebody may change it; the API holds them to the same (LIFE-3). */
export const mayChange = ({ owner }: Entry, { roles, team }: Me): boolean =>
  roles.includes('lead') || (roles.includes('owner') && team === owner.team);

/** Whether somebody may read what its customer wrote. */
export const mayRead = (entry: Entry, me: Me): boolean => me.roles.includes('privacy') || mayChange(entry, me);
