import type { RatesFile } from '../../../functions/domain/calibration/hearing-rates.ts';
import { JUDGED_AFTER_DAYS } from '../../../functions/domain/verification/windows.ts';
import { share, table } from '../table.ts';
import type { Planted } from './planted.ts';
import { Year } from './year.ts';
import { YEAR } from './year-settings.ts';

/** What is said of a fix in the end. */
type Said = 'verified' | 'reopened' | 'not-enough';

/** A way to judge a fix whose days of judgement the year has seen; nothing of others. */
type Rule = (planted: Planted) => Said | undefined;

const worked = ({ change }: Planted): boolean => change.left < 1;

const LAST = JUDGED_AFTER_DAYS.at(-1);

const ours: Rule = ({ verdict, judgedAfterDays }) =>
  verdict && (verdict.kind !== 'not-enough' || judgedAfterDays === LAST) ? verdict.kind : undefined;

/** Standard deviations to each end of a 90 % interval. */
const Z = 1.645;

/** Before and after alone, as the fix's own counts tell them after four weeks. */
const naive =
  (isFall: (change: number, error: number) => boolean, isNone: (change: number, error: number) => boolean): Rule =>
  ({ counts }) => {
    if (!counts || counts.before.events === 0) return undefined;
    const { before, after } = counts;
    const events = after.events + 0.5;
    const change = Math.log(events / after.exposure / (before.events / before.exposure));
    const error = Math.sqrt(1 / events + 1 / before.events);
    return isFall(change, error) ? 'verified' : isNone(change, error) ? 'reopened' : 'not-enough';
  };

const rules: Record<string, Rule> = {
  'this project': ours,
  'a fifth fewer': naive(
    (change) => change <= Math.log(0.8),
    () => true,
  ),
  'before and after, 90 %': naive(
    (change, error) => change + Z * error < 0,
    (change, error) => change - Z * error > Math.log(0.5),
  ),
};

/** What a rule says of fixes. */
export interface FixesFigures {
  fixes: number;
  verified: number;
  reopened: number;
  /** Of those verified or opened again, the share that is right. */
  right: number | undefined;
  /** Verified although nothing came of them: the share of those verified or opened again, and of those that do nothing. */
  wronglyVerified: number | undefined;
  wronglyOfNothing: number | undefined;
}

const part = (count: number, of: number): number | undefined => (of === 0 ? undefined : count / of);

export const fixesFigures = (planted: readonly Planted[], rule: Rule): FixesFigures => {
  const told = planted.flatMap((one) => {
    const said = rule(one);
    return said ? [{ said, works: worked(one) }] : [];
  });
  const those = (said: Said, works: boolean): number =>
    told.filter((one) => one.said === said && one.works === works).length;
  const [verified, reopened] = [
    those('verified', true) + those('verified', false),
    those('reopened', true) + those('reopened', false),
  ];
  return {
    fixes: told.length,
    verified,
    reopened,
    right: part(those('verified', true) + those('reopened', false), verified + reopened),
    wronglyVerified: part(those('verified', false), verified + reopened),
    wronglyOfNothing: part(those('verified', false), told.filter(({ works }) => !works).length),
  };
};

/** Told apart: neither verdict is right where something new went wrong. */
const NEW_TROUBLE = 'new trouble meanwhile';

const groups: readonly (readonly [name: string, is: (one: Planted) => boolean])[] = [
  ['all', () => true],
  ['dark corners', ({ fix }) => fix.kind === 'dark-corner'],
  ['surges', ({ fix }) => fix.kind === 'surge'],
  ['half to seven tenths taken away', ({ change }) => change.left <= 0.5],
  ['three tenths taken away', ({ change }) => change.left > 0.5 && change.left < 1],
  ['nothing came of it', (one) => !worked(one)],
  ['nothing came of it, false alarms', (one) => !worked(one) && one.falseAlarm],
  [NEW_TROUBLE, () => true],
];

/**
 * Fixes planted in years of simulated fleets, what is said of them, and what a naive comparison says.
 *
 * @param seed of the first year; the others follow
 */
export const fixesTable = (
  seeds: number,
  seed: number,
  rates: RatesFile,
  progress: (what: string) => void,
): string[] => {
  const planted: Planted[] = [];
  for (let year = seed; year < seed + seeds; year++) {
    progress(`year ${year}`);
    planted.push(...new Year(YEAR, rates, year).live());
  }
  const head = ['', 'fixes', 'enough', 'verified', 'reopened', 'right', 'wrongly verified', 'of nothing'];
  return Object.entries(rules).map(([name, rule]) => {
    const rows = groups.map(([group, is]) => {
      const those = planted.filter((one) => is(one) && (group === NEW_TROUBLE) === (one.newTrouble ?? false));
      const { fixes, verified, reopened, right, wronglyVerified, wronglyOfNothing } = fixesFigures(those, rule);
      return [
        group,
        fixes,
        share(part(verified + reopened, fixes)),
        verified,
        reopened,
        share(right),
        share(wronglyVerified),
        share(wronglyOfNothing),
      ];
    });
    return `fixes in a simulated year, by ${name}: ${seeds} years\n${table([head, ...rows])}`;
  });
};
