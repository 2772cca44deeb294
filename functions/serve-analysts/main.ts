import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { Actions } from '../adapters/actions.ts';
import { Annotations } from '../adapters/annotations.ts';
import { impatient } from '../adapters/client-config.ts';
import { CustomerHash } from '../adapters/customer-hash.ts';
import { readOwners } from '../adapters/deployed/owners.ts';
import { themesWhenNeeded } from '../adapters/deployed/themes.ts';
import { DeploymentSecret } from '../adapters/deployment-secret.ts';
import { DynamoTable } from '../adapters/dynamo-table.ts';
import { Erasures } from '../adapters/erasures.ts';
import { EventBus } from '../adapters/event-bus.ts';
import { StoredFacts } from '../adapters/facts.ts';
import { GuestDays } from '../adapters/guest-days.ts';
import { Holds } from '../adapters/holds.ts';
import { Outbox } from '../adapters/outbox.ts';
import { ActionPages } from '../adapters/pages/action-pages.ts';
import { GapPages } from '../adapters/pages/gap-pages.ts';
import { TouchpointPages } from '../adapters/pages/touchpoint-pages.ts';
import { Quotes } from '../adapters/quotes.ts';
import { Stories } from '../adapters/stories.ts';
import { Touchpoints } from '../adapters/touchpoints.ts';
import { Weeks } from '../adapters/weeks.ts';
import { instantAt } from '../domain/instant.ts';
import { answerAction, makeActionDetail } from './action-detail.ts';
import { answerAnnotations } from './annotations.ts';
import { answerChanges } from './change-action.ts';
import { Env } from './env.ts';
import { answerErasures } from './erasures.ts';
import { makeHandler } from './handler.ts';
import { answerActions } from './lists/actions.ts';
import { answerGaps } from './lists/gaps.ts';
import { answerHolds } from './lists/holds.ts';
import { answerTouchpoints } from './lists/touchpoints.ts';
import { answerMe } from './me.ts';
import { answerStory } from './story.ts';
import { answerTouchpoint } from './touchpoint-detail.ts';
import { answerWeek } from './week.ts';

const env = Env.parse(process.env);
const client = new DynamoDBClient(impatient);
const state = new DynamoTable(client, env.STATE_TABLE);
const erasures = new DynamoTable(client, env.ERASURES_TABLE);
const outbox = new Outbox(state, new EventBus(new EventBridgeClient(impatient), env.EVENT_BUS_NAME));
const owners = readOwners(import.meta.url);
const facts = new StoredFacts(new DynamoTable(client, env.FACTS_TABLE));
const actions = new Actions(state, outbox);
const touchpoints = new Touchpoints(state);
const gaps = new GapPages(state);
const holds = new Holds(state);
const annotations = new Annotations(state);
const cursors = new DeploymentSecret(erasures, 'cursor-key');
const secret = () => cursors.value();

const stored = {
  owners,
  taxonomy: themesWhenNeeded(import.meta.url),
  facts,
  guestDays: new GuestDays(state),
  stories: new Stories(state),
  holds,
  actions,
  touchpoints,
  gaps,
  annotations,
  quotes: new Quotes(facts, touchpoints),
};

export const handler = makeHandler({
  signIn: { kind: env.SIGN_IN, rolesClaim: env.ROLES_CLAIM, teamClaim: env.TEAM_CLAIM, nameClaim: env.NAME_CLAIM },
  now: () => instantAt(Date.now()),
  answering: {
    ...answerMe(owners),
    ...answerActions({ secret, actions: new ActionPages(state), gaps }),
    ...answerAction(stored),
    ...answerChanges({ owners, actions, actionDetail: makeActionDetail(stored) }),
    ...answerTouchpoints({ secret, touchpoints: new TouchpointPages(state) }),
    ...answerTouchpoint(stored),
    ...answerGaps({ secret, gaps }),
    ...answerWeek({ owners, weeks: new Weeks(state) }),
    ...answerAnnotations({ annotations }),
    ...answerHolds({ secret, holds }),
    ...answerStory(stored),
    ...answerErasures({ erasures: new Erasures(erasures, new CustomerHash(erasures)) }),
  },
});
