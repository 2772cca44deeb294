import { describe, expect, it } from 'vitest';
import type { Fact } from '../../../functions/domain/message/fact.ts';
import { causeIds, conductOf } from '../../../functions/domain/why/conduct.ts';
import { complains, fold, invited, march, replies } from '../../builders.ts';

/** The rules that what happened to each complaint meets, in time order. */
const conduct = (...facts: Fact[]): string[][] => {
  const causes = conductOf(fold(facts).matters);
  return facts
    .filter(({ message }) => message.kind === 'text' && !message.retracted && message.direction === 'inbound')
    .map(({ id }) => (causes.get(id) ?? []).flatMap(({ cause, rules }) => rules.map((rule) => `${cause} by ${rule}`)));
};

const order = { interactionId: 'order-1' };
const first = complains(march(2), order);
const second = complains(march(3), order);
const reply = (at: string, how: 'hollow' | 'remedy' | 'other') => replies(at, how, order);

describe('CONDUCT-1: a complaint', () => {
  it('without any reply was nobody’s', () => {
    expect(conduct(first)).toEqual([['unowned by CONDUCT-1']]);
  });

  it('that an invitation overtook before any reply was nobody’s', () => {
    expect(conduct(first, invited(march(2, '10:30')))).toEqual([['unowned by CONDUCT-1']]);
  });

  it.each(['hollow', 'other'] as const)('with a reply, %s or not, was somebody’s', (how) => {
    expect(conduct(first, reply(march(2, '11:00'), how))).toEqual([[]]);
  });

  it('put right in time has no cause in what happened to it', () => {
    expect(conduct(first, reply(march(2, '11:00'), 'remedy'))).toEqual([[]]);
  });

  it('whose reply came, though too late, was somebody’s', () => {
    expect(conduct(first, reply(march(2, '14:01'), 'hollow'))).toEqual([[]]);
  });

  it('has one for each message of its conversation', () => {
    const more = complains(march(2, '10:20'), { ...order, id: 'more' });
    expect(conduct(first, more)).toEqual([['unowned by CONDUCT-1'], ['unowned by CONDUCT-1']]);
  });

  it('that may still be answered has none yet', () => {
    const { matters } = fold([first], { asOf: march(2, '12:00') });
    expect(matters).toHaveLength(1);
    expect(conductOf(matters).size).toBe(0);
  });
});

describe('CONDUCT-2: two complaints of one matter', () => {
  const hollow = [reply(march(2, '11:00'), 'hollow'), reply(march(3, '11:00'), 'hollow')];

  it('that got only hollow words were taken on by nobody', () => {
    expect(conduct(first, second, ...hollow)).toEqual([['unowned by CONDUCT-2'], ['unowned by CONDUCT-2']]);
  });

  it('of which one got hollow words, and one a question, were not fobbed off twice', () => {
    expect(conduct(first, second, reply(march(2, '11:00'), 'hollow'), reply(march(3, '11:00'), 'other'))).toEqual([
      [],
      [],
    ]);
  });

  it('leave the third, which was put right, alone', () => {
    const third = complains(march(4), order);
    const facts = [first, second, third, ...hollow, reply(march(4, '11:00'), 'remedy')];
    expect(conduct(...facts)).toEqual([['unowned by CONDUCT-2'], ['unowned by CONDUCT-2'], []]);
  });
});

describe('CONDUCT-3: complaints of one thing', () => {
  const atBilling = complains(march(3), { ...order, touchpoint: 'billing' });
  const answered = [reply(march(2, '11:00'), 'hollow'), reply(march(3, '11:00'), 'other')];

  it('at two touchpoints were sent from one to the other', () => {
    expect(conduct(first, atBilling, ...answered)).toEqual([['silo by CONDUCT-3'], ['silo by CONDUCT-3']]);
  });

  it('at one touchpoint were not, nor two things at two', () => {
    expect(conduct(first, second, ...answered)).toEqual([[], []]);
    const another = complains(march(3), { interactionId: 'order-2', touchpoint: 'billing' });
    const both = [
      reply(march(2, '11:00'), 'hollow'),
      replies(march(3, '11:00'), 'hollow', { interactionId: 'order-2' }),
    ];
    expect(conduct(first, another, ...both)).toEqual([[], []]);
  });

  it('may be nobody’s as well', () => {
    expect(conduct(first, atBilling)[0]).toEqual(['unowned by CONDUCT-1', 'silo by CONDUCT-3']);
  });
});

describe('root causes', () => {
  it('are told in their order, each once', () => {
    expect(causeIds([{ cause: 'outdated' }, { cause: 'unowned' }, { cause: 'outdated' }])).toEqual([
      'unowned',
      'outdated',
    ]);
    expect(causeIds([])).toEqual([]);
  });

  it('are a plain defect only where nothing structural shows', () => {
    expect(causeIds([{ cause: 'defect' }, { cause: 'silo' }])).toEqual(['silo']);
    expect(causeIds([{ cause: 'defect' }, { cause: 'defect' }])).toEqual(['defect']);
  });
});
