import { ComprehendClient } from '@aws-sdk/client-comprehend';
import { CreateQueueCommand, SQSClient } from '@aws-sdk/client-sqs';
import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ComprehendScorer, SCORER } from '../../../functions/adapters/comprehend.ts';
import { DueMarks } from '../../../functions/adapters/due-marks.ts';
import { FactWriter } from '../../../functions/adapters/facts.ts';
import { GuestDays } from '../../../functions/adapters/guest-days.ts';
import { IntakeRecords } from '../../../functions/adapters/intake-records.ts';
import { Looks } from '../../../functions/adapters/looks.ts';
import { ParkedScores } from '../../../functions/adapters/parked-scores.ts';
import { RejectWriter } from '../../../functions/adapters/rejects/reject-writer.ts';
import { StoredRejects } from '../../../functions/adapters/rejects/stored-rejects.ts';
import { UnitLedger } from '../../../functions/adapters/unit-ledger.ts';
import { factId, storyKey } from '../../../functions/domain/message/identity.ts';
import { redactMessage } from '../../../functions/domain/message/redacted-message.ts';
import { check } from '../../../functions/domain/message/rejection.ts';
import { makeHandler } from '../../../functions/ingest-feedback/handler.ts';
import { brokenKinds } from '../../broken-messages.ts';
import { textMessage } from '../../builders.ts';
import { validMessage } from '../../contract/valid-messages.ts';
import { makeEndpoint, type RunningEndpoint } from '../../local/running-endpoint.ts';
import { catchConsole } from '../../runtime/console-lines.ts';
import { batch, failedIn, plentyOfTime, record, SENT_AT } from '../../runtime/deliveries.ts';
import { tablesInMemory } from '../dynalite.ts';
import { keyService } from './kept.ts';

const lines = catchConsole();
const tables = tablesInMemory();
const keys = keyService();

let endpoint: RunningEndpoint;
let queueUrl: string;
beforeAll(async () => {
  endpoint = await makeEndpoint();
  const created = await new SQSClient(endpoint.clientConfig).send(new CreateQueueCommand({ QueueName: 'looks' }));
  queueUrl = created.QueueUrl ?? '';
});
afterAll(() => endpoint.close());

/** Ingest-feedback as it is wired, on services that answer over the wire. */
const intake = async () => {
  const { facts, state } = await tables();
  const { sealer, opener } = keys();
  const rejects = new StoredRejects(state);
  const handler = makeHandler({
    now: () => SENT_AT,
    scorer: new ComprehendScorer(new ComprehendClient(endpoint.clientConfig)),
    facts: new FactWriter(facts, 730),
    records: new IntakeRecords(state),
    rejects: new RejectWriter(state, sealer),
    looks: new Looks(new SQSClient(endpoint.clientConfig), queueUrl),
    due: new DueMarks(state),
    units: new UnitLedger(state, 1_000_000),
    parked: new ParkedScores(state, SCORER, 730),
    guestDays: new GuestDays(state),
  });
  return { handler, facts, rejects, opener };
};

/** What no log line may ever hold. */
const CANARY = 'Okonkwo-7431';

const canaryValue = fc.oneof(
  fc.constantFrom<unknown>(
    CANARY,
    [CANARY],
    { [CANARY]: CANARY },
    `${CANARY}\u0000\u001b`,
    `${CANARY}\ud800`,
    CANARY.repeat(9_000),
  ),
  fc.constantFrom<unknown>(
    null,
    -0,
    1e300,
    1e-300,
    -1,
    0.1,
    true,
    '',
    [],
    {},
    { constructor: 1 },
    '2026-02-30T00:00:00Z',
  ),
);
const fields = [
  'kind',
  'version',
  'source',
  'id',
  'revision',
  'retracted',
  'occurredAt',
  'customerId',
  'touchpoint',
  'interactionId',
  'language',
  'attributes',
  'status',
  'metric',
  'scale',
  'score',
  'rating',
  'comment',
  'body',
  'title',
  'channel',
  '__proto__',
  'constructor',
  CANARY,
];

