import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { decideComplaint } from '../../../functions/domain/hearing/complaint.ts';
import { BELIEFS, featureNames, featuresOf } from '../../../functions/domain/hearing/complaint-features.ts';
import { complaintWeights, provenance, start } from '../../../functions/domain/hearing/complaint-weights.ts';
import { evidenceOf } from '../../../functions/domain/hearing/evidence.ts';
import { read } from '../../../functions/domain/hearing/reading.ts';
import wordWeights from '../../../functions/domain/hearing/word-weights.json' with { type: 'json' };
import { termsOf, wordsLogOdds } from '../../../functions/domain/hearing/word-weights.ts';
import { ALLOWED_SETS } from '../../../lib/fit/allowed-sets.ts';
import { fitLogistic, type Row } from '../../../lib/fit/logistic-fit.ts';
import { labelledWords, ownSentences } from '../../../lib/fit/own-sentences.ts';
import { heardLocally, ownSources } from '../../../lib/fit/sources.ts';
import { COMPLAINTS_A_SOURCE, ROWS_A_SOURCE, rowsOf } from '../../../lib/fit/training-rows.ts';
import { vocabularyOf } from '../../../lib/fit/vocabulary.ts';

describe('complaint weights', () => {
  it('has one for everything that a text is weighed by, to two decimals', () => {
    expect(Object.keys(complaintWeights)).toEqual(featureNames);
    for (const weight of [start, ...Object.values(complaintWeights)]) expect(weight).toBe(Number(weight.toFixed(2)));
  });

  it.each(featureNames)('lets %s count only the way that is believed of it', (name) => {
    if (BELIEFS[name] !== 0) expect(complaintWeights[name] * Math.sign(BELIEFS[name])).toBeGreaterThanOrEqual(0);
  });

  it('comes only of sets whose terms allow it and of our own sentences, of which none was added since', () => {
    const [fft, criticality, ...own] = provenance.sources;
    expect([fft, criticality].map(({ name }) => name)).toEqual(ALLOWED_SETS);
    for (const { terms } of [fft, criticality]) expect(terms).toContain('MIT');
    expect(own).toEqual(
      ownSources().map(({ name, sentences }) => ({
        name,
        rows: sentences.length,
        complaints: sentences.filter(({ complaint }) => complaint).length,
        terms: expect.stringContaining('written for this project'),
      })),
    );
    expect(provenance).toMatchObject({ rowsASource: ROWS_A_SOURCE, complaintsASource: COMPLAINTS_A_SOURCE });
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

describe('word weights', () => {
  const terms = Object.entries<Record<string, number>>(wordWeights).flatMap(([language, byTerm]) =>
    Object.entries(byTerm).map(([term, weight]) => ({ language, term, weight })),
  );

  it('are words and pairs of words in the six languages, to two decimals, in under 300 KB', () => {
    expect(Object.keys(wordWeights).sort()).toEqual(['de', 'en', 'es', 'fr', 'it', 'pt']);
    for (const { term, weight } of terms) {
      expect(term).toMatch(/^\S+(?: \S+)?$/);
      expect(weight).toBe(Number(weight.toFixed(2)));
    }
    expect(JSON.stringify(wordWeights).length).toBeLessThan(300_000);
  });

  it('add what is listed for the words and pairs of a text, each once', () => {
    const listed = (words: readonly string[]) =>
      [...termsOf(words)].reduce((sum, term) => sum + ((wordWeights.en as Record<string, number>)[term] ?? 0), 0);
    const heard = (language: string) =>
      read({ text: 'So I was told to ring, and told to ring again. Nobody answers!', language });
    expect(listed(heard('en').words)).not.toBe(0);
    expect(wordsLogOdds(heard('en-GB'))).toBeCloseTo(listed(heard('en').words), 10);
    expect(wordsLogOdds(heard('ja'))).toBe(0);
  });

  it('count less each the more words there are, and nothing in an answer of "nothing"', () => {
    const said = (text: string) => wordsLogOdds(read({ text, language: 'en' }));
    expect(said('Nobody answers. '.repeat(30))).toBeCloseTo(said('Nobody answers.') / 2, 10);
    expect(said('nothing at all')).toBeCloseTo(0, 10);
  });

  it('never let a cue of grievance speak against a complaint, nor one of praise for it', () => {
    const against = terms.filter(({ language, term, weight }) => {
      const { grievances, praise, contentment } = evidenceOf(term.replace('^ ', ''), language);
      return grievances > 0 ? weight < 0 : praise + contentment > 0 && weight > 0;
    });
    expect(against).toEqual([]);
  });

  it('name nobody: a word that is written with a capital is none', () => {
    const said = [
      'We flew from Harrowfield.',
      'Off to Harrowfield today',
      'at Harrowfield we waited',
      'Harrowfield again',
    ];
    const source = (origin: string, paired: boolean) => ({
      name: origin,
      terms: '',
      origin,
      paired,
      sentences: said.map((text) => ({ reading: read({ text, language: 'en' }), complaint: true })),
    });
    const words = vocabularyOf([source('shops', false), source('trains', true)]).map((term) => term.words);
    expect(words).toContain('we');
    expect(words.filter((term) => term.includes('harrowfield'))).toEqual([]);
  });
});

describe('sentences that were never fitted on', () => {
  const heldOut = labelledWords(
    readFileSync(new URL('../../../lib/eval/held-out/sentences-en.txt', import.meta.url), 'utf8'),
    'en',
    'sentences-en.txt',
  );
  const told = heldOut.map((said) => ({ ...said, ...decideComplaint(heardLocally(said).reading) }));

  it('are none of our own', () => {
    const own = new Set([...ownSentences.values()].flat().map(({ text }) => text));
    expect(heldOut.filter(({ text }) => own.has(text))).toEqual([]);
  });

  it('are told apart, though written so that cues mislead: without words to weigh, hardly better than by a coin', () => {
    const [complaints, others] = [true, false].map((is) => told.filter(({ complaint }) => complaint === is));
    const ahead = complaints?.flatMap((a) => others?.map((b) => Number(a.probability > b.probability)) ?? []) ?? [];
    expect(ahead.length).toBe(68 * 82);
    expect(ahead.reduce((sum, x) => sum + x, 0) / ahead.length).toBeGreaterThan(0.75);
  });

  it('are heard as complaints where they are, more than twice as often as where they are not', () => {
    const heard = (is: boolean) => {
      const some = told.filter(({ complaint }) => complaint === is);
      return some.filter(({ label }) => label === 'yes').length / some.length;
    };
    expect(heard(true)).toBeGreaterThan(0.5);
    expect(heard(false)).toBeLessThan(heard(true) / 2);
  });
});

describe('own sentences', () => {
  const all = [...ownSentences.values()].flat();

  it('are many, in six languages, each once', () => {
    expect(all.length).toBeGreaterThanOrEqual(5000);
    expect(new Set(all.map(({ language }) => language))).toEqual(new Set(['en', 'de', 'es', 'fr', 'it', 'pt']));
    const keys = all.map(({ language, text, question }) => `${language}|${question}|${text}`);
    expect(keys.filter((key, i) => keys.indexOf(key) < i)).toEqual([]);
  });

  it.each(ownSources())('of $name weigh as much as any other source', (source) => {
    const rows = rowsOf(source, []);
    const total = (some: readonly Row[]) => some.reduce((sum, { weight }) => sum + weight, 0);
    expect(total(rows)).toBeCloseTo(ROWS_A_SOURCE);
    expect(total(rows.filter(({ yes }) => yes))).toBeCloseTo(ROWS_A_SOURCE * COMPLAINTS_A_SOURCE);
  });

  it('are marked, with what was asked in brackets', () => {
    expect(labelledWords('- [What did you like?] Nothing\n= Open today?\n', 'en', 'x.txt')).toEqual([
      { text: 'Nothing', language: 'en', complaint: true, question: 'What did you like?' },
      { text: 'Open today?', language: 'en', complaint: false },
    ]);
    expect(() => labelledWords('- fine\nunmarked', 'en', 'x.txt')).toThrow('x.txt:2');
  });
});

describe('fitLogistic', () => {
  const row = (values: number[], yes: boolean, weight = 1): Row => ({ features: [...values.entries()], yes, weight });
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
