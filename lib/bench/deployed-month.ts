import type { SQSEvent } from 'aws-lambda';
import { Actions } from '../../functions/adapters/actions.ts';
import { Digests } from '../../functions/adapters/digests.ts';
import { DueMarks } from '../../functions/adapters/due-marks.ts';
import { FactWriter, StoredFacts } from '../../functions/adapters/facts.ts';
import { GuestDays, GuestFacts } from '../../functions/adapters/guest-days.ts';
import { Holds } from '../../functions/adapters/holds.ts';
import { IntakeRecords } from '../../functions/adapters/intake-records.ts';
import { Outbox } from '../../functions/adapters/outbox.ts';
import { ParkedScores } from '../../functions/adapters/parked-scores.ts';
import { Stories } from '../../functions/adapters/stories.ts';
import { Touchpoints } from '../../functions/adapters/touchpoints.ts';
import { UnitLedger } from '../../functions/adapters/unit-ledger.ts';
import { Weeks } from '../../functions/adapters/weeks.ts';
import { makeHandler as makeComparison } from '../../functions/compare-touchpoints/handler.ts';
import { makeHandler as makeDetection } from '../../functions/detect-customer-gaps/handler.ts';
import { HOUR, type Instant, instantAt } from '../../functions/domain/instant.ts';
import { digest } from '../../functions/domain/message/identity.ts';
import type { Scoring } from '../../functions/domain/scoring/answers.ts';
import type { TextToScore } from '../../functions/domain/scoring/scoring-plan.ts';
import type { Look } from '../../functions/domain/story/look.ts';
import { makeHandler as makeFollowUp } from '../../functions/follow-up-actions/handler.ts';
import { makeHandler as makeIngest } from '../../functions/ingest-feedback/handler.ts';
import { checkedOwnersFile, checkedRatesFile, checkedThemesFile } from '../checked-file.ts';
import { seeded } from '../eval/study/random.ts';
import { CountingBus } from './counting-bus.ts';
import { MeteredTable, type TrafficByPart } from './metered-table.ts';
import { MONTH_BEGINS, MONTH_DAYS, type Posted, postedMonth } from './posted-month.ts';
import { UntoldActions, UntoldHolds } from './untold.ts';

const MINUTE = 60_000;
const QUARTER = 15 * MINUTE;
const WINDOW_DAYS = 28;
const RETENTION_DAYS = 400;
const SCORER = 'bench';
/** As the queues hand over. */
const BATCH = 100;
const inTime = { getRemainingTimeInMillis: () => 300_000 };

/** Answers negative for whatever it is asked: the folds decide by words and sentiment, here by words alone. */
const scorer = {
  name: SCORER,
  score: async (texts: readonly TextToScore[]): Promise<Scoring> => ({
    scored: new Map(
      texts.map(({ key }) => [
        key,
        { label: 'neutral', scores: { negative: 0.3, neutral: 0.5, positive: 0.1, mixed: 0.1 }, scorer: SCORER },
      ]),
    ),
    refused: new Map(),
    unavailable: new Map(),
    units: { billed: texts.length, unused: 0 },
  }),
};

/** How much of following up runs: what a part costs is the difference to a month without it. */
export type Following = 'stories' | 'actions' | 'actions-and-events';

/** What a month of feedback read and wrote. */
export interface MonthMeasured {
  messages: number;
  cells: number;
  /** By function; apart from them, as `tell`, what forgetting told events takes, whoever told them. */
  traffic: Map<string, TrafficByPart>;
  /** By type. */
  events: Map<string, number>;
  billedEvents: number;
  seconds: number;
}

const eventOf = (bodies: readonly string[], at: number): SQSEvent => ({
  Records: bodies.map((body, i) => ({
    messageId: `m-${at}-${i}`,
    receiptHandle: '',
    body,
    attributes: {
      ApproximateReceiveCount: '1',
      ApproximateFirstReceiveTimestamp: String(at),
      SenderId: '',
      SentTimestamp: String(at),
    },
    messageAttributes: {},
    md5OfBody: '',
    eventSource: 'aws:sqs',
    eventSourceARN: 'arn:aws:sqs:us-east-1:111122223333:texts',
    awsRegion: 'us-east-1',
  })),
});

