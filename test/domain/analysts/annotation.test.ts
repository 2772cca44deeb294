import { describe, expect, it } from 'vitest';
import { Annotation, annotationOf, isAbout, LONGEST_REMARK } from '../../../functions/domain/analysts/annotation.ts';
import { march } from '../../builders.ts';

const remark = { day: '2026-03-03', touchpoint: 'delivery', location: 'millfield', text: 'new courier' };

describe('a remark', () => {
  it('is kept with who wrote it and when, under an id that begins with its day', () => {
    const kept = annotationOf(remark, 'kim', march(5));
    expect(kept).toEqual({ ...remark, by: 'kim', at: march(5), id: expect.stringMatching(/^2026-03-03-[\w-]{22}$/) });
    expect(Annotation.parse(kept)).toEqual(kept);
  });

  it('is the same one when it is sent again, and another of another person, day, place or text', () => {
    const id = annotationOf(remark, 'kim', march(5)).id;
    expect(annotationOf(remark, 'kim', march(6)).id).toBe(id);
    const others = [
      annotationOf(remark, 'lee', march(5)),
      annotationOf({ ...remark, day: '2026-03-04' }, 'kim', march(5)),
      annotationOf({ ...remark, location: undefined }, 'kim', march(5)),
      annotationOf({ ...remark, touchpoint: undefined }, 'kim', march(5)),
      annotationOf({ ...remark, text: 'new courier again' }, 'kim', march(5)),
    ];
    expect(new Set([id, ...others.map((other) => other.id)]).size).toBe(6);
  });

  it('is redacted, and no longer for that than it may be', () => {
    expect(annotationOf({ ...remark, text: 'ask ada@example.com' }, 'kim', march(5)).text).toBe('ask [email]');
    const text = 'a@b.co '.repeat(28).trim();
    const kept = annotationOf({ ...remark, text }, 'kim', march(5));
    expect(Annotation.parse(kept)).toEqual(kept);
    expect(kept.text.length).toBeGreaterThan(LONGEST_REMARK - 10);
  });
});

describe('a remark is about a place', () => {
  const at = { touchpoint: 'delivery', location: 'millfield' };

  it.each([
    [{}, at],
    [{ touchpoint: 'delivery' }, at],
    [{ location: 'millfield' }, at],
    [at, at],
    [at, {}],
    [at, { touchpoint: 'delivery' }],
  ])('%j about %j', (annotation, place) => {
    expect(isAbout(annotation, place)).toBe(true);
  });

  it.each([
    [{ touchpoint: 'billing' }, at],
    [{ location: 'northgate' }, at],
    [at, { touchpoint: 'delivery', location: 'unattributed' }],
    [at, { touchpoint: 'billing' }],
  ])('%j not about %j', (annotation, place) => {
    expect(isAbout(annotation, place)).toBe(false);
  });
});
