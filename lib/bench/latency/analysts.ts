import { Actions } from '../../../functions/adapters/actions.ts';
import { DeploymentSecret } from '../../../functions/adapters/deployment-secret.ts';
import type { DynamoTable } from '../../../functions/adapters/dynamo-table.ts';
import { StoredFacts } from '../../../functions/adapters/facts.ts';
import { GuestDays } from '../../../functions/adapters/guest-days.ts';
import { Outbox } from '../../../functions/adapters/outbox.ts';
import { ActionPages } from '../../../functions/adapters/pages/action-pages.ts';
import { GapPages } from '../../../functions/adapters/pages/gap-pages.ts';
import { Touchpoints } from '../../../functions/adapters/touchpoints.ts';
import type { Owners } from '../../../functions/domain/actions/owners.ts';
import type { RouteName } from '../../../functions/domain/analysts/paths.ts';
import { routeKeyOf, routes } from '../../../functions/domain/analysts/routes.ts';
import type { Taxonomy } from '../../../functions/domain/why/taxonomy.ts';
import { answerAction, makeActionDetail } from '../../../functions/serve-analysts/action-detail.ts';
import type { Answering } from '../../../functions/serve-analysts/answering.ts';
import { answerChanges } from '../../../functions/serve-analysts/change-action.ts';
import { makeHandler } from '../../../functions/serve-analysts/handler.ts';
import type { Request } from '../../../functions/serve-analysts/http/request.ts';
import { answerActions } from '../../../functions/serve-analysts/lists/actions.ts';
import { CountingBus } from '../counting-bus.ts';
import { NOW } from './stories.ts';

/** What serve-analysts reads and writes. */
export interface Tables {
  facts: DynamoTable;
  state: DynamoTable;
  erasures: DynamoTable;
}

/** Files that lie beside the function. */
export interface Files {
  owners: Owners;
  taxonomy: Taxonomy;
}

/** What somebody asks. */
export interface Asked {
  route: RouteName;
  query?: string;
  path?: Record<string, string>;
  body?: unknown;
}

/** The event that API Gateway makes of it, from a user of IAM. */
const eventOf = ({ route, query = '', path, body }: Asked): Request => ({
  routeKey: routeKeyOf(routes[route]),
  rawQueryString: query,
  headers: { 'content-type': 'application/json' },
  ...(path && { pathParameters: path }),
  ...(body !== undefined && { body: JSON.stringify(body) }),
  isBase64Encoded: false,
  requestContext: {
    requestId: 'JKJaXmPLvHcESHA=',
    authorizer: { iam: { userArn: 'arn:aws:iam::111122223333:user/analyst' } },
  },
});

/** Answers with the text that would go out. */
export type Ask = (asked: Asked) => Promise<string>;

/**
 * Those routes of serve-analysts that read or change stored actions, as they are deployed but for tables and clock.
 *
 * @throws RangeError where the answer is no success
 */
export const askOf = ({ facts, state, erasures }: Tables, { owners, taxonomy }: Files): Ask => {
  const cursors = new DeploymentSecret(erasures, 'cursor-key');
  const actions = new Actions(state, new Outbox(state, new CountingBus()));
  const gaps = new GapPages(state);
  const reading = {
    owners,
    taxonomy: () => taxonomy,
    actions,
    facts: new StoredFacts(facts),
    guestDays: new GuestDays(state),
    touchpoints: new Touchpoints(state),
  };
  const answering: Partial<Answering<RouteName>> = {
    ...answerActions({ secret: () => cursors.value(), actions: new ActionPages(state), gaps }),
    ...answerAction(reading),
    ...answerChanges({ owners, actions, actionDetail: makeActionDetail(reading) }),
  };
  const handler = makeHandler({
    answering: answering as Answering<RouteName>,
    signIn: { kind: 'iam' },
    now: () => NOW,
  });
  return async (asked) => {
    const { statusCode, body = '' } = await handler(eventOf(asked));
    if (statusCode === routes[asked.route].status) return body;
    throw new RangeError(`${asked.route} ${asked.query ?? ''}: ${statusCode} ${body}`);
  };
};
