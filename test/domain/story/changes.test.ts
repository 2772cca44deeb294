import { describe, expect, it } from 'vitest';
import { DAY, type Instant, plus } from '../../../functions/domain/instant.ts';
import type { Fact } from '../../../functions/domain/message/fact.ts';
import { changesOf, type StoryChanges, type StoryState } from '../../../functions/domain/story/changes.ts';
import { STORY_DAYS, STORY_FACTS } from '../../../functions/domain/story/reach.ts';
import { cellDayKey } from '../../../functions/domain/touchpoints/tally-row.ts';
import {
  answers,
  complains,
  corrects,
  fold,
  gapsOf,
  invited,
  march,
  replies,
  withdraws,
  words,
} from '../../builders.ts';

const asOf = march(20);
const changes = (facts: Fact[], before?: StoryState, at: Instant = asOf): StoryChanges =>
  changesOf(fold(facts, { asOf: at }), at, before);
const leftBy = (...facts: Fact[]): StoryState => changes(facts).next;

const complaint = complains(march(2));
const invitation = invited(march(3));
const delivery = (day: string): string => cellDayKey({ touchpoint: 'delivery', location: 'millfield', day });
const nothing = { put: [], void: [], cellDays: [], gaps: [], vanished: [] };

describe('what a fold changes', () => {
  it('is everything at first', () => {
    const first = changes([complaint, invitation]);
    expect(first.put.map(({ kind }) => kind)).toEqual(['survey', 'complaint']);
    expect(first.gaps.map(({ kind }) => kind)).toEqual(['unanswered', 'unheard']);
    expect(first).toMatchObject({ void: [], vanished: [], cellDays: [delivery('2026-03-03'), delivery('2026-03-02')] });
  });

  it('is nothing where nothing new was said', () => {
    expect(changes([complaint, invitation], leftBy(complaint, invitation))).toMatchObject(nothing);
    expect(changes([complaint, invitation], leftBy(complaint, invitation), march(21))).toMatchObject(nothing);
  });

  it('is the row that changed, and its day, not the others', () => {
    const answered = changes([complaint, invitation, answers(march(4), 9)], leftBy(complaint, invitation));
    expect(answered.put).toMatchObject([{ kind: 'survey', class: 'top' }]);
    expect(answered.cellDays).toEqual([delivery('2026-03-03')]);
  });

  it('is the gap that changed, not the others', () => {
    const story = [complaint, invitation, answers(march(4), 3)];
    expect(changes(story, leftBy(complaint, invitation)).gaps.map(({ kind }) => kind)).toEqual(['unheard']);
  });

  it('is a row in a new place, and none in the old, where a correction moved it', () => {
    const moved = corrects(complaint, { location: 'northgate' });
    const { put, void: gone, cellDays } = changes([complaint, moved], leftBy(complaint));
    expect(put).toMatchObject([{ location: 'northgate' }]);
    expect(gone).toEqual([{ cellDay: delivery('2026-03-02'), key: put[0]?.key }]);
    expect(cellDays).toEqual(['delivery:northgate#2026-03-02', delivery('2026-03-02')]);
  });

  it('is an emptier day, and a gap less, where the complaint was withdrawn', () => {
    const [gap] = gapsOf(fold([complaint]), 'unanswered');
    const withdrawn = changes([complaint, withdraws(complaint)], leftBy(complaint));
    expect(withdrawn).toMatchObject({ put: [], cellDays: [delivery('2026-03-02')], gaps: [], vanished: [gap?.id] });
    expect(withdrawn.void).toHaveLength(1);
  });

  it('is remembered for the next, with the actions that there are', () => {
    const before = { ...leftBy(complaint), actions: ['recover-1'] };
    const { next } = changes([complaint, replies(march(10), 'remedy')], before, march(22));
    expect(next).toMatchObject({ asOf: march(22), actions: ['recover-1'] });
    expect(next.rows.map(({ key }) => key)).toEqual(before.rows.map(({ key }) => key));
    expect(next.order > before.order).toBe(true);
    expect(next).not.toHaveProperty('held');
  });
});

describe('what lies behind the horizon', () => {
  /** So long after the complaint that the fold no longer looks at it. */
  const forgotten = plus(march(3), STORY_DAYS * DAY);

  it('is left as it is', () => {
    expect(changes([complaint], leftBy(complaint), forgotten)).toMatchObject(nothing);
  });

  it('keeps a gap whose beginning is out of sight, although what decided it is not', () => {
    const story = [complaint, invitation];
    const { vanished, void: gone } = changes(story, leftBy(...story), forgotten);
    expect({ vanished, gone }).toEqual({ vanished: [], gone: [] });
  });

  it('is not counted a second time by an answer that is still in sight', () => {
    const story = [invited(march(2)), answers(march(4), 9)];
    const once = changes(story, leftBy(...story), forgotten);
    expect(once).toMatchObject({ put: [], void: [], cellDays: [] });
    expect(changes(story, once.next, plus(forgotten, DAY / 2))).toMatchObject({ put: [], void: [], cellDays: [] });
  });

  it('includes what else was said on the day of the oldest fact read, where a story is too long to read', () => {
    const started = complains(march(2, '08:00'), { id: 'first' });
    const chatter = Array.from({ length: STORY_FACTS }, (_, i) =>
      complains(plus(march(2, '10:00'), i * 5 * 60_000), { id: `t-${i}`, body: words.question }),
    );
    expect(changes([started, ...chatter], leftBy(started)).void).toEqual([]);
  });
});
