import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { spokenWords } from '../../../functions/domain/hearing/evidence.ts';
import {
  countPhrases,
  type DistinctivePhrase,
  distinctivePhrases,
  everywhereOf,
  FALSE_DISCOVERY_RATE,
  LEAST_CUSTOMERS,
  noPhrases,
  type PhraseCounts,
} from '../../../functions/domain/why/distinctive-phrases.ts';
import { saidPhrases } from '../../../functions/domain/why/said-phrases.ts';
import { allCustomerWords } from '../../../lib/local/sample/voices.ts';
import { seeded, shuffled } from './seeded.ts';

const counted = (customers: readonly Iterable<string>[]): PhraseCounts => {
  const counts = noPhrases();
  for (const said of customers) countPhrases(counts, new Set(said));
  return counts;
};

/** As many customers, each saying the same. */
const customers = (count: number, ...said: string[]): string[][] => Array.from({ length: count }, () => said);

/** What these say more than those do. */
const distinctive = (here: readonly Iterable<string>[], elsewhere: readonly Iterable<string>[]): DistinctivePhrase[] =>
  distinctivePhrases(counted(here), everywhereOf(counted([...here, ...elsewhere])), counted(here));

const phrasesIn = (told: readonly DistinctivePhrase[]): string[] => told.map(({ phrase }) => phrase);

/** Customers who each say a few of many other things. */
const small = (count: number): string[][] =>
  Array.from({ length: count }, (_, i) => [`a${i % 7}`, `b${i % 11}`, `c${i % 13}`]);

describe('PHRASE-1: how far a phrase sets a touchpoint apart', () => {
  it('is the z of its log-odds ratio with an informative prior, as worked by hand', () => {
    // Here 10 customers say 40 phrases in all, 8 of them "lift"; elsewhere 90 say 360, 12 of them "lift".
    const here = [...customers(8, 'lift', 'x', 'y', 'z'), ...customers(2, 'w', 'x', 'y', 'z')];
    const elsewhere = [...customers(12, 'lift', 'x', 'y', 'z'), ...customers(78, 'w', 'x', 'y', 'z')];
    // The prior weighs 500 phrases, of which "lift" has its share of all: 500 x 20 / 400 = 25.
    const [y, n, others, m, prior, weight] = [8, 40, 12, 360, 25, 500];
    const logOddsHere = Math.log((y + prior) / (n + weight - y - prior));
    const logOddsElsewhere = Math.log((others + prior) / (m + weight - others - prior));
    const z = (logOddsHere - logOddsElsewhere) / Math.sqrt(1 / (y + prior) + 1 / (others + prior));
    expect(z).toBeCloseTo(1.5454, 4);
    const lift = distinctive(here, elsewhere).find(({ phrase }) => phrase === 'lift');
    expect(lift).toMatchObject({ customers: 8, share: 0.8, elsewhere: 12 / 90 });
    expect(lift?.z).toBeCloseTo(z, 12);
  });

  it('ranks the phrases, the most striking first', () => {
    const here = [...customers(20, 'lift', 'ramp'), ...customers(10, 'lift')];
    expect(phrasesIn(distinctive(here, small(400)))).toEqual(['lift', 'ramp']);
  });

  it('is not told of what is said as often elsewhere, or more', () => {
    const here = [...customers(20, 'lift', 'late'), ...customers(10, 'lift')];
    const elsewhere = [...small(100), ...customers(300, 'late', 'cold')];
    expect(phrasesIn(distinctive(here, elsewhere))).toEqual(['lift']);
  });

  it('is not told of what as many customers, or more, say elsewhere in longer comments', () => {
    const random = seeded(11);
    const comments = (count: number, length: number, tenths: number): string[][] =>
      Array.from({ length: count }, (_, i) => [
        ...(i % 10 < tenths ? ['lift'] : []),
        ...Array.from({ length }, () => `w${Math.floor(random() * 3000)}`),
      ]);
    const short = comments(40, 3, 3);
    expect(phrasesIn(distinctive(short, comments(400, 30, 3)))).toEqual([]);
    expect(phrasesIn(distinctive(short, comments(400, 30, 5)))).toEqual([]);
    expect(phrasesIn(distinctive(short, comments(400, 30, 0)))).toEqual(['lift']);
  });

  it('is not told of what more customers say only as they say more of everything', () => {
    const words = Array.from({ length: 40 }, (_, i) => `w${i}`);
    const talkative = Array.from({ length: 40 }, (_, i) => words.filter((_word, k) => (i + k) % 2 === 0));
    const terse = Array.from({ length: 400 }, (_, i) => words.filter((_word, k) => (i + k) % 8 === 0));
    expect(phrasesIn(distinctive([...talkative], terse))).toEqual([]);
  });

  it('is not told where there is nobody to compare with', () => {
    expect(distinctive(customers(30, 'lift'), [])).toEqual([]);
  });

  it('is told once of a word and a phrase with it that are said together', () => {
    const together = customers(20, 'lift', 'broken lift', 'broken');
    expect(phrasesIn(distinctive(together, small(400)))).toEqual(['broken lift']);
    const apart = [...customers(6, 'lift', 'broken lift'), ...customers(30, 'lift')];
    expect(phrasesIn(distinctive(apart, small(400))).sort()).toEqual(['broken lift', 'lift']);
  });

  it('stays a number where more was said here since everywhere was counted', () => {
    const here = counted(customers(10, 'lift'));
    const before = everywhereOf(counted([...customers(4, 'lift'), ...small(100)]));
    for (const { z, elsewhere } of distinctivePhrases(here, before, here)) {
      expect(z).toBeGreaterThan(0);
      expect(elsewhere).toBe(0);
    }
    expect(distinctivePhrases(here, before, here)).toHaveLength(1);
  });
});

