import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Denial } from '../../../lib/local/iam/denial.ts';
import type { Policies } from '../../../lib/local/iam/policies.ts';
import { covers, type Grant, grantsOf, told, without } from './grants.ts';
import { play, questions, steps } from './scenario.ts';
import { openStage, type Stage } from './stage.ts';

let stage: Stage;
let granted: Policies;

beforeAll(async () => {
  stage = await openStage();
  granted = stage.cloud.policies;
});
afterAll(() => stage.stop());

/** Plays the story; tells what it ended with, in words, with those of what caused it. Nothing where all went well. */
const played = async (only: typeof steps): Promise<string | undefined> => {
  try {
    await play(stage, only);
    return undefined;
  } catch (error) {
    const words: string[] = [];
    for (let one = error; one instanceof Error; one = one.cause) words.push(one.message);
    return words.join(' / ');
  }
};

/** What plays out when one grant lacks; afterwards the stack is as it was. */
const playedWithout = async (grant: Grant) => {
  stage.cloud.exchangePolicies(without(granted, grant));
  // What is asked is answered from what was played before.
  const only = grant.role.startsWith('AnalystsServe') ? questions : steps;
  let end = await played(only);
  if (end === undefined) {
    // Some calls are made only when an instance starts: its log, and what it reads once.
    await stage.clear();
    stage.cloud.renewFunctions();
    end = await played(only);
  }
  const [denial] = stage.cloud.denials;
  stage.cloud.exchangePolicies(granted);
  await stage.clear();
  return { end, denial };
};

/** Whether a run's end names who called what on what, and that is what the grant was for. */
const names = (end: string, denial: Denial | undefined, grant: Grant): boolean => {
  if (!denial) return false;
  const { caller, action, resource } = denial;
  const missed = caller.role !== undefined && covers(grant, { role: caller.role, action, resource });
  return missed && [caller.name, action, resource].every((name) => end.includes(name));
};

describe('the grants of the stack', () => {
  test('are exactly the calls it makes', async () => {
    await play(stage);
    const [grants, calls] = [grantsOf(granted), stage.cloud.calls()];
    expect({
      denied: stage.cloud.denials.map(({ message }) => message),
      'granted and never called': grants.filter((grant) => !calls.some((call) => covers(grant, call))).map(told),
      'called and not granted': calls.filter((call) => !grants.some((grant) => covers(grant, call))).map(told),
      'granted twice': grants.map(told).filter((grant, i, all) => all.indexOf(grant) !== i),
    }).toEqual({ denied: [], 'granted and never called': [], 'called and not granted': [], 'granted twice': [] });
    await stage.clear();
  });

  test('are each missed: without any one the run fails, naming who, what and on what', {
    timeout: 780_000,
  }, async () => {
    const grants = grantsOf(granted);
    expect(grants.length).toBeGreaterThan(40);
    const wrong: string[] = [];
    for (const grant of grants) {
      const { end, denial } = await playedWithout(grant);
      if (end === undefined) wrong.push(`${told(grant)}: the run did not notice`);
      else if (!names(end, denial, grant)) wrong.push(`${told(grant)}: the run ended with "${end}"`);
    }
    expect(wrong).toEqual([]);
    await play(stage);
  });
});
