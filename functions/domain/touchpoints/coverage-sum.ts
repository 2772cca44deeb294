import type { Instant } from '../instant.ts';
import type { WordsRef } from './said.ts';
import type { Group, TallyRow } from './tally-row.ts';

/** By what the customers who were asked, and those who wrote, are told apart. */
export const dimensions = ['language', 'channel', 'segment'] as const;
export type Dimension = (typeof dimensions)[number];

/** Whole numbers of customers asked and of feedbacks with words. */
export interface Audience {
  /** Asked, or held back from being asked; bounced ones and answers that nobody asked for left out. */
  invited: number;
  /** Of these, answers with a score. */
  answers: number;
  /** Feedbacks with words. */
  worded: number;
  /** Of these, those that no sentiment is known of. */
  unscored: number;
}

/** What one language, channel or segment came to. */
export interface GroupSum extends Audience {
  name: string;
}

/** Where a staff note's words are kept. */
export interface NoteRef {
  /** Fact id. */
  fact: string;
  at: Instant;
  words: WordsRef;
}

/** Who was asked and who is heard, of all metrics together: of a touchpoint's day, or over a window. */
export interface CoverageSum extends Audience {
  /** Of the invited, those who were brushed off before. */
  brushedOff: { invited: number; answers: number };
  /** Of whom it is known; the greatest first, `OTHER` last. */
  groups: Record<Dimension, GroupSum[]>;
  /** Staff notes, and the newest of them, the newest first. */
  notes: { n: number; newest: NoteRef[] };
}

/** Languages, channels or segments that are told by name: what upstream names without end would outgrow the item. */
const MOST_NAMED = 12;
/** Stands for all further ones; whatever upstream names so is among them. */
export const OTHER = 'other';
/** Of a day's notes, whose ids may be a kilobyte each. */
const NOTES_A_DAY = 5;

const noCounts = (): Audience => ({ invited: 0, answers: 0, worded: 0, unscored: 0 });

const addCounts = (to: Audience, from: Audience): void => {
  to.invited += from.invited;
  to.answers += from.answers;
  to.worded += from.worded;
  to.unscored += from.unscored;
};

type GroupTotals = Record<Dimension, Map<string, Audience>>;

const noGroups = (): GroupTotals => ({ language: new Map(), channel: new Map(), segment: new Map() });

const countGroup = (totals: GroupTotals, dimension: Dimension, name: string, counts: Audience): void => {
  const sum = totals[dimension].get(name) ?? noCounts();
  addCounts(sum, counts);
  totals[dimension].set(name, sum);
};

const size = ({ invited, worded }: Audience): number => invited + worded;

/** COVERAGE-2: decided on the totals, so that the order of what was added makes no difference. */
const bounded = (totals: ReadonlyMap<string, Audience>): GroupSum[] => {
  const named = [...totals]
    .filter(([name]) => name !== OTHER)
    .sort(([a, x], [b, y]) => size(y) - size(x) || (a < b ? -1 : 1));
  const others = [totals.get(OTHER), ...named.slice(MOST_NAMED).map(([, counts]) => counts)].filter((one) => one);
  const rest = noCounts();
  for (const counts of others) if (counts) addCounts(rest, counts);
  const kept = named.slice(0, MOST_NAMED).map(([name, counts]) => ({ name, ...counts }));
  return others.length === 0 ? kept : [...kept, { name: OTHER, ...rest }];
};

const boundedGroups = ({ language, channel, segment }: GroupTotals): CoverageSum['groups'] => ({
  language: bounded(language),
  channel: bounded(channel),
  segment: bounded(segment),
});

/** Of two stories that tell of one note, the speaker decides. */
const inTime = ({ at, fact, words }: NoteRef): string => at + fact + words.speaker;

const newest = (notes: readonly NoteRef[], most: number): NoteRef[] =>
  [...notes].sort((a, b) => (inTime(a) > inTime(b) ? -1 : 1)).slice(0, most);

/** A day's coverage while it is added up; the order of its rows makes no difference. */
export const addUpCoverage = (): { add(row: TallyRow): void; total(): CoverageSum } => {
  const all = noCounts();
  const brushedOff = { invited: 0, answers: 0 };
  const groups = noGroups();
  const notes = { n: 0, newest: [] as NoteRef[] };
  const count = (group: Group | undefined, counts: Audience): void => {
    addCounts(all, counts);
    for (const dimension of dimensions) {
      const name = group?.[dimension];
      if (name !== undefined) countGroup(groups, dimension, name, counts);
    }
  };
  return {
    add: (row) => {
      if (row.kind === 'note') {
        const { fact, at, words } = row;
        notes.n++;
        notes.newest = newest([...notes.newest, { fact, at, words }], NOTES_A_DAY);
        return;
      }
      if (row.kind === 'unscored') count(row.worded, { ...noCounts(), worded: 1, unscored: 1 });
      else if (row.worded) count(row.worded, { ...noCounts(), worded: 1 });
      if (row.kind !== 'survey' || row.bounced || row.unasked) return;
      const answers = row.class === 'none' ? 0 : 1;
      count(row.group, { ...noCounts(), invited: 1, answers });
      if (row.stratum !== 'brushed-off') return;
      brushedOff.invited++;
      brushedOff.answers += answers;
    },
    total: () => ({ ...all, brushedOff: { ...brushedOff }, groups: boundedGroups(groups), notes: { ...notes } }),
  };
};

/** Adds up the coverage of several days, or of several touchpoints. */
export const addUpCoverages = (sums: readonly CoverageSum[], mostNotes: number): CoverageSum => {
  const all = noCounts();
  const brushedOff = { invited: 0, answers: 0 };
  const groups = noGroups();
  for (const sum of sums) {
    addCounts(all, sum);
    brushedOff.invited += sum.brushedOff.invited;
    brushedOff.answers += sum.brushedOff.answers;
    for (const dimension of dimensions) {
      for (const group of sum.groups[dimension]) countGroup(groups, dimension, group.name, group);
    }
  }
  const n = sums.reduce((total, { notes }) => total + notes.n, 0);
  const notes = sums.flatMap((sum) => sum.notes.newest);
  return { ...all, brushedOff, groups: boundedGroups(groups), notes: { n, newest: newest(notes, mostNotes) } };
};
