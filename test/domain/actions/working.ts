import { type Action, begun } from '../../../functions/domain/actions/action.ts';
import { type Command, type Done, type Person, perform } from '../../../functions/domain/actions/life.ts';
import { type Owners, parseOwners } from '../../../functions/domain/actions/owners.ts';
import { dueAt } from '../../../functions/domain/actions/priority.ts';
import type { Instant } from '../../../functions/domain/instant.ts';
import { march } from '../../builders.ts';

const always = Object.fromEntries(
  ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].map((day) => [day, ['00:00', '24:00']]),
);

/** Teams that work day and night, so that a working hour is an hour. */
export const nightOwls: Owners = (() => {
  const file = parseOwners({
    version: 1,
    calendars: { always: { timeZone: 'UTC', days: always } },
    answering: 'always',
    teams: {
      Delivery: {
        contact: '#delivery',
        calendar: 'always',
        budget: 3,
        remindHours: 4,
        escalation: [
          { contact: 'head@example.com', afterHours: 4 },
          { contact: 'director@example.com', afterHours: 8 },
        ],
      },
      Care: { contact: '#care', calendar: 'always', budget: 2 },
    },
    rules: [{ when: { touchpoint: 'delivery' }, team: 'Delivery' }, { team: 'Care' }],
  });
  if (file.kind === 'invalid') throw new TypeError(JSON.stringify(file.problems));
  return file.owners;
})();

const { always: hours } = nightOwls.calendars;
if (!hours) throw new TypeError('no calendar');

export const raisedAt = march(2);

/** An action of Delivery's, raised on the second of March; P3, due forty hours later. */
export const openAction = (override: Partial<Action> = {}): Action => {
  const { pending: _, ...action } = begun(
    {
      id: 'recover-1',
      kind: 'recover',
      title: 'Complaint about delivery got no answer',
      owner: { team: 'Delivery', contact: '#delivery' },
      priority: 'P3',
      parts: { severity: 20, customers: 0, secondComplaint: 0, hollowApology: 0, confidence: 9 },
      openedAt: march(1),
      raisedAt,
      dueAt: dueAt(raisedAt, 'P3', hours),
      status: 'open',
      gapIds: ['unanswered-1'],
      matterId: 'matter-1',
      customerId: 'ada',
      touchpoint: 'delivery',
      evidence: ['text:sms-gateway:t-1'],
    },
    { at: raisedAt, by: 'triage', type: 'raised', change: 'raised' },
  );
  return { ...action, ...override };
};

export const lead: Person = { id: 'kim', role: 'lead' };

/** What a lead's command makes of an action as it stands. */
export const commanded = (action: Action, command: Command, at: Instant, person: Person = lead): Done =>
  perform(action, command, person, { version: action.version, at, owners: nightOwls });

/** The same, where it must be done. */
export const doneTo = (action: Action, command: Command, at: Instant, person: Person = lead): Action => {
  const done = commanded(action, command, at, person);
  if (done.kind !== 'changed') throw new TypeError(JSON.stringify(done));
  return done.action;
};

export const resolved = (at: Instant = march(3)): Action =>
  doneTo(openAction(), { kind: 'resolve', reason: 'sent a new parcel' }, at);
