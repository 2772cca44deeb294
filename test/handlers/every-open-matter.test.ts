import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeHandler } from '../../functions/detect-customer-gaps/handler.ts';
import { DAY, HOUR, type Instant, plus } from '../../functions/domain/instant.ts';
import type { Fact } from '../../functions/domain/message/fact.ts';
import { answers, complains, invited, march, replies, withdraws, words } from '../builders.ts';
import { catchConsole } from '../runtime/console-lines.ts';
import { batch, failedIn, plentyOfTime } from '../runtime/deliveries.ts';
import { look, makeDetection } from './looking.ts';
import type { MemoryStore } from './memory-store.ts';
import { type Death, heldUp } from './mortal.ts';

catchConsole();

/** Something said of one order of a customer's, at an hour after the first of March; taken back later where told so. */
interface Step {
  what: 'complains' | 'remedy' | 'hollow' | 'invited' | 'answers' | 'praises';
  hour: number;
  customer: string;
  order: string;
  withdrawnAfter: number | undefined;
}

const HOURS = 130 * 24;
const customers = ['ada', 'bo'];

/** Each step has an hour of its own, so that none is said at once with another. */
const histories: fc.Arbitrary<Step[]> = fc.uniqueArray(
  fc.record({
    what: fc.constantFrom<Step['what'][]>(
      'complains',
      'complains',
      'remedy',
      'hollow',
      'invited',
      'answers',
      'praises',
    ),
    hour: fc.nat(HOURS),
    customer: fc.constantFrom(...customers),
    order: fc.constantFrom('order-1', 'order-2'),
    withdrawnAfter: fc.option(fc.integer({ min: 1, max: 40 * 24 }), { freq: 5, nil: undefined }),
  }),
  { selector: ({ hour }) => hour, minLength: 1, maxLength: 14 },
);

const timeOf = (hour: number): Instant => plus(march(1), hour * HOUR);

const factsOf = ({ what, hour, customer: customerId, order, withdrawnAfter }: Step): Fact[] => {
  const about = { customerId, interactionId: order, touchpoint: `counter of ${order}` };
  const id = `${what}-${hour}`;
  const at = timeOf(hour);
  const fact = {
    complains: () => complains(at, { ...about, id }),
    praises: () => complains(at, { ...about, id, body: words.praise }),
    remedy: () => replies(at, 'remedy', { ...about, id }),
    hollow: () => replies(at, 'hollow', { ...about, id }),
    invited: () => invited(at, { ...about, id }),
    answers: () => answers(at, 2, words.complaint, { ...about, id }),
  }[what]();
  if (withdrawnAfter === undefined) return [fact];
  // Half an hour past, so that it is never said at once with another step.
  return [fact, withdraws(fact, { occurredAt: plus(at, (withdrawnAfter - 0.5) * HOUR) })];
};

/**
 * Who is to be held, reckoned from the same facts alone: whoever complained of an order unasked and got no remedy for it
 * since, up to 60 days after the last complaint of it.
 */
const toBeHeld = (facts: readonly Fact[], now: Instant): string[] => {
  const known = facts.filter(({ message }) => message.occurredAt <= now);
  const withdrawn = new Set(known.filter(({ message }) => message.retracted).map(({ feedback }) => feedback));
  const lastComplaints = new Map<string, Instant>();
  const said = known.filter(({ feedback }) => !withdrawn.has(feedback));
  for (const { id, message } of said.sort((a, b) => (a.message.occurredAt < b.message.occurredAt ? -1 : 1))) {
    if (message.retracted) continue;
    const matter = JSON.stringify([message.customerId, message.interactionId]);
    if (id.includes('remedy')) lastComplaints.delete(matter);
    if (id.includes('complains') || (id.includes('answers') && lastComplaints.has(matter)))
      lastComplaints.set(matter, message.occurredAt);
  }
  const open = [...lastComplaints].filter(([, last]) => plus(last, 60 * DAY) > now);
  return [...new Set(open.map(([matter]) => JSON.parse(matter)[0] as string))].sort();
};

/** Events of each hold are 1, 2, 3..., one a change, and tell a life that can be. */
const expectWholeStories = ({ holds }: MemoryStore): void => {
  for (const { version, pending = [], matterIds, since, until, customerId } of holds.states.values()) {
    expect(pending.map(({ sequence }) => sequence)).toEqual(Array.from({ length: version }, (_, i) => i + 1));
    expect(pending.map(({ type }) => type).join(' ')).toMatch(
      /^hold\.placed( hold\.extended)*( hold\.released hold\.placed( hold\.extended)*)*( hold\.released)?$/,
    );
    expect(pending.at(-1)?.data).toEqual({ customerId, since, until, matterIds });
    expect(pending.at(-1)?.type === 'hold.released').toBe(matterIds.length === 0);
  }
};

