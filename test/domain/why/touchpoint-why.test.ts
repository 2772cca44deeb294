import { describe, expect, it } from 'vitest';
import { nothingSaid, type SaidSum } from '../../../functions/domain/touchpoints/said.ts';
import type { Voices } from '../../../functions/domain/touchpoints/voices.ts';
import type { Voice } from '../../../functions/domain/why/quotes.ts';
import {
  countVoices,
  fleetOf,
  type PhrasesByLanguage,
  referenceOf,
  subjectsOf,
  whyOfTouchpoint,
} from '../../../functions/domain/why/touchpoint-why.ts';
import { march } from '../../builders.ts';
import { seeded, shuffled } from './seeded.ts';
import { voice } from './voices-read.ts';

const heard = (override: Partial<SaidSum> = {}): SaidSum => ({
  ...nothingSaid(),
  complaints: 20,
  themes: { waiting: 10, food: 4, staff: 1 },
  causes: { unowned: 6, defect: 8 },
  ...override,
});

const voicesOf = (said: SaidSum): Voices => ({
  touchpoint: 'delivery',
  location: 'millfield',
  asOf: march(5),
  window: { since: march(1), from: '2026-03-01', to: '2026-03-04' },
  said,
  weeks: [],
});

const fleet = fleetOf(
  ['waiting', 'food', 'staff'],
  [heard(), heard({ complaints: 80, themes: { waiting: 8, food: 40 } })],
);

describe('WHY-2: the causes of a touchpoint', () => {
  it('are those of its complaints, most first, with those in which nothing structural shows', () => {
    expect(subjectsOf(heard({ causes: { unowned: 9, defect: 8 } }), fleet).causes.map(({ name }) => name)).toEqual([
      'unowned',
      'defect',
    ]);
  });

  it('are none that only one complaint has', () => {
    const { causes } = subjectsOf(heard({ causes: { unowned: 1, defect: 8 } }), fleet);
    expect(causes.map(({ name }) => name)).toEqual(['defect']);
  });
});

describe('WHY-3: the themes of a touchpoint', () => {
  it('are told with their share here and elsewhere, most complaints first', () => {
    expect(subjectsOf(heard(), fleet).themes).toEqual([
      { name: 'waiting', complaints: 10, share: 0.5, elsewhere: 0.1 },
      { name: 'food', complaints: 4, share: 0.2, elsewhere: 0.5 },
    ]);
  });

  it('are those of a tenth of the complaints', () => {
    const told = (n: number) => subjectsOf(heard({ complaints: 40, themes: { staff: n } }), fleet).themes.length;
    expect([told(4), told(3)]).toEqual([1, 0]);
  });

  it('are those of two complaints, where there are as many', () => {
    const told = (complaints: number, n: number) =>
      subjectsOf(heard({ complaints, themes: { staff: n } }), fleet).themes.length;
    expect([told(5, 1), told(5, 2), told(1, 1), told(0, 0)]).toEqual([0, 1, 1, 0]);
  });

  it('are six at most', () => {
    const themes = Object.fromEntries(Array.from({ length: 9 }, (_, i) => [`theme-${i}`, 10 + i]));
    const told = subjectsOf(heard({ themes }), fleet).themes;
    expect(told.map(({ name }) => name)).toEqual([8, 7, 6, 5, 4, 3].map((i) => `theme-${i}`));
  });

  it('are compared with nobody where there is no other touchpoint, and never with less than none', () => {
    expect(subjectsOf(heard(), fleetOf([], [heard()])).themes[0]?.elsewhere).toBeNull();
    const before = fleetOf([], [heard({ complaints: 50, themes: { waiting: 4 } })]);
    expect(subjectsOf(heard(), before).themes[0]?.elsewhere).toBe(0);
  });
});

/** Customers who each complain of something at delivery, and others elsewhere. */
const people = (from: number, texts: readonly string[], language = 'en'): Voice[] =>
  texts.map((text, i) => voice(`customer-${from + i}`, text, language));

const vans = [
  'The van broke down and supper was late',
  'Your van never came, a long wait for nothing',
  'That van is always late at our gate',
  'A wait of two hours, the van had a puncture',
  'Cold soup again out of that van',
];
const others = Array.from(
  { length: 60 },
  (_, i) => [`The bill was wrong for order ${i}`, 'Charged me twice over'][i % 2] ?? '',
);

const explained = (complaining: readonly Voice[], elsewhere: readonly Voice[], praising: readonly Voice[] = []) => {
  const everywhere: PhrasesByLanguage = new Map();
  countVoices(everywhere, [...complaining, ...elsewhere]);
  return whyOfTouchpoint(voicesOf(heard()), complaining, praising, fleet, referenceOf(everywhere));
};

