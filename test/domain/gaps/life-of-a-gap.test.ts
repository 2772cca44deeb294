import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Gap } from '../../../functions/domain/gaps/gap.ts';
import { afterLook, LOOKS_REMEMBERED } from '../../../functions/domain/gaps/life-of-a-gap.ts';
import { unborn } from '../../../functions/domain/gaps/touchpoint-gap.ts';
import { type Day, plus } from '../../../functions/domain/instant.ts';
import { gap, march } from '../../builders.ts';

type Kind = 'dark-corner' | 'surge';

const dayAt = (look: number): Day => march(look + 1, '00:00').slice(0, 10);
const newborn = (kind: Kind): Gap => gap({ ...unborn(march(1)), kind, scope: 'cell', customerId: undefined });
const rememberedAt = (look: number): Day[] =>
  Array.from({ length: look + 1 }, (_, i) => dayAt(i)).slice(-LOOKS_REMEMBERED);

/** A gap after each of the looks, the first of which found it: `+` found, `-` not. */
const lifeOf = (kind: Kind, looks: string): Gap[] => {
  let known = newborn(kind);
  return [...looks].map((look, i) => {
    known = afterLook(known, look === '+', rememberedAt(i), march(i + 1));
    return known;
  });
};

/** Its states in a letter each: suspected, open, cleared. */
const statesOf = (kind: Kind, looks: string): string =>
  lifeOf(kind, looks)
    .map(({ state }) => state[0])
    .join('');

const turnsOf = (kind: Kind, looks: string): string[] =>
  lifeOf(kind, looks)
    .at(-1)
    ?.history.map(({ state, at }) => `${state} ${at.slice(8, 10)}`) ?? [];

describe('DARK-2: a dark corner opens', () => {
  it.each([
    ['++', 'so'],
    ['+-+', 'sso'],
    ['+--+', 'ssss'],
    ['+--++', 'sssso'],
    ['+--+-+', 'ssssso'],
  ])('where two of three looks find it: %s', (looks, states) => {
    expect(statesOf('dark-corner', looks)).toBe(states);
  });
});

describe('DARK-3: the life of a dark corner', () => {
  it.each([
    ['+------', 'sssssss'],
    ['+-------', 'sssssssc'],
    ['++------', 'sooooooo'],
    ['++-------', 'soooooooc'],
    ['++------+', 'soooooooo'],
  ])('lasts until seven looks in a row do not find it: %s', (looks, states) => {
    expect(statesOf('dark-corner', looks)).toBe(states);
  });

  it('begins anew, with its history, where it is found again', () => {
    expect(statesOf('dark-corner', '++-------++')).toBe('sooooooocso');
    expect(turnsOf('dark-corner', '++-------++')).toEqual([
      'suspected 01',
      'open 02',
      'cleared 09',
      'suspected 10',
      'open 11',
    ]);
  });

  it('turns only where its state does', () => {
    expect(turnsOf('dark-corner', '++++-+-+')).toEqual(['suspected 01', 'open 02']);
  });

  it('knows at which of the looks remembered it was found', () => {
    expect(lifeOf('dark-corner', '++-+').at(-1)?.foundOn).toEqual([dayAt(0), dayAt(1), dayAt(3)]);
    expect(lifeOf('dark-corner', '++-+----').at(-1)?.foundOn).toEqual([dayAt(1), dayAt(3)]);
  });

  const anyKind = fc.constantFrom<Kind>('dark-corner', 'surge');
  const anyLooks = fc
    .array(fc.boolean(), { maxLength: 30 })
    .map((found) => `+${found.map((one) => (one ? '+' : '-')).join('')}`);

  it('is not changed by a look that is made twice', () => {
    fc.assert(
      fc.property(anyKind, anyLooks, fc.nat(1000), (kind, looks, later) => {
        const known = lifeOf(kind, looks).at(-1) as Gap;
        const again = plus(march(looks.length, '11:00'), later);
        expect(afterLook(known, looks.at(-1) === '+', rememberedAt(looks.length - 1), again)).toEqual(known);
      }),
    );
  });

  it('has turns that differ each from the one before, the last its state', () => {
    fc.assert(
      fc.property(anyKind, anyLooks, (kind, looks) => {
        const { history, state, foundOn = [] } = lifeOf(kind, looks).at(-1) as Gap;
        for (const [i, turn] of history.entries()) expect(turn.state).not.toBe(history[i - 1]?.state);
        expect(history.at(-1)?.state).toBe(state);
        expect(foundOn.length).toBeLessThanOrEqual(LOOKS_REMEMBERED);
        if (looks.endsWith('+')) expect(state).not.toBe('cleared');
        if (looks.endsWith('-------')) expect(state).toBe('cleared');
      }),
    );
  });

  it('follows from its last looks alone', () => {
    fc.assert(
      fc.property(anyLooks, anyLooks, fc.boolean(), (before, other, found) => {
        const end = found ? '++' : '-------';
        const [state] = statesOf('dark-corner', before + end).slice(-1);
        expect(statesOf('dark-corner', other + end).slice(-1)).toBe(state);
      }),
    );
  });
});

describe('SURGE-5: the life of a surge', () => {
  it.each([
    ['+', 'o'],
    ['+--', 'ooo'],
    ['+---', 'oooc'],
    ['+--+---', 'ooooooc'],
    ['+---+', 'oooco'],
  ])('begins open, and ends when three looks in a row do not find it: %s', (looks, states) => {
    expect(statesOf('surge', looks)).toBe(states);
  });

  it('comes back with its history', () => {
    expect(turnsOf('surge', '+---+')).toEqual(['open 01', 'cleared 04', 'open 05']);
  });
});
