import { HOLD_SHARDS, MOST_CHECKED, RELEASED_KEPT_DAYS } from '../../functions/adapters/holds.ts';
import { DAY, HOUR } from '../../functions/domain/instant.ts';
import { MATTERS_TOLD } from '../../functions/domain/story/hold.ts';
import { CLOCKS_DIFFER } from '../../functions/domain/story/look.ts';
import { MATTER_LASTS } from '../../functions/domain/story/matters.ts';
import { table } from './markdown.ts';

/**
 * What both pages say of how long to remember a sequence. As long as the hold itself would be too long for who heard of its
 * release late; queues keep events, dead ones included, for no longer than two weeks.
 */
export const FORGET_HOLDS = `Forget a released customer's sequence 30 days after you heard of
the release: a repeat comes no later, and whoever remembers it longer may pass over the first event of a new hold. A \`hold.placed\` whose \`at\`
is later than that of the last event you took of its subject always counts, whatever its sequence.`;

const events = table(
  ['event', 'when', 'what to do'],
  [
    ['`hold.placed`', 'a customer complains about whom nothing was open', 'send no survey'],
    ['`hold.extended`', 'they complain again, or one of several matters is put right', 'take the new `until`'],
    ['`hold.released`', 'the remedy came, the complaint was withdrawn, or the time is up', 'ask again'],
  ],
);

const policy = {
  Version: '2012-10-17',
  Statement: [
    {
      Effect: 'Allow',
      Action: 'dynamodb:BatchGetItem',
      Resource: 'arn of the table StateTableName',
      Condition: { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': ['hold#*'] } },
    },
    {
      Effect: 'Allow',
      Action: 'dynamodb:Query',
      Resource: 'the same arn, followed by /index/changes',
      Condition: { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': ['hold#*'] } },
    },
  ],
};

/** `holds.md`: how a system that sends surveys knows whom not to ask. */
export const holdsPage = (): string => `# Whom not to send a survey

Whoever has complained and has got no remedy yet is not to be asked how likely they are to recommend you. Their surveys are on hold
from the first complaint that is still open until the remedy, or until ${MATTER_LASTS / DAY} days have passed since the last complaint. Each thing
that they complained of counts until its own remedy, and a hold ends by itself.

Not every word of discontent holds a customer back:

- A complaint in the comment of a survey answer opens nothing: its score already speaks. It joins what the customer complained of elsewhere
  and is still open, and makes that hold longer.
- A text of which it is not sure whether it complains holds nobody, unless our reply apologises or puts something right.
- Texts are heard by their words and by their sentiment. Where a sentiment is still to come (a language that cannot be scored, the day's
  units are spent, the scorer is out), the words alone must show the complaint; if they do not, the hold comes with the sentiment, or never.

A hold is placed within seconds of a text, also where the sender's clock is up to ${CLOCKS_DIFFER / (HOUR / 60)} minutes ahead. What lies further ahead counts when
its time has come, by the next quarter of an hour.

\`customerId\` is the key that you post with the feedback. Feedback without one holds nobody, nor does a key with more than 200 messages a
day: it is shared by many.

## Before you send: check

The surest way, and the simplest: ask about a batch of customers right before you send to them.

\`\`\`sh
npm run holds -- check - --json --outputs outputs.json < customer-ids.txt
\`\`\`

answers each id with a line of [holds.schema.json](holds.schema.json), in the order asked:

\`\`\`json
{"customerId":"c-1041","held":true,"since":"2026-03-02T18:30:00.000Z","until":"2026-05-01T18:30:00.000Z","matterIds":["matter-Zp1dQx8mT0yK3bVw7cRj2A"]}
{"customerId":"c-1042","held":false}
\`\`\`

An id that the input gives with a blank or a quotation mark at an end, as exports do, is not asked about: it is told on the error output, and the
command ends with 1. Send to nobody who was not answered.

The command asks about ${MOST_CHECKED} at a time. A system of its own reads the same from the table \`StateTableName\` of the stack's outputs: \`BatchGetItem\`
with the keys \`pk\` = \`hold#\` and the customer id, \`sk\` = \`hold\`, 100 a call, \`ConsistentRead\`. **A customer is held where there is an item,
its \`matterIds\` are not empty, and its \`until\` lies ahead.** \`customerId\`, \`since\`, \`until\` and \`matterIds\` are for you to read; what else the
item has may change.

## As it happens: events

${events}

All three tell \`customerId\`, \`since\`, \`until\` and \`matterIds\`, whole: the latest alone is enough. \`matterIds\` are the ${MATTERS_TOLD} matters
that began last; \`since\` and \`until\` are of all. Events come at least once. Their subject is \`hold#\` and the customer id; \`sequence\` counts them
from 1, so that one not above what you have seen is old. What is not released when you last heard of it ends at its \`until\` all the same.

A released hold is forgotten after ${RELEASED_KEPT_DAYS} days, and the next counts from 1 again. ${FORGET_HOLDS}

## Now and then: what has changed

\`\`\`sh
npm run holds -- list --all --since 2026-03-05T09:55:00Z --json
\`\`\`

lists holds and releases in the order in which they were last written. Begin each list five minutes before the one before was begun, and know
by \`version\` and \`changedAt\` what you have seen: the index is a second or so late. Whoever stays away for more than ${RELEASED_KEPT_DAYS} days misses releases; then
list all that are held (\`list\` without \`--since\`) and forget the others. In a system of your own: \`Query\` on the index \`changes\`,
\`changePartition\` = \`hold#0\` to \`hold#${HOLD_SHARDS - 1}\`, \`changedAt\` > the time.

Rights for both ways of reading:

\`\`\`json
${JSON.stringify(policy, null, 2)}
\`\`\`

## Whom you did not ask: post \`held\`

Where a hold keeps you from sending a survey, post the survey all the same, with the status \`held\` in the place of \`invited\`
([an example](examples/survey-held.json)). It counts as asked and silent. Surveys that are only left out would make the score look better the more
customers complain: those who are held are the unhappy ones.

A hold does not take back an invitation that is out. A complaint that comes between your check and the survey is seen as what it is: a customer who
complained and was asked for a score.
`;
