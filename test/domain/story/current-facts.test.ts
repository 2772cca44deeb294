import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Fact } from '../../../functions/domain/message/fact.ts';
import { currentFacts, latestRevisions } from '../../../functions/domain/story/current-facts.ts';
import {
  answers,
  complains,
  corrects,
  fold,
  gapsOf,
  invited,
  march,
  replies,
  textFact,
  withdraws,
  words,
} from '../../builders.ts';

const complaint = complains(march(2));
const corrected = corrects(complaint, { body: words.praise });

const standing = (...facts: Fact[]): string[] => currentFacts('customer#ada', facts).map(({ id }) => id);

describe('CORRECTION-1: the revision that counts', () => {
  it('is the highest, whichever came first', () => {
    expect(standing(complaint, corrected)).toEqual([corrected.id]);
    expect(standing(corrected, complaint)).toEqual([corrected.id]);
  });

  it('is the withdrawal where two revisions are equal', () => {
    expect(standing(corrected, withdraws(corrected))).toEqual([]);
    expect(standing(withdraws(complaint), complaint)).toEqual([]);
  });

  it('is the correction where it is higher than the withdrawal', () => {
    expect(standing(withdraws(complaint), corrected)).toEqual([corrected.id]);
  });

  it('is the one of the greater content hash where nothing else tells two apart', () => {
    const twins = [textFact({ body: 'one' }), textFact({ body: 'other' })];
    const [, greater] = twins.toSorted((a, b) => (a.contentHash < b.contentHash ? -1 : 1));
    expect(latestRevisions(twins)).toEqual([greater]);
    expect(latestRevisions(twins.toReversed())).toEqual([greater]);
  });

  it('moves a feedback to another customer', () => {
    const moved = corrects(complaint, { customerId: 'grace' });
    expect(standing(complaint, moved)).toEqual([]);
    expect(currentFacts('customer#grace', [complaint, moved])).toEqual([moved]);
    expect(fold([complaint, moved])).toMatchObject({ matters: [], gaps: [], rows: [] });
  });

  it('moves it back again', () => {
    const moved = corrects(complaint, { customerId: 'grace' });
    const back = corrects(moved, { customerId: 'ada' });
    expect(standing(moved, back, complaint)).toEqual([back.id]);
  });

  it('of an answer says nothing of its invitation', () => {
    const answer = answers(march(4), 3);
    expect(standing(invited(march(3)), answer, withdraws(answer))).toEqual(['survey:survey-tool:s-1:invited']);
  });

  it('decides alone: a complaint that was withdrawn leaves no matter and no gap', () => {
    expect(gapsOf(fold([complaint]), 'unanswered')).toHaveLength(1);
    expect(fold([complaint, withdraws(complaint)])).toMatchObject({ matters: [], gaps: [], rows: [] });
  });

  it('puts what we say behind what was said to us at the same instant, as a gateway may tell whole seconds', () => {
    const [said, reply] = [complains(march(2), { id: 'z' }), replies(march(2), 'remedy', { id: 'a' })];
    expect(currentFacts('customer#ada', [reply, said]).map(({ id }) => id)).toEqual([said.id, reply.id]);
    expect(fold([reply, said]).matters[0]?.matter.remedy?.fact.id).toBe(reply.id);
  });

  it('is the same in whatever order, and however often, the revisions come', () => {
    const revision = fc
      .record({ id: fc.constantFrom('a', 'b'), revision: fc.nat({ max: 2 }), body: fc.constantFrom('x', 'y') })
      .map(({ id, revision, body }) => textFact({ id, revision, body }));
    const any = fc.oneof(
      revision,
      revision.map((fact) => withdraws(fact)),
    );
    fc.assert(
      fc.property(fc.array(any, { maxLength: 8 }), fc.infiniteStream(fc.nat()), (facts, stream) => {
        const mixed = [...facts, ...facts].map((fact) => ({ fact, at: stream.next().value }));
        const shuffled = mixed.sort((a, b) => a.at - b.at).map(({ fact }) => fact);
        expect(currentFacts('customer#ada', shuffled)).toEqual(currentFacts('customer#ada', facts));
      }),
    );
  });
});
