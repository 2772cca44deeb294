import { describe, expect, it, vi } from 'vitest';
import { listed, phrasesOf } from '../../../functions/domain/hearing/phrases.ts';
import { wordsOf } from '../../../functions/domain/hearing/words.ts';

const phrases = phrasesOf([
  ['short', 'no reply'],
  ['long', 'no reply at all'],
  ['stem', 'no repl*'],
  ['again', 'no reply'],
]);

const each = (text: string): string[] => {
  const found: string[] = [];
  phrases.each(wordsOf(text), 0, (value) => found.push(value));
  return found.sort();
};

describe('phrasesOf', () => {
  it('finds the longest phrase that begins at a word', () => {
    expect(phrases.at(wordsOf('no reply at all'), 0)).toEqual({ value: 'long', length: 4 });
    expect(phrases.at(wordsOf('no reply'), 0)).toEqual({ value: 'short', length: 2 });
  });

  it('finds each phrase that begins at a word, with every value it was listed with', () => {
    expect(each('no reply at all')).toEqual(['again', 'long', 'short', 'stem']);
    expect(each('no replies')).toEqual(['stem']);
    expect(each('a reply')).toEqual([]);
  });

  it('costs no more steps in a word of any length than the longest stem has letters', () => {
    const slice = vi.spyOn(String.prototype, 'slice');
    try {
      phrases.at(['no', 'replyreply'.repeat(1_000)], 0);
      const cost = slice.mock.calls.length;
      expect(cost).toBeGreaterThan(0);
      expect(cost).toBeLessThanOrEqual('repl'.length);
    } finally {
      slice.mockRestore();
    }
  });
});

describe('a number in a phrase', () => {
  const waits = phrasesOf([['wait', '# hours late']]);

  it('is any number of a text, and not none', () => {
    expect(waits.at(wordsOf('3 hours late'), 0)).toEqual({ value: 'wait', length: 3 });
    expect(waits.at(wordsOf('hours late'), 0)).toBeUndefined();
  });
});

describe('listed', () => {
  it('parts phrases at commas and line ends', () => {
    expect(listed('\n  no reply, no answer,\n  silence\n')).toEqual(['no reply', 'no answer', 'silence']);
  });
});
