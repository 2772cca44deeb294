import { BACKFILL } from '../../functions/domain/message/backfill.ts';
import { MAX_BODY_BYTES, MAX_MESSAGE_BYTES } from '../../functions/domain/message/feedback-message.ts';
import { MAX_DEPTH } from '../../functions/domain/message/nesting.ts';
import { defaultScales } from '../../functions/domain/message/scale.ts';
import { exampleMessages } from './examples.ts';
import { fieldTable } from './field-table.ts';
import { describedFiles } from './file-schemas.ts';
import type { JsonSchema } from './json-schema.ts';
import { code, table } from './markdown.ts';
import { messageSchema } from './message-schema.ts';

const kilobytes = (bytes: number): string => `${bytes / 1024} KB`;

const scales = table(
  ['metric', 'from', 'to', 'best'],
  Object.entries(defaultScales).map(([metric, { min, max, best }]) => [code(metric), `${min}`, `${max}`, code(best)]),
);

const examples = Object.entries(exampleMessages)
  .map(([name, { shows }]) => `- [${name}](examples/${name}.json): ${shows}`)
  .join('\n');

const files = table(
  ['file', 'holds', 'schema'],
  Object.entries(describedFiles).map(([name, { file, holds }]) => [
    code(file),
    holds,
    `[${name}.schema.json](${name}.schema.json)`,
  ]),
);

/** `README.md`: the contract as a developer of a posting system needs it. */
export const readmePage = (): string => {
  const forms = Object.entries(messageSchema().$defs ?? {}) as [string, JsonSchema][];
  const scaleSchema = forms.flatMap(([, { properties }]) => properties?.scale ?? [])[0] as JsonSchema;
  return `# Posting feedback to Dark Corners

Everything in this folder is generated from the code that checks messages: \`npm run contract\` writes it, a test proves it current.

## In one minute

One queue message is one piece of feedback: a JSON object of at most ${kilobytes(MAX_MESSAGE_BYTES)} as the message body.

| queue | for | its address in the stack's outputs |
|---|---|---|
| surveys | each step of a survey: invited, held, answered, bounced | \`SurveysQueueUrl\` |
| texts | messages, calls and posts of customers, our replies, notes by staff; read within seconds | \`TextsQueueUrl\` |
| reviews | published reviews | \`ReviewsQueueUrl\` |

\`kind\` decides what a message is, so one in the wrong queue is taken all the same; only its speed differs. Posting needs
\`sqs:SendMessage\` on the queue and nothing else:

\`\`\`sh
aws sqs send-message --queue-url "$TEXTS_QUEUE_URL" --message-body file://docs/contract/examples/text-inbound.json
\`\`\`

Check messages in your own tests with [message.schema.json](message.schema.json) (JSON Schema 2020-12). It refuses nothing that is
accepted; what it cannot see is listed in [rejections.md](rejections.md). A message of every form:

${examples}

## Fields

${fieldTable(forms)}

\`scale\`:

${fieldTable([['scale', scaleSchema]])}

Without \`scale\`, a survey is read on the scale of its metric and a review on that of \`stars\`:

${scales}

- Lengths count Unicode code points: an emoji outside the basic plane is one. \`body\` and \`comment\` are measured in bytes, ${kilobytes(MAX_BODY_BYTES)} of UTF-8.
- An instant has seconds and an offset: \`2026-03-05T19:40:00+01:00\`. Finer parts than milliseconds are cut off.
- An optional field without a value is left out; \`null\` is rejected. Numbers are numbers: \`"9"\` is rejected.
- A survey with the status \`answered\` has a \`score\`, a \`comment\` with words, or both; with another status it has neither.
- Of a field named twice the last counts. Objects and lists lie at most ${MAX_DEPTH} deep.
- Fields that the contract does not know are left out. They are counted in the log, never named.
- The words of feedback are redacted before anything is stored (e-mail addresses, phone numbers, cards, bank accounts). Ids and
  \`customerId\` are kept as sent: let them be opaque keys.

## The life of a survey

Each step is a message of its own with the same \`source\` and \`id\`: \`invited\` when the survey goes out, then \`answered\` or \`bounced\`.
**Post the invitations.** Who was asked and kept silent is what the corrected score is made of; answers alone cannot tell it.

\`held\` stands in the place of \`invited\` where a customer would have been asked and was not, because a complaint of theirs is still open.
It counts as asked and silent. Left out, holding surveys back would make the score look better than it is.
[holds.md](holds.md) tells how to know whom not to ask.

## Twice, late, corrected, withdrawn

- **Twice**: the same \`kind\`, \`source\`, \`id\` and survey \`status\` is the same feedback, however often it arrives. Post again whenever in doubt.
- **Late**: order does not matter. Everything is worked out by \`occurredAt\`.
- **Corrected**: post the whole message again with a higher \`revision\`. The highest wins, also where it arrives first. Without a higher
  revision, two messages of one name that differ are settled by their content, the same way every time but not by time.
- **Withdrawn**: post \`"retracted": true\` with \`kind\`, \`source\`, \`id\`, \`occurredAt\`, for a survey the \`status\` (\`answered\` if left out), and a
  \`revision\` not below that of what is withdrawn. Other fields may be repeated and are not looked at. A correction with a yet higher revision
  brings the feedback back.

## History

For feedback that is loaded late, set the SQS message attribute \`${BACKFILL}\` (type String) to \`true\`. It is not a field of the body.
History is checked, kept and scored like any other feedback, but it is folded only when the clock comes to it, so that it raises nothing on arrival:

\`\`\`sh
aws sqs send-message --queue-url "$REVIEWS_QUEUE_URL" --message-body file://docs/contract/examples/review.json \\
  --message-attributes '{"${BACKFILL}": {"DataType": "String", "StringValue": "true"}}'
\`\`\`

## What becomes of a broken message

It is rejected alone: the others of its batch are taken. The queue is told that it is done with, so a broken message is never delivered again
and never blocks. What remains for 14 days is a record with the queue, the queue's message id (the \`MessageId\` that sending returned), your
\`source\`, the size, the times and the reasons, and the body itself, encrypted so that only the operator's redrive role reads it; the log has the
event \`message.rejected\` with the same id and the first reason, and nothing that the message says.
Mend the message and post it again; there is nothing to clean up. Or let the operator of the deployment send it again, as it was or mended, with
\`npm run rejects\`. [rejections.md](rejections.md) explains every code.

The dead-letter queues hold what failed through a fault of ours. They are not for you to read.

## What comes back

What becomes of feedback is told on an event bus: actions with their owners and deadlines, and which customers are not to be asked.
[events.md](events.md) tells how to take it. Who wants to know how things stand asks: [api.md](api.md).

## The other files

What the product writes, and the files that it reads besides messages: \`owners.json\`, \`themes.json\` and \`hearing-rates.json\`. Readers should let fields pass that they do not know.
A schema cannot say all of \`owners.json\`, such as that the last rule is the fallback; \`npx cdk synth\` checks the rest.

${files}
`;
};
