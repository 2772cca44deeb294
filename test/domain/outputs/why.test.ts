import { describe, expect, it } from 'vitest';
import { touchpointEntry } from '../../../functions/domain/outputs/touchpoint-entry.ts';
import {
  ASSOCIATION,
  type Quoted,
  TouchpointWhyEntry,
  touchpointWhyEntry,
} from '../../../functions/domain/outputs/why.ts';
import type { TouchpointSummary } from '../../../functions/domain/touchpoints/comparison.ts';
import type { TouchpointWhy } from '../../../functions/domain/why/touchpoint-why.ts';
import { march } from '../../builders.ts';

const ref = (name: string) => ({ speaker: `customer#${name}`, fact: `fact of ${name}` });

const perfect: TouchpointWhy = {
  asOf: march(5),
  complaints: 20,
  themes: [
    { name: 'waiting', complaints: 10, share: 0.5, elsewhere: 0.1 },
    { name: 'food', complaints: 4, share: 0.2, elsewhere: null },
  ],
  causes: [{ name: 'unowned', complaints: 6, share: 0.3, elsewhere: 0.2 }],
  phrases: [{ phrase: 'van', customers: 5, share: 0.25, elsewhere: 0, z: 3.2, q: 0.01 }],
  weeks: [{ from: '2026-03-02', complaints: 20, themes: { waiting: 10, food: 4 } }],
  effects: [{ theme: 'waiting', points: -40, low: -60, high: -20, speaking: 12, others: 30 }],
  quotes: [ref('ada'), ref('bo')],
  counterExamples: [ref('fan')],
  read: 20,
};

const quoted: Quoted = ({ speaker }) => ({ fact: `fact ${speaker}`, text: `words of ${speaker}` });

describe('why customers complain at a touchpoint, as it is written', () => {
  it('fits what is published, with each effect beside its theme and the warning that it is an association', () => {
    const entry = touchpointWhyEntry(perfect, quoted);
    expect(TouchpointWhyEntry.parse(entry)).toEqual(entry);
    expect(entry).toMatchObject({ themes: ['waiting', 'food'], causes: ['unowned'], phrases: ['van'] });
    expect(entry.byTheme.map(({ effect }) => effect?.points)).toEqual([-40, undefined]);
    expect(entry.association).toBe(ASSOCIATION);
  });

  it('quotes only words that are still kept', () => {
    const erased: Quoted = (where) => (where.speaker === 'customer#ada' ? undefined : quoted(where));
    const entry = touchpointWhyEntry(perfect, erased);
    expect(entry.quotes.map(({ text }) => text)).toEqual(['words of customer#bo']);
    expect(entry.counterExamples.map(({ text }) => text)).toEqual(['words of customer#fan']);
  });

  it('is written the same whatever the order in which a table keeps names', () => {
    const turned = [{ from: '2026-03-02', complaints: 20, themes: { food: 4, waiting: 10 } }];
    const written = (why: TouchpointWhy) => JSON.stringify(touchpointWhyEntry(why, quoted));
    expect(written({ ...perfect, weeks: turned })).toBe(written(perfect));
  });

  it('is left out where nothing complains', () => {
    const summary: TouchpointSummary = {
      touchpoint: 'delivery',
      asOf: march(5),
      window: { since: march(1), from: '2026-03-01', to: '2026-03-04' },
      days: { from: '2026-03-01', to: '2026-03-04' },
      surveyed: { net: null, n: 0, invited: 0, responseRate: null },
      otherMetrics: [],
      complaints: { customers: 0, share: null },
      reviews: { net: null, n: 0 },
      coverage: { unscored: 0 },
    };
    expect(touchpointEntry(summary, { why: { ...perfect, complaints: 0 }, quoted })).not.toHaveProperty('why');
    expect(touchpointEntry(summary)).not.toHaveProperty('why');
    expect(touchpointEntry(summary, { why: perfect, quoted }).why?.quotes).toHaveLength(2);
  });
});