/** Nearly a message: what fits the contract, with some fields changed, added or taken away. */
const nearly = fc
  .tuple(
    validMessage,
    fc.array(fc.tuple(fc.constantFrom(...fields), fc.option(canaryValue, { nil: undefined })), { maxLength: 3 }),
  )
  .map(([message, changes]) => {
    const entries = new Map<string, unknown>([...Object.entries(message), ...changes]);
    // Written out by hand: an object literal would take __proto__ for its prototype.
    const pairs = [...entries].flatMap(([name, value]) =>
      value === undefined ? [] : [`${JSON.stringify(name)}:${JSON.stringify(value)}`],
    );
    return `{${pairs.join(',')}}`;
  });

const oddNumber = fc
  .tuple(
    nearly,
    fc.constantFrom('NaN', 'Infinity', '-Infinity', '1e999', '-1e999', '-0', '0x10', '01', '1_000', '9'.repeat(400)),
  )
  .map(([body, number]) => body.replace(/"(score|rating|revision)":[^,}]+/, `"$1":${number}`));

const deep = fc
  .tuple(nearly, fc.constantFrom(15, 16, 17, 1_000, 60_000), fc.constantFrom('[]', '{}'))
  .map(([body, depth, [open, close]]) =>
    body.replace(/}$/, `,"trace":${(open === '{' ? '{"a":' : '[').repeat(depth)}1${close?.repeat(depth)}}`),
  );

const large = fc.constantFrom(
  `{"kind":"text","body":"${CANARY}${'x'.repeat(1024 * 1024 - 100)}"}`,
  `[${'1,'.repeat(500_000)}1]`,
  `{"${'k'.repeat(102_400)}":1,"kind":"text"}`,
  `{"kind":"text","attributes":{"${CANARY}${'k'.repeat(102_400)}":1}}`,
);

const body = fc.oneof(
  { arbitrary: fc.string({ unit: 'binary' }).map((text) => text.toWellFormed()), weight: 2 },
  { arbitrary: fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes).toString()), weight: 1 },
  { arbitrary: fc.json().map((text) => text.toWellFormed()), weight: 1 },
  { arbitrary: nearly, weight: 6 },
  { arbitrary: oddNumber, weight: 2 },
  { arbitrary: deep, weight: 2 },
  { arbitrary: fc.tuple(fc.constantFrom(...brokenKinds), fc.nat()).map(([kind, seed]) => kind.body(seed)), weight: 3 },
  { arbitrary: large, weight: 1 },
);

describe('whatever is posted', () => {
  it('becomes either a fact or a reject with a reason, and harms no neighbour; no log line holds a word of it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(body, { minLength: 1, maxLength: 12 }), async (bodies) => {
        const { handler, facts, rejects, opener } = await intake();
        const neighbour = textMessage({ id: 'neighbour' });
        const posts = [...bodies, JSON.stringify(neighbour)];
        const response = await handler(batch(...posts.map((post, i) => record(`m-${i}`, post))), plentyOfTime);
        expect(failedIn(response)).toEqual([]);
        const noted = new Map((await rejects.ofDay(SENT_AT.slice(0, 10))).map((one) => [one.messageId, one]));
        for (const [i, post] of posts.entries()) {
          const checked = check(post, SENT_AT);
          const note = noted.get(`m-${i}`);
          if (checked.kind === 'rejected') {
            expect(note?.reasons).toEqual(checked.reasons);
            expect(checked.reasons.length).toBeGreaterThan(0);
            expect(await rejects.body(note?.reject ?? '', opener)).toBe(post);
          } else {
            expect(note).toBeUndefined();
            const message = redactMessage(checked.message);
            const story = await facts.partition(storyKey(message));
            expect(story.map(({ id }) => id)).toContain(factId(message));
          }
        }
        expect(noted.has(`m-${bodies.length}`)).toBe(false);
        const said = JSON.stringify([lines(), [...noted.values()].map(({ source: _, ...note }) => note)]);
        expect(said).not.toContain('Okonkwo');
        expect(said).not.toContain('batch.split');
      }),
      { numRuns: Number(process.env.FUZZ_RUNS ?? 40) },
    );
  }, 120_000);
});
