import { EventBridgeClient, PutEventsCommand, type PutEventsRequestEntry } from '@aws-sdk/client-eventbridge';
import { mockClient } from 'aws-sdk-client-mock';
import * as fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { Actions } from '../../functions/adapters/actions.ts';
import { Digests } from '../../functions/adapters/digests.ts';
import { EventBus } from '../../functions/adapters/event-bus.ts';
import { Outbox } from '../../functions/adapters/outbox.ts';
import { type Action, changed } from '../../functions/domain/actions/action.ts';
import { ActionStatus } from '../../functions/domain/actions/action-words.ts';
import { triageCustomer } from '../../functions/domain/actions/triage.ts';
import { actionChanges, type DigestTold } from '../../functions/domain/events/event.ts';
import { eventSchemas } from '../../lib/contract/events/event-files.ts';
import { gap, march, owners } from '../builders.ts';
import { validator } from '../contract/validator.ts';
import { tablesInMemory } from './dynalite.ts';
import { digestMade } from './told.ts';

const tables = tablesInMemory();
const bridge = mockClient(EventBridgeClient);
const schemas = eventSchemas();
const validators = new Map<string, ReturnType<typeof validator>>();
const validatorOf = (type: string) => {
  const made = validators.get(type) ?? validator(schemas[`events/${type}.schema.json`] ?? { not: {} });
  validators.set(type, made);
  return made;
};

let sent: PutEventsRequestEntry[];
beforeEach(() => {
  sent = [];
  bridge.reset();
  bridge.on(PutEventsCommand).callsFake(({ Entries = [] }: { Entries?: PutEventsRequestEntry[] }) => {
    sent.push(...Entries);
    return { FailedEntryCount: 0, Entries: Entries.map(() => ({ EventId: 'taken' })) };
  });
});

const open = async () => {
  const { state } = await tables();
  const outbox = new Outbox(state, new EventBus(new EventBridgeClient({ region: 'us-east-1' }), 'told'));
  return { actions: new Actions(state, outbox), digests: new Digests(state, outbox) };
};

/** What is wrong with the events that were sent, held against what is published; nothing where all is well. */
const faults = (): string[] =>
  sent.flatMap(({ DetailType = '', Detail = '' }) => {
    const takes = validatorOf(DetailType);
    return takes(JSON.parse(Detail)) ? [] : [`${DetailType}: ${JSON.stringify(takes.errors)}`];
  });

const change = fc.record({
  type: fc.constantFrom(...actionChanges),
  status: fc.constantFrom(...ActionStatus.options),
  by: fc.constantFrom('kim', 'triage', 'clock'),
  reason: fc.option(fc.string({ unit: 'grapheme' }), { nil: undefined }),
  to: fc.option(fc.array(fc.emailAddress(), { maxLength: 3 }), { nil: undefined }),
});

describe('the events that an adapter sends', () => {
  it('of actions are what is published, whatever is done to them', async () => {
    const { actions } = await open();
    const [triage] = triageCustomer([gap({ matterId: 'matter-1' })], [], [], owners, march(4));
    if (!triage) throw new TypeError('nothing raised');
    let made = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(change, { maxLength: 8 }), async (changes) => {
        const first: Action = { ...triage.action, id: `recover-${made++}` };
        const action = changes.reduce(
          (before, { type, status, by, reason, to }) =>
            changed(
              before,
              { status },
              { at: march(5), by, type, change: type, ...(reason && { reason }), ...(to && { to }) },
            ),
          first,
        );
        sent = [];
        await actions.putAction(action, undefined);
        expect(sent).toHaveLength(changes.length + 1);
        expect(faults()).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('of digests are what is published', async () => {
    const { digests } = await open();
    await digests.add(digestMade().data as DigestTold, march(4));
    expect(sent.map(({ DetailType }) => DetailType)).toEqual(['digest.made']);
    expect(faults()).toEqual([]);
  });

  it('would be found out where they are not', () => {
    sent = [{ DetailType: 'digest.made', Detail: JSON.stringify({ ...digestMade(), at: 'yesterday' }) }];
    expect(faults()).toEqual([expect.stringMatching(/^digest\.made: .*"\/at"/)]);
  });
});
