import {
  MOST_CUSTOMERS_CHECKED,
  MOST_ON_A_CSV_PAGE,
  MOST_ON_A_PAGE,
} from '../../../functions/domain/analysts/asked.ts';
import { Role } from '../../../functions/domain/analysts/caller.ts';
import type { RouteName } from '../../../functions/domain/analysts/paths.ts';
import { type Problem, problemCodes, problemMeanings } from '../../../functions/domain/analysts/problem.ts';
import { type Route, routes } from '../../../functions/domain/analysts/routes.ts';
import { code, table } from '../markdown.ts';
import { apiExamples } from './examples.ts';

const names = Object.keys(routes) as RouteName[];

const whoMay = ({ roles }: Route): string =>
  roles.length === Role.options.length ? 'all' : roles.map((role) => code(role)).join(' ');

const parametersOf = ({ query }: Route): string =>
  Object.entries(query?.shape ?? {})
    .filter(([name]) => name !== 'limit' && name !== 'cursor')
    .map(([name, schema]) => (schema.safeParse(undefined).success ? code(name) : `**${code(name)}**`))
    .join(' ');

const routeTable = table(
  ['route', 'what', 'parameters', 'for'],
  names.map((name) => {
    const route: Route = routes[name];
    return [code(`${route.method} ${route.path}`), route.summary, parametersOf(route), whoMay(route)];
  }),
);

const problemTable = table(
  ['code', 'status', 'the rule'],
  problemCodes.map((one) => [code(one), String(problemMeanings[one].status), problemMeanings[one].title]),
);

const filterTable = table(
  ['given', 'the index that is read', 'in the order of'],
  [
    ['`touchpoint`, and `location`', '`place`', '`openedAt`, the oldest first'],
    ['else `team`, and `dueBefore`', '`owner`', '`dueAt`, the first deadline first'],
    ['else `changedSince`', '`changes`', 'the last change, the longest unchanged first'],
    ['else `status`, and `priority`; without any of these, `open`', '`listing`', '`priority`, then `dueAt`'],
  ],
);

const conflict: Problem = {
  type: 'urn:dark-corners:problem:conflict',
  ...problemMeanings.conflict,
  code: 'conflict',
  detail: 'version 1 was seen, 2 is stored: acknowledged by kim@fennel-and-rye.example',
  fix: 'look at the action as it is now, and decide anew',
  version: 2,
  request: 'JKJaXmPLvHcESHA=',
};

const number = (value: number): string => value.toLocaleString('en-GB');

const json = (value: unknown): string => JSON.stringify(value, null, 2);

const signed = `awscurl --service execute-api --region "$AWS_REGION" "$ANALYSTS_URL/v1/actions?team=Delivery&status=open"`;
const withToken = `curl --fail-with-body -H "Authorization: Bearer $TOKEN" "$ANALYSTS_URL/v1/actions?team=Delivery&status=open"`;

const change = `curl --fail-with-body -H "Authorization: Bearer $TOKEN" -H 'Content-Type: application/json' \\
  --data '${JSON.stringify(apiExamples.changeAction.body)}' "$ANALYSTS_URL/v1/actions/$ACTION_ID/changes"`;

const wholeCsv = `cursor=
while :; do
  curl --fail --silent --show-error --get -H "Authorization: Bearer $TOKEN" --dump-header headers.txt \\
    --data-urlencode 'kind=unheard' \${cursor:+--data-urlencode "cursor=$cursor"} "$ANALYSTS_URL/v1/gaps.csv" >> gaps.csv || break
  cursor=$(sed -n 's/^[Nn]ext-[Cc]ursor: *//p' headers.txt | tr -d '\\r')
  [ -n "$cursor" ] || break
done`;

