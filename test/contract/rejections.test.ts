import { describe, expect, it } from 'vitest';
import { check } from '../../functions/domain/message/rejection.ts';

const sentAt = '2026-03-05T10:00:00.000Z';
const survey = {
  kind: 'survey',
  source: 'survey-tool',
  id: 's-1',
  occurredAt: '2026-03-04T18:02:11Z',
  metric: 'nps',
  score: 9,
};
const checked = (overrides: object) => check(JSON.stringify({ ...survey, ...overrides }), sentAt);
const reasons = (overrides: object) => {
  const result = checked(overrides);
  return result.kind === 'rejected' ? result.reasons.map(({ path, code }) => `${path} ${code}`) : [];
};
const bodyWith = (field: string) => JSON.stringify(survey).replace('{', `{${field},`);
const emoji = '\u{1f600}';
const pairs = (n: number) => Object.fromEntries(Array.from({ length: n }, (_, i) => [`a${i}`, 'x']));

describe('a message is rejected with the place and the rule', () => {
  const text = { kind: 'text', metric: undefined, score: undefined, channel: 'sms' };
  const cases: [fault: string, overrides: object, reasons: string[]][] = [
    ['no kind', { kind: undefined }, ['/kind missing']],
    ['an unknown kind', { kind: 'poll' }, ['/kind not_allowed']],
    ['a kind that every object inherits', { kind: 'constructor' }, ['/kind not_allowed']],
    ['a kind that is no text', { kind: 5 }, ['/kind wrong_type']],
    ['a later version', { version: 2 }, ['/version not_allowed']],
    ['a version as text', { version: '1' }, ['/version wrong_type']],
    ['a fractional revision', { revision: 1.5 }, ['/revision not_an_integer']],
    ['a negative revision', { revision: -1 }, ['/revision out_of_range']],
    ['a revision beyond exact integers', { revision: 1e300 }, ['/revision out_of_range']],
    ['null for an optional text', { comment: null }, ['/comment wrong_type']],
    ['null for an optional choice', { status: null }, ['/status wrong_type']],
    ['null for an optional object', { scale: null }, ['/scale wrong_type']],
    ['a score as text', { score: '4' }, ['/score wrong_type']],
    ['a score as a list', { score: [4] }, ['/score wrong_type']],
    ['a score beyond the usual scale', { score: 42 }, ['/score outside_scale']],
    ['a score beyond its own scale', { scale: { min: 0, max: 4 }, score: 5 }, ['/score outside_scale']],
    ['a scale of one point', { scale: { min: 9, max: 9 } }, ['/scale empty_scale']],
    ['a scale without ends', { scale: {} }, ['/scale/min missing', '/scale/max missing']],
    ['an end of a scale as text', { scale: { min: '0', max: 10 } }, ['/scale/min wrong_type']],
    ['a scale too wide to subtract', { scale: { min: -1.7e308, max: 10 } }, ['/scale/min out_of_range']],
    ['no words in an answer without score', { score: undefined, comment: ' \n\u00a0' }, ['/score nothing_answered']],
    ['a score in an invitation', { status: 'invited' }, ['/status answer_without_status_answered']],
    ['an empty id', { id: '' }, ['/id too_short']],
    ['an id of 129 emoji', { id: emoji.repeat(129) }, ['/id too_long']],
    ['a lone surrogate', { id: 'x\ud800' }, ['/id malformed_unicode']],
    ['a body of 40 KB', { ...text, body: 'x'.repeat(40 * 1024) }, ['/body too_long']],
    ['a body of few letters and many bytes', { ...text, body: emoji.repeat(8193) }, ['/body too_long']],
    ['an empty body', { ...text, body: '' }, ['/body too_short']],
    ['a time without offset', { occurredAt: '2026-03-04T18:02:11' }, ['/occurredAt not_an_instant']],
    ['a day that is not', { occurredAt: '2026-02-30T10:00:00Z' }, ['/occurredAt not_an_instant']],
    ['a leap second', { occurredAt: '2016-12-31T23:59:60Z' }, ['/occurredAt not_an_instant']],
    ['an instant before the year 0', { occurredAt: '0000-01-01T00:00:00+05:00' }, ['/occurredAt not_an_instant']],
    ['a time as number', { occurredAt: 1_772_647_331 }, ['/occurredAt wrong_type']],
    ['a time past the day of grace', { occurredAt: '2026-03-06T10:00:00.001Z' }, ['/occurredAt in_the_future']],
    ['the far future', { occurredAt: '9999-12-31T23:59:59-23:59' }, ['/occurredAt in_the_future']],
    ['a language with underscore', { language: 'en_GB' }, ['/language not_a_language']],
    ['a very long language', { language: 'en-'.repeat(9000) }, ['/language too_long']],
    ['eleven attributes', { attributes: pairs(11) }, ['/attributes too_many']],
    ['attributes as a list', { attributes: ['x'] }, ['/attributes wrong_type']],
    ['a nested attribute', { attributes: { secret: { a: 1 } } }, ['/attributes/* wrong_type']],
    ['many faulty attributes', { attributes: { a: 1, b: 2, c: 3 } }, ['/attributes/* wrong_type']],
    ['an attribute without name', { attributes: { '': 'x' } }, ['/attributes/* not_an_attribute_name']],
    ['a broken attribute name', { attributes: { '\udc00': 'x' } }, ['/attributes/* not_an_attribute_name']],
    ['an overlong attribute', { attributes: { a: 'x'.repeat(257) } }, ['/attributes/* too_long']],
    ['a withdrawal in words', { retracted: 'yes' }, ['/retracted wrong_type']],
    ['a withdrawal without name', { retracted: true, id: undefined }, ['/id missing']],
    ['a withdrawal of an unknown status', { retracted: true, status: 'x' }, ['/status not_allowed']],
  ];
  it.each(cases)('%s', (_, overrides, expected) => expect(reasons(overrides)).toEqual(expected));

  it('tells five reasons at most', () => {
    const empty = { source: '', id: '', customerId: '', touchpoint: '', location: '', interactionId: '' };
    expect(reasons(empty).length).toBe(5);
  });

  it.each([
    ['a number beyond all floats', bodyWith('"score": 1e999').replace(',"score":9', ''), '/score', 'out_of_range'],
    [
      'an attribute named __proto__',
      bodyWith('"attributes": {"__proto__": "x"}'),
      '/attributes/*',
      'not_an_attribute_name',
    ],
    ['100,000 open brackets', '['.repeat(100_000), '', 'too_deep'],
    ['100,000 nested lists', '['.repeat(100_000) + ']'.repeat(100_000), '', 'too_deep'],
    [
      'a deeply nested attribute',
      bodyWith(`"attributes": {"a": ${'['.repeat(50_000)}${']'.repeat(50_000)}}`),
      '',
      'too_deep',
    ],
    ['a field of no use, seventeen deep', bodyWith(`"trace": ${'['.repeat(16)}${']'.repeat(16)}`), '', 'too_deep'],
    ['closing brackets alone', ']'.repeat(100), '', 'not_json'],
    ['nothing', '', '', 'not_json'],
    ['white space', ' \t\r\n\u00a0', '', 'not_json'],
    ['a bare NUL', '\u0000', '', 'not_json'],
    ['a NUL within quotes, unescaped', bodyWith('"trace": "\u0000"'), '', 'not_json'],
    ['Infinity', bodyWith('"score": Infinity').replace(',"score":9', ''), '', 'not_json'],
    ['a list of a million', bodyWith(`"trace": [${'1,'.repeat(999_999)}1]`), '', 'too_large'],
    [
      'an attribute whose name has 100 KB',
      bodyWith(`"attributes": {"${'k'.repeat(102_400)}": "x"}`),
      '/attributes/*',
      'not_an_attribute_name',
    ],
    ['NaN', '{"score": NaN}', '', 'not_json'],
    ['a byte order mark', `\ufeff${JSON.stringify(survey)}`, '', 'not_json'],
    ['257 KB', bodyWith(`"note": "${'x'.repeat(257 * 1024)}"`), '', 'too_large'],
  ])('%s', (_, body, path, code) => {
    expect(check(body, sentAt)).toMatchObject({ kind: 'rejected', reasons: [{ path, code }] });
  });
});

