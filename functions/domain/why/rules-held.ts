import type { CauseLanguage, CauseRule } from './root-cause.ts';

/** A phrase as one rule uses it. */
export interface Use {
  rule: CauseRule;
  part: 'any' | 'with' | 'followedBy' | 'unless';
  phrase: string;
}

/** Where in the text it is said, in words from its beginning. */
export interface SaidUse {
  use: Use;
  at: number;
}

/** Phrases by the rule that they make hold. */
export type Held = Map<CauseRule, Set<string>>;

const add = (held: Held, rule: CauseRule, phrase: string): void => {
  const phrases = held.get(rule);
  if (phrases) phrases.add(phrase);
  else held.set(rule, new Set([phrase]));
};

const ruleOf = ({ use }: SaidUse): CauseRule => use.rule;

const anywhere = Number.POSITIVE_INFINITY;

/** The phrases of `any` that have the company they need and no bar. */
const accompanied = (rule: CauseRule, said: readonly SaidUse[], language: CauseLanguage): SaidUse[] => {
  const part = (name: Use['part']) => said.filter(({ use }) => use.part === name);
  if (part('unless').length > 0) return [];
  if (!rule.with?.[language]) return part('any');
  const company = part('with');
  const reach = rule.withinWords ?? anywhere;
  return part('any').filter((one) => company.some(({ at }) => Math.abs(at - one.at) <= reach));
};

/**
 * Adds to `held` the rules that hold in a sentence, and gives the phrases whose rule still waits for what is to follow
 * them: that may be said in the next sentence.
 *
 * @param said what the sentence says of any rule, in order
 * @param waiting what the sentence before gave
 */
export const settle = (
  said: readonly SaidUse[],
  waiting: readonly SaidUse[],
  language: CauseLanguage,
  held: Held,
): SaidUse[] => {
  const waitingBy = Map.groupBy(waiting, ruleOf);
  const opened: SaidUse[] = [];
  for (const [rule, ofRule] of Map.groupBy(said, ruleOf)) {
    const firm = accompanied(rule, ofRule, language);
    if (!rule.followedBy?.[language]) {
      for (const { use } of firm) add(held, rule, use.phrase);
      continue;
    }
    const reach = rule.withinWords ?? anywhere;
    for (const one of [...(waitingBy.get(rule) ?? []), ...firm]) {
      const next = ofRule.find(({ use, at }) => use.part === 'followedBy' && at > one.at && at - one.at <= reach);
      if (next) add(held, rule, `${one.use.phrase} … ${next.use.phrase}`);
    }
    if (reach === anywhere) opened.push(...firm);
  }
  return opened;
};
