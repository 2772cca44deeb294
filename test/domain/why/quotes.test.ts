import { describe, expect, it } from 'vitest';
import { chooseCounterExamples, chooseQuotes, type Voice } from '../../../functions/domain/why/quotes.ts';
import { seeded, shuffled } from './seeded.ts';
import { voice } from './voices-read.ts';

const shares = new Map([
  ['waiting', 0.8],
  ['food', 0.3],
  ['staff', 0.1],
]);
const nothing = new Map<string, number>();

const quoted = (voices: readonly Voice[], most = 3, z: ReadonlyMap<string, number> = nothing): string[] =>
  chooseQuotes(voices, shares, z, most).map(({ text }) => text);

const late = 'The evening round came an hour late, as always';
const cold = 'All of the supper was stone cold and soggy';
const rude = 'Your driver could not have been more rude to my father';

describe('QUOTE-1: quotes', () => {
  it('say first what many say', () => {
    expect(quoted([voice('ada', rude), voice('bo', cold), voice('cy', late)])).toEqual([late, cold, rude]);
  });

  it('say it in words that set the touchpoint apart', () => {
    const apart = 'The van of the round broke down, so it was late';
    const voices = [voice('ada', late), voice('bo', apart)];
    expect(quoted(voices, 1, new Map([['van', 4]]))).toEqual([apart]);
    expect(quoted(voices, 1, new Map([['evening', 4]]))).toEqual([late]);
  });

  it('are short, and long enough to say something', () => {
    const long = `${late}. ${'We looked out of the window and wrote down what went by in the street. '.repeat(8)}`;
    expect(quoted([voice('ada', long), voice('bo', late), voice('cy', 'late')], 1)).toEqual([late]);
  });

  it('are each of another customer', () => {
    expect(quoted([voice('ada', late), voice('ada', cold), voice('bo', rude)])).toEqual([late, rude]);
  });

  it('are none like another', () => {
    const again = 'The evening round came an hour late, as always, I say';
    expect(quoted([voice('ada', late), voice('bo', again), voice('cy', rude)])).toHaveLength(2);
  });

  it('are none like another in other words’ order, with words between', () => {
    const turned = 'As always an hour late: the round, this evening, came';
    expect(quoted([voice('ada', late), voice('bo', turned), voice('cy', rude)])).toHaveLength(2);
  });

  it('tell no personal details, though there be fewer then', () => {
    const named = 'The evening round was late, my name is on every list for it';
    const order = 'The round with order 48213 was late once more, by an hour';
    expect(quoted([voice('ada', named), voice('bo', rude), voice('cy', order)], 1)).toEqual([rude]);
    expect(quoted([voice('ada', named), voice('bo', cold), voice('cy', rude)], 2)).toEqual([cold, rude]);
    expect(quoted([voice('ada', named), voice('cy', order)])).toEqual([]);
  });

  it('tell another theme rather than the first again', () => {
    const waited = 'Had to wait for ages until somebody rang';
    const even = new Map([
      ['waiting', 0.5],
      ['food', 0.4],
    ]);
    const chosen = chooseQuotes([voice('ada', late), voice('bo', waited), voice('di', cold)], even, nothing, 2);
    expect(chosen.map(({ themes }) => themes)).toEqual([['waiting'], ['food']]);
  });

  it('are none where nothing speaks of what many say, or where there are no voices', () => {
    expect(quoted([voice('ada', 'Something else altogether went wrong here')])).toEqual([]);
    expect(quoted([])).toEqual([]);
  });

  it('are the same whatever the order of the voices', () => {
    const voices = [late, cold, rude, `${late}!`, 'We wait and wait for the meals'].map((text, i) =>
      voice(`c${i}`, text),
    );
    const random = seeded(3);
    for (let round = 0; round < 10; round++) expect(quoted(shuffled(voices, random))).toEqual(quoted(voices));
  });
});

describe('QUOTE-2: counter-examples', () => {
  it('praise what the complaints are most about', () => {
    const early = 'Never once late in all these years, well done';
    const friendly = 'Such a friendly driver, he even carried it up';
    const lovely = 'A lovely shop, I like to come here';
    const voices = [voice('ada', lovely), voice('bo', friendly), voice('cy', early)];
    expect(chooseCounterExamples(voices, shares, 2).map(({ text }) => text)).toEqual([early, friendly]);
    expect(chooseCounterExamples(voices, new Map([['food', 1]]), 2)).toEqual([]);
  });
});
