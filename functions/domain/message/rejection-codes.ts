interface Explanation {
  /** What is wrong, as a sentence without its subject: the field that the path names. */
  meaning: string;
  /** What upstream must change. */
  fix: string;
  /** Whether a validator with message.schema.json finds the fault before the message is posted. */
  schemaFinds: 'always' | 'partly' | 'never';
}

/** Every reason for which a message is not taken. A code without an explanation does not compile. */
export const rejectionCodes = {
  not_json: {
    meaning: 'The body is not JSON.',
    fix: 'Post one JSON object in UTF-8 without a byte order mark; NaN, comments and trailing commas are not JSON.',
    schemaFinds: 'never',
  },
  not_an_object: {
    meaning: 'The body is JSON, but a list, a text, a number, a boolean or null.',
    fix: 'Post one object a message; send the entries of a list one by one.',
    schemaFinds: 'always',
  },
  too_large: {
    meaning: 'The whole message is over 256 KB (262,144 bytes of UTF-8).',
    fix: 'Leave out fields that the contract does not know, and white space between fields.',
    schemaFinds: 'never',
  },
  too_deep: {
    meaning: 'Objects and lists lie inside one another over 16 deep.',
    fix: 'Leave out what the contract does not know; nothing in it is deeper than an object in the message.',
    schemaFinds: 'never',
  },
  missing: {
    meaning: 'The field is needed and is not there.',
    fix: 'Add it; the README tells which kind needs which field.',
    schemaFinds: 'always',
  },
  wrong_type: {
    meaning: 'The value is of another JSON type: a number sent as text, null, a list where an object belongs.',
    fix: 'Send the type of the contract; leave out an optional field that has no value, instead of null.',
    schemaFinds: 'always',
  },
  not_allowed: {
    meaning: 'The value is of the right type, but not one of those that the field can have.',
    fix: 'Choose one of the values in the README; they are in lower case.',
    schemaFinds: 'always',
  },
  not_an_integer: {
    meaning: 'The number has a fraction.',
    fix: 'Count revisions in whole numbers.',
    schemaFinds: 'always',
  },
  out_of_range: {
    meaning: 'The number lies outside what the field can hold, or what a 64-bit float can.',
    fix: 'Keep revisions within 0 to 1,000,000,000 and the ends of a scale within a thousand million of zero.',
    schemaFinds: 'always',
  },
  too_close_to_zero: {
    meaning: 'The number is not 0, but nearer to it than a thousand-millionth.',
    fix: 'Send 0, or a score on the scale that the customer saw.',
    schemaFinds: 'never',
  },
  too_short: {
    meaning: 'The text is empty.',
    fix: 'Fill it, or leave the field out where it is optional.',
    schemaFinds: 'always',
  },
  too_long: {
    meaning: 'The text has more code points than the field takes, or is over 32 KB (32,768 bytes) of UTF-8.',
    fix: 'Shorten it; keep the full text at home under the same `id`.',
    schemaFinds: 'partly',
  },
  too_many: {
    meaning: 'There are more than 10 attributes.',
    fix: 'Send the ten that someone will want to compare by.',
    schemaFinds: 'always',
  },
  malformed_unicode: {
    meaning: 'The text holds half of a surrogate pair.',
    fix: 'Cut texts between code points, not between UTF-16 units.',
    schemaFinds: 'never',
  },
  not_an_instant: {
    meaning: 'The text is not an ISO-8601 time with seconds and offset, or no such time exists.',
    fix: 'Write `2026-03-05T19:40:00+01:00` or `2026-03-05T18:40:00Z`; a leap second becomes second 59.',
    schemaFinds: 'always',
  },
  in_the_future: {
    meaning: 'The time lies more than a day after the queue took the message.',
    fix: 'Check the clock and the offset of the posting system.',
    schemaFinds: 'never',
  },
  not_a_language: {
    meaning: 'The text is not a BCP-47 language tag.',
    fix: 'Write `en` or `pt-BR`, with a hyphen; leave the field out to have the language detected.',
    schemaFinds: 'partly',
  },
  not_an_attribute_name: {
    meaning: 'The name of an attribute is empty, over 64 code points, malformed, or `__proto__`.',
    fix: 'Rename it; the path does not repeat the name.',
    schemaFinds: 'partly',
  },
  outside_scale: {
    meaning: 'The score or rating lies outside its scale.',
    fix: 'Check `metric`; send `scale` where it was asked on another than the usual one.',
    schemaFinds: 'partly',
  },
  empty_scale: {
    meaning: 'The lower end of the scale is not below the upper one.',
    fix: 'Put the smaller number in `min`; say `"best": "min"` where the smaller number is the better score.',
    schemaFinds: 'never',
  },
  nothing_answered: {
    meaning: 'The survey is answered, and has neither a score nor a comment with words.',
    fix: 'Send what was answered; post `"status": "invited"` for a survey that was only sent.',
    schemaFinds: 'always',
  },
  answer_without_status_answered: {
    meaning: 'The survey has a score or a comment, and a status that says it has no answer.',
    fix: 'Post the answer as `"status": "answered"` under the same `id`, or leave `status` out.',
    schemaFinds: 'always',
  },
} as const satisfies Record<string, Explanation>;

export type RejectionCode = keyof typeof rejectionCodes;

export const isRejectionCode = (code: unknown): code is RejectionCode =>
  typeof code === 'string' && Object.hasOwn(rejectionCodes, code);
