import type * as z from 'zod';
import {
  Retraction,
  ReviewMessage,
  SurveyMessage,
  SurveyStatus,
  TextMessage,
} from '../../functions/domain/message/feedback-message.ts';
import { rejectionCodes } from '../../functions/domain/message/rejection-codes.ts';
import { defaultScales, Metric, type Scale } from '../../functions/domain/message/scale.ts';
import { type JsonSchema, jsonSchemaOf, schemaFile } from './json-schema.ts';

/** The four forms of a message, by the names that they have in the schema's `$defs`. */
export const messageForms = { survey: SurveyMessage, text: TextMessage, review: ReviewMessage, retraction: Retraction };
export type MessageForm = keyof typeof messageForms;

/** The condition of a schema, its consequence, and what holds otherwise. */
const whenever = (condition: JsonSchema, then: JsonSchema, otherwise?: JsonSchema): JsonSchema => ({
  if: condition,
  then,
  ...(otherwise ? { else: otherwise } : {}),
});

const within = ({ min, max }: Scale): JsonSchema => ({ minimum: min, maximum: max });
const withoutScale: JsonSchema = { not: { required: ['scale'] } };

/** A schema cannot compare a score with the ends of a scale that the message brings; the usual scales it can tell. */
const withinUsualScales = Metric.options.map((metric) =>
  whenever(
    { ...withoutScale, properties: { metric: { const: metric } }, required: ['metric'] },
    { properties: { score: within(defaultScales[metric]) } },
  ),
);

const answeredOrSilent = whenever(
  { properties: { status: { const: SurveyStatus.enum.answered } } },
  { anyOf: [{ required: ['score'] }, { required: ['comment'], properties: { comment: { pattern: '\\S' } } }] },
  { properties: { score: false, comment: { pattern: '^\\s*$' } } },
);

/** What zod's refinements check across fields, as far as JSON Schema can say it. */
const rulesAcrossFields: Record<MessageForm, JsonSchema> = {
  survey: { allOf: [answeredOrSilent, ...withinUsualScales] },
  text: {},
  review: whenever(withoutScale, { properties: { rating: within(defaultScales.stars) } }),
  retraction: {},
};

const titles: Record<MessageForm, string> = {
  survey: 'one step in the life of a survey: asked, held back, answered or undeliverable',
  text: 'something said by a customer, replied by us, or noted by staff',
  review: 'a published review',
  retraction: 'withdraws an earlier message; it may repeat the other fields, which are not looked at',
};

const codesFound = (found: 'partly' | 'never'): string =>
  Object.entries(rejectionCodes)
    .filter(([, { schemaFinds }]) => schemaFinds === found)
    .map(([code]) => code)
    .join(', ');

const description = [
  'The body of one queue message.',
  'Lengths count Unicode code points. Fields that the schema does not know are left out and counted.',
  `A message that fits the schema can still be rejected as ${codesFound('never')}`,
  `and, where a schema cannot say it all, as ${codesFound('partly')}: see rejections.md.`,
].join(' ');

const defOf = ([form, schema]: [MessageForm, z.ZodType]): [MessageForm, JsonSchema] => [
  form,
  { description: titles[form], ...jsonSchemaOf(schema), ...rulesAcrossFields[form] },
];

/** The contract with upstream systems as they can check it in any language. It refuses nothing that `check` accepts. */
export const messageSchema = (): JsonSchema => {
  const forms = Object.entries(messageForms) as [MessageForm, z.ZodType][];
  return schemaFile('message:1', 'Dark Corners: a feedback message', {
    description,
    type: 'object',
    oneOf: forms.map(([form]) => ({ $ref: `#/$defs/${form}` })),
    $defs: Object.fromEntries(forms.map(defOf)),
  });
};