describe('why customers complain at a touchpoint', () => {
  const here = people(0, vans);
  const elsewhere = people(100, others);

  it('is told by what they say more than others, and quoted by where the words are kept', () => {
    const why = explained(here, elsewhere, [voice('fan', 'Never late, lovely driver, well done')]);
    expect(why.phrases).toMatchObject([{ phrase: 'van', customers: 5, share: 1, elsewhere: 0 }]);
    expect(why).toMatchObject({ asOf: march(5), complaints: 20, read: 5 });
    expect(why.quotes).toHaveLength(3);
    expect(here).toEqual(expect.arrayContaining(why.quotes.map((quote) => expect.objectContaining(quote))));
    expect(why.counterExamples).toEqual([{ speaker: 'fan', fact: expect.stringContaining('fan') }]);
  });

  it('tells of phrases only what three customers said, and holds no other word of theirs', () => {
    const rare = ['zanzibar', 'quixotic', 'xylophone', 'quokka', 'zeppelin'];
    const told = JSON.stringify(
      explained(
        here.map(({ speaker, text }, i) => ({
          ...voice(speaker, `${text} ${rare[i]}`),
          id: speaker,
          fact: `fact-${i}`,
        })),
        elsewhere,
      ),
    );
    expect(told).toContain('"van"');
    for (const word of [...rare, 'puncture', 'supper', 'gate']) expect(told).not.toContain(word);
  });

  it('counts a customer once, however often and in however many words for a language', () => {
    const again = ['en', 'EN-gb', 'en-US'].flatMap((language) => vans.map((text) => voice('ada', text, language)));
    expect(explained(again, elsewhere).phrases).toEqual([]);
    const two = [...again, ...vans.map((text) => voice('bo', text))];
    expect(explained(two, elsewhere).phrases).toEqual([]);
  });

  it('counts those who write varieties of a language together', () => {
    const varieties = ['en', 'EN-gb', 'en-US', 'EN', 'en-AU'];
    const all = vans.map((text, i) => voice(`customer-${i}`, text, varieties[i]));
    expect(explained(all, elsewhere).phrases).toEqual(explained(here, elsewhere).phrases);
  });

  it('holds what is said in one language against that language alone', () => {
    const german = people(200, Array(6).fill('Der Wagen war kaputt und alles kalt'), 'de');
    // Only here is German spoken: nothing is known of what others say in it.
    expect(explained([...here, ...german], elsewhere).phrases.map(({ phrase }) => phrase)).toEqual(['van']);
    const germansElsewhere = people(300, Array(60).fill('Die Rechnung stimmt nicht'), 'de');
    const phrases = explained([...here, ...german], [...elsewhere, ...germansElsewhere]).phrases;
    expect(phrases.find(({ phrase }) => phrase === 'van')).toMatchObject({ share: 1 });
    expect(phrases.find(({ phrase }) => phrase.includes('wagen'))).toMatchObject({
      customers: 6,
      share: 1,
      elsewhere: 0,
    });
  });

  it('comes out the same whatever the order in which feedbacks were read', () => {
    const german = people(200, Array(6).fill('Der Wagen war kaputt und alles kalt'), 'de');
    const germansElsewhere = people(300, Array(60).fill('Die Rechnung stimmt nicht'), 'de');
    const [all, rest] = [
      [...here, ...german],
      [...elsewhere, ...germansElsewhere],
    ];
    const why = explained(all, rest);
    const random = seeded(5);
    for (let round = 0; round < 5; round++) {
      expect(JSON.stringify(explained(shuffled(all, random), shuffled(rest, random)))).toBe(JSON.stringify(why));
    }
  });

  it('takes off what is said everywhere only those who were counted there', () => {
    const everywhere: PhrasesByLanguage = new Map();
    const [read, unread] = [here.slice(0, 2), here.slice(2)];
    const more = [...elsewhere, voice('somebody', 'No van in sight')];
    countVoices(everywhere, [...read, ...more]);
    const drawn = [...read.map((one) => ({ ...one, order: 'a' })), ...unread.map((one) => ({ ...one, order: 'c' }))];
    const why = whyOfTouchpoint(voicesOf(heard()), drawn, [], fleet, referenceOf(everywhere, 'b'));
    expect(why.phrases[0]).toMatchObject({ phrase: 'van', customers: 5, share: 1, elsewhere: 1 / more.length });
  });

  it('has the effects of the themes it tells, over all touchpoints', () => {
    const scores = {
      nps: { all: { top: 30, middle: 0, bottom: 20 }, byTheme: { waiting: { top: 2, middle: 0, bottom: 18 } } },
    };
    const scored = fleetOf(['waiting', 'food'], [heard({ scores })]);
    const why = whyOfTouchpoint(voicesOf(heard()), [], [], scored, referenceOf(new Map()));
    expect(why.effects.map(({ theme }) => theme)).toEqual(['waiting']);
    expect(why.effects[0]?.points).toBeLessThan(0);
    expect(why.quotes).toEqual([]);
  });
});