/** The functions on tables in memory, each function's traffic apart. */
const deployed = (clock: { now: Instant }, following: Following) => {
  const tables = new Map<string, TrafficByPart>();
  const queue: Look[] = [];
  const data = { facts: new MeteredTable('facts', new Map()), state: new MeteredTable('state', new Map()) };
  const meter = async <T>(name: string, work: () => Promise<T>): Promise<T> => {
    const traffic: TrafficByPart = tables.get(name) ?? new Map();
    tables.set(name, traffic);
    data.facts.traffic = traffic;
    data.state.traffic = traffic;
    return work();
  };
  const { facts, state } = data;
  const bus = new CountingBus();
  const telling: TrafficByPart = new Map();
  const tells = following === 'actions-and-events';
  if (tells) tables.set('tell', telling);
  const outbox = new Outbox(state.apart(telling), bus);
  const actions = tells ? new Actions(state, outbox) : new UntoldActions(state);
  const looks = { send: async (sent: readonly Look[]) => void queue.push(...sent) };
  const due = new DueMarks(state);
  const root = new URL('../../', import.meta.url).pathname;
  const owners = checkedOwnersFile(`${root}owners.json`).content;
  const taxonomy = checkedThemesFile(`${root}themes.json`).content;
  const rates = checkedRatesFile(`${root}hearing-rates.json`).content;
  const records = new IntakeRecords(state);
  const now = () => clock.now;
  const ingest = makeIngest({
    now,
    scorer,
    units: new UnitLedger(state, 1e9),
    parked: new ParkedScores(state, SCORER, RETENTION_DAYS),
    facts: new FactWriter(facts, RETENTION_DAYS),
    rejects: {
      add: async ({ reasons }) => {
        throw new Error(`a made-up message is rejected: ${reasons[0]?.path}`);
      },
    },
    records,
    guestDays: new GuestDays(state),
    looks,
    due,
  });
  const detect = makeDetection({
    owners,
    taxonomy,
    now,
    customers: { hash: async (customerId) => digest(customerId).slice(0, 12) },
    facts: new StoredFacts(facts),
    guestDays: new GuestDays(state),
    guestFacts: new GuestFacts(facts),
    addresses: records,
    stories: new Stories(state),
    holds: tells ? new Holds(state, outbox) : new UntoldHolds(state),
    actions,
    due,
  });
  const follow = makeFollowUp({
    owners,
    due,
    looks,
    actions,
    digests: new Digests(state, tells ? outbox : undefined),
    weeks: new Weeks(state, tells ? outbox : undefined),
    outbox: tells ? outbox : { tellLeft: async () => true },
  });
  const compare = makeComparison({ owners, rates, touchpoints: new Touchpoints(state), actions });
  const handed = (answer: { batchItemFailures: unknown[] }): void => {
    if (answer.batchItemFailures.length > 0) throw new Error(`${answer.batchItemFailures.length} messages failed`);
  };
  const fold = async (at: number): Promise<void> => {
    while (queue.length > 0) {
      const bodies = queue.splice(0, BATCH).map((look) => JSON.stringify(look));
      await meter('detect', async () => handed(await detect(eventOf(bodies, at), inTime)));
    }
  };
  return {
    tables,
    bus,
    take: async (posted: readonly Posted[], at: number): Promise<void> => {
      for (let i = 0; i < posted.length; i += BATCH) {
        const bodies = posted.slice(i, i + BATCH).map(({ message }) => JSON.stringify(message));
        await meter('ingest', async () => handed(await ingest(eventOf(bodies, at), inTime)));
        await fold(at);
      }
    },
    follow: async (at: number): Promise<void> => {
      await meter('follow', () => follow({ at: instantAt(at), actions: following !== 'stories' }, inTime));
      await fold(at);
    },
    compare: (at: number) => meter('compare', () => compare({ at: instantAt(at), windowDays: WINDOW_DAYS }, inTime)),
  };
};

/**
 * Runs a month as it is deployed: what was posted in a minute is taken together, every quarter of an hour what fell due is followed up,
 * and every hour the touchpoints are compared. Nobody works on any action: reminders, escalations and what waits are the most they can be.
 */
export const runMonth = async (
  messages: number,
  cells: number,
  following: Following = 'actions-and-events',
): Promise<MonthMeasured> => {
  const started = performance.now();
  const posted = postedMonth(messages, cells, seeded(1));
  const clock = { now: instantAt(MONTH_BEGINS) };
  const functions = deployed(clock, following);
  let next = 0;
  for (let minute = 1; minute <= MONTH_DAYS * 24 * 60; minute++) {
    const at = MONTH_BEGINS + minute * MINUTE;
    clock.now = instantAt(at);
    const from = next;
    while (next < posted.length && (posted[next] as Posted).at < at) next++;
    if (next > from) await functions.take(posted.slice(from, next), at);
    if ((at - MONTH_BEGINS) % QUARTER === 0) await functions.follow(at);
    if ((at - MONTH_BEGINS) % HOUR === 0) await functions.compare(at);
  }
  const { tables: traffic, bus } = functions;
  const seconds = (performance.now() - started) / 1000;
  return { messages: posted.length, cells, traffic, events: bus.told, billedEvents: bus.billed, seconds };
};
