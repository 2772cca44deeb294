import type { FileProblem } from '../../file-problem.ts';
import { type Condition, conditions, isConditional, meets, type Rule, type When } from './file.ts';

/** OWNER-2: a rule that no action can ever reach, because those before it take all of its, is refused. */
export const idleRules = (rules: readonly Rule[]): FileProblem[] =>
  rules.flatMap((rule, i) => {
    const earlier = rules.slice(0, i);
    const rivals = earlier.filter(isConditional).map(({ when }) => when);
    if (!isConditional(rule) || !takesAll(rivals, rule.when)) return [];
    const path = `/rules/${i}`;
    const cover = earlier.findIndex(({ when }) => when && takesAll([when], rule.when));
    const covering = earlier[cover]?.when;
    if (covering && takesAll([rule.when], covering)) {
      return { path, problem: `a duplicate: /rules/${cover} has the same conditions`, fix: 'keep one of the two' };
    }
    return {
      path,
      problem: `never reached: ${covering ? `/rules/${cover} takes` : 'the rules before it together take'} all of it`,
      fix: 'move it before what takes its place, narrow that, or delete it',
    };
  });

/**
 * Whether the `rivals` leave nothing of `when`. What an action does not know matches no condition, so a rival that asks
 * for more than `when` does can be escaped, and the actions to look at know one value for each condition of `when`.
 */
const takesAll = (rivals: readonly When[], when: When): boolean => {
  const asked = conditions.filter((field) => when[field] !== undefined);
  const asksMore = (rival: When): boolean => conditions.some((field) => rival[field] && !asked.includes(field));
  const comparable = rivals.filter((rival) => !asksMore(rival));
  return takesEvery(comparable, asked, when);
};

/** Whether one of the rivals matches, whichever value of `when` is chosen for each of the fields still open. */
const takesEvery = (rivals: readonly When[], open: readonly Condition[], when: When): boolean => {
  if (rivals.length === 0) return false;
  if (rivals.some((rival) => open.every((field) => rival[field] === undefined))) return true;
  const [field, ...rest] = open;
  return field !== undefined && divided(rivals, field, when).every((matching) => takesEvery(matching, rest, when));
};

/** The rivals that match each value of a field; values that no rival tells apart are looked at once. */
const divided = (rivals: readonly When[], field: Condition, when: When): When[][] => {
  const groups = (when[field] ?? []).map((value) => rivals.filter((rival) => meets(rival[field], value)));
  return [...new Map(groups.map((group) => [group.map((rival) => rivals.indexOf(rival)).join(), group])).values()];
};
