import { beforeEach, describe, expect, it } from 'vitest';
import type { Annotation } from '../../../functions/domain/analysts/annotation.ts';
import { type AnnotationDeps, answerAnnotations } from '../../../functions/serve-analysts/annotations.ts';
import { march } from '../../builders.ts';
import { catchConsole } from '../../runtime/console-lines.ts';
import { answerOf, asking, bearing, problemIn, serving } from './asking.ts';

catchConsole();

const ROOM = 3;
const kept = new Map<string, Annotation>();
const annotations: AnnotationDeps['annotations'] = {
  all: async () => [...kept.values()].sort((a, b) => (a.id < b.id ? -1 : 1)),
  of: async (id) => kept.get(id),
  add: async (annotation) => {
    const there = kept.get(annotation.id);
    if (there || kept.size >= ROOM) return there;
    kept.set(annotation.id, annotation);
    return annotation;
  },
  remove: async (id) => {
    kept.delete(id);
  },
};
beforeEach(() => kept.clear());

const serve = serving(answerAnnotations({ annotations }));
const remark = { day: '2026-03-03', touchpoint: 'delivery', location: 'millfield', text: 'new courier' };
const write = async (body: object = remark): Promise<Annotation> =>
  answerOf('annotate', await serve(asking('annotate', { body }))) as Annotation;
const listed = async (query = '') =>
  (answerOf('annotations', await serve(asking('annotations', { query }))) as { annotations: Annotation[] }).annotations;
const remove = (id: string, authorizer: unknown) =>
  serve(asking('removeAnnotation', { path: { id }, authorizer, body: undefined }));
/** Somebody else than who writes. */
const lee = (role: string) => ({ jwt: { claims: { sub: 'lee', roles: `[${role}]`, team: 'Delivery' } } });

describe('a remark', () => {
  it('is kept in the name of the caller, redacted, and answered', async () => {
    const written = await write({ ...remark, text: 'ask ada@example.com' });
    expect(written).toMatchObject({ ...remark, text: 'ask [email]', by: 'kim', at: march(5) });
    expect(await listed()).toEqual([written]);
  });

  it('sent again is the same', async () => {
    const first = await write();
    expect(await write()).toEqual(first);
    expect(await listed()).toHaveLength(1);
  });

  it('finds room, or is refused with the way out', async () => {
    for (let i = 0; i < ROOM; i++) await write({ ...remark, text: `remark ${i}` });
    expect(problemIn(await serve(asking('annotate', { body: remark })))).toMatchObject({
      code: 'too-many',
      status: 422,
    });
  });
});

describe('remarks of a place', () => {
  it('are those about it and about all, the oldest day first', async () => {
    const all = await write({ day: '2026-03-04', text: 'prices went up' });
    const here = await write();
    const billing = await write({ day: '2026-03-01', touchpoint: 'billing', text: 'new terms' });
    expect(await listed()).toEqual([billing, here, all]);
    expect(await listed('touchpoint=delivery&location=millfield')).toEqual([here, all]);
    expect(await listed('touchpoint=delivery&location=northgate')).toEqual([all]);
  });
});

describe('taking a remark away', () => {
  it.each([
    ['its own writer', bearing('owner', 'Delivery')],
    ['a lead', lee('lead')],
  ])('is done for %s', async (_who, caller) => {
    const { id } = await write();
    expect(await remove(id, caller)).toMatchObject({ statusCode: 204 });
    expect(await listed()).toEqual([]);
  });

  it('is not done for another owner', async () => {
    const { id } = await write();
    expect(problemIn(await remove(id, lee('owner')))).toMatchObject({ code: 'not-allowed', status: 403 });
    expect(await listed()).toHaveLength(1);
  });

  it('that is not there finds nothing', async () => {
    expect(problemIn(await remove('2026-03-03-none', lee('lead')))).toMatchObject({ code: 'not-found' });
  });
});
