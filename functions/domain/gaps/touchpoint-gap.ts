import type { Instant } from '../instant.ts';
import type { CellComparison, GroupComparison, HiddenPoints } from '../silence/compared.ts';
import type { SurgeComparison } from '../silence/surge.ts';
import { type Cell, cellKey, cellOf, type Told } from '../touchpoints/tally-row.ts';
import { whyOfResponses } from '../why/why.ts';
import { type Gap, gapId } from './gap.ts';

/** Fact ids kept as evidence with a touchpoint's gap: the strongest. */
export const MAX_EVIDENCE = 100;

const figuresOf = ({ points, low, high, qValue }: HiddenPoints & { qValue: number }) => ({
  size: points,
  low,
  high,
  qValue,
  // The share of gaps as sure as this one that are there.
  confidence: Math.max(0, 1 - qValue),
});

/** A gap before its first look. */
export const unborn = (at: Instant): Pick<Gap, 'facts' | 'state' | 'openedAt' | 'decidedBy' | 'history'> => ({
  facts: [],
  state: 'suspected',
  openedAt: at,
  decidedBy: at,
  history: [],
});

/** The gap of a cell in which silence hides something, with this look's figures; what it was before stays. */
export const darkCorner = (
  compared: CellComparison & { gap: NonNullable<CellComparison['gap']> },
  before: Gap | undefined,
  at: Instant,
): Gap => ({
  id: darkCornerId(compared),
  kind: 'dark-corner',
  scope: 'cell',
  ...cellOf(compared),
  ...unborn(at),
  ...before,
  ...figuresOf(compared.gap),
  ...(compared.impact ? { impact: compared.impact } : {}),
});

export const darkCornerId = (cell: Cell): string => gapId('dark-corner', 'cell', cellKey(cell));

export const groupId = ({ scope, name }: Pick<GroupComparison, 'scope' | 'name'>): string =>
  gapId('dark-corner', scope, name);

/** The gap of a touchpoint over its locations, or of a location over its touchpoints. */
export const rolledUpCorner = (compared: GroupComparison, before: Gap | undefined, at: Instant): Gap => ({
  id: groupId(compared),
  kind: 'dark-corner',
  scope: compared.scope,
  [compared.scope]: compared.name,
  ...unborn(at),
  anchor: compared.largest,
  ...before,
  ...figuresOf(compared.gap),
  impact: compared.impact,
});

export const surgeId = (cell: Cell): string => gapId('surge', 'cell', cellKey(cell));

/** The gap of a cell about which more customers complain than its history explains. */
export const surgeGap = (compared: SurgeComparison, before: Gap | undefined, at: Instant): Gap => {
  const { days, customers, expected, ratio, qValue } = compared;
  return {
    id: surgeId(compared),
    kind: 'surge',
    scope: 'cell',
    ...cellOf(compared),
    ...unborn(at),
    ...before,
    size: customers - expected,
    low: (ratio.low - 1) * expected,
    high: (ratio.high - 1) * expected,
    qValue,
    confidence: Math.max(0, 1 - qValue),
    surge: { days, customers, expected },
  };
};

/** DARK-4: of the complaints behind a touchpoint's gap the strongest are its evidence, each once, in time. */
export const evidenceAmong = (told: readonly Told[]): Told[] =>
  [...new Map(told.map((one) => [one.fact, one])).values()]
    .sort((a, b) => b.probability - a.probability || (a.fact < b.fact ? -1 : 1))
    .slice(0, MAX_EVIDENCE)
    .sort((a, b) => (a.at + a.fact < b.at + b.fact ? -1 : 1));

/** Themes and causes that a tenth of the evidence has: of a hundred complaints one speaks of nearly every cause. */
const prevailing = (evidence: readonly Told[]): Told[] => {
  const least = Math.ceil(evidence.length / 10);
  const often = (names: (told: Told) => readonly string[]) => {
    const counts = new Map<string, number>();
    for (const name of evidence.flatMap(names)) counts.set(name, (counts.get(name) ?? 0) + 1);
    return new Set([...counts].filter(([, n]) => n >= least).map(([name]) => name));
  };
  const [themes, causes] = [often(({ themes: all = [] }) => all), often(({ causes: all = [] }) => all)];
  return evidence.map((told) => ({
    ...told,
    themes: told.themes?.filter((theme) => themes.has(theme)) ?? [],
    causes: told.causes?.filter((cause) => causes.has(cause)) ?? [],
  }));
};

/** A gap with its evidence, where there is any, and the why of that. */
export const withEvidence = (gap: Gap, told: readonly Told[]): Gap => {
  const evidence = evidenceAmong(told);
  if (evidence.length === 0) return gap;
  return { ...gap, facts: evidence.map(({ fact }) => fact), why: whyOfResponses(prevailing(evidence)) };
};
