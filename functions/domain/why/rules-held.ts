import type { CauseLanguage, CauseRule } from './root-cause.ts';

/** A phrase as one rule uses it. */
export interface Use {
  rule: CauseRule;
  part: 'any' | 'with' | 'then' | 'unless';
  phrase: string;
}

/** Where in the text it is said, in words from its beginning. */
export interface SaidUse {
  use: Use;
  at: number;
}

/** Phrases by the rule that they make hold. */
export type Held = Map<CauseRule, Set<string>>;

const add = (held: Held, { rule, phrase }: Use): void => {
  const phrases = held.get(rule);
  if (phrases) phrases.add(phrase);
  else held.set(rule, new Set([phrase]));
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
  const opened: SaidUse[] = [];
  for (const one of said) {
    const { rule, part } = one.use;
    if (part !== 'any') continue;
    const others = said.filter(({ use }) => use.rule === rule);
    if (others.some(({ use }) => use.part === 'unless')) continue;
    const near = ({ at }: SaidUse) => rule.withinWords === undefined || Math.abs(at - one.at) <= rule.withinWords;
    if (rule.with?.[language] && !others.some((other) => other.use.part === 'with' && near(other))) continue;
    if (rule.then?.[language]) opened.push(one);
    else add(held, one.use);
  }
  for (const one of [...waiting, ...opened]) {
    if (said.some(({ use, at }) => use.rule === one.use.rule && use.part === 'then' && at > one.at)) add(held, one.use);
  }
  return opened;
};