describe('PHRASE-2: a phrase is told', () => {
  it('where three customers said it, never of two, however striking it is', () => {
    const told = (count: number) => phrasesIn(distinctive([...customers(count, 'lift')], small(4000)));
    expect(told(LEAST_CUSTOMERS)).toEqual(['lift']);
    expect(told(LEAST_CUSTOMERS - 1)).toEqual([]);
  });

  it('never of fewer, whatever is said', () => {
    const said = fc.array(fc.constantFrom<string[]>('a', 'b', 'c', 'd', 'e', 'f'), { minLength: 1, maxLength: 6 });
    const group = fc.array(said, { maxLength: 12 });
    fc.assert(
      fc.property(group, group, (here, elsewhere) => {
        for (const one of distinctive(here, elsewhere)) {
          expect(one.customers).toBeGreaterThanOrEqual(LEAST_CUSTOMERS);
          expect(one.q).toBeLessThanOrEqual(FALSE_DISCOVERY_RATE);
          expect(one.share).toBeGreaterThan(one.elsewhere);
          expect(one.customers).toBe(here.filter((phrases) => phrases.includes(one.phrase)).length);
        }
      }),
    );
  });
});

/** What the sample's customers say of all its touchpoints; that some of it is foreign makes no difference to counting. */
const sentences = allCustomerWords().map((words) => [...saidPhrases(spokenWords(words, 'en'), 'en')]);

interface Shape {
  touchpoints: number;
  complaints: number;
  /** Sentences of the longest complaint; the others are as likely to have any number below. */
  longest?: number;
  /** Phrases that nobody else says, by complaint; as most pairs of words are. */
  own?: number;
}

/** Complaints of invented sentences, dealt to touchpoints at random: nothing sets one apart. */
const dealt = ({ touchpoints, complaints, longest = 3, own = 0 }: Shape, random: () => number): string[][][] => {
  const sentence = (): string[] => sentences[Math.floor(random() * sentences.length)] as string[];
  const all = Array.from({ length: touchpoints * complaints }, (_, i) => [
    ...Array.from({ length: 1 + Math.floor(random() * longest) }, sentence).flat(),
    ...Array.from({ length: own }, (_own, k) => `own ${i} ${k}`),
  ]);
  const turned = shuffled(all, random);
  return Array.from({ length: touchpoints }, (_, i) => turned.slice(i * complaints, (i + 1) * complaints));
};

