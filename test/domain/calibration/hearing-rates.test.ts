import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseRates, type RatesFile, ratesFor } from '../../../functions/domain/calibration/hearing-rates.ts';
import { complaintModel } from '../../../functions/domain/hearing/model-version.ts';

const figure = (value: number) => ({ value, low: value - 0.05, high: value + 0.05 });
const rates = { sensitivity: figure(0.85), falsePositiveRate: figure(0.07), customers: 5000, labelled: 200 };
const perfect = (override: object = {}): RatesFile => ({
  version: 1,
  model: 'complaint-3f9a2c',
  measuredOn: { what: 'customers of March', from: '2026-03-01', to: '2026-03-28', customers: 5000, labelled: 200 },
  all: rates,
  groups: [{ channel: 'sms', language: 'en', ...rates, sensitivity: figure(0.9) }],
  ...override,
});
const group = (override: object = {}) => ({ ...perfect().groups[0], ...override });

describe('a file of rates', () => {
  it('that is in order is taken as it is', () => {
    expect(parseRates(perfect())).toEqual({ kind: 'ok', rates: perfect() });
  });

  it.each([
    ['an unknown field', perfect({ modell: 'x' }), '/modell'],
    ['another version', perfect({ version: 2 }), '/version'],
    ['no model', perfect({ model: 'What it is' }), '/model'],
    ['no day', perfect({ measuredOn: { ...perfect().measuredOn, from: 'March' } }), '/measuredOn/from'],
    ['a day that is not', perfect({ measuredOn: { ...perfect().measuredOn, to: '2026-13-01' } }), '/measuredOn/to'],
    [
      'a share in percent',
      perfect({ all: { ...rates, sensitivity: { value: 85, low: 80, high: 90 } } }),
      '/all/sensitivity/value',
    ],
    [
      'a value outside its interval',
      perfect({ all: { ...rates, sensitivity: { value: 0.5, low: 0.6, high: 0.7 } } }),
      '/all/sensitivity',
    ],
    ['a channel nobody writes in', perfect({ groups: [group({ channel: 'frontline' })] }), '/groups/0/channel'],
    ['a language with its region', perfect({ groups: [group({ language: 'pt-BR' })] }), '/groups/0/language'],
    ['a group twice', perfect({ groups: [group(), group({ labelled: 1 })] }), '/groups/1'],
    ['nothing heard', perfect({ all: { ...rates, sensitivity: figure(0.07) } }), '/all/sensitivity'],
    [
      'nothing heard in a group',
      perfect({ groups: [group({ falsePositiveRate: figure(0.95) })] }),
      '/groups/0/sensitivity',
    ],
  ])('with %s is told where it is wrong, and how to mend it', (_, json, path) => {
    const parsed = parseRates(json);
    expect(parsed.kind).toBe('invalid');
    const problems = parsed.kind === 'invalid' ? parsed.problems : [];
    expect(problems.map((problem) => problem.path)).toContain(path);
    for (const { problem, fix } of problems) expect(`${problem}, ${fix}`).toMatch(/\S, \w/);
  });

  it('tells the rates of a group, and those of all for any other', () => {
    const file = perfect();
    expect(ratesFor(file, 'sms', 'en').sensitivity.value).toBe(0.9);
    expect(ratesFor(file, 'sms', 'en-GB').sensitivity.value).toBe(0.9);
    expect(ratesFor(file, 'sms', 'de').sensitivity.value).toBe(0.85);
    expect(ratesFor(file, 'review', 'en').sensitivity.value).toBe(0.85);
  });
});

describe('the file that ships', () => {
  const shipped = JSON.parse(readFileSync(new URL('../../../hearing-rates.json', import.meta.url), 'utf8'));

  it('is in order, and says where its rates come from', () => {
    expect(parseRates(shipped).kind).toBe('ok');
    expect(shipped.measuredOn.what.length).toBeGreaterThan(20);
  });

  it('speaks of the complaint decision that ships: whoever changes that measures again, and names it here', () => {
    expect(shipped.model).toBe(complaintModel);
  });
});
