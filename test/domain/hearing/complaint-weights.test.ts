import { describe, expect, it } from 'vitest';
import { decideComplaint } from '../../../functions/domain/hearing/complaint.ts';
import { BELIEFS, featureNames, featuresOf } from '../../../functions/domain/hearing/complaint-features.ts';
import { complaintWeights, provenance, start } from '../../../functions/domain/hearing/complaint-weights.ts';
import { read } from '../../../functions/domain/hearing/reading.ts';
import { fitLogistic, meanSurprise, type Row } from '../../../lib/fit/logistic-fit.ts';
import { ownSentences } from '../../../lib/fit/own-sentences.ts';
import { ALLOWED_SETS, COMPLAINTS_A_SOURCE, ROWS_A_SOURCE, rowsOf } from '../../../lib/fit/training-rows.ts';

describe('complaint weights', () => {
  it('has one for everything that a text is weighed by, to two decimals', () => {
    expect(Object.keys(complaintWeights)).toEqual(featureNames);
    for (const weight of [start, ...Object.values(complaintWeights)]) expect(weight).toBe(Number(weight.toFixed(2)));
  });

  it.each(featureNames)('lets %s count only the way that is believed of it', (name) => {
    if (BELIEFS[name] !== 0) expect(complaintWeights[name] * Math.sign(BELIEFS[name])).toBeGreaterThanOrEqual(0);
  });

  it('comes only of sets whose terms allow it and of our own sentences, of which none was added since', () => {
    expect(provenance.sources.map(({ name }) => name)).toEqual([...ALLOWED_SETS, 'own']);
    expect(provenance.sources.map(({ terms }) => terms)).toEqual([
      expect.stringContaining('MIT'),
      expect.stringContaining('MIT'),
      expect.stringContaining('written for this project'),
    ]);
    expect(provenance.sources.at(-1)).toMatchObject({
      rows: ownSentences.length,
      complaints: ownSentences.filter(({ complaint }) => complaint).length,
    });
    expect(provenance).toMatchObject({ rowsASource: ROWS_A_SOURCE, complaintsASource: COMPLAINTS_A_SOURCE });
  });

  it('tells our own sentences apart, far better than a coin (0.69)', () => {
    const weights = [start, ...featureNames.map((name) => complaintWeights[name])];
    expect(meanSurprise(rowsOf(ownSentences), weights)).toBeLessThan(0.45);
  });

  it.each(['en', 'ja', 'und'])('hears no complaint in %s where scores say nothing and no cue is known', (language) => {
    const flat = { positive: 0.25, negative: 0.25, neutral: 0.3, mixed: 0.2 };
    expect(decideComplaint({ text: '–', language, scores: flat }).label).not.toBe('yes');
    expect(decideComplaint({ text: '–', language }).label).not.toBe('yes');
  });

  it('does not let the incidental cues of a long story outshout its tone', () => {
    const story = `${'We walked through the old town and had lunch by the river. '.repeat(20)}The ferry was late.`;
    const thin = featuresOf(read({ text: story, language: 'en' }));
    const thick = featuresOf(read({ text: 'The ferry was late.', language: 'en' }));
    expect(thin.failure).toBeGreaterThan(0);
    expect(thin.failure).toBeLessThan(thick.failure / 2);
  });
});

describe('own sentences', () => {
  it('are many, in six languages, each once', () => {
    expect(ownSentences.length).toBeGreaterThanOrEqual(250);
    expect(new Set(ownSentences.map(({ language }) => language))).toEqual(
      new Set(['en', 'de', 'es', 'fr', 'it', 'pt']),
    );
    expect(new Set(ownSentences.map(({ text, question }) => `${question}|${text}`)).size).toBe(ownSentences.length);
  });

  it('weigh together as much as any other source', () => {
    const rows = rowsOf(ownSentences);
    const total = (some: readonly Row[]) => some.reduce((sum, { weight }) => sum + weight, 0);
    expect(total(rows)).toBeCloseTo(ROWS_A_SOURCE);
    expect(total(rows.filter(({ yes }) => yes))).toBeCloseTo(ROWS_A_SOURCE * COMPLAINTS_A_SOURCE);
  });
});

describe('fitLogistic', () => {
  const row = (features: number[], yes: boolean, weight = 1): Row => ({ features, yes, weight });
  const free = { expected: 0, least: Number.NEGATIVE_INFINITY, most: Number.POSITIVE_INFINITY, strength: 0 };

  it('finds the log-odds that the rows hold', () => {
    const rows = [row([1, 0], true, 20), row([1, 0], false, 80), row([1, 1], true, 60), row([1, 1], false, 40)];
    const [constant, effect] = fitLogistic(rows, [free, free]);
    expect(constant).toBeCloseTo(Math.log(20 / 80), 4);
    expect(effect).toBeCloseTo(Math.log(60 / 40) - Math.log(20 / 80), 4);
  });

  it('keeps a weight within its range, and at its belief where no row speaks of it', () => {
    const rows = [row([1, 1, 0], true, 10), row([1, 1, 0], false, 90), row([1, 0, 0], true, 50)];
    const [, bound, silent] = fitLogistic(rows, [
      { ...free, strength: 1 },
      { ...free, least: 0, strength: 1 },
      { ...free, expected: 0.7, strength: 1 },
    ]);
    expect(bound).toBe(0);
    expect(silent).toBe(0.7);
  });

  it('moves a weight less the firmer the belief', () => {
    const rows = [row([1, 1], true, 90), row([1, 1], false, 10), row([1, 0], true, 10), row([1, 0], false, 90)];
    const at = (strength: number) => fitLogistic(rows, [free, { ...free, strength }])[1] ?? 0;
    expect(at(1)).toBeGreaterThan(at(30));
    expect(at(30)).toBeGreaterThan(at(1000));
  });
});
