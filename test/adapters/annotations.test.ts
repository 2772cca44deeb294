import { describe, expect, it } from 'vitest';
import { Annotations, MOST_ANNOTATIONS } from '../../functions/adapters/annotations.ts';
import { annotationOf } from '../../functions/domain/analysts/annotation.ts';
import { march } from '../builders.ts';
import { tablesInMemory } from './dynalite.ts';

const tables = tablesInMemory();
const kept = async () => {
  const { state } = await tables();
  return { annotations: new Annotations(state), state };
};

const remark = (day = '2026-03-03', text = 'new courier', by = 'kim') =>
  annotationOf({ day, touchpoint: 'delivery', text }, by, march(5));

describe('a remark', () => {
  it('comes back equal, the oldest day first', async () => {
    const { annotations } = await kept();
    const [late, early] = [remark('2026-03-09'), remark('2026-02-09')];
    for (const one of [late, early]) expect(await annotations.add(one)).toEqual(one);
    expect(await annotations.all()).toEqual([early, late]);
    expect(await annotations.of(late.id)).toEqual(late);
  });

  it('is kept once, as it was written first', async () => {
    const { annotations } = await kept();
    const first = remark();
    await annotations.add(first);
    expect(await annotations.add({ ...first, at: march(6) })).toEqual(first);
    expect(await annotations.all()).toEqual([first]);
  });

  it('goes, whether or not it was there', async () => {
    const { annotations } = await kept();
    const one = remark();
    await annotations.add(one);
    await annotations.remove(one.id);
    await annotations.remove(one.id);
    expect(await annotations.of(one.id)).toBeUndefined();
    expect(await annotations.all()).toEqual([]);
  });
});

describe('remarks', () => {
  it('have room for so many, of which each can be sent again', async () => {
    const { annotations, state } = await kept();
    const all = Array.from({ length: MOST_ANNOTATIONS }, (_, i) => remark('2026-03-03', `remark ${i}`));
    await state.batchWrite(all.map((annotation) => ({ pk: 'annotations', sk: annotation.id, annotation })));
    expect(await annotations.add(remark())).toBeUndefined();
    expect(await annotations.add(all[0] ?? remark())).toEqual(all[0]);
    expect(await annotations.all()).toHaveLength(MOST_ANNOTATIONS);
  });
});
