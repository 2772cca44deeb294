import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Annotations, Match } from 'aws-cdk-lib/assertions';
import { afterAll, describe, expect, it } from 'vitest';
import { readRates } from '../../functions/adapters/deployed/rates.ts';
import { complaintModel } from '../../functions/domain/hearing/model-version.ts';
import { checkedRatesFile } from '../../lib/checked-file.ts';
import { feedbackStack, ownersFile } from './template.ts';

const folder = mkdtempSync(join(tmpdir(), 'rates-'));
afterAll(() => rmSync(folder, { recursive: true }));

const shipped = JSON.parse(readFileSync('hearing-rates.json', 'utf8'));
const file = join(folder, 'hearing-rates.json');
const written = (override: object): string => {
  writeFileSync(file, JSON.stringify({ ...shipped, ...override }));
  return file;
};
const warnings = (ratesFile: string) =>
  Annotations.fromStack(feedbackStack({ ownersFile, ratesFile }))
    .findWarning('*', Match.anyValue())
    .map(({ entry }) => String(entry.data));

describe('a file of rates', () => {
  it('that is in order and of the model deployed is taken without a word', () => {
    expect(warnings(written({ model: complaintModel }))).toEqual([]);
  });

  it('of another model is taken with a warning, which says to measure again', () => {
    const [warning, ...others] = warnings(written({ model: 'complaint-000000' }));
    expect(others).toEqual([]);
    expect(warning).toMatch(/complaint-000000; deployed is complaint-[0-9a-f]{6}.*npm run calibrate/);
  });

  it('that is missing fails the stack, which says how to name another', () => {
    expect(() => feedbackStack({ ownersFile, ratesFile: join(folder, 'nowhere.json') })).toThrow(
      /nowhere\.json cannot be read\. Name a JSON file of rates with -c ratesFile=/,
    );
  });

  it('with a fault fails, which says where, what and how to mend it', () => {
    expect(() => checkedRatesFile(written({ groups: 'none' }))).toThrow(
      /does not tell how complaints are heard:\n {2}at \/groups: .*\n {4}fix: /,
    );
  });

  const { measuredOn, all } = shipped;
  it.each([
    [
      'share over 1',
      { all: { ...all, sensitivity: { value: 0.9, low: 0.8, high: 1.2 } } },
      '/all/sensitivity/high',
      'at most 1',
    ],
    [
      'share under 0',
      { all: { ...all, falsePositiveRate: { value: 0, low: -1, high: 1 } } },
      '/all/falsePositiveRate/low',
      '0 or more',
    ],
    ['part of a customer', { all: { ...all, customers: 1.5 } }, '/all/customers', 'a whole number'],
    ['customer less than none', { all: { ...all, labelled: -1 } }, '/all/labelled', '0 or more'],
    ['day that no month has', { measuredOn: { ...measuredOn, from: '2026-02-30' } }, '/measuredOn/from', 'days as'],
    [
      'period that ends before it begins',
      { measuredOn: { ...measuredOn, from: '2026-03-02', to: '2026-03-01' } },
      '/measuredOn/to',
      'the first day in `from`',
    ],
  ])('with a %s fails, which says where and what would be right', (_, override, path, fix) => {
    expect(() => checkedRatesFile(written(override))).toThrow(new RegExp(`at ${path}: .*\n {4}fix: .*${fix}`));
  });

  it('is read beside a bundle as it was deployed, and a fault there is ours', () => {
    const bundle = pathToFileURL(join(folder, 'index.mjs')).href;
    written({});
    expect(readRates(bundle)).toEqual(shipped);
    written({ all: {} });
    expect(() => readRates(bundle)).toThrow(/^hearing-rates\.json: \/all/);
  });
});
