import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseRates } from '../../functions/domain/calibration/hearing-rates.ts';
import type { Answer } from '../../functions/domain/calibration/writer.ts';
import { complaintModel } from '../../functions/domain/hearing/model-version.ts';
import { keyFileOf, type SheetKey } from '../../lib/calibration/key.ts';
import { runCalibrate } from '../../lib/calibration/run.ts';
import { march } from '../builders.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'calibrate-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const strata = (['no', 'unsure', 'yes'] as const).map((answer: Answer) => ({
  channel: 'sms' as const,
  language: 'en',
  answer,
  customers: 400,
  drawn: 20,
  chance: 0.05,
}));

const keyed = (override: Partial<SheetKey> = {}): SheetKey => ({
  version: 1,
  sheet: 's1a2b3c',
  model: complaintModel,
  seed: '1',
  from: '2026-03-01',
  to: '2026-03-28',
  drawnFrom: 'deployed',
  leftOut: 0,
  strata,
  saidBefore: [],
  customers: Array.from({ length: 60 }, (_, i) => ({
    customer: i + 1,
    stratum: i % 3,
    probability: 0.5,
    rows: [`s1a2b3c-${i}`],
  })),
  ...override,
});

/** Of 20 flagged 17 complain, of those unsure 4, of the others none. */
const truth = (i: number): string => (i % 3 === 2 ? (i < 51 ? 'yes' : 'no') : i % 3 === 1 && i < 12 ? 'yes' : 'no');

const path = (name: string): string => join(folder, name);

const given = (label: (i: number) => string = truth, key: SheetKey | string = keyed()): void => {
  const rows = Array.from({ length: 60 }, (_, i) => `s1a2b3c-${i},${label(i)}`);
  writeFileSync(path('s.csv'), ['row,complains', ...rows].join('\n'));
  writeFileSync(keyFileOf(path('s.csv')), typeof key === 'string' ? key : JSON.stringify(key));
};

const read = async (...more: string[]) => {
  const said = { out: '', notes: '' };
  const code = await runCalibrate(['read', path('s.csv'), '--rates', path('rates.json'), ...more], {
    out: (text) => {
      said.out += text;
    },
    note: (text) => {
      said.notes += `${text}\n`;
    },
    now: () => march(20),
    signal: new AbortController().signal,
  });
  return { code, ...said };
};

describe('what was said before', () => {
  const wrong = Array.from({ length: 60 }, (_, i) => i).filter((i) => i % 3 === 2 && truth(i) === 'no');
  const saidBefore = wrong.map((i) => `s1a2b3c-${i}`);
  const untilRow = (last: number) => (i: number) => (i > last || wrong.includes(i) ? '' : truth(i));

  it('stands where nobody wrote anything, as if they had', async () => {
    given();
    const { out } = await read();
    given(untilRow(60), keyed({ saidBefore }));
    const again = await read();
    expect(again).toMatchObject({ code: 0, out });
    expect(again.notes).toContain('3 customers are labelled by what was said before.');
  });

  it('does not count further down than the sheet is labelled, and that is told', async () => {
    given((i) => (i > 54 ? '' : truth(i)));
    const { out } = await read();
    given(untilRow(54), keyed({ saidBefore }));
    const again = await read();
    expect(again).toMatchObject({ code: 0, out });
    expect(again.notes).toContain('1 customers are labelled by what was said before; 2 others stand further down');
  });
});

