import { hypergeometricTail } from '../statistics/distributions.ts';
import { qValues } from '../statistics/false-discovery.ts';

/** How many customers said each phrase, and how many phrases they said in all. */
export interface PhraseCounts {
  customers: number;
  /** The sum over all phrases. */
  said: number;
  byPhrase: Map<string, number>;
}

export const noPhrases = (): PhraseCounts => ({ customers: 0, said: 0, byPhrase: new Map() });

/** Counts what a customer said, each phrase once. */
export const countPhrases = (counts: PhraseCounts, phrases: ReadonlySet<string>): void => {
  counts.customers++;
  counts.said += phrases.size;
  for (const phrase of phrases) counts.byPhrase.set(phrase, (counts.byPhrase.get(phrase) ?? 0) + 1);
};

/** A phrase that some say more than others do. */
export interface DistinctivePhrase {
  phrase: string;
  /** Customers here who said it. */
  customers: number;
  /** Shares of customers who said it, 0 to 1: here, and elsewhere. */
  share: number;
  elsewhere: number;
  z: number;
  /** False discovery rate at which it would just be told, among all phrases compared. */
  q: number;
}

/** PHRASE-2: fewer customers are an accident, and could be known by their words. */
export const LEAST_CUSTOMERS = 3;
/** PHRASE-3: of the phrases that are told, one in ten may be chance, over all that could have been told. */
export const FALSE_DISCOVERY_RATE = 0.1;
/**
 * The weight of the prior, in phrases said: as much as some twenty comments. It holds rare phrases back; checked by
 * shuffling comments between touchpoints (test/domain/why/distinctive-phrases.test.ts).
 */
const PRIOR_PHRASES = 500;

const countOf = ({ byPhrase }: PhraseCounts, phrase: string): number => byPhrase.get(phrase) ?? 0;

/**
 * PHRASE-1: z of the log-odds ratio of a phrase here against elsewhere, with an informative Dirichlet prior (Monroe, Colaresi and
 * Quinn 2008, "Fightin' Words", there "informative Dirichlet prior"): the prior is the phrase's share among all, of the weight `PRIOR_PHRASES`.
 */
const zOf = (phrase: string, here: PhraseCounts, elsewhere: PhraseCounts): number => {
  const [y, others] = [countOf(here, phrase), countOf(elsewhere, phrase)];
  const prior = (PRIOR_PHRASES * (y + others)) / (here.said + elsewhere.said);
  const logOdds = (count: number, said: number): number =>
    Math.log(count + prior) - Math.log(said + PRIOR_PHRASES - count - prior);
  const variance = 1 / (y + prior) + 1 / (others + prior);
  return (logOdds(y, here.said) - logOdds(others, elsewhere.said)) / Math.sqrt(variance);
};

/**
 * Chance that so many or more of a phrase's customers are of here, were it all the same to them: exact where z, which is normal
 * only for large counts, has no power for what hardly anybody else says. By customers, as what is told is a share of them:
 * it is small only where that share is greater here, however long the comments are.
 */
const chanceOf = (phrase: string, here: PhraseCounts, elsewhere: PhraseCounts): number => {
  const [y, others] = [countOf(here, phrase), countOf(elsewhere, phrase)];
  const all = here.customers + elsewhere.customers;
  return hypergeometricTail(y, { drawn: here.customers, marked: y + others, all });
};

/** What is said everywhere, and by how many phrases it could be told: those that enough customers say. */
export interface Everywhere {
  counts: PhraseCounts;
  testable: number;
}

export const everywhereOf = (counts: PhraseCounts): Everywhere => ({
  counts,
  testable: [...counts.byPhrase.values()].filter((n) => n >= LEAST_CUSTOMERS).length,
});

/**
 * What the others say: what is said everywhere, less what those of here were counted with there. What came to be said here
 * since everywhere was counted cannot be taken off.
 */
const less = ({ counts }: Everywhere, mine: PhraseCounts, phrases: Iterable<string>): PhraseCounts => {
  const rest = (all: number, some: number): number => Math.max(0, all - some);
  const customers = rest(counts.customers, mine.customers);
  const saying = (phrase: string): number => Math.min(customers, rest(countOf(counts, phrase), countOf(mine, phrase)));
  return {
    customers,
    said: rest(counts.said, mine.said),
    byPhrase: new Map([...phrases].map((phrase) => [phrase, saying(phrase)])),
  };
};

/** Whether one phrase only repeats another that is told already: one lies within the other, and hardly anybody says one alone. */
const repeats = (one: DistinctivePhrase, told: DistinctivePhrase): boolean => {
  const [short, long] = one.phrase.length < told.phrase.length ? [one, told] : [told, one];
  return long.phrase.split(' ').includes(short.phrase) && long.customers >= short.customers / 2;
};

/** Of a phrase and a word of it that nobody says alone, the phrase says more. */
export const moreStriking = (a: DistinctivePhrase, b: DistinctivePhrase): number =>
  b.z - a.z || b.phrase.length - a.phrase.length || (a.phrase < b.phrase ? -1 : 1);

/**
 * The phrases that customers here say more than others do, the most striking first. Where comments are longer than elsewhere,
 * more customers say anything: what takes no greater part of what they say (z) is not told.
 *
 * @param everywhere in the same language
 * @param mine what of `here` was counted there as well
 */
export const distinctivePhrases = (
  here: PhraseCounts,
  everywhere: Everywhere,
  mine: PhraseCounts,
): DistinctivePhrase[] => {
  const compared = [...here.byPhrase].flatMap(([phrase, customers]) => (customers < LEAST_CUSTOMERS ? [] : [phrase]));
  const elsewhere = less(everywhere, mine, compared);
  if (elsewhere.customers <= 0) return [];
  const chances = compared.map((phrase) => chanceOf(phrase, here, elsewhere));
  // Every phrase that could have been told was compared, said here or not; what came to be said enough since is one more.
  const since = compared.filter((phrase) => countOf(everywhere.counts, phrase) < LEAST_CUSTOMERS).length;
  const q = qValues(chances, everywhere.testable + since);
  const striking = compared
    .map((phrase, i) => ({
      phrase,
      customers: countOf(here, phrase),
      share: countOf(here, phrase) / here.customers,
      elsewhere: countOf(elsewhere, phrase) / elsewhere.customers,
      z: zOf(phrase, here, elsewhere),
      q: q[i] ?? 1,
    }))
    .filter(({ z, q: rate }) => z > 0 && rate <= FALSE_DISCOVERY_RATE)
    .sort(moreStriking);
  const told: DistinctivePhrase[] = [];
  for (const one of striking) if (!told.some((other) => repeats(one, other))) told.push(one);
  return told;
};
