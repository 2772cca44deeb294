import { RELEASED_KEPT_DAYS } from '../../../functions/adapters/holds.ts';
import { EVENT_SOURCE, type ProductEvent } from '../../../functions/domain/events/event.ts';
import { FORGET_HOLDS } from '../holds-page.ts';
import { code, table } from '../markdown.ts';
import { exampleEvents } from './examples.ts';
import { eventMeanings } from './meanings.ts';

const types = table(
  ['type', 'told when', 'schema', 'example'],
  Object.entries(eventMeanings).map(([type, meaning]) => [
    code(type),
    meaning,
    `[schema](events/${type}.schema.json)`,
    `[example](events/examples/${type}.json)`,
  ]),
);

/** An event as rules bring it to their targets. */
const enveloped = (event: ProductEvent): string =>
  JSON.stringify(
    {
      version: '0',
      id: '6a7e8feb-b491-4cf7-a9f1-bf3703467718',
      'detail-type': event.type,
      source: EVENT_SOURCE,
      account: '111122223333',
      time: event.at.replace(/\.\d+Z$/, 'Z'),
      region: 'eu-central-1',
      resources: [],
      detail: event,
    },
    null,
    2,
  );

/** What makes a consumer of the events of holds; a shell runs it as it stands. */
const ownQueue = `queue_url=$(aws sqs create-queue --queue-name holds-to-survey-tool --query QueueUrl --output text)
queue=$(aws sqs get-queue-attributes --queue-url "$queue_url" --attribute-names QueueArn --query Attributes.QueueArn --output text)
rule=$(aws events put-rule --event-bus-name "$EVENT_BUS_NAME" --name holds-to-survey-tool \\
  --event-pattern '{"source": ["${EVENT_SOURCE}"], "detail-type": ["hold.placed", "hold.extended", "hold.released"]}' \\
  --query RuleArn --output text)
policy='{"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"Service": "events.amazonaws.com"},
  "Action": "sqs:SendMessage", "Resource": "'$queue'", "Condition": {"ArnEquals": {"aws:SourceArn": "'$rule'"}}}]}'
aws sqs set-queue-attributes --queue-url "$queue_url" \\
  --attributes "{\\"Policy\\": \\"$(printf '%s' "$policy" | tr -d '\\n' | sed 's/"/\\\\"/g')\\"}"
aws events put-targets --event-bus-name "$EVENT_BUS_NAME" --rule holds-to-survey-tool --targets "Id=queue,Arn=$queue"`;

const reading = `aws sqs receive-message --queue-url "$EVENTS_QUEUE_URL" --max-number-of-messages 10 --wait-time-seconds 20
aws sqs delete-message --queue-url "$EVENTS_QUEUE_URL" --receipt-handle "$RECEIPT_HANDLE" # of each, once it is dealt with`;

/** `events.md`: what is told, as those who act on it need to know it. */
export const eventsPage = (): string => `# Taking events from Dark Corners

What becomes of actions, survey holds and digests is told on an Amazon EventBridge bus, so that a help desk, a chat or a survey tool
acts on it without asking. Like everything in this folder this page and the schemas are generated from the code: \`npm run contract\`.

## In one minute

Take a queue of your own, a rule on the bus (output \`EventBusName\`) that asks for what you want of us, and the queue's policy that lets in
this rule and nobody else. A rule alone brings nothing: the last line makes the queue its target.

\`\`\`sh
${ownQueue}
\`\`\`

Or read the queue of everything (output \`EventsQueueUrl\`; needs \`sqs:ReceiveMessage\` and \`sqs:DeleteMessage\` on it). It keeps events for
four days and has one reader: two that share it get half each, so that a second one takes a rule and a queue of its own.

Either queue is read in two steps. Delete a message when you have done with it what you wanted, and not before: what you do not delete comes
again (here after six minutes), and after a hundred times it lies among our dead letters, where it raises an alarm.

\`\`\`sh
${reading}
\`\`\`

On one machine \`npm start\` serves both: a stand-in for EventBridge, on which rules come from the template alone, and the queue. What was put
on it is in \`events.jsonl\` beside the state, an event a line; \`npm run triage\` writes \`events.jsonl\` beside its results.

## What is told

${types}

[holds.md](holds.md) is about holds alone: for who sends surveys, checking right before is surer than listening.

Nothing in an event is in a customer's words. \`customerId\` is the key that upstream posted; \`reason\` is what one of your people wrote, redacted.
What an action rests on is not in its events: read the action.

## The envelope

EventBridge's own. \`detail-type\` is the type, \`detail\` what the schemas describe, \`time\` when it happened, to the second:

\`\`\`json
${enveloped(exampleEvents['hold.placed'])}
\`\`\`

\`id\` is the bus's, another each time that an event is told again. What tells events apart is \`detail.subject\` and \`detail.sequence\`.

## In sequence, at least once

- \`subject\` is what an event is about: the id of an action, \`hold#\` and the customer's key, a digest, a week. \`sequence\` counts the
  events of a subject: 1, 2, 3. An action's is also its version.
- **Twice.** An event is told until we know that it was taken, and so may come again, the same in every field. Remember the highest
  sequence of each subject, and pass over what is not above it.
- **Out of turn.** We give the bus no event before those of its subject that come before it; the bus and a standard queue promise no order.
  Each event holds the whole of its subject as it then stood, so that the highest sequence is all you need to know how things are. An
  earlier one that comes after it is passed over, as above.
- **A gap.** Where you must not miss a step between (who was reminded, when), wait for the sequence that is missing: a minute
  will do nearly always, a quarter of an hour where the bus was out. What is still missing then lies among the dead letters of the queue, or of yours.
- **Late.** \`at\` is when it happened. Events of a backfill are of the time at which its actions were raised.
- **Again from 1.** The hold of a customer about whom nothing was open for ${RELEASED_KEPT_DAYS} days is forgotten, and the next begins with sequence 1
  again. ${FORGET_HOLDS.replaceAll('\n', '\n  ')}

An event is written in one step with what it tells of, and stays there until the bus has taken it ([why](../decisions/027-events-and-the-outbox.md)): no
change goes untold, and none is told that did not happen. What the bus has taken is its to bring: events that came while somebody had deleted
the bus, or disabled or deleted a rule, are lost to that rule's reader, who then asks anew: \`npm run actions -- list --since TIME\` ([actions](../actions.md)),
\`npm run holds -- list\` ([holds](holds.md)).

## Versions

\`version\` is that of an event's form. Within a version fields may be added, and types beside these: let pass what you do not know. A form
that takes something away or gives it another meaning has the next version.
`;
