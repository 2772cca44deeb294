import { describe, expect, it } from 'vitest';
import type { Action } from '../../../functions/domain/actions/action.ts';
import { triageTouchpoint } from '../../../functions/domain/actions/triage-touchpoint.ts';
import { ActionDetail, Words } from '../../../functions/domain/analysts/answers.ts';
import { type Fact, factSortKey } from '../../../functions/domain/message/fact.ts';
import { nothingSaid } from '../../../functions/domain/touchpoints/said.ts';
import type { Voices } from '../../../functions/domain/touchpoints/voices.ts';
import { answerAction } from '../../../functions/serve-analysts/action-detail.ts';
import { complains, gap, invited, march, owners, replies, textFact, words } from '../../builders.ts';
import { catchConsole } from '../../runtime/console-lines.ts';
import { answerOf, asking, bearing, problemIn, serving } from './asking.ts';
import { toldStories } from './told-stories.ts';

catchConsole();

const story = [
  complains(march(2, '18:30'), { interactionId: 'order-1' }),
  replies(march(2, '18:45'), 'hollow', { interactionId: 'order-1' }),
  textFact({
    id: 'n-1',
    occurredAt: march(2, '19:00'),
    interactionId: 'order-1',
    channel: 'frontline',
    body: 'The van broke down.',
  }),
  invited(march(3, '09:00')),
];
const [complaint, hollow, note] = story.map(({ id }) => id);
const another = complains(march(4), {
  id: 't-9',
  touchpoint: 'billing',
  interactionId: 'order-2',
  body: words.complaint,
});

const told = async (facts: readonly Fact[] = story) => {
  const { store, deps } = await toldStories(facts);
  const serve = serving(answerAction(deps), { now: () => march(20) });
  const action = store.allActions.find(({ touchpoint }) => touchpoint === 'delivery') as Action;
  return {
    store,
    deps,
    action,
    detail: async (id = action.id): Promise<ActionDetail> =>
      ActionDetail.parse(
        answerOf('action', await serve(asking('action', { path: { id }, authorizer: bearing('reader') }))),
      ),
    ask: (route: 'action' | 'actionWords', id: string, authorizer: unknown = bearing('lead')) =>
      serve(asking(route, { path: { id }, authorizer })),
  };
};

describe('an action', () => {
  it('is told with its gaps, why they are, its history and its story', async () => {
    const { detail, action } = await told();
    const answer = await detail();
    expect(answer).toMatchObject({ id: action.id, kind: 'recover', version: action.version, labels: [] });
    expect(answer.gaps.map(({ kind, state }) => `${kind} ${state}`).sort()).toEqual([
      'unanswered open',
      'unheard open',
    ]);
    expect(answer.why?.themes).toEqual(['waiting', 'food']);
    expect(answer.history).toMatchObject([{ version: 1, type: 'raised', by: 'triage' }]);
    expect(answer.moments.map(({ kind }) => kind)).toEqual([
      'complaint',
      'reply',
      'note',
      'invitation',
      'gap',
      'gap',
      'silence',
      'gap',
      'action',
    ]);
  });

  it('holds none of the words', async () => {
    const { detail } = await told();
    const answer = JSON.stringify(await detail());
    for (const text of [words.complaint, words.hollow, 'van broke']) expect(answer).not.toContain(text);
  });

  it('leaves out what the customer complains of besides', async () => {
    const { detail } = await told([...story, another]);
    const facts = (await detail()).moments.flatMap(({ fact }) => fact ?? []);
    expect(facts).toEqual(story.map(({ id }) => id));
  });

  it('is told with what people said of it, what it came to, and how far up it was carried', async () => {
    const { detail, store, action } = await told();
    const label = { label: 'wrong-gap', at: march(6), by: 'kim' } as const;
    const levels = owners.teams[action.owner.team]?.escalation.length ?? 0;
    const carried = { ...action, labels: [label], outcome: 'as before', escalation: { level: 0, at: march(7) } };
    store.kept.actions.set(action.id, carried);
    expect(await detail()).toMatchObject({ labels: [label], outcome: 'as before', escalatedTo: 1 });
    store.kept.actions.set(action.id, { ...carried, escalation: { level: levels + 5, at: march(7) } });
    expect((await detail()).escalatedTo).toBe(Math.max(1, levels));
  });

  it('is told with its gaps and its history where nothing is heard of the customer any more', async () => {
    const { detail, store } = await told();
    store.stories.in('customer#ada').clear();
    const answer = await detail();
    expect(answer.gaps).toHaveLength(2);
    expect(new Set(answer.moments.map(({ kind }) => kind))).toEqual(new Set(['gap', 'action']));
  });

  it('that is not there is not found, nor are its words', async () => {
    const { ask } = await told();
    for (const route of ['action', 'actionWords'] as const) {
      expect(problemIn(await ask(route, 'recover-none'))).toMatchObject({ code: 'not-found', status: 404 });
    }
  });
});