const toldAt = (touchpoints: readonly (readonly string[][])[]): DistinctivePhrase[][] => {
  const everywhere = everywhereOf(counted(touchpoints.flat()));
  return touchpoints.map((here) => {
    const counts = counted(here);
    return distinctivePhrases(counts, everywhere, counts);
  });
};

describe('PHRASE-3: what is told by chance', () => {
  const ROUNDS = 10;

  it.each<Shape>([
    { touchpoints: 40, complaints: 10 },
    { touchpoints: 20, complaints: 40 },
    { touchpoints: 10, complaints: 100 },
    { touchpoints: 3, complaints: 100 },
    { touchpoints: 100, complaints: 25 },
    { touchpoints: 100, complaints: 20, own: 30 },
    { touchpoints: 20, complaints: 40, own: 60 },
    { touchpoints: 40, complaints: 20, longest: 20 },
    { touchpoints: 20, complaints: 40, longest: 20, own: 30 },
  ])('is told of a tenth of the touchpoints at most: %o', (shape) => {
    const random = seeded(shape.touchpoints);
    let telling = 0;
    for (let round = 0; round < ROUNDS; round++) {
      telling += toldAt(dealt(shape, random)).filter((told) => told.length > 0).length;
    }
    expect(telling / (ROUNDS * shape.touchpoints)).toBeLessThanOrEqual(FALSE_DISCOVERY_RATE);
  });

  /** How often a phrase that a fifth of a touchpoint's customers say is told, where one in so many others says it too. */
  const foundAmong = (complaints: number, oneIn: number): number => {
    const random = seeded(complaints);
    const found = Array.from({ length: ROUNDS }, () => {
      const [first = [], ...others] = dealt({ touchpoints: 20, complaints }, random);
      const planted = first.map((said, i) => (i % 5 === 0 ? [...said, 'step free', 'step'] : said));
      const rest = others.flat().map((said, i) => ((i + 1) % oneIn === 0 ? [...said, 'step free', 'step'] : said));
      const everywhere = everywhereOf(counted([...planted, ...rest]));
      const here = counted(planted);
      return phrasesIn(distinctivePhrases(here, everywhere, here)).some((phrase) => phrase.startsWith('step'));
    });
    return found.filter(Boolean).length;
  };

  it.each([
    [20, 7],
    [40, 10],
    [80, 10],
  ])(
    'does not keep what a fifth of %d customers say from being told: %d times in ten at least',
    (complaints, least) => {
      expect(foundAmong(complaints, Number.POSITIVE_INFINITY)).toBeGreaterThanOrEqual(least);
    },
  );

  it.each([40, 80])('nor where a few others say it as well: a fifth of %d, and one in two hundred', (complaints) => {
    expect(foundAmong(complaints, 200)).toBe(ROUNDS);
  });

  it('is rarer among more phrases that could have been told', () => {
    const here = [...customers(4, 'lift'), ...small(40)];
    const q = (elsewhere: string[][]) => distinctive(here, elsewhere).find(({ phrase }) => phrase === 'lift')?.q ?? 1;
    const alike = customers(400, 'a', 'b', 'c');
    const manifold = Array.from({ length: 400 }, (_, i) => [`a${i % 130}`, `b${i % 130}`, `c${i % 130}`]);
    expect(q(alike)).toBeLessThan(q(manifold));
  });

  it('comes out the same whatever the order of the customers', () => {
    const random = seeded(7);
    const [here = [], ...others] = dealt({ touchpoints: 8, complaints: 20 }, random);
    const planted = here.map((said, i) => (i % 4 === 0 ? [...said, 'step free', 'ramp'] : said));
    const told = distinctive(planted, others.flat());
    expect(told.length).toBeGreaterThan(0);
    for (let round = 0; round < 5; round++) {
      expect(distinctive(shuffled(planted, random), shuffled(others.flat(), random))).toEqual(told);
    }
  });
});
