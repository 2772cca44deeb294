import { checkedOwnersFile, checkedThemesFile } from '../../checked-file.ts';
import { type Traffic, type TrafficByPart, totalOf } from '../metered-table.ts';
import { type Question, questionsOf } from './questions.ts';
import { type Place, type Stock, stocked, toldStories } from './stock.ts';

/** How long answers took in milliseconds, and what one of them read and wrote in the mean. */
export interface Answers {
  p50: number;
  p99: number;
  traffic: Traffic;
}

/** One question as it was asked of few stored actions and of many. */
export interface Compared {
  question: string;
  requests: number;
  few: Answers;
  many: Answers;
}

/** What asking few and many stored actions takes. */
export interface LatencyMeasured {
  few: number;
  many: number;
  /** Until both are stored, and paged through halfway. */
  loadSeconds: number;
  heapMegabytes: number;
  questions: Compared[];
}

/** Of what is asked, as much more before it is timed. */
const WARM_UP = 0.1;

/** Puts one question to one stock again and again. */
const asker = ({ state, ask, known, random }: Stock, question: Question, traffic: TrafficByPart) => {
  const milliseconds: number[] = [];
  const totals: Traffic[] = [];
  const askOnce = async (isTimed: boolean): Promise<void> => {
    const asked = question.of(known, random);
    const before = asked.path && (await state.get({ pk: `action#${asked.path.id}`, sk: 'action' }));
    traffic.clear();
    const started = performance.now();
    const body = await ask(asked);
    const taken = performance.now() - started;
    const total = totalOf(traffic.values());
    if (question.entries !== undefined && JSON.parse(body).actions.length !== question.entries) {
      throw new RangeError(`${question.name}: not the ${question.entries} entries of a page`);
    }
    // What was changed is as it was for whoever asks next.
    if (before && asked.body !== undefined) await state.put(before);
    if (!isTimed) return;
    milliseconds.push(taken);
    totals.push(total);
  };
  const answers = (): Answers => {
    const sorted = milliseconds.sort((a, b) => a - b);
    const percentile = (share: number): number => sorted[Math.floor(share * sorted.length)] ?? 0;
    const { reads, readUnits, writes, writeUnits } = totalOf(totals);
    const n = totals.length;
    const mean = { reads: reads / n, readUnits: readUnits / n, writes: writes / n, writeUnits: writeUnits / n };
    return { p50: percentile(0.5), p99: percentile(0.99), traffic: mean };
  };
  return { askOnce, answers };
};

/**
 * Asks the same of few stored actions and of many, in turns and in one process, so that whatever else the machine does hits
 * both.
 *
 * @param requests of a question that does not take long, to each of both
 */
export const compareLatency = async (
  place: Place,
  { few, many, requests }: { few: number; many: number; requests: number },
): Promise<LatencyMeasured> => {
  const started = performance.now();
  const root = new URL('../../../', import.meta.url).pathname;
  const owners = checkedOwnersFile(`${root}owners.json`).content;
  const files = { owners, taxonomy: checkedThemesFile(`${root}themes.json`).content };
  const facts = await toldStories(place);
  const ofFew = await stocked(few, place, facts, files);
  const ofMany = await stocked(many, place, facts, files);
  const loadSeconds = (performance.now() - started) / 1000;
  const heapMegabytes = process.memoryUsage().heapUsed / 2 ** 20;
  const compared = async (question: Question): Promise<Compared> => {
    const [one, other] = [asker(ofFew, question, place.traffic), asker(ofMany, question, place.traffic)];
    const timed = Math.ceil(requests * question.share);
    const warmUp = Math.ceil(timed * WARM_UP);
    for (let i = 0; i < warmUp + timed; i++) {
      // Neither is always the one that finds the other's garbage.
      for (const { askOnce } of i % 2 === 0 ? [one, other] : [other, one]) await askOnce(i >= warmUp);
    }
    return { question: question.name, requests: timed, few: one.answers(), many: other.answers() };
  };
  const questions: Compared[] = [];
  for (const question of questionsOf(owners)) questions.push(await compared(question));
  return { few, many, loadSeconds, heapMegabytes, questions };
};
