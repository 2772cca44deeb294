import { correctedOf, type Gap, isByComplaints, type Listed, type Metric, shownNet } from '../scores.ts';

/** How the whole fleet stands, as far as it is known. */
export type Situation =
  /** Nothing was summed up yet. */
  | { kind: 'nothing' }
  /** Too few answered anywhere, or nobody is known to have been asked. */
  | { kind: 'untold'; touchpoints: number; darkCorners: number }
  | {
      kind: 'told';
      metric: Metric | undefined;
      /** Net of all answers at the touchpoints compared. */
      surveyed: number;
      /** Net of all their invited, had they answered. */
      corrected: number;
      compared: number;
      touchpoints: number;
      darkCorners: number;
      /** Customers a month who are brushed off in dark corners before they are asked, and those of them whom surveys show. */
      hidden: { perMonth: number; shown: number } | undefined;
    };

const sum = <T>(items: readonly T[], of: (item: T) => number): number =>
  items.reduce((total, item) => total + of(item), 0);

/** Nets of different metrics are never mixed: the one that most were asked speaks for all. */
const mostAsked = (entries: readonly Listed[]): Listed[] => {
  const groups = [...Map.groupBy(entries, ({ surveyed }) => surveyed.metric).values()];
  const invited = (group: readonly Listed[]): number => sum(group, ({ surveyed }) => surveyed.invited);
  return groups.sort((a, b) => invited(b) - invited(a))[0] ?? [];
};

/** A cell's impact, before the roll-ups that hold it too: who is brushed off is counted once. */
const hiddenIn = (darkCorners: readonly Gap[]): { perMonth: number; shown: number } | undefined => {
  const cells = darkCorners.filter(({ scope }) => scope === 'cell');
  const told = (cells.length > 0 ? cells : darkCorners).flatMap(({ impact }) => impact ?? []);
  if (told.length === 0) return undefined;
  return { perMonth: sum(told, ({ perMonth }) => perMonth), shown: sum(told, ({ shown }) => shown) };
};

/**
 * Sums up the fleet: what its surveys say, and what they would had all the invited answered. The answers weigh in the one, the
 * invited in the other; only touchpoints with both scores are in either.
 */
export const situationOf = (entries: readonly Listed[], darkCorners: readonly Gap[]): Situation => {
  if (entries.length === 0) return { kind: 'nothing' };
  const known = entries.filter(
    (entry) => correctedOf(entry) && !isByComplaints(entry) && shownNet(entry) !== undefined,
  );
  const compared = mostAsked(known);
  const [touchpoints, open] = [entries.length, darkCorners.length];
  const invited = sum(compared, ({ surveyed }) => surveyed.invited);
  const answers = sum(compared, ({ surveyed }) => surveyed.n);
  if (invited === 0 || answers === 0) return { kind: 'untold', touchpoints, darkCorners: open };
  return {
    kind: 'told',
    metric: compared[0]?.surveyed.metric,
    surveyed: sum(compared, ({ surveyed }) => (surveyed.net ?? 0) * surveyed.n) / answers,
    corrected: sum(compared, (entry) => (correctedOf(entry)?.net ?? 0) * entry.surveyed.invited) / invited,
    compared: compared.length,
    touchpoints,
    darkCorners: open,
    hidden: hiddenIn(darkCorners),
  };
};
