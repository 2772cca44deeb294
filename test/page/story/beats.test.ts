import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Beat, beatsOf, type Moment } from '../../../functions/serve-dashboard/page/story/beats.ts';
import { march } from '../../builders.ts';

const moment = (day: number, kind: Moment['kind'], fields: Partial<Moment> = {}): Moment => ({
  at: march(day),
  kind,
  ...fields,
});

const reminder = (day: number, fields: Partial<NonNullable<Moment['action']>> = {}): Moment =>
  moment(day, 'action', { action: { id: 'recover-1', change: 'reminded', by: 'clock', ...fields } });

const told = (beats: readonly Beat[]): string[] =>
  beats.map((beat) => (beat.kind === 'quiet' ? `${beat.days} days${beat.isOpen ? ' so far' : ''}` : beat.moment.kind));

const anyStory = fc
  .array(
    fc.tuple(
      fc.integer({ min: 1, max: 28 }),
      fc.constantFrom<Moment['kind']>('complaint', 'reply', 'invitation', 'silence', 'note', 'gap'),
    ),
    { maxLength: 12 },
  )
  .map((found) => found.toSorted(([a], [b]) => a - b).map(([day, kind]) => moment(day, kind)));

describe('a story', () => {
  it('tells every moment once and in its order, whatever lies between', () => {
    fc.assert(
      fc.property(anyStory, (story) => {
        const moments = beatsOf(story, march(30)).flatMap((beat) => (beat.kind === 'moment' ? [beat.moment] : []));
        expect(moments).toEqual(story);
      }),
    );
  });

  it('tells as many days of silence as lie between what was said', () => {
    fc.assert(
      fc.property(anyStory, (story) => {
        const heard = story.filter(({ kind }) => kind !== 'note' && kind !== 'gap');
        const days = beatsOf(story, march(30)).reduce((sum, beat) => sum + (beat.kind === 'quiet' ? beat.days : 0), 0);
        const first = heard[0];
        expect(days).toBe(first ? (Date.parse(march(30)) - Date.parse(first.at)) / 86_400_000 : 0);
      }),
    );
  });

  it('tells silence before what ended it, and as going on where nothing did', () => {
    const story = [moment(2, 'complaint'), moment(2, 'reply', { reply: 'hollow' }), moment(5, 'complaint')];
    expect(told(beatsOf(story, march(9)))).toEqual(['complaint', 'reply', '3 days', 'complaint', '4 days so far']);
  });

  it('ends with a remedy', () => {
    const story = [moment(2, 'complaint'), moment(2, 'reply', { reply: 'remedy' })];
    expect(told(beatsOf(story, march(9)))).toEqual(['complaint', 'reply']);
  });

  it('is silence to the customer, whatever we write down meanwhile', () => {
    const story = [moment(2, 'complaint'), moment(3, 'note'), moment(4, 'gap'), reminder(5), moment(6, 'reply')];
    expect(told(beatsOf(story, march(6)))).toEqual(['complaint', 'note', 'gap', 'action', '4 days', 'reply']);
  });

  it('without a customer tells no silence', () => {
    expect(told(beatsOf([moment(2, 'gap'), reminder(8)], march(20)))).toEqual(['gap', 'action']);
  });

  it('tells once what the clock did again and again, with how often and until when', () => {
    const [beat, ...others] = beatsOf([reminder(2), reminder(3), reminder(5)], march(9));
    expect(beat).toMatchObject({ times: 3, until: march(5), moment: { at: march(2) } });
    expect(others).toEqual([]);
  });

  it.each([
    ['another change', { change: 'escalated' }],
    ['another action', { id: 'recover-2' }],
    ['a person', { by: 'sam' }],
  ])('tells apart what is by or of %s', (_what, fields) => {
    expect(beatsOf([reminder(2), reminder(3, fields)], march(9))).toHaveLength(2);
  });
});
