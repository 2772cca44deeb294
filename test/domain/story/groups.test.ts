import { describe, expect, it } from 'vitest';
import { DAY, plus } from '../../../functions/domain/instant.ts';
import type { Fact } from '../../../functions/domain/message/fact.ts';
import type { StoryFold } from '../../../functions/domain/story/story.ts';
import type { Group, TallyRow } from '../../../functions/domain/touchpoints/tally-row.ts';
import {
  answers,
  bounced,
  complains,
  fold,
  held,
  invited,
  MOMENT,
  march,
  replies,
  reviews,
  words,
} from '../../builders.ts';

const rowOf = <Kind extends TallyRow['kind']>({ rows }: StoryFold, kind: Kind) =>
  rows.find((row): row is Extract<TallyRow, { kind: Kind }> => row.kind === kind);

const asked = march(20);
const invitation = invited(asked);
const groupAfter = (...story: Fact[]): Group | undefined => rowOf(fold(story), 'survey')?.group;

/** A text that says the language it is in, as upstream tells it. */
const wroteIn = (language: string, at = march(19)): Fact => ({
  ...complains(at, { id: `${language} ${at}`, body: words.praise }),
  language,
});

describe('COVERAGE-1: the group of who is asked', () => {
  it('is not told where nothing is known', () => {
    expect(rowOf(fold([invitation]), 'survey')).not.toHaveProperty('group');
  });

  it('has the language of the customer’s newest words before, whose language is known', () => {
    const story = [wroteIn('de-DE', march(17)), wroteIn('fr', march(16)), wroteIn('und', march(18)), invitation];
    expect(groupAfter(...story)).toMatchObject({ language: 'de' });
  });

  it('has the survey’s language where the customer wrote nothing before', () => {
    const inSpanish = invited(asked, { language: 'es-MX' });
    expect(groupAfter(inSpanish)).toEqual({ language: 'es' });
    expect(groupAfter(inSpanish, wroteIn('it'))).toMatchObject({ language: 'it' });
  });

  it('has the channel that the customer wrote in last, in the 60 days before', () => {
    const wrote = (at: string, channel: 'chat' | 'email') => complains(at, { channel, body: words.question });
    expect(groupAfter(wrote(march(17), 'email'), wrote(march(18), 'chat'), invitation)?.channel).toBe('chat');
    expect(groupAfter(wrote(march(17), 'email'), reviews(march(18), 5, words.praise), invitation)?.channel).toBe(
      'review',
    );
    expect(groupAfter(wrote(plus(asked, -60 * DAY), 'email'), invitation)?.channel).toBe('email');
    expect(groupAfter(wrote(plus(asked, -60 * DAY - MOMENT), 'email'), invitation)?.channel).toBeUndefined();
  });

  it('has the channel of the invitation where the customer wrote nothing', () => {
    const byMail = invited(asked, { attributes: { channel: ' Email ' } });
    expect(groupAfter(byMail)).toEqual({ channel: 'email' });
    expect(groupAfter(byMail, replies(march(19), 'hollow'))).toEqual({ channel: 'email' });
    expect(groupAfter(byMail, complains(march(19), { channel: 'call' }))?.channel).toBe('call');
  });

  it('has the segment of the invitation, else of the customer’s newest feedback before', () => {
    const of = (segment: string) => ({ attributes: { segment } });
    const before = [complains(march(17), of('family')), complains(march(18), { ...of('student'), channel: 'chat' })];
    expect(groupAfter(...before, invitation)?.segment).toBe('student');
    expect(groupAfter(...before, invited(asked, of('senior')))?.segment).toBe('senior');
    expect(groupAfter(...before, held(asked, of('senior')))?.segment).toBe('senior');
  });

  it('is never told by the answer, or by what came after: who speaks would be known better than who is silent', () => {
    const later = { attributes: { segment: 'family', channel: 'email' }, language: 'de' };
    const answer = answers(march(21), 9, words.praise, later);
    expect(rowOf(fold([invitation, answer, complains(march(22), later)]), 'survey')).not.toHaveProperty('group');
  });

  it('is never told by what staff noted', () => {
    const note = complains(march(19), { channel: 'frontline', language: 'de', attributes: { segment: 'night shift' } });
    expect(rowOf(fold([note, invitation]), 'survey')).not.toHaveProperty('group');
  });

  it('has names of at most 64 code points, and none of blanks', () => {
    expect(groupAfter(invited(asked, { attributes: { segment: '📦'.repeat(200) } }))?.segment).toBe('📦'.repeat(64));
    expect(groupAfter(invited(asked, { attributes: { segment: '  ' } }))).toBeUndefined();
  });

  it('stands beside a bounce too, which is not counted', () => {
    const story = fold([invited(asked, { language: 'de' }), bounced(march(21))]);
    expect(rowOf(story, 'survey')).toMatchObject({ bounced: true, group: { language: 'de' } });
  });
});

describe('COVERAGE-1: the group of words', () => {
  const known = { attributes: { segment: 'family' } };

  it('is told once of each feedback with words that were scored', () => {
    const story = fold([
      complains(march(2), { body: words.praise, channel: 'chat', ...known }),
      complains(march(3)),
      reviews(march(4), 1, words.complaint),
      answers(march(5), 9, words.praise),
      answers(march(6), 9, undefined, { id: 's-2' }),
    ]);
    const told = story.rows.flatMap((row) => ('worded' in row ? [[row.kind, row.worded]] : []));
    expect(told).toEqual([
      ['survey', { language: 'en', channel: 'survey', segment: 'family' }],
      ['words', { language: 'en', channel: 'chat', segment: 'family' }],
      ['complaint', { language: 'en', channel: 'sms', segment: 'family' }],
      ['review', { language: 'en', channel: 'review', segment: 'family' }],
    ]);
  });

  it('is told once of each that was not, by the row that says so', () => {
    const story = fold([wroteIn('und'), complains(march(3)), reviews(march(4), 1, words.complaint)], {
      sentiments: new Map(),
    });
    expect(story.rows.filter((row) => 'worded' in row)).toMatchObject([
      { kind: 'unscored', worded: { language: 'en', channel: 'sms' } },
      { kind: 'unscored', worded: { language: 'en', channel: 'review' } },
      { kind: 'unscored', worded: { language: 'und', channel: 'sms' } },
    ]);
  });
});
