import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DeniedError } from '../../../lib/local/iam/denial.ts';
import type { Policies } from '../../../lib/local/iam/policies.ts';
import { covers, type Grant, grantsOf, told, without } from './grants.ts';
import { openStage, play, type Stage } from './scenario.ts';

let stage: Stage;
let granted: Policies;

beforeAll(async () => {
  stage = await openStage();
  granted = stage.cloud.policies;
});
afterAll(() => stage.stop());

const played = (): Promise<unknown> =>
  play(stage).then(
    () => undefined,
    (error: unknown) => error,
  );

/** What plays out when one grant lacks; afterwards the stack is as it was. */
const playedWithout = async (grant: Grant): Promise<unknown> => {
  stage.cloud.exchangePolicies(without(granted, grant));
  let end = await played();
  if (end === undefined) {
    // Some calls are made only when an instance starts: its log, and what it reads once.
    await stage.clear();
    stage.cloud.renewFunctions();
    end = await played();
  }
  stage.cloud.exchangePolicies(granted);
  await stage.clear();
  return end;
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
    timeout: 120_000,
  }, async () => {
    const grants = grantsOf(granted);
    expect(grants.length).toBeGreaterThan(40);
    const wrong: string[] = [];
    for (const grant of grants) {
      const end = await playedWithout(grant);
      const denial = end instanceof DeniedError ? end.denial : undefined;
      const named =
        denial?.caller.role === grant.role &&
        covers(grant, { role: grant.role, action: denial.action, resource: denial.resource }) &&
        [denial.caller.name, denial.action, denial.resource].every((name) => String(end).includes(name));
      if (!named) wrong.push(`${told(grant)}: ${end === undefined ? 'the run did not notice' : String(end)}`);
    }
    expect(wrong).toEqual([]);
    await play(stage);
  });
});
