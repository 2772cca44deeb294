import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { decideReply, type Reply } from '../../../functions/domain/hearing/reply.ts';

type Labelled = Record<Reply, string[]>;

const read = (file: string): Labelled =>
  JSON.parse(readFileSync(new URL(`../../../lib/eval/held-out/replies/${file}.json`, import.meta.url), 'utf8'));

const half = (labelled: Labelled, held: boolean): Labelled => {
  const cut = (texts: string[]): string[] => {
    const middle = Math.ceil(texts.length / 2);
    return held ? texts.slice(middle) : texts.slice(0, middle);
  };
  return { hollow: cut(labelled.hollow), remedy: cut(labelled.remedy), other: cut(labelled.other) };
};

/** Shares read right: of the three kinds, and of remedy against the rest, which is what actions hang on. */
const measure = (labelled: Labelled, language: string): { kinds: number; remedies: number } => {
  const read = Object.entries(labelled).flatMap(([kind, texts]) =>
    texts.map((text) => ({ kind, decided: decideReply(text, language) })),
  );
  const share = (is: (one: (typeof read)[number]) => boolean): number => read.filter(is).length / read.length;
  return {
    kinds: share(({ kind, decided }) => kind === decided),
    remedies: share(({ kind, decided }) => (kind === 'remedy') === (decided === 'remedy')),
  };
};

/** A little under what was measured; en-b and the second halves were never read when the sheets were written. */
const floors = [
  { name: 'en-a', language: 'en', labelled: () => read('en-a'), kinds: 0.96, remedies: 0.97 },
  { name: 'en-b, held out', language: 'en', labelled: () => read('en-b'), kinds: 0.86, remedies: 0.91 },
  { name: 'en-c', language: 'en', labelled: () => read('en-c'), kinds: 0.92, remedies: 0.94 },
  ...['de', 'es', 'fr', 'it', 'pt'].map((language) => ({
    name: `${language}, first half`,
    language,
    labelled: () => half(read(language), false),
    kinds: 0.95,
    remedies: 0.97,
  })),
  ...['de', 'es', 'fr', 'it', 'pt'].map((language) => ({
    name: `${language}-b, in view`,
    language,
    labelled: () => read(`${language}-b`),
    kinds: 0.94,
    remedies: 0.96,
  })),
  ...[
    { language: 'de', kinds: 0.8, remedies: 0.84 },
    { language: 'es', kinds: 0.77, remedies: 0.84 },
    { language: 'fr', kinds: 0.8, remedies: 0.93 },
    { language: 'it', kinds: 0.73, remedies: 0.82 },
    { language: 'pt', kinds: 0.8, remedies: 0.84 },
  ].map((floor) => ({
    ...floor,
    name: `${floor.language}, second half, held out`,
    labelled: () => half(read(floor.language), true),
  })),
];

describe('how well replies are read', () => {
  it.each(floors)('keeps its share right in $name', ({ language, labelled, kinds, remedies }) => {
    const measured = measure(labelled(), language);
    expect(measured.kinds).toBeGreaterThanOrEqual(kinds);
    expect(measured.remedies).toBeGreaterThanOrEqual(remedies);
  });
});
