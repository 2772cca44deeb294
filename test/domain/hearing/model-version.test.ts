import { describe, expect, it } from 'vitest';
import { complaintModel, complaintParts, modelNameOf } from '../../../functions/domain/hearing/model-version.ts';

describe('the version of the complaint decision', () => {
  const parts = complaintParts();

  it('is a short name of all that decides', () => {
    expect(complaintModel).toMatch(/^complaint-[0-9a-f]{6}$/);
    expect(modelNameOf(parts)).toBe(complaintModel);
  });

  it('does not change with the order in which things are written down', () => {
    const turned = Object.fromEntries(Object.entries(parts.weights).reverse());
    expect(modelNameOf({ ...parts, weights: turned })).toBe(complaintModel);
  });

  it.each([
    ['a weight', { weights: { ...parts.weights, failure: 0.89 } }],
    ['the start', { start: parts.start - 0.01 }],
    ["a word's weight", { words: { ...parts.words, en: { ...parts.words.en, nobody: 0.01 } } }],
    ['a bound', { complainsFrom: 0.55 }],
    [
      'a cue',
      { cues: { ...parts.cues, en: { ...parts.cues.en, failure: `${parts.cues.en?.failure}, gone missing` } } },
    ],
    ['a word of questions', { questions: { ...parts.questions, lacking: ['amend'] } }],
    ['what the code makes of words', { probes: parts.probes.with(0, '0.500000') }],
  ])('changes with %s', (_, change) => {
    expect(modelNameOf({ ...parts, ...change })).not.toBe(complaintModel);
  });

  it('is told by probes of every answer', () => {
    const probabilities = parts.probes.map(Number);
    expect(probabilities.some((p) => p < 0.1)).toBe(true);
    expect(probabilities.some((p) => p > 0.3 && p < 0.7)).toBe(true);
    expect(probabilities.some((p) => p > 0.9)).toBe(true);
  });
});