/** `api.md`: how analysts and their tools ask. */
export const apiPage = (): string => `# Asking Dark Corners

Everything that the page of analysts shows comes from an HTTP API, and anybody who is let in may ask it themselves. Like all in this folder this
text is generated from the code: \`npm run contract\`. [openapi.json](openapi.json) says the same for programs (OpenAPI 3.1), and is served
under \`/openapi.json\`.

## In one minute

The stack's output \`AnalystsUrl\` is the address. A deployment lets callers in by one of two ways:

- **IAM**, unless it was told otherwise: requests are signed (AWS Signature Version 4, service \`execute-api\`). What a caller may ask is
  what their policies let them invoke; the name that histories keep is that of the user, or of the role's session.

\`\`\`sh
${signed}
\`\`\`

- **Tokens** of an issuer of your own (settings \`jwtIssuer\` and \`jwtAudience\`). Roles are words in the claim \`roles\`, an owner's team is in
  \`team\`, the name in \`email\` or else \`sub\`; settings name other claims. A token that names no known role is let in nowhere.

\`\`\`sh
${withToken}
\`\`\`

Both answer the same:

\`\`\`json
${json({ actions: ['...'], next: 'eyJwayI6...' })}
\`\`\`

## Who may ask what

- \`reader\`: figures, gaps and actions, and the few words that are quoted with a touchpoint.
- \`owner\`: besides works off the actions of one team, and reads what their customers wrote.
- \`lead\`: works off the actions of all teams.
- \`privacy\`: customers' whole stories and their words, and has customers erased.

## The routes

${routeTable}

Parameters in bold must be given. \`limit\` and \`cursor\` go with every list: actions, touchpoints, gaps, holds, and their CSV.
A parameter that is not known, or is given twice, is refused: a filter that was misspelt would else be none.

## Which actions, in which order

One index is read, and its order is that of the list:

${filterTable}

\`kind\`, and what else is given beside the parameters of that row, filters what is read. A request reads 1,000 actions at most. So with a filter
that lets little pass a page may be short, or empty, and still have a \`next\`: go on until there is none. An owner who names none of
\`touchpoint\`, \`team\`, \`changedSince\` and \`status\` gets the actions of their own team. Lists are a second or so late; one action is not.

## Page by page

A list has ${MOST_ON_A_PAGE} entries a page at most, as CSV ${number(MOST_ON_A_CSV_PAGE)}. Where there may be more, the answer has \`next\` (of CSV the header \`next-cursor\`): give it as
\`cursor\`, with the same parameters otherwise; \`limit\` alone may change. A cursor is proven: one of another list, of other filters, or
that was not given out here is refused as \`invalid-cursor\`. It does not age.

What changes while you read may come twice or, where it moved ahead of your cursor, not at all. To follow what happens, ask with \`changedSince\`,
from five minutes before you began the last time: what changes moves to the end, and \`version\` tells what you have seen.

## CSV

Mark and head stand on the first page alone, so that pages set end to end are one file:

\`\`\`sh
${wholeCsv}
\`\`\`

No cell is a formula to a spreadsheet: what would be one has an apostrophe before it. Several values of a cell are parted by semicolons.

## Changing an action

\`POST /v1/actions/{id}/changes\` with what is to be done and the \`version\` that was seen. [The life of an action](../actions.md) says what
may follow what, and what needs a reason.

\`\`\`sh
${change}
\`\`\`

The answer is the action as it is then. Sent again, the same change is answered as before and made once, so that what got no answer can be sent
again. If somebody was faster, nothing is changed:

\`\`\`json
${json(conflict)}
\`\`\`

## Whom not to send a survey

\`POST /v1/holds/check\` answers for up to ${number(MOST_CUSTOMERS_CHECKED)} customers, in the order asked; \`GET /v1/holds\` lists what changed since. [holds.md](holds.md) tells what
to do with either.

## When a request comes to nothing

Whatever this API refuses is told as \`application/problem+json\` (RFC 9457): \`code\` for programs, \`detail\` and \`fix\` for people, \`request\` as
our log has it, and of a request that does not fit, each rule that it breaks in \`errors\`. Nothing in it is in a customer's words.

${problemTable}

\`unavailable\` has a \`retry-after\`. What API Gateway refuses itself has its own form, \`{"message": "Unauthorized"}\`: a missing, foreign or
expired token or signature (401, or 403 with IAM), a path that is no route (404), too many requests at once (429).

A request's body has 256 KB at most and the content type \`application/json\`. No answer may be kept (\`cache-control: no-store\`).
`;