const deaths: fc.Arbitrary<Death> = fc.record({ call: fc.nat(50), when: fc.constantFrom('before', 'after') });

/** Asks for both customers; `receives` tells how often the queue handed it over. */
const looksAt = (time: Instant, receives = 1) =>
  customers.map((customer, i) => {
    const asked = look(`m-${i}-${time}`, `customer#${customer}`, time);
    return { ...asked, attributes: { ...asked.attributes, ApproximateReceiveCount: String(receives) } };
  });

describe('every customer with an open matter, and no other, is held', () => {
  it('after each batch, in whatever order and however often facts come, and wherever a process dies', async () => {
    const batches = fc.array(
      fc.record({
        facts: fc.nat(6),
        hours: fc.integer({ min: 1, max: 30 * 24 }),
        dying: fc.array(deaths, { maxLength: 2 }),
      }),
      { minLength: 1, maxLength: 6 },
    );
    let heldOnce = 0;
    await fc.assert(
      fc.asyncProperty(
        histories.chain((steps) => {
          const facts = steps.flatMap(factsOf);
          return fc.tuple(fc.shuffledSubarray(facts, { minLength: facts.length }), fc.subarray(facts));
        }),
        batches,
        async ([once, again], portions) => {
          const { store, detect, detectUntil, remember } = await makeDetection([]);
          const coming = [...once, ...again];
          const known: Fact[] = [];
          let hour = 24;
          for (const { facts, hours, dying } of portions) {
            const portion = coming.splice(0, facts + 1);
            known.push(...portion);
            await remember(...portion);
            hour += hours;
            const now = timeOf(hour);
            for (const [i, death] of dying.entries()) await detectUntil(death, ...looksAt(now, i + 1));
            expect(await detect(...looksAt(now, dying.length + 1))).toEqual([]);
            expect(store.holds.at(now)).toEqual(toBeHeld(known, now));
            heldOnce += store.holds.at(now).length;
            const before = structuredClone(store.holds.states);
            await detect(...looksAt(now));
            await detect(...looksAt(now, 2));
            expect(store.holds.states).toEqual(before);
          }
          expectWholeStories(store);
        },
      ),
      { numRuns: 400 },
    );
    expect(heldOnce).toBeGreaterThan(100);
  }, 60_000);

  it('between batches, by what is due alone: each hold is released at its end', async () => {
    await fc.assert(
      fc.asyncProperty(histories, async (steps) => {
        const now = timeOf(HOURS);
        const facts = steps.flatMap(factsOf).filter(({ message }) => message.occurredAt <= now);
        const { store, detect } = await makeDetection(facts);
        await detect(...looksAt(now));
        const nextAfter = (at: Instant) =>
          [...store.dueMarks.values()]
            .map((mark) => mark.at)
            .filter((due) => due > at)
            .sort()[0];
        for (let at = nextAfter(now); at; at = nextAfter(at)) {
          const due = [...store.dueMarks.values()].filter((mark) => mark.at === at);
          await detect(...due.map(({ story }) => look(`due ${story}`, story, at)));
          expect(store.holds.at(at)).toEqual(toBeHeld(facts, at));
        }
        expect([...store.holds.states.values()].flatMap(({ matterIds }) => matterIds)).toEqual([]);
        expectWholeStories(store);
      }),
      { numRuns: 200 },
    );
  });

  it('when two folds of a story meet, wherever the one holds up the other', async () => {
    let met = 0;
    await fc.assert(
      fc.asyncProperty(
        histories.chain((steps) => fc.tuple(fc.constant(steps.flatMap(factsOf)), fc.nat())),
        fc.nat(16),
        fc.boolean(),
        async ([facts, cut], heldAt, isKnown) => {
          const [some, more] = [facts.slice(0, cut % facts.length), facts.slice(cut % facts.length)];
          const { store, deps, detect, remember } = await makeDetection(some);
          const now = timeOf(HOURS);
          if (isKnown) await detect(...looksAt(timeOf(HOURS / 2)));
          let known = some;
          const other = async () => {
            known = facts;
            met++;
            await remember(...more);
            await detect(...looksAt(now));
          };
          const slow = makeHandler(heldUp(deps, heldAt, other));
          expect(failedIn(await slow(batch(...looksAt(plus(now, -HOUR))), plentyOfTime))).toEqual([]);
          const asOf = known === facts ? now : plus(now, -HOUR);
          expect(store.holds.at(asOf)).toEqual(toBeHeld(known, asOf));
          expectWholeStories(store);
        },
      ),
      { numRuns: 400 },
    );
    expect(met).toBeGreaterThan(200);
  });
});
