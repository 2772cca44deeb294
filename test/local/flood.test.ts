import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Instant, instantAt, plus } from '../../functions/domain/instant.ts';
import { type LocalCloud, startLocalCloud } from '../../lib/local/cloud.ts';
import { ComprehendStandIn } from '../../lib/local/comprehend/stand-in.ts';
import { connect, type Deployment } from '../../lib/local/run/deployment.ts';
import { factEntries } from '../../lib/local/run/fact-export.ts';
import { postFeed } from '../../lib/local/run/feed.ts';
import { scoreParked } from '../../lib/local/run/parked.ts';
import { synthesizedAssembly } from '../../lib/local/run/synthesis.ts';
import { brokenKinds } from '../broken-messages.ts';

/** `FLOOD=20000 npx vitest run test/local/flood.test.ts` sends ten times as much: 20,000 good messages and 5,000 broken. */
const GOOD = Number(process.env.FLOOD ?? 2_000);
const BROKEN = GOOD / 4;

/** Some twenty times what it takes: a run that does not come to an end, ends here. */
const TIME_LIMIT_MS = 60_000 + GOOD * 60;

const DAY: Instant = '2026-03-05T00:00:00.000Z';

/** Each in its own words, so that each is scored by itself. */
const good = (i: number): string => {
  const occurredAt = plus(DAY, (i % 86_400) * 1_000);
  const common = { source: 'flood', id: `good-${i}`, occurredAt, customerId: `customer-${i % 4_999}`, language: 'en' };
  const words = `Parcel number ${i} came late and nobody answers the phone.`;
  switch (i % 3) {
    case 0:
      return JSON.stringify({ kind: 'text', ...common, channel: 'sms', body: words });
    case 1:
      return JSON.stringify({ kind: 'survey', ...common, metric: 'nps', score: i % 11, comment: words });
    default:
      return JSON.stringify({ kind: 'review', ...common, rating: 1 + (i % 5), body: words });
  }
};

const kindAt = (i: number) => brokenKinds[i % brokenKinds.length] as (typeof brokenKinds)[number];

/** A broken one after every four good ones, so that they share batches. */
const feed = function* (): Generator<string> {
  for (let i = 0; i < GOOD; i++) {
    yield good(i);
    if (i % 4 === 3) yield kindAt((i - 3) / 4).body(i);
  }
};

const tally = (of: Iterable<string>): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const one of of) counts.set(one, (counts.get(one) ?? 0) + 1);
  return new Map([...counts].sort());
};

let cloud: LocalCloud;
let deployment: Deployment;
let refused = 0;

describe(`${GOOD} good messages among ${BROKEN} broken ones of ${brokenKinds.length} kinds, a tenth of the scoring throttled`, () => {
  beforeAll(async () => {
    cloud = await startLocalCloud({
      assembly: await synthesizedAssembly(),
      log: () => {},
      comprehend: new ComprehendStandIn({ throttle: (call) => call % 10 === 0 }),
    });
    deployment = connect(cloud);
    const started = Date.now();
    refused = (await postFeed(deployment, feed(), { backfill: true, progress: () => {} })).refused;
    await cloud.drain();
    await scoreParked(cloud, started, () => {});
  }, TIME_LIMIT_MS);
  afterAll(() => cloud.stop());

  it('each broken one has the reason of its kind', async () => {
    expect(brokenKinds.length).toBeGreaterThanOrEqual(30);
    expect(refused).toBe(0);
    const wanted = tally(Array.from({ length: BROKEN }, (_, i) => `${kindAt(i).path} ${kindAt(i).code}`));
    const rejects = await deployment.rejects.all(instantAt(Date.now()));
    const told = rejects.flatMap(({ reasons, count }) =>
      Array.from({ length: count }, () => `${reasons[0]?.path} ${reasons[0]?.code}`),
    );
    expect(tally(told)).toEqual(wanted);
  });

  it('each good one has its fact, once, and its score', async () => {
    const states: string[] = [];
    const ids = new Set<string>();
    for await (const { sentiment, id } of factEntries(deployment, ['2026-03-05'], plus(DAY, 86_400_000), 'flood')) {
      states.push(sentiment.state);
      ids.add(id);
    }
    expect(tally(states)).toEqual(new Map([['scored', GOOD]]));
    expect(ids.size).toBe(GOOD);
  }, 120_000);

  it('none is among the dead letters', () => {
    expect(cloud.deadLetters().filter(({ messages }) => messages > 0)).toEqual([]);
  });
});
