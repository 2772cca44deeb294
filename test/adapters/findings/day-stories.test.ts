import { beforeAll, describe, expect, it } from 'vitest';
import { FactWriter } from '../../../functions/adapters/facts.ts';
import { DayStories, type DayStory } from '../../../functions/adapters/findings/day-stories.ts';
import { GuestDays } from '../../../functions/adapters/guest-days.ts';
import { DAY, type Instant, plus } from '../../../functions/domain/instant.ts';
import { type Fact, factSortKey } from '../../../functions/domain/message/fact.ts';
import { asGuest, GUEST_FACTS } from '../../../functions/domain/story/guests.ts';
import { STORY_DAYS } from '../../../functions/domain/story/reach.ts';
import { complains, march, undecided } from '../../builders.ts';
import { tablesInMemory } from '../dynalite.ts';

const tables = tablesInMemory();
let writer: FactWriter;
let guestDays: GuestDays;
let stories: DayStories;
beforeAll(async () => {
  const { facts, state } = await tables();
  writer = new FactWriter(facts, 400);
  guestDays = new GuestDays(state);
  stories = new DayStories({ facts, guestDays });
});

const keep = async (facts: readonly Fact[], sentiment = false): Promise<void> => {
  for (const fact of facts)
    await writer.add(fact, sentiment ? undecided('comprehend-2017-11-27') : undefined, march(30));
};

const ofDay = async (day: string, asOf: Instant): Promise<DayStory[]> => {
  const found: DayStory[] = [];
  for await (const some of stories.ofDay(day, asOf)) found.push(...some);
  return found;
};

const idsIn = ({ facts, ofDay: meant }: DayStory): string[] =>
  facts.filter((fact) => meant.has(factSortKey(fact))).map(({ message }) => message.id);

describe('the stories of a day', () => {
  it('come whole, with what happened on the day, in the order of their names', async () => {
    const [early, late] = [
      complains(march(3), { id: 'ben-3', customerId: 'ben' }),
      complains(march(5), { id: 'ben-5', customerId: 'ben' }),
    ];
    await keep([late, early, complains(march(5), { id: 'abe-5', customerId: 'abe' })]);
    const found = await ofDay('2026-03-05', march(20));
    expect(found.map(({ story }) => story)).toEqual(['customer#abe', 'customer#ben']);
    expect(found.map(idsIn)).toEqual([['abe-5'], ['ben-5']]);
    expect(found[1]?.facts.map(({ message }) => message.id)).toEqual(['ben-3', 'ben-5']);
  });

  it('have also what a fold of today does not reach, with its score', async () => {
    const fact = complains(march(7), { id: 'old', customerId: 'cleo' });
    await keep([fact], true);
    const [story] = await ofDay('2026-03-07', plus(march(7), (STORY_DAYS + 20) * DAY));
    expect(story && idsIn(story)).toEqual(['old']);
    expect(story?.sentiments.get(factSortKey(fact))?.label).toBe('neutral');
  });

  it('have what is to come by itself', async () => {
    await keep([complains(march(25), { id: 'soon', customerId: 'dora' })]);
    const [story] = await ofDay('2026-03-25', march(20));
    expect(story && idsIn(story)).toEqual(['soon']);
  });

  it('of a guest day are those it was handed over to, be it done or still to be done', async () => {
    const customerId = 'guest';
    const facts = Array.from({ length: GUEST_FACTS + 2 }, (_, i) =>
      complains(plus(march(9), i * 60_000), { id: `g-${i}`, customerId, interactionId: `order-${i}` }),
    );
    await keep(facts);
    await guestDays.mark(`customer#${customerId}`, '2026-03-09');
    const [handed] = facts;
    if (handed) await writer.addToGuests(asGuest(handed), undefined, march(30));
    const found = await ofDay('2026-03-09', march(20));
    expect(found.flatMap(idsIn).sort()).toEqual(facts.map(({ message }) => message.id).sort());
    expect(
      found.every(({ story, facts: own }) => story.startsWith('guest#') && own.every((one) => one.story === story)),
    ).toBe(true);
  });

  it('are none where nothing happened', async () => expect(await ofDay('2026-03-30', march(31))).toEqual([]));
});
