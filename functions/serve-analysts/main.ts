import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { impatient } from '../adapters/client-config.ts';
import { readOwners } from '../adapters/deployed/owners.ts';
import { DeploymentSecret } from '../adapters/deployment-secret.ts';
import { DynamoTable } from '../adapters/dynamo-table.ts';
import { Holds } from '../adapters/holds.ts';
import { ActionPages } from '../adapters/pages/action-pages.ts';
import { GapPages } from '../adapters/pages/gap-pages.ts';
import { TouchpointPages } from '../adapters/pages/touchpoint-pages.ts';
import { Weeks } from '../adapters/weeks.ts';
import type { RouteName } from '../domain/analysts/paths.ts';
import { instantAt } from '../domain/instant.ts';
import type { Answering } from './answering.ts';
import { Env } from './env.ts';
import { makeHandler } from './handler.ts';
import { answerActions } from './lists/actions.ts';
import { answerGaps } from './lists/gaps.ts';
import { answerHolds } from './lists/holds.ts';
import { answerTouchpoints } from './lists/touchpoints.ts';
import { answerMe } from './me.ts';
import { answerWeek } from './week.ts';

const env = Env.parse(process.env);
const client = new DynamoDBClient(impatient);
const state = new DynamoTable(client, env.STATE_TABLE);
const erasures = new DynamoTable(client, env.ERASURES_TABLE);
const owners = readOwners(import.meta.url);
const cursors = new DeploymentSecret(erasures, 'cursor-key');
const secret = () => cursors.value();
const gaps = new GapPages(state);

export const handler = makeHandler({
  signIn: { kind: env.SIGN_IN, rolesClaim: env.ROLES_CLAIM, teamClaim: env.TEAM_CLAIM, nameClaim: env.NAME_CLAIM },
  now: () => instantAt(Date.now()),
  answering: {
    ...answerMe(owners),
    ...answerActions({ secret, actions: new ActionPages(state), gaps }),
    ...answerGaps({ secret, gaps }),
    ...answerTouchpoints({ secret, touchpoints: new TouchpointPages(state) }),
    ...answerHolds({ secret, holds: new Holds(state) }),
    ...answerWeek({ owners, weeks: new Weeks(state) }),
  } as Partial<Answering<RouteName>> as Answering<RouteName>,
});