describe('a labelled sheet', () => {
  it('becomes rates with their intervals, for all and by channel and language', async () => {
    given();
    const { code, out, notes } = await read('--labelled-by', 'two of customer care');
    expect(code).toBe(0);
    expect(out).toMatch(/^all +1200 +60 +\d\d % \(\d\d to \d\d\) +\d+ % \(\d+ to \d+\)$/m);
    expect(out).toMatch(/^sms en /m);
    expect(notes).toContain('60 customers: 21 complain, 39 do not, 0 skipped, 0 not labelled.');
    const written = JSON.parse(readFileSync(path('rates.json'), 'utf8'));
    expect(parseRates(written).kind).toBe('ok');
    expect(written).toMatchObject({
      model: complaintModel,
      measuredOn: {
        from: '2026-03-01',
        to: '2026-03-28',
        customers: 1200,
        labelled: 60,
        labelledBy: 'two of customer care',
      },
      groups: [{ channel: 'sms', language: 'en', customers: 1200, labelled: 60 }],
    });
    // 340 flagged of 340 + 80 who complain, 60 flagged of 60 + 320 + 400 who do not; Jeffreys' half cases pull a little.
    expect(written.all.sensitivity.value).toBeCloseTo(340 / 420, 1);
    expect(written.all.falsePositiveRate.value).toBeCloseTo(60 / 780, 1);
  });

  it('counts what is skipped, empty or missing, and goes by the rest', async () => {
    given((i) => (i === 0 ? 'skip' : i === 3 ? '' : truth(i)));
    writeFileSync(path('s.csv'), readFileSync(path('s.csv'), 'utf8').replace(/^s1a2b3c-6,.*\n/m, ''));
    const { code, notes } = await read();
    expect(code).toBe(0);
    expect(notes).toContain('60 customers: 21 complain, 36 do not, 1 skipped, 2 not labelled.');
    expect(notes).toContain('60 rows: 1 without a label, 1 missing.');
  });

  it.each([
    ['of nothing but yes', () => 'yes', /Only 0 of the labelled customers do not complain/],
    [
      'with nine complaints',
      (i: number) => (i % 3 === 2 && i < 27 ? 'yes' : 'no'),
      /Only 9 of the .* customers complain/,
    ],
  ])('%s is read with a warning', async (_, label, warning) => {
    given(label);
    expect((await read()).notes).toMatch(warning);
  });

  it('with enough of both brings no warning', async () => {
    given();
    expect((await read()).notes).not.toMatch(/Only|too few/);
  });

  it('tells of a channel of which only one side is labelled that it has no rates of its own', async () => {
    const social = {
      channel: 'social' as const,
      language: 'en',
      answer: 'yes' as const,
      customers: 9,
      drawn: 0,
      chance: 0,
    };
    given(truth, keyed({ strata: [...strata, social] }));
    const { notes } = await read();
    expect(notes).toContain('social en: too few labels');
    expect(JSON.parse(readFileSync(path('rates.json'), 'utf8')).groups).toHaveLength(2);
  });

  it('tells how a deployment takes rates that lie elsewhere', async () => {
    given();
    expect((await read()).notes).toContain(`-c ratesFile=${path('rates.json')}`);
  });

  it('in UTF-16 is refused by that name', async () => {
    given();
    const sheet = readFileSync(path('s.csv'), 'utf8');
    for (const bytes of [Buffer.from(`\uFEFF${sheet}`, 'utf16le'), Buffer.from(sheet, 'utf16le').swap16()]) {
      writeFileSync(path('s.csv'), bytes);
      expect(await read()).toMatchObject({ code: 1, notes: expect.stringMatching(/UTF-16.*CSV in UTF-8/) });
    }
  });

  it('says of a local run that its sentiment was a stand-in’s', async () => {
    given(truth, keyed({ drawnFrom: 'local' }));
    await read();
    expect(readFileSync(path('rates.json'), 'utf8')).toContain('stand-in');
  });

  it.each([
    ['of which too little is labelled', () => given((i) => (i < 12 ? truth(i) : '')), /Too few/],
    ['by which nothing is heard', () => given((i) => (i % 3 === 2 ? 'no' : 'yes')), /no oftener/],
    [
      'with faults',
      () => given((i) => (i < 30 ? 'maybe' : 'no')),
      /at line 2, complains: .*\n {4}fix: [\s\S]*and 10 more/,
    ],
    [
      'of another model',
      () => given(truth, keyed({ model: 'complaint-000000' })),
      /complaint-000000; this is complaint-/,
    ],
    ['with a key of another sheet', () => given(truth, keyed({ customers: [] })), /is no row of this sheet/],
    ['with a broken key', () => given(truth, '{'), /is not JSON/],
    ['with a key of another form', () => given(truth, '{}'), /at \/version/],
    ['without its key', () => [given(), rmSync(keyFileOf(path('s.csv')))], /must lie beside it/],
    [
      'of which nobody was heard to complain',
      () => given(truth, keyed({ strata: strata.map((one) => ({ ...one, answer: 'no' as const })) })),
      /more days/,
    ],
  ])('%s is refused, and nothing is written', async (_, prepare, problem) => {
    prepare();
    const { code, notes } = await read();
    expect(code).toBe(1);
    expect(notes).toMatch(problem);
    expect(existsSync(path('rates.json'))).toBe(false);
  });

  it('that is not there is wrong usage', async () => {
    expect(await read()).toMatchObject({ code: 2, notes: expect.stringContaining('no such file') });
  });

  it('is written over rates, and over nothing else', async () => {
    given();
    writeFileSync(path('rates.json'), '{ "name": "something" }');
    expect(await read()).toMatchObject({ code: 1, notes: expect.stringContaining('something else') });
    expect(readFileSync(path('rates.json'), 'utf8')).toBe('{ "name": "something" }');
    rmSync(path('rates.json'));
    expect((await read()).code).toBe(0);
    expect((await read()).code).toBe(0);
  });
});
