import type { Day, Instant } from '../instant.ts';
import { keyOf, partsOf } from '../message/identity.ts';
import type { Metric, ScoreClass } from '../message/scale.ts';
import type { Place } from '../story/attribution.ts';
import type { RootCause } from '../why/root-cause.ts';
import type { Said, WordsRef } from './said.ts';

/** A touchpoint at a location: what is compared with what. */
export interface Cell {
  touchpoint: string;
  location?: string;
}

/** What happened to the customer before the invitation; the layer the answer speaks for. */
export type Stratum = 'no-complaint' | 'remedied' | 'brushed-off';

/** A fact that a gap of a touchpoint may rest on, told without its words. */
export interface Told {
  /** Its id. */
  fact: string;
  at: Instant;
  /** 0 to 1, that it is what it is told for. */
  probability: number;
  /** Of its words; absent in rows written before it was told. */
  themes?: readonly string[];
  causes?: readonly RootCause[];
}

/** A response whose score and words disagree, where no customer is known who could be called. */
export type NamelessContradiction = Told;

/** Where a customer wrote to us, and in what language; how surely complaints are heard depends on it. */
export interface Writing {
  /** Of texts, or `review`. */
  channel: string;
  /** ISO 639, `und` where nobody can tell. */
  language: string;
}

/** What is known of who was asked, or of who wrote: by it is told who is not heard. */
export interface Group {
  /** ISO 639; of words `und` where nobody can tell. */
  language?: string;
  /** Where the customer wrote; of an answer's words `survey`. */
  channel?: string;
  /** As upstream names it. */
  segment?: string;
}

/**
 * What one feedback adds to its cell's day. Holds no words: the customer is a keyed hash, and what was said is told by themes and
 * causes, with where the words are kept.
 */
export type TallyRow = Cell & {
  day: Day;
  /** When the customer was asked, rated, complained or wrote. */
  at: Instant;
  key: string;
  customer?: string;
} & (
    | {
        kind: 'survey';
        metric: Metric;
        class: ScoreClass | 'none';
        stratum: Stratum;
        /** Whether the customer wrote to us at all in the 60 days before; only who writes can be taken for a complainer. */
        wrote: boolean;
        /** Where: of several texts, of the one that most likely complains; absent in rows written before it was told. */
        writing?: Writing;
        /** Only the answer is known, no invitation. */
        unasked?: true;
        /** Day on which the same customer was last asked the same here, not long before. */
        askedBefore?: Day;
        /** Another metric was asked of the same customer here within a day: one questionnaire. */
        beside?: true;
        /** Of who was brushed off, the strongest complaint before the invitation. */
        brushedOff?: Told;
        /** Words beside a favourable score that complain although nobody asked for what lacks. */
        told?: Told;
        held: boolean;
        bounced: boolean;
        answeredAt?: Instant;
        contradiction?: NamelessContradiction;
        /** Where the answer has words. */
        said?: Said;
        /** Of the customer, by what was known before the invitation. */
        group?: Group;
        /** Where the answer has words that were scored. */
        worded?: Group;
      }
    | { kind: 'review'; class: ScoreClass; contradiction?: NamelessContradiction; said?: Said; worded?: Group }
    /** `said` is absent in rows written before it was told; a review has its group in its other row. */
    | { kind: 'complaint'; said?: Said; told?: Told; worded?: Group }
    /** Scored words of a text that does not complain. */
    | { kind: 'words'; worded: Group }
    /** Words of a customer that have no sentiment yet, or never will; the group is absent in rows written before it was told. */
    | { kind: 'unscored'; worded?: Group }
    /** A note by staff: its fact, and where its words are kept. */
    | { kind: 'note'; fact: string; words: WordsRef }
  );

/** Where the words that a row tells of are kept. */
export const wordsOf = (row: TallyRow): WordsRef | undefined => {
  if (row.kind === 'note') return row.words;
  return 'said' in row ? row.said?.words : undefined;
};

/** Key of a cell, `delivery:millfield`. */
export const cellKey = ({ touchpoint, location }: Cell): string =>
  location === undefined ? keyOf(touchpoint) : keyOf(touchpoint, location);

/** Key of a cell's UTC day. */
export const cellDayKey = (row: Cell & { day: Day }): string => `${cellKey(row)}#${row.day}`;

/** The cell that a key names. */
export const cellOfKey = (key: string): Cell => {
  const [touchpoint = '', location] = partsOf(key);
  return location === undefined ? { touchpoint } : { touchpoint, location };
};

/** The cell and day that a key names. */
export const cellAndDay = (key: string): { cell: Cell; day: Day } => {
  const [name = '', day = ''] = key.split('#');
  return { cell: cellOfKey(name), day };
};

export const cellOf = ({ touchpoint, location }: Place): Cell =>
  location === undefined ? { touchpoint } : { touchpoint, location };
