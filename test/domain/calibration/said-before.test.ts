import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { labelsOfSheet, type SaidBefore, saidBefore } from '../../../functions/domain/calibration/said-before.ts';
import type { Label } from '../../../functions/domain/calibration/writer.ts';
import { march } from '../../builders.ts';
import { doneTo, openAction } from '../actions/working.ts';

const labelled = (label: 'not-a-complaint' | 'wrong-gap', evidence: string[], day = 5, id = 'kim') =>
  doneTo(openAction({ evidence }), { kind: 'label', label }, march(day), { id, role: 'lead' });

describe('what was said of texts while actions were worked off', () => {
  it('is of the evidence of a matter that somebody called no complaint, with who said so last', () => {
    const { matterId: _, ...ofNoMatter } = labelled('not-a-complaint', ['f']);
    const actions = [
      labelled('not-a-complaint', ['a', 'b'], 5, 'kim'),
      labelled('not-a-complaint', ['b', 'c'], 6, 'lee'),
      labelled('wrong-gap', ['d']),
      openAction({ evidence: ['e'] }),
      ofNoMatter,
    ];
    const expected: [string, SaidBefore][] = [
      ['a', { at: march(5), by: 'kim' }],
      ['b', { at: march(6), by: 'lee' }],
      ['c', { at: march(6), by: 'lee' }],
    ];
    expect([...saidBefore(actions)].sort()).toEqual(expected);
    expect([...saidBefore(actions.toReversed())].sort()).toEqual(expected);
  });
});

/** Customers of a sheet: what is true of them, and whether somebody said "no" before. */
const sheets = fc
  .array(fc.record({ truth: fc.constantFrom<Label>('yes', 'no', 'skip'), said: fc.boolean() }), { maxLength: 30 })
  .map((all) => all.map(({ truth, said }, i) => ({ row: `r${i}`, truth, said: said && truth === 'no' })));

/** What comes of a sheet of which `isRead` tells who was looked at, by somebody who agrees with all that was said. */
const read = (all: { row: string; truth: Label; said: boolean }[], isRead: (i: number) => boolean) =>
  labelsOfSheet(
    all.map(({ row }) => ({ rows: [row] })),
    new Map(all.flatMap(({ row, truth, said }, i) => (isRead(i) && !said ? [[row, truth] as const] : []))),
    new Set(all.flatMap(({ row, said }) => (said ? [row] : []))),
  );

describe('CALIBRATION-4: what somebody said of a drawn text before', () => {
  it('labels a sheet that is read to the end as if all of it was read anew', () => {
    fc.assert(
      fc.property(sheets, (all) => {
        expect(read(all, () => true)).toEqual({
          labels: all.map(({ truth }) => truth),
          taken: all.filter(({ said }) => said).length,
          left: 0,
        });
      }),
    );
  });

  it('counts down to the last label that is written, and no further', () => {
    fc.assert(
      fc.property(sheets, fc.nat(30), (all, most) => {
        const whole = all.findIndex(({ said }, i) => i >= most && !said) < 0;
        const last = whole ? all.length - 1 : all.findLastIndex(({ said }, i) => i < most && !said);
        const { labels } = read(all, (i) => i < most);
        expect(labels).toEqual(all.map(({ truth }, i) => (i <= last ? truth : undefined)));
      }),
    );
  });

  it('never changes what is written', () => {
    fc.assert(
      fc.property(sheets, fc.array(fc.nat(30)), (all, some) => {
        const { labels, taken, left } = read(all, (i) => some.includes(i));
        for (const [i, { truth, said }] of all.entries()) if (some.includes(i) && !said) expect(labels[i]).toBe(truth);
        expect(taken + left).toBe(all.filter(({ said }) => said).length);
      }),
    );
  });

  it('is overruled by a label, and is of one text, not of all that its customer wrote', () => {
    const customers = [{ rows: ['a', 'b'] }, { rows: ['c'] }];
    const before = new Set(['a', 'c']);
    const labels = (written: [string, Label][]) => labelsOfSheet(customers, new Map(written), before).labels;
    expect(labels([['b', 'no']])).toEqual(['no', 'no']);
    expect(labels([['b', 'yes']])).toEqual(['yes', 'no']);
    expect(
      labels([
        ['a', 'yes'],
        ['c', 'skip'],
      ]),
    ).toEqual(['yes', 'skip']);
    expect(labels([])).toEqual([undefined, undefined]);
  });
});