describe('a rejection', () => {
  it('names the posting system where the message does in the form of the contract', () => {
    expect(checked({ score: 11 })).toHaveProperty('source', 'survey-tool');
    expect(checked({ kind: 'fax' })).toHaveProperty('source', 'survey-tool');
    expect(checked({ occurredAt: '2027-01-01T00:00:00Z' })).toHaveProperty('source', 'survey-tool');
  });

  it.each([17, '', 'x'.repeat(65), '\ud800', { toString: 'x' }, null])('names none but such: %j', (source) => {
    expect(checked({ source, score: 11 })).not.toHaveProperty('source');
  });
});

describe('a message is accepted', () => {
  const cases: [allowed: string, overrides: object, unknownFields: number][] = [
    ['with a field of no use, sixteen deep', { trace: JSON.parse('['.repeat(15) + ']'.repeat(15)) }, 1],
    ['with a hundred brackets in its words', { comment: '[{'.repeat(50), question: '\\"[' }, 0],
    ['with control characters in its words', { comment: 'x\u0000\u001b[31m\u0007' }, 0],
    ['with an unknown field whose name has 100 KB', { ['k'.repeat(102_400)]: 1 }, 1],
    ['with an id of 128 emoji', { id: emoji.repeat(128) }, 0],
    ['with ten attributes', { attributes: pairs(10) }, 0],
    ['with an attribute that every object inherits', { attributes: { constructor: 'x', toString: 'y' } }, 0],
    ['exactly a day ahead', { occurredAt: '2026-03-06T11:00:00+01:00' }, 0],
    ['with unknown fields, which are counted', { trace: 1, scale: { min: 0, max: 10, note: 'x', unit: 'y' } }, 3],
    ['as a withdrawal with rubbish in fields it does not need', { retracted: true, score: 'x', scale: 7 }, 0],
    ['as a withdrawal with unknown fields', { retracted: true, trace: 1 }, 1],
  ];
  it.each(cases)('%s', (_, overrides, unknownFields) =>
    expect(checked(overrides)).toMatchObject({ kind: 'accepted', unknownFields }),
  );

  it('without what an own field __proto__ brings', () => {
    const body = bodyWith('"__proto__": {"customerId": "c-1", "score": 99}');
    const result = check(body, sentAt);
    expect(result).toMatchObject({ kind: 'accepted', unknownFields: 1 });
    expect(result).not.toHaveProperty('message.customerId');
  });

  it('with the last of two values of one name', () => {
    const body = bodyWith('"score": 99, "kind": "text"');
    expect(check(body, sentAt)).toMatchObject({ kind: 'accepted', message: { kind: 'survey', score: 9 } });
  });

  it('without the sign of a zero, which no table keeps', () => {
    const body = bodyWith('"revision": -0, "scale": {"min": -0, "max": 10}').replace('"score":9', '"score":-0');
    const result = check(body, sentAt);
    expect(result).toMatchObject({ message: { revision: 0, score: 0, scale: { min: 0 } } });
  });

  it('with its time in UTC, to the millisecond', () => {
    expect(checked({ occurredAt: '2026-03-04T18:02:11.2509+05:30' })).toMatchObject({
      message: { occurredAt: '2026-03-04T12:32:11.250Z' },
    });
  });
});