describe('what was written in the story of an action', () => {
  it('is told whole, by fact, in time: by the customer, by us, by staff', async () => {
    const { ask, action } = await told();
    const { words: written } = Words.parse(answerOf('actionWords', await ask('actionWords', action.id)));
    expect(written).toEqual([
      { fact: complaint, text: words.complaint },
      { fact: hollow, text: words.hollow },
      { fact: note, text: 'The van broke down.' },
    ]);
  });

  it.each([
    ['the owner', 'owner', true],
    ['an owner of another team', 'owner', false],
    ['a lead', 'lead', true],
    ['who reads stories', 'privacy', true],
  ])('may be read by %s: %s, %s', async (_who, role, isTheirs) => {
    const { ask, action } = await told();
    const team = isTheirs ? action.owner.team : 'Nobody';
    const response = await ask('actionWords', action.id, bearing(role, team));
    if (isTheirs) expect(answerOf('actionWords', response)).toBeDefined();
    else expect(problemIn(response)).toMatchObject({ code: 'not-allowed', status: 403 });
  });

  it('may be read neither by readers nor by an owner of no team', async () => {
    const { ask, action } = await told();
    for (const who of [bearing('reader'), bearing('owner'), bearing('reader', action.owner.team)]) {
      expect(problemIn(await ask('actionWords', action.id, who))).toMatchObject({ code: 'not-allowed' });
    }
  });
});

describe('an action of a touchpoint', () => {
  const cell = { touchpoint: 'delivery', location: 'millfield' };
  const plain = complains(march(2), { id: 't-1', customerId: 'ada' });
  const personal = complains(march(3), {
    id: 't-2',
    customerId: 'bo',
    body: 'Late. I live at 12 Mill Lane, it is a shame.',
  });
  const elsewhere = complains(march(4), { id: 't-3', customerId: 'cy' });
  const refOf = (fact: Fact) => ({ speaker: `hash-of-${fact.message.customerId}`, fact: factSortKey(fact) });
  const voices: Voices = {
    ...cell,
    asOf: march(5),
    window: { since: march(1), from: '2026-03-01', to: '2026-03-05' },
    said: {
      ...nothingSaid(),
      complaints: 3,
      complaining: [elsewhere, personal, plain].map((fact) => ({ ...refOf(fact), order: fact.id })),
    },
    weeks: [],
  };

  const raised = async () => {
    const made = await told([plain, personal, elsewhere]);
    const corner = gap({
      id: 'dark-corner-1',
      kind: 'dark-corner',
      scope: 'cell',
      ...cell,
      customerId: undefined,
      matterId: undefined,
      facts: [plain.id, personal.id],
    });
    await made.store.actions.putGap(corner, '1');
    const triage = triageTouchpoint([corner], undefined, owners, march(5));
    if (!triage) throw new TypeError('nothing raised');
    await made.store.actions.putAction(triage.action, undefined);
    await made.store.touchpoints.putVoices(cell, voices, march(5));
    return { ...made, fix: triage.action };
  };

  it('tells only what became of gap and action', async () => {
    const { detail, fix } = await raised();
    expect((await detail(fix.id)).moments.map(({ kind }) => kind)).toEqual(['gap', 'action']);
  });

  it('has those words of its evidence that could be quoted', async () => {
    const { ask, fix } = await raised();
    expect(answerOf('actionWords', await ask('actionWords', fix.id))).toEqual({
      words: [{ fact: plain.id, text: words.complaint }],
    });
  });
});
