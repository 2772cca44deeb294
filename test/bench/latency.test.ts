import { afterAll, describe, expect, it } from 'vitest';
import { overHttp } from '../../lib/bench/latency/over-http.ts';
import { questionsOf } from '../../lib/bench/latency/questions.ts';
import { compareLatency } from '../../lib/bench/latency/run.ts';
import { inMemory, type Place, stocked, toldStories } from '../../lib/bench/latency/stock.ts';
import { checkedOwnersFile, checkedThemesFile } from '../../lib/checked-file.ts';
import { seeded } from '../../lib/eval/study/random.ts';
import { catchConsole } from '../runtime/console-lines.ts';

catchConsole();

const owners = checkedOwnersFile('owners.json').content;
const taxonomy = checkedThemesFile('themes.json').content;

describe('questions asked of a thousand actions and of four thousand', () => {
  it('read and write the same number of items, and as many units', async () => {
    const { questions } = await compareLatency(inMemory(), { few: 1000, many: 4000, requests: 20 });
    expect(questions).toHaveLength(questionsOf(owners).length);
    for (const { question, few, many } of questions) {
      const { readUnits, writeUnits, ...items } = many.traffic;
      expect.soft(items, question).toEqual({ reads: few.traffic.reads, writes: few.traffic.writes });
      expect.soft(writeUnits, question).toBe(few.traffic.writeUnits);
      // Items that happen to be read differ by some bytes.
      expect.soft(readUnits / few.traffic.readUnits, question).toBeLessThan(1.03);
    }
    const reads = Object.fromEntries(questions.map(({ question, many }) => [question, many.traffic.reads]));
    expect(reads).toMatchObject({ 'of a status': 100, 'filtered by what is rare': 1000, 'CSV of 1,000': 2000 });
  }, 60_000);
});

/** What is told of each question by actions that lie there, without the proof of a cursor, which differs. */
const answersAt = async (place: Place): Promise<unknown[]> => {
  const { ask, known } = await stocked(400, place, await toldStories(place), { owners, taxonomy });
  const random = seeded(3);
  const answers: unknown[] = [];
  for (const question of questionsOf(owners)) {
    const body = await ask(question.of(known, random));
    answers.push([question.name, body.replace(/("next":"[^.]*)[^"]*/, '$1')]);
  }
  return answers;
};

describe('tables in memory', () => {
  const opened: { close(): void }[] = [];
  afterAll(() => {
    for (const place of opened) place.close();
  });

  it('answer the questions as DynamoDB does', async () => {
    const place = await overHttp();
    opened.push(place);
    expect(await answersAt(inMemory())).toEqual(await answersAt(place));
  }, 60_000);
});
